//! `ringoff conflict`: what two sides of a merge changed differently.

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{
    arguments, case_context, context::Context, define, failure::Failure, output::Output, session,
};
use crate::{domain::Refusal, text::Text};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let number = define::word(text, "conflict", "N").required(false).requires("side");
    let side = define::word(text, "side", "keep|take").required(false);
    command.args([number, side.value_parser(["keep", "take"]).hide_possible_values(true)])
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let given = arguments::typed(matches, "conflict");
    if given.is_empty() {
        return list(context);
    }
    let other = arguments::typed(matches, "side") == "take";
    session::change(context, |about| {
        let number = given.strip_prefix("conflict:").unwrap_or(given).parse::<usize>();
        let place = number.ok().and_then(|number| number.checked_sub(1));
        let unknown = || Err(Refusal::NoSuchItem(format!("conflict:{given}")));
        about.one(place.map_or_else(unknown, |place| about.case.settle(place, other)))
    })
}

fn list(context: &Context) -> Result<Output, Failure> {
    case_context::tell(context, |words, _| {
        let text = words.text;
        let (mut told, mut data) = (Vec::new(), Vec::new());
        for (at, one) in words.case.conflicts.iter().enumerate() {
            let (kept, other) = words.conflict(one);
            let number = at.saturating_add(1);
            data.push(json!({ "n": number, "kept": kept, "other": other }));
            let args = [("n", number.into()), ("kept", kept.into()), ("other", other.into())];
            told.push(text.with("cli-conflict", &args));
        }
        if told.is_empty() {
            told.push(text.get("ui-needs-conflict").into_owned());
        }
        (told.join("\n"), json!({ "conflicts": data }))
    })
}
