//! Writes a value as bytes that can be read without looking for its end: a mark,
//! then numbers of seven bits a byte and texts with their length before them.

use crate::node::Node;

/// The bytes of a value.
pub(crate) fn packed(node: &Node) -> Result<Vec<u8>, std::num::TryFromIntError> {
    let mut out = Vec::new();
    pack(node, &mut out)?;
    Ok(out)
}

fn pack(node: &Node, out: &mut Vec<u8>) -> Result<(), std::num::TryFromIntError> {
    match node {
        Node::Word(word) => {
            out.push(b'w');
            text(word, out)?;
        }
        Node::Named(word, node) => {
            out.push(b'n');
            text(word, out)?;
            pack(node, out)?;
        }
        Node::Fields(fields) => {
            out.push(b'f');
            number(fields.len().try_into()?, out);
            for (name, node) in fields {
                text(name, out)?;
                pack(node, out)?;
            }
        }
        Node::Tuple(nodes) | Node::List(nodes) => {
            out.push(if matches!(node, Node::Tuple(_)) { b't' } else { b'l' });
            number(nodes.len().try_into()?, out);
            nodes.iter().try_for_each(|node| pack(node, out))?;
        }
        Node::Map(entries) => {
            // A reader may skip a map, so its length comes before it.
            let mut inside = Vec::new();
            number(entries.len().try_into()?, &mut inside);
            let mut entries: Vec<_> = entries.iter().collect();
            entries.sort_by_key(|(key, _)| match key {
                Node::Text(text) => text.as_str(),
                _ => "",
            });
            for (key, node) in entries {
                pack(key, &mut inside)?;
                pack(node, &mut inside)?;
            }
            out.push(b'm');
            number(inside.len().try_into()?, out);
            out.extend(inside);
        }
        Node::Text(said) => {
            out.push(b's');
            text(said, out)?;
        }
        Node::Number(value) => {
            out.push(b'i');
            // The sign goes last, so that small numbers are short.
            number(((value << 1) ^ (value >> 63)).cast_unsigned(), out);
        }
        Node::Bool(value) => out.push(if *value { b'1' } else { b'0' }),
    }
    Ok(())
}

fn text(text: &str, out: &mut Vec<u8>) -> Result<(), std::num::TryFromIntError> {
    number(text.len().try_into()?, out);
    out.extend(text.as_bytes());
    Ok(())
}

fn number(mut value: u64, out: &mut Vec<u8>) {
    while let Ok(more) = u8::try_from((value & 0x7f) | 0x80)
        && value > 0x7f
    {
        out.push(more);
        value >>= 7;
    }
    out.extend(u8::try_from(value));
}
