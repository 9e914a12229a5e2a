//! The catalogue of accounts, so that one is found by any of its names: under
//! `account/` each by its id, under `called/` the id by each name, under `how/`
//! each instruction by the id of its account, under `accounts` all ids in order.

use std::{collections::BTreeMap, error::Error, path::Path};

use crate::{fold::squeezed, gather, node::Node, pack::packed, read};

/// Names and bytes, for the table.
type Packed = Vec<(Vec<u8>, Vec<u8>)>;

/// The names in this file are no accounts.
const SENDERS: &str = "senders.ron";

/// Reads the folder of the accounts and the one below it.
pub(crate) fn prepare(folder: &Path) -> Result<Packed, Box<dyn Error>> {
    let mut paths = Vec::new();
    gather(folder, &mut paths)?;
    // What is used everywhere comes first.
    paths.sort_by_key(|path| (!path.ends_with("world.ron"), path.clone()));
    let (mut table, mut ids, mut called) = (Packed::new(), Vec::new(), BTreeMap::new());
    for path in paths.iter().filter(|path| !path.ends_with(SENDERS)) {
        let Node::List(entries) = read(path)? else {
            return Err(format!("{}: no list", path.display()).into());
        };
        for node in entries {
            if path.parent() != Some(folder) {
                let id = text(&node, "account").ok_or("an instruction without an account")?;
                table.push((format!("how/{id}").into_bytes(), packed(&node)?));
                continue;
            }
            let id = text(&node, "id").ok_or("an account without an id")?;
            let own = ["name", "zh"].into_iter().filter_map(|field| text(&node, field));
            for name in own.chain(aliases(&node)) {
                called.entry(squeezed(name)).or_insert_with(|| id.to_owned());
            }
            table.push((format!("account/{id}").into_bytes(), packed(&node)?));
            ids.push(Node::Text(id.to_owned()));
        }
    }
    for (name, id) in called {
        table.push((format!("called/{name}").into_bytes(), packed(&Node::Text(id))?));
    }
    table.push((b"accounts".to_vec(), packed(&Node::List(ids))?));
    Ok(table)
}

fn field<'a>(node: &'a Node, name: &str) -> Option<&'a Node> {
    let Node::Fields(fields) = node else { return None };
    fields.iter().find(|(own, _)| own == name).map(|(_, node)| node)
}

fn text<'a>(node: &'a Node, name: &str) -> Option<&'a str> {
    match field(node, name)? {
        Node::Text(text) => Some(text),
        _ => None,
    }
}

fn aliases(node: &Node) -> impl Iterator<Item = &str> {
    let aliases = match field(node, "aliases") {
        Some(Node::List(aliases)) => aliases.as_slice(),
        _ => &[],
    };
    aliases.iter().filter_map(|alias| match alias {
        Node::Text(text) => Some(text.as_str()),
        _ => None,
    })
}
