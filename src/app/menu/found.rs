//! Entries for what a scan found.

use super::{Choice, Entry};
use crate::{
    app::{
        model::Model,
        scan::{Discovery, told},
    },
    domain::Acquaintance,
};

pub(super) fn found(model: &Model) -> Vec<Entry> {
    use Acquaintance as A;
    let (text, case) = (&model.text, model.current());
    let entry = |(at, one): (usize, &Discovery)| {
        let known = case.map_or(A::New, |case| one.known(case).0);
        let (mark, state) = match known {
            A::New => ("○", None),
            A::Dismissed => ("–", Some(text.get("word-found-ignored").into_owned())),
            A::Listed(_) => ("✓", Some(text.get("word-found-listed").into_owned())),
            A::StillUsed(day) => {
                let day = text.date_near(day, model.today());
                ("!", Some(text.with("word-found-still_used", &[("date", day.into())])))
            }
        };
        let kind = text.get(&format!("word-kind-{}", one.kind.word()));
        // What is to be made one with another says so.
        let held = (model.merging == Some(at)).then(|| text.get("ui-found-held").into_owned());
        Entry {
            label: format!("{mark} {}  {kind}", one.name),
            note: held
                .into_iter()
                .chain(state)
                .chain([told(model, one)])
                .collect::<Vec<_>>()
                .join(" · "),
            also: "",
            unavailable: None,
            urgent: matches!(known, A::StillUsed(_)),
            choice: Choice::Nothing,
        }
    };
    model.found.iter().enumerate().map(entry).collect()
}
