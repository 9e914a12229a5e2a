//! The phone numbers of a case, wherever they were noted, and a text without them.
//!
//! Owns: which numbers a file for others does not show. Must not know: a format.

use crate::{
    domain::{Account, Case, Change, Edit, Entry},
    text::mask_known,
};

/// Every number that a case holds or held: of the line, and of the accounts that moved.
pub(crate) fn numbers(case: &Case) -> Vec<String> {
    let mut numbers: Vec<String> = case.line.number.clone().into_iter().collect();
    numbers.extend(case.accounts.iter().filter_map(|one| one.to.clone()));
    let entries = case.history.iter().chain(&case.undone);
    numbers.extend(entries.flat_map(Entry::changes).flat_map(of_change));
    let conflicts = case.conflicts.iter();
    numbers.extend(conflicts.flat_map(|one| [&one.kept, &one.other]).flat_map(of_change));
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// A text in which these numbers are masked, however they are written there.
pub(crate) fn hidden(text: &str, numbers: &[String]) -> String {
    numbers.iter().fold(text.to_owned(), |text, number| mask_known(&text, number))
}

/// The numbers that a change says.
fn of_change(change: &Change) -> Vec<String> {
    let of = |edit: &Edit<Account>| edit.value.as_ref()?.to.clone();
    match change {
        Change::Line(line) => line.number.clone().into_iter().collect(),
        Change::Account(edit) => of(edit).into_iter().collect(),
        Change::Accounts(all) => all.iter().filter_map(of).collect(),
        Change::Found { accounts, .. } => accounts.iter().filter_map(of).collect(),
        Change::ByHand(all) => all.iter().flat_map(of_change).collect(),
        Change::Settled { made: Some(made), .. } => of_change(made),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, civil::date};

    use super::*;
    use crate::domain::{AccountKind, AccountState, Book, Id, Line, Route};

    #[test]
    fn a_number_that_the_line_had_or_an_account_has_stands_in_no_text() {
        let (id, day) = (Id::new("kl"), date(2026, 11, 5));
        let mut book = Book::default();
        let case = Case::new(id.clone(), "KL".into(), Id::new("hotlink"), Route::Apply, day);
        book.open(case, Timestamp::UNIX_EPOCH).expect("opens");
        let line = |number: &str| {
            Change::Line(Box::new(Line { number: Some(number.into()), ..Line::default() }))
        };
        let (kind, state) = (AccountKind::Bank, AccountState::Moved);
        let to = Some("+86 130 0000 0000".to_owned());
        let added = book.cases[0].add_account("Maybank", kind, state, None, day).expect("allowed");
        let changes = [line("+60 12-000 0001"), line("+60 12-000 0000"), added];
        for change in changes {
            book.record(&id, change, Timestamp::UNIX_EPOCH).expect("applies");
        }
        let mut case = Case::clone(&book.cases[0]);
        case.accounts[0].to = to;
        let told = hidden("was 0120000001, is 60120000000, now 13000000000", &numbers(&case));
        assert_eq!(told, "was ••••••0001, is •••••••0000, now •••••••0000");
    }
}
