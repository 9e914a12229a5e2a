//! The locale files as tables: the keys of all messages in their order, in each
//! language the patterns in the order of the keys, and the place of each key by its
//! hash.
//!
//! A pattern is its text. `src/text/pattern.rs` says what the marks in it mean.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fs,
    path::Path,
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey},
    parser,
    unicode::unescape_unicode_to_string,
};

use crate::{key_hash::key_hash, table::table};

/// The language that stands in for what another one lacks.
const FALLBACK: &str = "en";

/// A variable follows.
const VARIABLE: u8 = 1;

/// A choice follows.
const CHOICE: u8 = 2;

/// A slot without a key.
const FREE: u16 = u16::MAX;

type Messages = BTreeMap<String, Vec<u8>>;

/// Reads every language in a folder and writes its table.
pub(crate) fn prepare(folder: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut languages = BTreeMap::new();
    for language in fs::read_dir(folder)? {
        let language = language?;
        let name = language.file_name().to_string_lossy().into_owned();
        let mut messages = Messages::new();
        for file in fs::read_dir(language.path())? {
            let path = file?.path();
            read(&fs::read_to_string(&path)?, &mut messages)
                .map_err(|what| format!("{}: {what}", path.display()))?;
        }
        languages.insert(name, messages);
    }
    let keys: BTreeSet<&String> = languages.values().flat_map(BTreeMap::keys).collect();
    let bytes: Vec<Vec<u8>> = keys.iter().map(|key| key.as_bytes().to_vec()).collect();
    fs::write(out.join("messages.keys"), table(&bytes)?)?;
    fs::write(out.join("messages.index"), index(&bytes)?)?;
    let fallback = languages.get(FALLBACK).ok_or("no language to fall back on")?;
    for (name, messages) in &languages {
        let pattern = |key: &&String| messages.get(*key).or_else(|| fallback.get(*key)).cloned();
        let patterns: Vec<Vec<u8>> =
            keys.iter().map(|key| pattern(key).unwrap_or_default()).collect();
        fs::write(out.join(format!("messages.{name}")), table(&patterns)?)?;
    }
    Ok(())
}

/// Slots of two bytes, twice as many as keys or more: each key stands in the slot of
/// its hash or in the next free one behind.
fn index(keys: &[Vec<u8>]) -> Result<Vec<u8>, Box<dyn Error>> {
    let count = (2 * keys.len()).next_power_of_two();
    let mut slots = vec![FREE; count];
    for (at, key) in keys.iter().enumerate() {
        let first = key_hash(key) & (count - 1);
        let free = (first..count).chain(0..first).find(|slot| slots.get(*slot) == Some(&FREE));
        let slot = free.and_then(|slot| slots.get_mut(slot)).ok_or("no free slot")?;
        *slot = u16::try_from(at)?;
    }
    Ok(slots.into_iter().flat_map(u16::to_le_bytes).collect())
}

fn read(source: &str, messages: &mut Messages) -> Result<(), Box<dyn Error>> {
    let resource = parser::parse(source).map_err(|(_, faults)| format!("{faults:?}"))?;
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let pattern = message.value.ok_or("a message without a value")?;
                let mut bytes = Vec::new();
                write(&pattern, &mut bytes)?;
                messages.insert(message.id.name.to_owned(), bytes);
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Term(_) | Entry::Junk { .. } => return Err("only messages are known".into()),
        }
    }
    Ok(())
}

fn write(pattern: &Pattern<&str>, out: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => out.extend(value.as_bytes()),
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(InlineExpression::StringLiteral { value }) => {
                    out.extend(unescape_unicode_to_string(value).as_bytes());
                }
                Expression::Inline(InlineExpression::VariableReference { id }) => {
                    out.push(VARIABLE);
                    short(id.name, out)?;
                }
                Expression::Select {
                    selector: InlineExpression::VariableReference { id },
                    variants,
                } => {
                    out.push(CHOICE);
                    short(id.name, out)?;
                    let usual = variants.iter().position(|variant| variant.default);
                    out.push(u8::try_from(usual.ok_or("a choice without a default")?)?);
                    out.push(u8::try_from(variants.len())?);
                    for variant in variants {
                        let (VariantKey::Identifier { name }
                        | VariantKey::NumberLiteral { value: name }) = variant.key;
                        short(name, out)?;
                        let mut inside = Vec::new();
                        write(&variant.value, &mut inside)?;
                        out.extend(u16::try_from(inside.len())?.to_le_bytes());
                        out.extend(inside);
                    }
                }
                _ => return Err("only variables, texts and choices are known".into()),
            },
        }
    }
    Ok(())
}

/// A name with its length before it.
fn short(name: &str, out: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
    out.push(u8::try_from(name.len())?);
    out.extend(name.as_bytes());
    Ok(())
}
