//! Ticking, unticking, waiving and noting the items of the playbook.

use jiff::civil::Date;

use super::{not_empty, optional};
use crate::domain::{
    AccountState, Attachment, Case, Change, Item, ItemKind, Mark, MarkState, Procedure, Refusal,
};

impl Case {
    /// The mark on an item; blank when nothing was said about it.
    pub fn mark(&self, item: &Item) -> Mark {
        self.marks.get(item).cloned().unwrap_or_default()
    }

    /// True when the playbook or the person has such an item.
    pub fn knows(&self, procedure: &Procedure, item: &Item) -> bool {
        let id = &item.id;
        match item.kind {
            ItemKind::Precondition => procedure.precondition(id).is_some(),
            ItemKind::Document => {
                procedure.documents.iter().any(|one| one.id == *id)
                    || self.extra_document(id).is_ok()
            }
            ItemKind::Safeguard => procedure.safeguards.contains(id),
            ItemKind::Account => self.account(id).is_ok(),
            ItemKind::Contact => self.contact(id).is_ok(),
            ItemKind::Obstacle => self.obstacle(id).is_ok(),
            ItemKind::Application => self.applications.iter().any(|one| one.id == *id),
            ItemKind::Line => true,
        }
    }

    /// The mark on an item that can have one.
    fn markable(&self, procedure: &Procedure, item: &Item) -> Result<Mark, Refusal> {
        if !self.knows(procedure, item) {
            return Err(Refusal::NoSuchItem(item.to_string()));
        }
        let kinds = [ItemKind::Precondition, ItemKind::Document, ItemKind::Safeguard];
        if kinds.contains(&item.kind) {
            Ok(self.mark(item))
        } else {
            Err(Refusal::NotCheckable(item.clone()))
        }
    }

    fn marked(item: &Item, mark: Mark) -> Change {
        let mark = Some(mark).filter(|mark| !mark.is_blank());
        Change::Mark { item: item.clone(), mark: mark.map(Box::new) }
    }

    /// Says that an item holds. An account is thereby moved; of the
    /// precondition that follows from the accounts it says that the search is
    /// over. What the carrier refused holds again, if that takes no new file.
    pub fn check(
        &self,
        procedure: &Procedure,
        item: &Item,
        settled: bool,
        today: Date,
    ) -> Result<Change, Refusal> {
        let rule = match item.kind {
            ItemKind::Precondition => procedure.precondition(&item.id),
            _ => None,
        };
        if settled && !rule.is_some_and(|rule| rule.can_settle) {
            return Err(Refusal::NotSettleable(item.clone()));
        }
        if item.kind == ItemKind::Account {
            return self.set_account(&item.id, AccountState::Moved, today);
        }
        if let Some(by) = procedure.refuse_by(item, &self.line).filter(|by| *by < today) {
            return Err(Refusal::RefusedLate(by));
        }
        let refused = self.criticised(item).is_some();
        let old = self.markable(procedure, item)?;
        if rule.is_some_and(|rule| rule.follows_accounts) {
            let answers = refused && self.search_over.is_some();
            let old = Mark { on: Some(today), ..old };
            let answer = || Self::marked(item, self.answering(item, old));
            return Ok(if answers { answer() } else { self.end_search(true, today) });
        }
        let is_paper = item.kind == ItemKind::Document;
        let old = if is_paper { self.refused_apart(item, old) } else { old };
        self.needs_no_file(item, &old)?;
        let already = old.state == MarkState::Done && !refused;
        let on = old.on.filter(|_| already).or(Some(today));
        let mark = Mark { state: MarkState::Done, on, settled, reason: None, ..old };
        Ok(Self::marked(item, self.answering(item, mark)))
    }

    /// Says that an item does not hold after all. Its note and files stay, and so does
    /// what its files answered: they are not what was refused.
    pub(crate) fn uncheck(
        &self,
        procedure: &Procedure,
        item: &Item,
        today: Date,
    ) -> Result<Change, Refusal> {
        if item.kind == ItemKind::Account {
            return self.set_account(&item.id, AccountState::ToDo, today);
        }
        let old = self.markable(procedure, item)?;
        let follows = item.kind == ItemKind::Precondition
            && procedure.precondition(&item.id).is_some_and(|rule| rule.follows_accounts);
        if follows && old.state != MarkState::Waived {
            return Ok(self.end_search(false, today));
        }
        let answers = old.answers.filter(|_| !old.files.is_empty());
        let (note, files, earlier) = (old.note, old.files, old.earlier);
        let mark = Mark { note, files, earlier, answers, ..Mark::default() };
        Ok(Self::marked(item, mark))
    }

