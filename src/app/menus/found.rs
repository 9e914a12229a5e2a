//! Menu entries for the findings of a scan.

use crate::{
    app::{model::Model, value::MenuEntry},
    catalogue::shown_name,
    domain::{Finding, FindingStatus as Status},
};

pub(super) fn found(model: &Model) -> Vec<MenuEntry> {
    let (text, case) = (&model.text, model.current());
    let day = |day| text.date_near(day, model.today());
    let entry = |(at, one): (usize, &Finding)| {
        let status = case.map_or(Status::New, |case| one.status(case).0);
        let mark = match status {
            Status::New => "○",
            Status::Dismissed => "–",
            // It may still be to do there.
            Status::Listed(_) => "·",
            Status::StillUsed(..) => "!",
            Status::OtherSim(_) => "?",
        };
        let kind = text.get(&format!("word-kind-{}", one.kind.word()));
        let merging = (model.merging == Some(at)).then(|| text.get("ui-found-held").into_owned());
        let evidence = Some(text.evidence(one, day));
        let note = [merging, text.finding_status(status, day), evidence];
        MenuEntry {
            label: format!("{mark} {}  {kind}", shown_name(&one.name, text.lang())),
            note: note.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            soon: status.is_later(),
            ..MenuEntry::default()
        }
    };
    model.found.iter().enumerate().map(entry).collect()
}
