//! Being on the phone.

use crate::{
    app::{
        call::{Call, Stamp, Stamped, channels},
        deed::Act,
        dialog::Dialog,
        form::FormKind,
        forms,
        model::{Model, Tone},
    },
    domain::Id,
};

/// Begins a call through the hotline, or whatever the playbook names first.
pub(super) fn begin(model: &mut Model) {
    let known = channels(model);
    let hotline = known.iter().find(|one| one.id.as_str() == "hotline").or(known.first());
    let channel = hotline.map_or_else(|| Id::new("hotline"), |one| one.id.clone());
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
    let ids: Vec<Id> = channels(model).iter().map(|one| one.id.clone()).collect();
    let Some(call) = on_top(model) else { return };
    let count = isize::try_from(ids.len()).unwrap_or(1).max(1);
    let here = ids.iter().position(|id| *id == call.channel).unwrap_or_default();
    let here = isize::try_from(here).unwrap_or_default();
    let next = usize::try_from((here + steps).rem_euclid(count)).unwrap_or_default();
    if let Some(id) = ids.get(next) {
        call.channel = id.clone();
    }
}

/// Shows the code to scan in place of the script, or the script again.
pub(super) fn code(model: &mut Model) {
    if let Some(call) = on_top(model) {
        call.code = !call.code;
    }
}

/// Asks for what is to be noted. The clock runs on.
pub(super) fn stamp(model: &mut Model, stamp: Stamp) {
    let form = forms::open(model, FormKind::Stamp(stamp));
    model.dialogs.extend(form.map(Dialog::Form));
}

pub(super) fn stamped(model: &mut Model, what: Stamped) {
    let now = model.now;
    if let Some(call) = on_top(model) {
        call.stamp(now, what);
    }
}

/// The call is over: it becomes an entry of the contact log.
pub(super) fn end(model: &mut Model) {
    let call = model.dialogs.iter().rposition(|one| matches!(one, Dialog::Call(_)));
    let Some(at) = call else { return };
    let over = model.dialogs.split_off(at).into_iter().next();
    let Some(Dialog::Call(call)) = over else { return };
    if call.is_nothing(model.now) {
        let told = model.text.get("ui-call-nothing").into_owned();
        return model.say(Tone::Plain, told);
    }
    let made = model.current().map(|case| {
        let made = case.log_contact(call.contact(model), model.today());
        (case.id.clone(), made)
    });
    let Some((case, made)) = made else { return };
    let done = made.and_then(|change| model.commit(&case, Act::Do(change)));
    let done = done.map(|changed| super::items::told(model, changed));
    model.tell(done);
}
