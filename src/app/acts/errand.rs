//! What the command line does, asked for in the dashboard.

use crate::app::{
    forms,
    model::Model,
    value::{Effect, Errand, ErrandFile, FormKind, Told, Topic},
};

/// Does an errand and shows what it tells; where it needs a file, asks for that
/// first.
pub(super) fn run(model: &mut Model, errand: Errand) {
    if errand.file != ErrandFile::None {
        return forms::show(model, &FormKind::Errand(errand));
    }
    let (ticket, title) = (model.new_ticket(), errand.title());
    model.open_page(Topic::Told(Told { ticket, title, answer: None }));
    model.ask(Effect::Errand(ticket, errand.words, None));
}