    /// Goes on without an item, and says why.
    pub(crate) fn waive(
        &self,
        procedure: &Procedure,
        item: &Item,
        reason: &str,
        today: Date,
    ) -> Result<Change, Refusal> {
        let old = self.refused_apart(item, self.markable(procedure, item)?);
        let reason = Some(not_empty(reason, Refusal::NoReason)?);
        let state = MarkState::Waived;
        let mark = Mark { state, on: Some(today), reason, settled: false, ..old };
        Ok(Self::marked(item, self.answering(item, mark)))
    }

    /// Keeps the person's own words with an item, and whether something was
    /// owed where that is known.
    pub(crate) fn annotate(
        &self,
        procedure: &Procedure,
        item: &Item,
        note: Option<String>,
    ) -> Result<Change, Refusal> {
        let old = self.markable(procedure, item)?;
        Ok(Self::marked(item, Mark { note: optional(note), ..old }))
    }

    /// Lets a file stand for a document or a safeguard, which thereby holds.
    /// The same path with another content replaces its fingerprint, with the same
    /// one it changes nothing; after a rejection the file is a new version, and the
    /// ones before are kept.
    pub fn attach(
        &self,
        procedure: &Procedure,
        item: &Item,
        file: Attachment,
    ) -> Result<Change, Refusal> {
        if !self.knows(procedure, item) {
            return Err(Refusal::NoSuchItem(item.to_string()));
        }
        if !matches!(item.kind, ItemKind::Document | ItemKind::Safeguard) {
            return Err(Refusal::TakesNoFile(item.clone()));
        }
        let old = self.markable(procedure, item)?;
        let (on, state) = (Some(file.on), MarkState::Done);
        let grown = self.with_file(item, file)?;
        let same = old.state == state && old.files == grown.files;
        let mark = Mark { state, on: if same { old.on } else { on }, reason: None, ..grown };
        Ok(Self::marked(item, self.answering(item, mark)))
    }

