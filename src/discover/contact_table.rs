//! Contacts as a table: as Google, Outlook and phones write them.

use std::io::{self, Read};

use super::{
    contacts::{Card, Contacts},
    csv,
    head::Head,
    summary::Place,
    words,
};

/// Whether a column holds a phone number, and not the kind of one.
fn holds_number(name: &str) -> bool {
    let is_about = words::of("phone-about").iter().any(|word| name.ends_with(word.as_str()));
    !is_about && words::is_in("phone", name)
}

fn holds_name(name: &str) -> bool {
    words::is("person", name)
}

/// Whether a file that begins so is of this format. Messages and logins have
/// names and numbers as well, and are known before this.
pub(super) fn sniff(head: &Head) -> bool {
    let Some(table) = &head.table else { return false };
    let names: Vec<String> = table.header.iter().map(|name| words::plain(name)).collect();
    let secret = names.iter().any(|name| super::login::is_secret(name));
    !secret
        && names.iter().any(|name| holds_name(name))
        && names.iter().any(|name| holds_number(name))
}

/// One row, in the order of its columns.
#[derive(Default)]
struct ContactRow {
    card: Card,
    mail: bool,
}

pub(super) fn read(reader: &mut dyn Read, head: &Head, contacts: &mut Contacts) -> io::Result<()> {
    contacts.format = "contact-table";
    let Some(table) = &head.table else { return Ok(()) };
    let cut = csv::rows(reader, table, |fields: &mut dyn Iterator<Item = (&str, &str)>, at| {
        let mut row = ContactRow::default();
        for (name, text) in fields.filter(|(_, text)| !text.trim().is_empty()) {
            let name = words::plain(name);
            if holds_name(&name) {
                if !row.card.name.is_empty() {
                    row.card.name.push(' ');
                }
                row.card.name.push_str(text.trim());
            } else if holds_number(&name) {
                row.card.number(text);
            } else {
                row.mail |= text.contains('@');
            }
        }
        if row.card.name.is_empty() && !row.card.has_number() && !row.mail {
            contacts.reject(at);
        } else {
            contacts.add(&row.card);
        }
    })?;
    if let Some(at) = cut {
        contacts.defects.cut(Place::Byte(at));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (u64, u64, u64, Vec<String>) {
        let head = Head::new(text.as_bytes());
        assert!(sniff(&head), "{text}");
        let mut contacts = Contacts::default();
        read(&mut text.as_bytes(), &head, &mut contacts).expect("reads");
        let names = contacts.known.values().cloned().collect();
        (contacts.cards, contacts.with_number, contacts.defects.malformed, names)
    }

    #[test]
    fn tables_of_google_outlook_and_phones_are_counted() {
        let google = "Name,Given Name,Family Name,Phone 1 - Type,Phone 1 - Value\n\
            Made Up,Made,Up,Mobile,+60 12-345 6789\nNobody,Nobody,,,\n";
        assert_eq!((of(google).0, of(google).1, of(google).2), (2, 1, 0));
        let outlook = "First Name,Last Name,E-mail Address,Mobile Phone\n\
            ,,made@up.example,\nMade,Up,,012-345 6789\n,,,\n";
        assert_eq!((of(outlook).0, of(outlook).1, of(outlook).2), (2, 1, 0));
        assert_eq!(of("姓名,手机\n小明,13800000000\n"), (1, 1, 0, vec!["小明".to_owned()]));
    }

    #[test]
    fn a_table_of_outlook_in_another_language_is_counted() {
        for header in [
            "Vorname;Nachname;Firma;Telefon privat;Mobiltelefon;E-Mail-Adresse",
            "Prénom;Nom;Société;Téléphone (domicile);Tél. mobile;Adresse de messagerie",
            "Nombre;Apellidos;Organización;Teléfono del trabajo;Teléfono móvil;E-mail Address",
            "Nome;Cognome;Società;Telefono di casa;Telefono Mobile;Indirizzo E-mail",
            "名字;姓氏;公司;家庭电话;手机;电子邮件地址",
        ] {
            let text =
                format!("{header}\nErfunden;Made;;;+60 12-345 6789;\n;;;;;made@up.example\n");
            let (cards, with_number, malformed, _) = of(&text);
            assert_eq!((cards, with_number, malformed), (2, 1, 0), "{header}");
        }
    }

    #[test]
    fn what_is_no_contact_is_counted() {
        assert_eq!(of("Name,Phone,Notes\n,,only words\nA,1234,\n").2, 1);
    }
}
