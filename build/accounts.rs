//! The catalogue of accounts, so that one is found by any of its names: under
//! `account/` each by its id, under `called/` the ids by each name, under `how/`
//! each instruction by the id of its account, under `accounts` all ids in order.
//!
//! A name means one account. What is no name, but typed for one (its id, its domain,
//! its pinyin, a short form), can mean several, and never what a name means.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    path::Path,
};

use crate::{fold::squeezed, gather, node::Node, pack::packed, read};

/// Names and bytes, for the table.
type Packed = Vec<(Vec<u8>, Vec<u8>)>;

/// The names in this file are no accounts.
const SENDERS: &str = "senders.ron";

/// What people type for an account, beside its names.
const TYPED: &str = "typed.ron";

/// Reads the folder of the accounts and the one below it.
pub(crate) fn prepare(folder: &Path) -> Result<Packed, Box<dyn Error>> {
    let mut paths = Vec::new();
    gather(folder, &mut paths)?;
    // What is used everywhere comes first.
    paths.sort_by_key(|path| (!path.ends_with("world.ron"), path.clone()));
    let (mut table, mut ids, mut called) = (Packed::new(), Vec::new(), BTreeMap::new());
    let mut typed: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in paths.iter().filter(|path| !path.ends_with(SENDERS)) {
        let Node::List(entries) = read(path)? else {
            return Err(format!("{}: no list", path.display()).into());
        };
        for node in entries {
            if path.ends_with(TYPED) {
                let id = text(&node, "account").ok_or("short forms without an account")?;
                note(&mut typed, id, texts(&node, "typed"));
                continue;
            }
            if path.parent() != Some(folder) {
                let id = text(&node, "account").ok_or("an instruction without an account")?;
                table.push((format!("how/{id}").into_bytes(), packed(&node)?));
                continue;
            }
            let id = text(&node, "id").ok_or("an account without an id")?;
            let own = ["name", "zh"].into_iter().filter_map(|field| text(&node, field));
            for name in own.chain(texts(&node, "aliases")) {
                called.entry(squeezed(name)).or_insert_with(|| vec![id.to_owned()]);
            }
            note(&mut typed, id, text(&node, "pinyin").into_iter().chain([id]));
            note(&mut typed, id, texts(&node, "domains"));
            table.push((format!("account/{id}").into_bytes(), packed(&node)?));
            ids.push(Node::Text(id.to_owned()));
        }
    }
    for (name, ids) in typed {
        // Two letters are often a name only because its signs were left out, as in M&S.
        let short = name.chars().count() <= 2 && name.is_ascii();
        let known = called.entry(name).or_default();
        if known.is_empty() || short {
            known.extend(ids);
            let mut seen = BTreeSet::new();
            known.retain(|id| seen.insert(id.clone()));
        }
    }
    for (name, ids) in called {
        let ids = Node::List(ids.into_iter().map(Node::Text).collect());
        table.push((format!("called/{name}").into_bytes(), packed(&ids)?));
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

/// The texts of a list.
fn texts<'a>(node: &'a Node, name: &str) -> impl Iterator<Item = &'a str> {
    let list = match field(node, name) {
        Some(Node::List(list)) => list.as_slice(),
        _ => &[],
    };
    list.iter().filter_map(|one| match one {
        Node::Text(text) => Some(text.as_str()),
        _ => None,
    })
}

/// Notes what is typed for an account.
fn note<'a>(
    typed: &mut BTreeMap<String, Vec<String>>,
    id: &str,
    forms: impl Iterator<Item = &'a str>,
) {
    for form in forms {
        let ids = typed.entry(squeezed(form)).or_default();
        if ids.iter().all(|known| known != id) {
            ids.push(id.to_owned());
        }
    }
}
