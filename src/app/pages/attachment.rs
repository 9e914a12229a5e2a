//! What a page tells of a file that is attached.

use crate::{app::value::Block, domain::Attachment, text::Text};

/// A file that is attached, or was.
pub(super) fn attached(text: &Text, key: &str, file: &Attachment) -> Block {
    let size = text.with("ui-bytes", &[("size", file.size.into())]);
    let print = file.sha256.get(..16).unwrap_or(&file.sha256);
    Block::fact(text, key, format!("{} ({size}, SHA-256 {print}…)", file.path))
}