    /// Removes every file from a document; it is open again. Without one the
    /// earlier ones go, but for those that the carrier refused.
    pub(crate) fn detach(&self, procedure: &Procedure, item: &Item) -> Result<Change, Refusal> {
        let has_files = !self.mark(item).files.is_empty();
        let old = self.refused_apart(item, self.markable(procedure, item)?);
        let keeps = has_files || self.was_refused(item);
        let earlier = if keeps { old.earlier } else { Vec::new() };
        Ok(Self::marked(item, Mark { note: old.note, earlier, ..Mark::default() }))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{Application, Document, Id, Needed, Outcome, Precondition, Route, Verdict};

    const EARLIER: Date = date(2026, 11, 2);
    const TODAY: Date = date(2026, 11, 5);

    fn procedure() -> Procedure {
        let document = |id: &str| Document { id: Id::new(id), needed: Needed::Always };
        Procedure {
            preconditions: vec![
                Precondition { can_settle: true, ..Precondition::ticked("arrears") },
                Precondition { follows_accounts: true, ..Precondition::ticked("accounts") },
            ],
            documents: vec![document("identity"), document("accounts")],
            ..Procedure::default()
        }
    }

    fn item(text: &str) -> Item {
        text.parse().expect("an item")
    }

    fn file(path: &str, content: &str) -> Attachment {
        Attachment { path: path.into(), size: 1, sha256: content.into(), on: EARLIER }
    }

    /// A mark of which everything is known.
    fn full(state: MarkState) -> Mark {
        Mark {
            state,
            on: Some(EARLIER),
            reason: Some("a reason".into()),
            settled: true,
            note: Some("a note".into()),
            files: vec![file("a.pdf", "one"), file("b.pdf", "two")],
            earlier: vec![file("old.pdf", "old")],
            answers: Some(Id::new("7")),
        }
    }

    fn case(of: &str, mark: Mark) -> Case {
        let id = Id::new("kl");
        let mut case = Case::new(id.clone(), "KL".into(), id, Route::Apply, EARLIER);
        case.marks.insert(item(of), mark);
        case
    }

    /// An application that was rejected for these items.
    fn rejected(mut case: Case, about: &[&str]) -> Case {
        let about = about.iter().map(|of| item(of)).collect();
        let outcome = Some(Outcome { about, ..Outcome::on(Verdict::Rejected, EARLIER) });
        let one = Application { id: Id::new("1"), outcome, ..Application::on(EARLIER) };
        case.applications.push(one);
        case
    }

    /// The mark that a change makes.
    fn made(change: Result<Change, Refusal>) -> Mark {
        match change {
            Ok(Change::Mark { mark, .. }) => mark.map(|mark| *mark).unwrap_or_default(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn each_thing_that_is_said_of_an_item_changes_its_own_part_of_the_mark() {
        let procedure = procedure();
        let paper = item("document:identity");
        for state in [MarkState::Open, MarkState::Waived, MarkState::Done] {
            let old = full(state);
            let case = case("document:identity", old.clone());
            let since = if state == MarkState::Done { EARLIER } else { TODAY };
            let checked = Mark {
                state: MarkState::Done,
                on: Some(since),
                reason: None,
                settled: false,
                ..old.clone()
            };
            assert_eq!(made(case.check(&procedure, &paper, false, TODAY)), checked, "{state:?}");
            let waived = Mark {
                state: MarkState::Waived,
                on: Some(TODAY),
                reason: Some("why not".into()),
                settled: false,
                ..old.clone()
            };
            assert_eq!(made(case.waive(&procedure, &paper, " why not ", TODAY)), waived);
            let plain = Mark {
                note: old.note.clone(),
                files: old.files.clone(),
                earlier: old.earlier.clone(),
                answers: old.answers.clone(),
                ..Mark::default()
            };
            assert_eq!(made(case.uncheck(&procedure, &paper, TODAY)), plain);
            let none = Mark { files: Vec::new(), answers: None, ..plain };
            assert_eq!(made(case.detach(&procedure, &paper)), none);
            let again = Attachment { on: TODAY, ..file("a.pdf", "one") };
            let attached =
                Mark { state: MarkState::Done, on: Some(since), reason: None, ..old.clone() };
            assert_eq!(made(case.attach(&procedure, &paper, again)), attached, "{state:?}");
            // A new version of one file takes its place; the other one stays.
            let newer = Attachment { on: TODAY, ..file("a.pdf", "new") };
            let files = vec![file("b.pdf", "two"), newer.clone()];
            let attached = Mark { on: Some(TODAY), files, ..attached };
            assert_eq!(made(case.attach(&procedure, &paper, newer)), attached, "{state:?}");
        }
        let bare = Mark { files: Vec::new(), ..full(MarkState::Done) };
        let case = case("document:identity", bare.clone());
        let note = bare.note;
        assert_eq!(made(case.detach(&procedure, &paper)), Mark { note, ..Mark::default() });
    }

    #[test]
    fn what_was_refused_holds_again_from_the_day_on_which_it_is_said() {
        let procedure = procedure();
        let answers = Some(Id::new("1"));
        let rule = item("precondition:arrears");
        let of = |files| Mark { answers: None, files, ..full(MarkState::Done) };
        let files = full(MarkState::Done).files;
        let case = |of: &str, mark| rejected(case(of, mark), &[of]);
        let refused = case("precondition:arrears", of(files.clone()));
        let again = made(refused.check(&procedure, &rule, true, TODAY));
        let expected =
            Mark { on: Some(TODAY), reason: None, answers: answers.clone(), ..of(files.clone()) };
        assert_eq!(again, expected, "a precondition takes no file");
        let paper = item("document:identity");
        for files in [files, Vec::new()] {
            let refused = case("document:identity", of(files));
            let ticked = refused.check(&procedure, &paper, false, TODAY);
            assert_eq!(ticked, Err(Refusal::NeedsNewFile(paper.clone())));
        }
        // That no account uses the number is said by ending the search, and said again
        // once that was refused.
        let accounts = item("precondition:accounts");
        let search = Change::Search(Some(TODAY));
        let mut unsaid = case("precondition:accounts", Mark::default());
        assert_eq!(unsaid.check(&procedure, &accounts, false, TODAY), Ok(search.clone()));
        unsaid.search_over = Some(TODAY);
        let again = made(unsaid.check(&procedure, &accounts, false, TODAY));
        assert_eq!(again, Mark { on: Some(TODAY), answers, ..Mark::default() });
        unsaid.applications.clear();
        assert_eq!(unsaid.check(&procedure, &accounts, false, TODAY), Ok(search));
    }

    #[test]
    fn only_the_precondition_about_accounts_follows_from_them() {
        let procedure = procedure();
        let search = Ok(Change::Search(None));
        let uncheck = |of: &str, state| {
            let mark = Mark { state, ..Mark::default() };
            case(of, mark).uncheck(&procedure, &item(of), TODAY)
        };
        let blank = |of: &str| Ok(Change::Mark { item: item(of), mark: None });
        let rows = [
            ("precondition:accounts", MarkState::Open, search),
            ("precondition:accounts", MarkState::Waived, blank("precondition:accounts")),
            ("precondition:arrears", MarkState::Done, blank("precondition:arrears")),
            ("document:accounts", MarkState::Done, blank("document:accounts")),
        ];
        for (of, state, told) in rows {
            assert_eq!(uncheck(of, state), told, "{of} {state:?}");
        }
        let case = rejected(case("document:identity", Mark::default()), &[]);
        let knows = |of: &str| case.knows(&procedure, &item(of));
        assert!(knows("application:1") && !knows("application:2"));
    }
}
