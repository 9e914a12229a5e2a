//! Which words there are for a call: through a channel where one writes or stands at a
//! counter nobody calls anybody.

use super::{model::Model, value::Dialog};
use crate::domain::Id;

/// The key of a text about the call under way, as it is for its channel.
pub(super) fn of_call(model: &Model, key: &str) -> String {
    let call = model.dialogs.iter().rev().find_map(|one| match one {
        Dialog::Call(call) => Some(call.spoken().unwrap_or(&call.channel)),
        _ => None,
    });
    call.map_or_else(|| key.to_owned(), |channel| of_channel(model, channel, key))
}

/// The same for one of the channels.
pub(super) fn of_channel(model: &Model, channel: &Id, key: &str) -> String {
    let abroad = model.current().is_some_and(|case| case.line.abroad);
    let known = model.playbook().map(|playbook| playbook.channels.iter());
    let known = known.into_iter().flatten().find(|one| one.id == *channel);
    known.map_or_else(|| key.to_owned(), |one| one.of_talk(abroad, key))
}
