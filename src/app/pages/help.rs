//! Keys and commands, from the table and the effective keymap.

use crate::app::{
    command::{Command, Scope},
    model::Model,
    page::{Block, Page},
};

pub(in crate::app) fn page(model: &Model) -> Page {
    let text = &model.text;
    let mut blocks = vec![Block::Text(text.get("ui-help-lead").into_owned())];
    for scope in Scope::ALL {
        let heading = text.get(&format!("ui-scope-{}", scope.word())).into_owned();
        blocks.extend([Block::Gap, Block::Heading(heading)]);
        for command in Command::ALL.iter().filter(|command| command.scope() == scope) {
            let keys = model.keymap.keys_of(*command).join(", ");
            let keys = if keys.is_empty() { text.get("ui-unbound").into_owned() } else { keys };
            blocks.push(Block::Fact(keys, text.get(command.text()).into_owned()));
        }
    }
    let legend = text.get("ui-help-legend").into_owned();
    blocks.extend([Block::Gap, Block::Faint(legend)]);
    Page { title: text.get("ui-help-title").into_owned(), blocks }
}
