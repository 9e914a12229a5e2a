//! Being on the phone with the carrier.

use crate::{
    app::{
        forms::{self, Filled},
        model::Model,
        talk,
        value::{Call, Dialog, FormKind, NoteKind, Noted, Tone, around},
    },
    domain::Id,
};

/// Begins a call through the hotline, or through the first channel that works from
/// where the person is.
pub(super) fn begin(model: &mut Model) {
    let abroad = model.current().is_some_and(|case| case.line.abroad);
    let known = model.playbook().map(|playbook| playbook.channels_from(abroad));
    let known = known.unwrap_or_default();
    let hotline = known.iter().find(|one| !abroad && one.id.as_str() == "hotline");
    let channel = hotline.or(known.first());
    let channel = channel.map_or_else(|| Id::new("hotline"), |one| one.id.clone());
    model.dialogs.push(Dialog::Call(Call::new(channel, model.now)));
}

fn on_top(model: &mut Model) -> Option<&mut Call> {
    match model.dialogs.last_mut() {
        Some(Dialog::Call(call)) => Some(call),
        _ => None,
    }
}

/// Goes to another channel of the playbook.
pub(super) fn channel(model: &mut Model, steps: isize) {
    let abroad = model.current().is_some_and(|case| case.line.abroad);
    let known = model.playbook().map(|playbook| playbook.channels_from(abroad));
    let ids: Vec<Id> = known.into_iter().flatten().map(|one| one.id.clone()).collect();
    let Some(call) = on_top(model) else { return };
    let here = ids.iter().position(|id| *id == call.channel).unwrap_or_default();
    if let Some(id) = ids.get(around(here, steps, ids.len())) {
        call.look_at(id.clone());
    }
}

/// Shows the code to scan in place of the script, or the script again.
pub(super) fn code(model: &mut Model) {
    if let Some(call) = on_top(model) {
        call.code = !call.code;
    }
}

/// Notes something. The clock runs on.
pub(super) fn note(model: &mut Model, kind: NoteKind, what: Noted) {
    let now = model.now;
    if let Some(call) = on_top(model) {
        call.note(now, kind, what);
    }
}

/// On leaving: a call in which something was noted is kept; of one that was only
/// looked at nobody says that it happened.
pub(super) fn leave(model: &mut Model) {
    let spoken = model.dialogs.iter().find_map(|one| match one {
        Dialog::Call(call) => call.spoken().cloned(),
        _ => None,
    });
    if let Some(channel) = spoken {
        end(model, &channel);
    }
}

/// Where nobody can be asked any more: the call is kept also where nothing was noted. An
/// entry too many can be undone; a call that nobody wrote down is gone.
pub(in crate::app) fn keep(model: &mut Model) {
    keep_typed(model);
    let channel = model.dialogs.iter().find_map(|one| match one {
        Dialog::Call(call) => call.channels().first().copied().cloned(),
        _ => None,
    });
    if let Some(channel) = channel {
        end(model, &channel);
    }
}

/// Notes what is still being typed. What is no day yet is kept as it was typed.
fn keep_typed(model: &mut Model) {
    // Help may lie on top of it.
    let noted = model.dialogs.iter().find_map(|one| match one {
        Dialog::Form(form) => match form.kind {
            FormKind::CallNote(kind) => Some((form, kind)),
            _ => None,
        },
        _ => None,
    });
    let Some((form, kind)) = noted else { return };
    let typed = form.value(kind.field());
    if !form.is_touched() || typed.is_empty() {
        return;
    }
    let what = match forms::accept(model, form) {
        Ok(Filled::CallNote(_, what)) => what,
        _ => Noted::Words(typed),
    };
    let now = model.now;
    for dialog in &mut model.dialogs {
        if let Dialog::Call(call) = dialog {
            call.note(now, kind, what.clone());
        }
    }
}

/// Whether a call is under way in which nothing was noted.
pub(super) fn is_unnoted(model: &Model) -> bool {
    let unnoted = |one: &Dialog| matches!(one, Dialog::Call(call) if call.spoken().is_none());
    model.dialogs.iter().any(unnoted)
}

/// Ends the call, if there is one, and whatever lies on top of it: the call through
/// this channel becomes an entry of the contact log.
pub(super) fn end(model: &mut Model, channel: &Id) {
    let call = model.dialogs.iter().rposition(|one| matches!(one, Dialog::Call(_)));
    let Some(at) = call else { return };
    let closed = model.dialogs.split_off(at).into_iter().next();
    let Some(Dialog::Call(call)) = closed else { return };
    let today = model.today();
    let draft = call.contact(&model.text, channel, today, model.now);
    if let Some(case) = model.current() {
        let made = case.log_contact(draft, today);
        model.change(made);
    }
}

/// Ends the call and keeps nothing of it.
pub(super) fn drop(model: &mut Model) {
    if let Some(Dialog::Call(_)) = model.dialogs.last() {
        let told = talk::of_call(model, "ui-call-nothing");
        model.dialogs.pop();
        model.say_words(Tone::Plain, &told, &[]);
    }
}
