//! Words for a refusal.

use super::Text;
use crate::domain::{Item, Refusal};

impl Text {
    /// Why a change was not made. `title` says what an item is called.
    pub fn refusal(&self, refusal: &Refusal, title: impl Fn(&Item) -> String) -> String {
        let text = self;
        let given =
            |key, name: &'static str, value: String| text.with(key, &[(name, value.into())]);
        match refusal {
            Refusal::NoSuchCase(id) => given("say-no-such-case", "id", id.to_string()),
            Refusal::NoSuchItem(item) => given("say-no-such-item", "item", item.clone()),
            Refusal::NotCheckable(item) => given("say-not-checkable", "item", item.to_string()),
            Refusal::NotSettleable(item) => given("say-not-settleable", "item", title(item)),
            Refusal::Blocked(items) => {
                let open: Vec<String> = items.iter().map(title).collect();
                let items = open.join(&text.get("word-comma"));
                text.with("say-blocked", &[("count", open.len().into()), ("items", items.into())])
            }
            Refusal::Lapsing => text.get("say-lapsing").into_owned(),
            Refusal::AlreadyPending(on) => given("say-already-pending", "date", text.day(*on)),
            Refusal::NothingPending => text.get("say-nothing-pending").into_owned(),
            Refusal::Over(stage) => {
                let stage = text.get(&format!("word-stage-{}", stage.word())).into_owned();
                given("say-over", "stage", stage)
            }
            Refusal::NoName => text.get("say-no-name").into_owned(),
            Refusal::NoReason => text.get("say-no-reason").into_owned(),
            Refusal::Duplicate(name) => given("say-duplicate", "name", name.clone()),
            Refusal::Future { given, today } => text.with(
                "say-future",
                &[
                    ("given", text.full_date(*given).into()),
                    ("today", text.full_date(*today).into()),
                ],
            ),
            Refusal::BeforeCase { given, opened } => text.with(
                "say-before-case",
                &[
                    ("given", text.full_date(*given).into()),
                    ("opened", text.full_date(*opened).into()),
                ],
            ),
            Refusal::BeforeEvent { given, event } => text.with(
                "say-before-event",
                &[
                    ("given", text.full_date(*given).into()),
                    ("event", text.full_date(*event).into()),
                ],
            ),
            Refusal::NotLater { given, latest } => text.with(
                "say-not-later",
                &[
                    ("given", text.full_date(*given).into()),
                    ("latest", text.full_date(*latest).into()),
                ],
            ),
            Refusal::TooFar { given, limit } => text.with(
                "say-too-far",
                &[
                    ("given", text.full_date(*given).into()),
                    ("limit", text.full_date(*limit).into()),
                ],
            ),
            Refusal::NoWindow(window) => text.no_window(*window),
            Refusal::OffAndWorked(on) => given("say-off-and-worked", "date", text.full_date(*on)),
            Refusal::TooManyDays(most) => {
                text.with("say-too-many-days", &[("most", (*most).into())])
            }
            Refusal::GraceBeforeActive { active, grace } => text.with(
                "say-grace-before-active",
                &[
                    ("active", text.full_date(*active).into()),
                    ("grace", text.full_date(*grace).into()),
                ],
            ),
            Refusal::NotANumber(number) => given("say-not-a-number", "number", number.clone()),
            Refusal::AlreadyResolved(on) => given("say-already-resolved", "date", text.day(*on)),
            Refusal::NothingToUndo => text.get("say-nothing-to-undo").into_owned(),
            Refusal::NothingToRedo => text.get("say-nothing-to-redo").into_owned(),
        }
    }
}
