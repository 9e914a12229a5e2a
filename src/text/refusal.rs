//! Words for a refusal.

use jiff::civil::Date;

use super::Text;
use crate::domain::{Complaint, Item, Refusal, Stage};

impl Text {
    /// Where a case stands, in a word.
    fn stage(&self, stage: Stage) -> String {
        self.get(&format!("word-stage-{}", stage.word())).into_owned()
    }

    /// Why a change was not made. `title` says what an item is called.
    #[expect(clippy::too_many_lines, reason = "a row for each refusal")]
    pub(crate) fn refusal(&self, refusal: &Refusal, title: impl Fn(&Item) -> String) -> String {
        let text = self;
        let given =
            |key: &str, name: &'static str, value: String| text.with(key, &[(name, value.into())]);
        let days = |key, a: (&'static str, &Date), b: (&'static str, &Date)| {
            let day = |(name, day): (_, &Date)| (name, text.full_date(*day).into());
            text.with(key, &[day(a), day(b)])
        };
        match refusal {
            Refusal::NoSuchCase(id) => given("say-no-such-case", "id", id.to_string()),
            Refusal::NoSuchItem(item) => given("say-no-such-item", "item", item.clone()),
            Refusal::NotCheckable(item) => {
                given(&format!("say-not-checkable-{}", item.kind.word()), "item", title(item))
            }
            Refusal::TakesNoFile(item) => {
                given(&format!("say-takes-no-file-{}", item.kind.word()), "item", title(item))
            }
            Refusal::NotSettleable(item) => given("say-not-settleable", "item", title(item)),
            Refusal::Blocked(items) => {
                let open: Vec<String> = items.iter().map(title).collect();
                let items = open.join(&text.get("word-comma"));
                text.with("say-blocked", &[("count", open.len().into()), ("items", items.into())])
            }
            Refusal::Lapsing => text.get("say-lapsing").into_owned(),
            Refusal::Kept => text.get("say-kept").into_owned(),
            Refusal::Porting => text.get("say-porting").into_owned(),
            Refusal::AskedElsewhere => text.get("say-asked-elsewhere").into_owned(),
            Refusal::Applying => text.get("say-applying").into_owned(),
            Refusal::NoSuchRoute(route) => {
                let word = text.get(&format!("word-route-{}", route.word()));
                given("say-no-such-route", "route", word.into_owned())
            }
            Refusal::AlreadyPending(on) => {
                given("say-already-pending", "date", text.full_date(*on))
            }
            Refusal::NothingPending => text.get("say-nothing-pending").into_owned(),
            Refusal::AskFirst(None) => text.get("say-ask-first").into_owned(),
            Refusal::AskFirst(Some(Complaint { from, asked, .. })) => {
                days("say-ask-first-from", ("asked", asked), ("date", from))
            }
            Refusal::RefusedLate(by) => given("say-refused-late", "date", text.full_date(*by)),
            Refusal::Resting(until) => given("say-resting", "date", text.full_date(*until)),
            Refusal::Unconfirmed(None) => text.get("say-unconfirmed").into_owned(),
            Refusal::Unconfirmed(Some(until)) => {
                given("say-unconfirmed-resting", "date", text.full_date(*until))
            }
            Refusal::TooEarly(from) => given("say-too-early", "date", text.full_date(*from)),
            Refusal::Over(stage) => given("say-over", "stage", text.stage(*stage)),
            Refusal::NoChannel => text.get("say-no-channel").into_owned(),
            Refusal::NotYet(on) => given("say-not-yet", "date", text.full_date(*on)),
            Refusal::StillUsed(items) => {
                let items: Vec<String> = items.iter().map(title).collect();
                given("say-still-used", "items", items.join(&text.get("word-comma")))
            }
            Refusal::NoTerm => text.get("say-no-term").into_owned(),
            Refusal::OwnLine => text.get("say-own-line").into_owned(),
            Refusal::Unauthorised(item) => {
                let args = [("item", title(item).into()), ("id", item.to_string().into())];
                text.with("say-unauthorised", &args)
            }
            Refusal::AuthorisationRefused(item) => {
                given("say-authorisation-refused", "item", title(item))
            }
            Refusal::Ended(on) => given("say-line-ended", "date", text.full_date(*on)),
            Refusal::NoName => text.get("say-no-name").into_owned(),
            Refusal::NoReason => text.get("say-no-reason").into_owned(),
            Refusal::Duplicate(name) => given("say-duplicate", "name", name.clone()),
            Refusal::Future { given, today } => {
                days("say-future", ("given", given), ("today", today))
            }
            Refusal::BeforeCase { given, opened } => {
                days("say-before-case", ("given", given), ("opened", opened))
            }
            Refusal::BeforeEvent { given, event } => {
                days("say-before-event", ("given", given), ("event", event))
            }
            Refusal::NotLater { given, latest } => {
                days("say-not-later", ("given", given), ("latest", latest))
            }
            Refusal::TooFar { given, limit } => {
                days("say-too-far", ("given", given), ("limit", limit))
            }
            Refusal::NoWindow(window) => text.no_window(*window),
            Refusal::OffAndWorked(on) => given("say-off-and-worked", "date", text.full_date(*on)),
            Refusal::TooManyDays(most) => {
                text.with("say-too-many-days", &[("most", (*most).into())])
            }
            Refusal::GraceBeforeActive { active, grace } => {
                days("say-grace-before-active", ("active", active), ("grace", grace))
            }
            Refusal::NotANumber(number) => given("say-not-a-number", "number", number.clone()),
            Refusal::OwnNumber(number) => given("say-own-number", "number", number.clone()),
            Refusal::MovedThere(item, number) => text.with(
                "say-moved-there",
                &[("item", title(item).into()), ("number", number.as_str().into())],
            ),
            Refusal::AlreadyResolved(on) => {
                given("say-already-resolved", "date", text.full_date(*on))
            }
            Refusal::NoPromise(on) => given("say-no-promise", "date", text.full_date(*on)),
            Refusal::EndsByItself(id) => given("say-ends-by-itself", "id", id.to_string()),
            Refusal::SnoozePast { given, today } => {
                days("say-snooze-past", ("given", given), ("today", today))
            }
            Refusal::SnoozeBeyond { given, limit } => {
                days("say-snooze-beyond", ("given", given), ("limit", limit))
            }
            Refusal::SnoozeWatch { given, limit } => {
                days("say-snooze-watch", ("given", given), ("limit", limit))
            }
            Refusal::AccountDone(item) => given("say-account-done", "item", title(item)),
            Refusal::NotWaiting => text.get("say-not-waiting").into_owned(),
            Refusal::NotRejected => text.get("say-not-rejected").into_owned(),
            Refusal::NotCriticisable(item) => {
                given("say-not-criticisable", "item", item.to_string())
            }
            Refusal::NeedsNewFile(item) => given("say-needs-new-file", "item", title(item)),
            Refusal::SameFile(item) => given("say-same-file", "item", title(item)),
            Refusal::NotClosed(stage) => given("say-not-closed", "stage", text.stage(*stage)),
            Refusal::Archived(on) => given("say-archived", "date", text.full_date(*on)),
            Refusal::Past(day) => given("say-past", "date", text.full_date(*day)),
            Refusal::NothingToUndo => text.get("say-nothing-to-undo").into_owned(),
            Refusal::NothingToRedo => text.get("say-nothing-to-redo").into_owned(),
        }
    }
}
