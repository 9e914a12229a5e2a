//! The closing summary: what is left to know once the line is gone, on one page.

use super::Words;
use crate::domain::{Account, AccountState, Route, Status};

impl Words<'_> {
    /// Labels and values of the summary. `number` is the line's number as it may
    /// be shown.
    pub(crate) fn closing(
        &self,
        status: &Status,
        number: &str,
        between: &str,
    ) -> Vec<(String, String)> {
        let (case, text) = (self.case, self.text);
        let approved = case.latest_application().filter(|last| last.approval().is_some());
        let outcome = approved.and_then(|one| one.approval());
        let lapsed = self.playbook.procedure().gone(case).filter(|_| outcome.is_none());
        let lapsed = lapsed.filter(|_| case.way() == Route::Lapse);
        let file = outcome.and_then(|outcome| outcome.file.as_ref());
        let day = |day| text.full_date(day);
        let word = |key: String| text.get(&key).into_owned();
        let moved = case.accounts.iter().filter(|one| one.state.is_released());
        let moved: Vec<String> = moved.map(|one| self.gone(one)).collect();
        let facts = [
            ("say-closing-carrier", Some(self.playbook.name.get(text.lang()).to_owned())),
            ("say-closing-number", Some(number.to_owned()).filter(|number| !number.is_empty())),
            ("say-closing-route", Some(word(format!("word-route-{}", case.way().word())))),
            ("say-closing-submitted", approved.map(|one| day(one.on))),
            ("say-closing-approved", outcome.map(|outcome| day(outcome.on))),
            ("say-closing-reference", outcome.and_then(|outcome| outcome.reference.clone())),
            ("say-closing-file", file.map(|file| file.name().to_owned())),
            ("say-closing-print", file.map(|file| file.sha256.clone())),
            ("say-closing-lapsed", lapsed.map(|end| day(end.on))),
            ("say-closing-ground", lapsed.map(|end| self.ground_of(end))),
            (
                "say-closing-accounts",
                Some(moved).filter(|all| !all.is_empty()).map(|all| all.join(between)),
            ),
            (
                "say-closing-watch",
                status.watch.map(|watch| self.hedged(day(watch.until), self.is_rest_unverified())),
            ),
            ("say-closing-archived", case.archived.map(day)),
        ];
        let label = |key| match key {
            "say-closing-submitted" | "say-closing-approved" => self.of_way(key),
            "say-closing-lapsed" => Self::of_end(key, lapsed.map(|end| end.by)),
            key => key.to_owned(),
        };
        let known = facts.into_iter().filter_map(|(key, value)| Some((key, value?)));
        known.map(|(key, value)| (text.get(&label(key)).into_owned(), value)).collect()
    }

    /// "Maybank → …0000", by its last digits; "Steam (closed)" where there is no number.
    fn gone(&self, account: &Account) -> String {
        let moved = account.state == AccountState::Moved;
        if let Some(number) = self.account_number_end(account).filter(|_| moved) {
            return format!("{} {number}", self.account_name(account));
        }
        let state = self.text.get(&format!("word-account-{}", account.state.word())).into_owned();
        let name = self.account_name(account).into();
        self.text.with("say-closing-account", &[("name", name), ("state", state.into())])
    }
}
