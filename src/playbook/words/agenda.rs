//! What to do now, what to know, and why something cannot be done.

use jiff::civil::Date;

use super::Words;
use crate::{
    catalogue::shown_name,
    domain::{
        AgendaEntry, AgendaKind, Item, ItemKind, Left, LineEnd, LineEndRule, Next, Refusal, Stage,
        Warning,
    },
    text::Arg,
};

impl Words<'_> {
    /// What to do now, in one sentence.
    pub fn next(&self, next: &Next) -> String {
        self.next_told(next, None)
    }

    /// The same without all that is known of how a line is kept, where the sentence tells
    /// that. The day by which the line asks for something says in a few words what.
    pub(crate) fn next_briefly(&self, next: &Next, day: Option<&AgendaEntry>) -> Option<String> {
        let how = match next {
            Next::KeepAlive(..) => self.dated_briefly(day?),
            Next::Kept(..) | Next::KeepLate(..) | Next::KeepLast(..) => String::new(),
            _ => return None,
        };
        Some(self.next_told(next, Some(&how)).trim_end().to_owned())
    }

    /// What to do now; of a line that is kept with this about how, or with all that is known.
    #[expect(clippy::too_many_lines, reason = "a row for each action")]
    fn next_told(&self, next: &Next, how: Option<&str>) -> String {
        let text = self.text;
        let keeps = || how.map_or_else(|| self.keeps_alive(), str::to_owned);
        let keep = |key: &str, date: &Date| {
            text.with(key, &[("date", text.full_date(*date).into()), ("how", keeps().into())])
        };
        let say = |key: &str| text.get(key).into_owned();
        let about = |key, item: &Item| text.with(key, &[self.item(item)]);
        let by = |key: &str, item: &Item, date: &Date| {
            let day = text.day_near(*date, self.today);
            text.with(key, &[self.item(item), ("date", day.into())])
        };
        let counted = |key: &str, date: &Date, unverified: bool| {
            let date = self.hedged(self.near(*date), unverified);
            text.with(&self.of_way(key), &[("date", date.into())])
        };
        let rests = |key: &str, date: &Date| {
            let date = self.hedged(text.full_date(*date), self.is_rest_unverified());
            text.with(key, &[("date", date.into())])
        };
        match next {
            Next::Meet(item) => about("say-next-meet", item),
            Next::Move(item) => match self.still_used(item) {
                Some(on) => {
                    let day = ("date", text.day_near(on, self.today).into());
                    text.with("say-next-move-again", &[self.item(item), day, self.marked_as(item)])
                }
                None => about("say-next-move", item),
            },
            Next::FindOut(item) => about("say-next-find-out", item),
            Next::Search(_) => say("say-next-search"),
            Next::EndSearch(_) => say("say-next-end-search"),
            Next::Gather(item) => about("say-next-gather", item),
            Next::Save(item) => about("say-next-save", item),
            Next::Overcome(item) => about("say-next-overcome", item),
            Next::FollowUp(item, on) if *on == self.today => about("say-next-follow-up", item),
            Next::FollowUp(item, on) => by("say-next-follow-up-since", item, on),
            Next::Promise(item, on) if *on == self.today => about("say-next-promise-today", item),
            Next::Promise(item, date) => by("say-next-promise", item, date),
            Next::SaveCredit(item, date) => {
                let end = self.playbook.procedure().last_end(self.case);
                match end.filter(|end| end.on == *date) {
                    Some(end) => self.with_ground(by("say-next-save-credit-lost", item, date), end),
                    None => by("say-next-save-credit", item, date),
                }
            }
            Next::AskAgain(item, on) if *on == self.today => {
                about("say-next-ask-again-today", item)
            }
            Next::AskAgain(item, date) => by("say-next-ask-again", item, date),
            Next::SeeAccount(item, date) => by("say-next-see-account", item, date),
            Next::Apply(_) => say(&self.of_way("say-next-apply")),
            Next::Asked(_, date) => {
                let told = counted("say-next-asked", date, false);
                text.with("say-next-asked-how", &[("told", told.into())])
            }
            Next::Wait(_, date) => counted("say-next-wait", date, self.is_window_unverified()),
            Next::Expect(_, date) => counted("say-next-expect", date, self.is_latest_unverified()),
            Next::Chase(_, date) => counted("say-next-chase", date, self.is_latest_unverified()),
            Next::Await(item, date) => by("say-next-await", item, date),
            Next::PutOff(item, date) => by("say-next-put-off", item, date),
            Next::Nudge(item, date) => by(&self.of_way("say-next-nudge"), item, date),
            Next::Complain(_, date) => {
                let unsure = self.is_unsure(AgendaKind::Complaint);
                let date = self.hedged(self.near(*date), unsure);
                text.with("say-next-complain", &[("date", date.into())])
            }
            Next::Resubmit(_, reason) => {
                text.with(&self.of_way("say-next-resubmit"), &[("reason", reason.as_str().into())])
            }
            Next::Rescue(item) => match self.ended_by_rule() {
                Some(end) => {
                    let day = ("date", text.full_date(end.on).into());
                    text.with("say-next-rescue-rule", &[self.item(item), day])
                }
                None => about("say-next-rescue", item),
            },
            Next::SearchLate(_) => say("say-next-search-late"),
            Next::SaveLate(item) => about("say-next-save-late", item),
            Next::AskDates(item) if item.id.as_str() == "active-until" => say("say-next-ask-end"),
            Next::AskDates(_) => say("say-next-ask-dates"),
            Next::LetLapse(_, end) => {
                let told = [("date", self.near(end.on).into())];
                self.with_ground(text.with("say-next-let-lapse", &told), *end)
            }
            Next::Mend(item, reason) => {
                let key = match item.kind {
                    ItemKind::Document => "say-next-renew",
                    _ => "say-next-mend",
                };
                text.with(key, &[self.item(item), ("reason", reason.as_str().into())])
            }
            Next::Confirm(_, Some(date)) => rests("say-next-confirm", date),
            Next::Confirm(_, None) => say(&self.of_way("say-next-confirm-late")),
            Next::Check(entry) => {
                by(&format!("say-next-{}", entry.kind.word()), &entry.item, &entry.given)
            }
            Next::Discard(date) => rests("say-next-discard", date),
            Next::Kept(_, date) => keep("say-next-kept", date),
            Next::KeepAlive(_, date) => keep("say-next-keep-alive", date),
            Next::KeepLate(_, date) => keep("say-next-keep-late", date),
            Next::KeepHeld(_, date, until) => {
                let date = ("date", text.full_date(*date).into());
                text.with("say-next-keep-held", &[date, ("until", text.full_date(*until).into())])
            }
            Next::KeepLast(_, date, until) => {
                let days = [
                    ("date", text.full_date(*date).into()),
                    ("until", text.full_date(*until).into()),
                    ("how", keeps().into()),
                ];
                text.with("say-next-keep-last", &days)
            }
            Next::AskUse(_) => say(&self.of_clock("say-next-ask-use")),
            Next::AskValidity(_) => say("say-next-ask-validity"),
            Next::Refuse(item, date) => by("say-next-refuse", item, date),
            Next::Archive(count, left) => {
                let told = match count {
                    0 => say(&self.of_way("say-next-archive")),
                    _ => text.with("say-next-archive-unmarked", &[("count", (*count).into())]),
                };
                match self.left(left) {
                    Some(left) => {
                        let args = [("told", told.into()), ("left", left.into())];
                        text.with("say-next-archive-left", &args)
                    }
                    None => told,
                }
            }
            Next::SeeLine(_, end) => {
                let told = [("date", self.near(end.on).into())];
                let asked = self.case.pending().is_some();
                let key = if asked { "say-next-see-line" } else { "say-next-see-line-unasked" };
                self.with_ground(text.with(&Self::of_end(key, Some(end.by)), &told), *end)
            }
            Next::SeeValidity(_, date) => {
                text.with("say-next-see-validity", &[("date", text.full_date(*date).into())])
            }
            Next::LastDay(_, end) => {
                self.with_ground(say(&Self::of_end("say-next-last-day", Some(end.by))), *end)
            }
            Next::LastCalls(..) => say("say-next-last-calls"),
            Next::Withdraw(_) => say(&self.of_way("say-next-withdraw")),
            Next::KeptUntil(_, end) => {
                let told = [("date", text.full_date(end.on).into())];
                self.with_ground(text.with("say-next-kept-until", &told), *end)
            }
            Next::SubmitAgain(_) => say(&self.of_way("say-next-submit-again")),
            Next::Decide(count) => text.with("say-next-decide", &[("count", (*count).into())]),
            Next::Archived(left) => self.over("say-next-archived", left),
            Next::Nothing(left) => self.over("say-next-nothing", left),
        }
    }

    /// That a case is over, and what was left open.
    fn over(&self, key: &str, left: &Left) -> String {
        match self.left(left) {
            None => self.text.get(key).into_owned(),
            Some(left) => self.text.with(&format!("{key}-left"), &[("left", left.into())]),
        }
    }

    /// What nobody has seen to, in one line; nothing where nothing is left.
    fn left(&self, left: &Left) -> Option<String> {
        let count = ("count", left.findings.into());
        let findings = (left.findings > 0).then(|| self.text.with("say-left-findings", &[count]));
        let all: Vec<String> =
            left.items.iter().map(|item| self.title(item)).chain(findings).collect();
        (!left.is_none()).then(|| all.join(&self.text.get("word-semicolon")))
    }

    /// That the line is kept, and what keeps it alive.
    pub(crate) fn kept(&self) -> String {
        self.text.with("say-alive", &[("how", self.keeps_alive().into())])
    }

    /// What keeps the line alive.
    fn keeps_alive(&self) -> String {
        let how = self.playbook.ends.as_ref().map(|ends| ends.counts.get(self.text.lang()));
        how.map_or_else(|| self.text.get("say-keep-how").into_owned(), str::to_owned)
    }

    /// Why a change was not made.
    pub(crate) fn refusal(&self, refusal: &Refusal) -> String {
        // An account is told by the name that it has on the screen.
        let shown = match refusal {
            Refusal::Duplicate(name) => {
                &Refusal::Duplicate(shown_name(name, self.text.lang()).into_owned())
            }
            other => other,
        };
        let at =
            |key: &str, stage: &Stage| self.text.with(key, &[("stage", self.stage(*stage).into())]);
        match shown {
            Refusal::Over(stage) => at("say-over", stage),
            Refusal::NotClosed(stage) => at("say-not-closed", stage),
            other => self.text.refusal(other, |item| self.title(item)),
        }
    }

    /// Something to know that gates nothing.
    pub fn warning(&self, warning: &Warning) -> String {
        let text = self.text;
        let full = |name: &'static str, day: &Date| (name, text.full_date(*day).into());
        let latest = |day: &Date| {
            let day = self.hedged(text.full_date(*day), self.is_latest_unverified());
            ("latest", day.into())
        };
        let last = |key, end: &LineEnd| (key, vec![full("date", &end.on)], Some(*end));
        let unused = self.of_clock("say-warn-ended-unused");
        let latest_end = Self::of_end("say-warn-ended-then", Some(LineEndRule::Prolonged));
        let (key, args, end) = match warning {
            Warning::LapsesLinked(end) => last("say-warn-lapses-to-do", end),
            // The sentence itself names the day that was given.
            Warning::Ended(end) if end.by == LineEndRule::GraceUntil => {
                ("say-warn-ended", vec![full("date", &end.on)], None)
            }
            Warning::Ended(end) => {
                let key = match end.by {
                    LineEndRule::Use => unused.as_str(),
                    LineEndRule::Registration => "say-warn-registration-ended",
                    LineEndRule::Prolonged => latest_end.as_str(),
                    _ => "say-warn-ended-then",
                };
                last(key, end)
            }
            Warning::Held(end) => {
                let expires = self.playbook.procedure().expires(&self.case.line);
                let since = expires.unwrap_or(end.on);
                ("say-warn-held", vec![full("date", &end.on), full("since", &since)], None)
            }
            Warning::Expired(on) => ("say-warn-expired", vec![full("date", on)], None),
            Warning::LastChance(on, until) => {
                ("say-warn-last-chance", vec![full("date", on), full("until", until)], None)
            }
            Warning::Soon(kind, until) => {
                let key = format!("say-warn-soon-{}", kind.word());
                let key = match kind {
                    AgendaKind::UseBy => self.of_use(&key),
                    AgendaKind::ExtendBy => self.of_extension(&key),
                    AgendaKind::ActiveUntil if self.ends_then() => "say-warn-soon-ends".to_owned(),
                    _ => key,
                };
                let told = text.with(&key, &[full("date", until)]);
                let told = self.hedged_briefly(told, self.is_unsure(*kind));
                let by = match kind {
                    AgendaKind::RegistrationEnd => LineEndRule::Registration,
                    AgendaKind::GraceUntil => LineEndRule::GraceUntil,
                    AgendaKind::UseBy => LineEndRule::Use,
                    _ => return told,
                };
                return self.with_ground(told, LineEnd { on: *until, by });
            }
            Warning::LapsesInReview { until, latest: by } => {
                let args = vec![full("date", &until.on), latest(by)];
                ("say-warn-lapses-in-review", args, Some(*until))
            }
            Warning::LapsesBeforeAnswer { until, latest: by } => {
                let args = vec![full("date", &until.on), latest(by)];
                ("say-warn-lapses-before-answer", args, Some(*until))
            }
            Warning::StillUsed(item, on) => {
                let args = vec![self.item(item), full("date", on), self.marked_as(item)];
                ("say-warn-still-used", args, None)
            }
            Warning::Unsure(count) => ("say-warn-unsure", vec![("count", (*count).into())], None),
            Warning::Unsaved(count) => ("say-warn-unsaved", vec![("count", (*count).into())], None),
            Warning::NotTheHolder => ("say-warn-not-the-holder", Vec::new(), None),
            Warning::Conflicts(count) => {
                ("say-warn-conflicts", vec![("count", (*count).into())], None)
            }
            Warning::FilesLost(items) => ("say-warn-files-lost", vec![self.items(items)], None),
        };
        let told = text.with(key, &args);
        end.map_or(told.clone(), |end| self.with_ground(told, end))
    }

    /// The titles of items as a variable of a message.
    fn items(&self, items: &[Item]) -> Arg<'static> {
        let titles: Vec<String> = items.iter().map(|item| self.title(item)).collect();
        ("items", titles.join(&self.text.get("word-comma")).into())
    }

    /// That these documents are not named in a letter as attached.
    pub(crate) fn not_attached(&self, lost: &[Item]) -> String {
        self.text.with("say-letter-lost", &[self.items(lost)])
    }

    /// The title of an item as a variable of a message.
    pub(super) fn item(&self, item: &Item) -> Arg<'static> {
        ("item", self.title(item).into())
    }
}
