//! Entries for the exports whose making is told.

use crate::{
    app::{
        model::Model,
        value::{Choice, MenuEntry},
    },
    catalogue::{ExportGroup, ExportGuide, export_guides},
};

/// Every export, by what it holds.
pub(super) fn exports(model: &Model) -> Vec<MenuEntry> {
    let of_group = |group: ExportGroup| {
        let held = model.text.get(&format!("ui-export-{}", group.word())).into_owned();
        let entry = move |one: &ExportGuide| {
            let note = [held.as_str(), &one.file].join(" · ");
            MenuEntry::new(one.name.clone(), note, Choice::Export(one.id.clone()))
        };
        export_guides().iter().filter(move |one| one.group == group).map(entry)
    };
    ExportGroup::ALL.into_iter().flat_map(of_group).collect()
}
