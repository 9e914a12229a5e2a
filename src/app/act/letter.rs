//! What to say and to hand over.

use crate::{
    app::{
        dialog::Dialog,
        form::FormKind,
        forms,
        menu::{Menu, MenuKind},
        message::Effect,
        model::{Model, Tone},
        page::Topic,
    },
    domain::Id,
};

pub(super) fn list(model: &mut Model) {
    model.dialogs.push(Dialog::Menu(Menu::new(MenuKind::Letters)));
}

/// The letter on top, as the person sees it.
fn text(model: &Model) -> Option<(Id, String)> {
    let Some(Dialog::Page { topic: Topic::Letter(id, changed), .. }) = model.dialogs.last() else {
        return None;
    };
    let text = changed.clone().or_else(|| crate::app::pages::letter::text(model, id))?;
    Some((id.clone(), text))
}

pub(super) fn copy(model: &mut Model) -> Vec<Effect> {
    let Some((_, text)) = text(model) else { return Vec::new() };
    let told = model.text.get("ui-letter-copied").into_owned();
    model.say(Tone::Good, told);
    vec![Effect::Copy(text)]
}

pub(super) fn edit(model: &mut Model) -> Vec<Effect> {
    text(model).map(|(_, text)| Effect::Edit(text)).into_iter().collect()
}

pub(super) fn save(model: &mut Model) {
    let Some((id, text)) = text(model) else { return };
    if let Some(mut form) = forms::open(model, FormKind::SaveLetter(text + "\n")) {
        form.paste(&format!("~/{id}.txt"));
        model.dialogs.push(Dialog::Form(form));
    }
}
