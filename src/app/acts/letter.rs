//! The letter on top: copying, editing and saving it, and that it was sent.

use crate::{
    app::{
        command::Command,
        forms,
        model::Model,
        pages::letter,
        panes::PaneId,
        value::{Dialog, Effect, FieldId, FormKind, MenuKind, Tone, Topic, around},
    },
    domain::{Change, Id, Refusal},
    text::Lang,
};

/// The letter on top, as the person sees it.
fn on_top(model: &Model) -> Option<(Id, String)> {
    let Some(Dialog::Page { topic: Topic::Letter(id, edited, lang), .. }) = model.dialogs.last()
    else {
        return None;
    };
    let text = edited.clone().or_else(|| letter::text(model, id, *lang))?;
    Some((id.clone(), text))
}

/// The text of the letter on top.
pub(in crate::app) fn shown(model: &Model) -> Option<String> {
    on_top(model).map(|(_, text)| text)
}

/// Shows it in the next language: those that the carrier reads come first. What the
/// person has made of it is in the language it has.
pub(super) fn language(model: &mut Model) {
    let Some(playbook) = model.playbook() else { return };
    let own = model.text.lang();
    let (read, usual) = (playbook.letter_languages(), playbook.letter_language(own));
    let Some(Dialog::Page { topic: Topic::Letter(_, edited, lang), scroll }) =
        model.dialogs.last_mut()
    else {
        return;
    };
    if edited.is_some() {
        return model.say_words(Tone::Bad, "ui-letter-language-edited", &[]);
    }
    let mut all = vec![usual];
    for one in read.iter().copied().chain(Lang::ALL) {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    let here = all.iter().position(|one| *one == lang.unwrap_or(usual)).unwrap_or_default();
    let next = all.get(around(here, 1, all.len())).copied().unwrap_or(usual);
    (*lang, *scroll) = (Some(next), 0);
    let name = |lang: Lang| model.text.get(&format!("word-lang-{lang}")).into_owned();
    let names: Vec<String> = read.iter().map(|one| name(*one)).collect();
    let args =
        [("name", name(next).into()), ("langs", names.join(&model.text.get("word-comma")).into())];
    let key = if read.contains(&next) { "ui-letter-language" } else { "ui-letter-unread" };
    model.say_words(Tone::Plain, key, &args);
}

/// Copies its text.
pub(super) fn copy(model: &mut Model) {
    if let Some((_, text)) = on_top(model) {
        model.say_words(Tone::Good, "ui-letter-copied", &[]);
        model.keep_letter();
        model.ask(Effect::Copy(text));
    }
}

/// Opens it in the person's editor.
pub(super) fn edit(model: &mut Model) {
    if let Some((_, text)) = on_top(model) {
        model.ask(Effect::Edit(text));
    }
}

/// Asks for the file to save it to, and suggests one in the home folder.
pub(super) fn save(model: &mut Model) {
    if let Some((id, text)) = on_top(model) {
        forms::show(model, &FormKind::SaveLetter(text + "\n"));
        if let Some(Dialog::Form(form)) = model.dialogs.last_mut() {
            let suggested = format!("~/{id}.txt");
            form.focused().into_iter().for_each(|field| field.replace(&suggested));
            form.settle();
        }
    }
}

/// Whether the letter on top is what the person has made of it: it is nowhere else.
pub(super) fn is_edited(model: &Model) -> bool {
    model.edited_letter().is_some_and(|text| model.kept_letter.as_ref() != Some(text))
}

/// Asks through which channel it was sent, and by when an answer is expected.
pub(super) fn sent(model: &mut Model) {
    let Some((id, _)) = on_top(model) else { return };
    // What was submitted is shown again, and not sent again.
    let submits = letter::find(model, &id).is_some_and(|letter| letter.submits);
    let pending = model.current().and_then(|case| case.pending()).map(|one| one.on);
    if let Some(on) = pending.filter(|_| submits) {
        return model.change(Err::<Change, _>(Refusal::AlreadyPending(on)));
    }
    forms::show(model, &FormKind::SentLetter(id));
}

/// It was written into the contact log that the letter was sent: goes to that entry. Of
/// an application it is asked whether it is submitted by that. What the person has made
/// of the letter stays until it is closed.
pub(super) fn logged(model: &mut Model, id: &Id) {
    let submits = letter::find(model, id).is_some_and(|letter| letter.submits);
    if !is_edited(model) {
        model.dialogs.pop();
    }
    model.select(PaneId::Contacts, 0);
    let sent = model.current().and_then(|case| case.contacts.last()).cloned();
    let by = sent
        .as_ref()
        .and_then(|sent| sent.answer_by)
        .map(|by| model.text.day_near(by, model.today()));
    let word = if by.is_some() { "ui-letter-sent" } else { "ui-letter-sent-only" };
    let key = model.keymap.key_of(Command::Undo);
    let args = [("date", by.unwrap_or_default().into()), ("key", key.into())];
    model.say_words(Tone::Good, word, &args);
    let open = model.current().is_some_and(|case| submits && case.pending().is_none());
    if let Some(sent) = sent.filter(|_| open) {
        model.open_menu(MenuKind::SentSubmits(sent.id));
    }
}

/// Submits the application by the letter that became this contact. Where something
/// required is open the reason is asked for.
pub(super) fn submit(model: &mut Model, id: &Id) {
    let Some(scene) = model.scene() else { return };
    let Ok(sent) = scene.words.case.contact(id) else { return };
    if !scene.status.gate.is_empty() {
        let channel = sent.channel.clone();
        forms::show(model, &FormKind::Submit { anyway: true });
        if let Some(Dialog::Form(form)) = model.dialogs.last_mut() {
            form.preset(FieldId::Channel, &channel);
        }
        return;
    }
    let draft = scene.words.submitted_by(sent);
    let made = scene.words.case.submit(&scene.status.gate, draft, scene.words.today);
    let done = made.is_ok();
    model.change(made);
    if done {
        model.select(PaneId::Review, 0);
    }
}
