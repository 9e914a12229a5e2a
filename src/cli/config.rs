//! `ringoff config`: where the settings are, and what is wrong with them.

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{
    answer::{Answer, Failure},
    context::Context,
    dashboard,
    define::{say, sub},
    look,
};
use crate::{
    shell::SETTINGS,
    text::{Text, wrap},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let about =
        |name: &'static str| sub(text, name).about(say(text, &format!("cli-config-{name}")));
    command
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(about("path"))
        .subcommand(about("check"))
        .subcommand(about("sample"))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    if let Some(("path", _)) = matches.subcommand() {
        let folder = context.paths.config.display().to_string();
        return Ok(Answer { data: json!({ "folder": folder }), told: folder, ..Answer::default() });
    }
    if let Some(("sample", _)) = matches.subcommand() {
        let sample = sample(&context.text);
        let data = json!({ "sample": sample });
        return Ok(Answer { raw: Some(sample), data, ..Answer::default() });
    }
    let faults = faults(context);
    if faults.is_empty() {
        let told = context.text.get("cli-config-fine").into_owned();
        return Ok(Answer { told, data: json!({ "faults": [] }), ..Answer::default() });
    }
    let failure = Failure::unreadable(faults.join("\n"));
    Err(Failure { data: Some(Box::new(json!({ "faults": faults }))), ..failure })
}

/// Every setting with what it is for and what it is when nothing is said, to
/// be copied to `config.ron`: it changes nothing as it stands.
fn sample(text: &Text) -> String {
    let comment = |words: &str, indent: &str| {
        let lines = wrap(words, 76).into_iter().map(|line| format!("{indent}// {line}\n"));
        lines.collect::<String>()
    };
    let each = SETTINGS.iter().map(|(name, value)| {
        let words = text.get(&format!("cli-setting-{name}"));
        // The language it is without being asked for.
        let tag = format!("\u{22}{}\u{22}", text.lang().tag());
        let value = if *name == "lang" { &tag } else { *value };
        format!("\n{}    // {name}: {value},\n", comment(&words, "    "))
    });
    let head = comment(&text.get("cli-sample"), "");
    format!("{head}({}\n)\n", each.collect::<String>().trim_end())
}

/// Everything that is wrong with settings, keys and playbooks of the person's
/// own.
pub(super) fn faults(context: &Context) -> Vec<String> {
    let shelf = context.shelf();
    let missing = shelf.ids().into_iter().filter_map(|id| shelf.find(id).err());
    let playbooks = missing.map(|one| crate::shell::describe_missing(&context.text, &one).0);
    let keys = dashboard::key_faults(context);
    let themes = look::faults(context);
    context.faults().into_iter().chain(keys).chain(themes).chain(playbooks).collect()
}
