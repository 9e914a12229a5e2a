//! `ringoff config`: where the settings are, and what is wrong with them.

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{context::Context, define, failure::Failure, keys, output::Output, themes};
use crate::{
    shell::{SETTINGS, describe_missing},
    text::{Text, wrap},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let about = |name| define::verb(text, name, &format!("cli-config-{name}"));
    define::verbs(command, ["path", "check", "sample"].map(about))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    match matches.subcommand_name() {
        Some("path") => {
            let folder = context.paths.config.display().to_string();
            let data = json!({ "folder": folder });
            return Ok(Output::new(folder, data));
        }
        Some("sample") => {
            let sample = sample(&context.text);
            let data = json!({ "sample": sample });
            return Ok(Output::raw(sample, data));
        }
        _ => {}
    }
    let faults = faults(context);
    let data = json!({ "faults": faults });
    if faults.is_empty() {
        return Ok(Output::new(context.text.get("cli-config-fine").into_owned(), data));
    }
    Err(Failure::unreadable(faults.join("\n")).data(data))
}

/// Every setting with what it is for and its default, to be copied to
/// `config.ron`: it changes nothing as it stands.
fn sample(text: &Text) -> String {
    let comment = |words: &str, indent: &str| {
        let lines = wrap(words, 76).into_iter().map(|line| format!("{indent}// {line}\n"));
        lines.collect::<String>()
    };
    let each = SETTINGS.iter().map(|(name, value)| {
        let words = text.get(&format!("cli-setting-{name}"));
        // The default of the language is the language of this run.
        let tag = format!("\u{22}{}\u{22}", text.lang().tag());
        let value = if *name == "lang" { &tag } else { *value };
        format!("\n{}    // {name}: {value},\n", comment(&words, "    "))
    });
    let head = comment(&text.get("cli-sample"), "");
    format!("{head}({}\n)\n", each.collect::<String>().trim_end())
}

/// Everything that is wrong with the person's own settings, keys, themes and
/// playbooks.
pub(super) fn faults(context: &Context) -> Vec<String> {
    let library = context.playbooks();
    let missing = library.ids().into_iter().filter_map(|id| library.find(id).err());
    let playbooks = missing.map(|one| describe_missing(&context.text, &one).0);
    let keys = keys::read(context).1;
    let themes = themes::faults(context);
    let unread = context.unread_playbooks();
    let own = context.faults().into_iter().chain(keys).chain(themes);
    own.chain(unread).chain(playbooks).collect()
}
