//! What a correction of the carrier's yes has changed: its day moves the watch and every
//! look, so nobody is told that only a confirmation came.

use super::Words;
use crate::domain::Outcome;

impl Words<'_> {
    /// What was corrected, each with what stood there before. What only came to it is its
    /// confirmation.
    pub(super) fn corrected(&self, now: &Outcome, before: Option<&Outcome>) -> String {
        let text = self.text;
        let confirmed = || text.get("say-did-confirmed").into_owned();
        let Some(old) = before else { return confirmed() };
        let mut changed = Vec::new();
        if now.on != old.on {
            let (new, old) = (text.full_date(now.on), text.full_date(old.on));
            let days = [("new", new.into()), ("old", old.into())];
            changed.push(text.with("say-corrected-day", &days));
        }
        let file = |one: &Outcome| one.file.as_ref().map(|file| file.name().to_owned());
        let content = |one: &Outcome| one.file.as_ref().map(|file| file.sha256.clone());
        let words = [
            ("reference", old.reference != now.reference, &old.reference, &now.reference),
            ("reason", old.reason != now.reason, &old.reason, &now.reason),
            ("file", content(old) != content(now), &file(old), &file(now)),
        ];
        let mut came = false;
        for (what, differs, old, new) in words {
            match (old, new) {
                (Some(old), Some(new)) if differs => {
                    let args = [("new", new.as_str().into()), ("old", old.as_str().into())];
                    changed.push(text.with(&format!("say-corrected-{what}"), &args));
                }
                (Some(old), None) => {
                    let args = [("old", old.as_str().into())];
                    changed.push(text.with(&format!("say-corrected-{what}-gone"), &args));
                }
                (None, Some(_)) => came = true,
                _ => {}
            }
        }
        if changed.is_empty() {
            return confirmed();
        }
        changed.extend(came.then(confirmed));
        let what = changed.join(&text.get("word-semicolon"));
        text.with("say-did-corrected", &[("what", what.into())])
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use crate::{
        domain::{Attachment, Case, Id, Outcome, Route, Verdict},
        playbook::{Library, Words},
        text::{Lang, Text},
    };

    #[test]
    fn a_correction_of_a_yes_says_what_it_changed_and_from_what() {
        let (text, library, on) = (Text::new(Lang::En), Library::default(), date(2026, 11, 12));
        let playbook = library.find(&Id::new("hotlink")).expect("known");
        let id = Id::new("kl");
        let case = Case::new(id.clone(), "KL".into(), Id::new("hotlink"), Route::Apply, on);
        let words = Words { case: &case, playbook, text: &text, today: on };
        let yes = |on: Date, reference: Option<&str>, file: Option<&str>| {
            let file = file.map(|content| {
                let (path, sha256) = ("/made-up/yes.pdf".to_owned(), content.to_owned());
                Box::new(Attachment { path, size: 1, sha256, on })
            });
            let reference = reference.map(str::to_owned);
            Outcome { reference, file, ..Outcome::on(Verdict::Approved, on) }
        };
        let told = |now: Outcome, old: Outcome| words.corrected(&now, Some(&old));
        let later = date(2026, 11, 13);
        let day = "day Fri 13 Nov 2026 (was Thu 12 Nov 2026)";
        for (now, old, expected) in [
            (yes(on, Some("C-9"), None), yes(on, None, None), "Confirmation recorded".to_owned()),
            (yes(later, None, None), yes(on, None, None), format!("Answer corrected: {day}")),
            (
                yes(later, Some("C-9"), None),
                yes(on, None, None),
                format!("Answer corrected: {day}; Confirmation recorded"),
            ),
            (
                yes(on, Some("D-1"), None),
                yes(on, Some("C-9"), None),
                "Answer corrected: reference D-1 (was C-9)".to_owned(),
            ),
            (
                yes(on, None, Some("two")),
                yes(on, Some("C-9"), Some("one")),
                "Answer corrected: reference C-9 removed; another file, yes.pdf (was yes.pdf)"
                    .to_owned(),
            ),
        ] {
            assert_eq!(told(now, old), expected);
        }
    }
}
