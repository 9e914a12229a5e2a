//! The stream of bytes, cut where one thing ends and the next begins.
//!
//! Owns: which bytes belong together: a sequence, a paste, text. Must not
//! know: what a sequence means.
//!
//! A paste is taken out here and not by the parsing library: it may be long,
//! come slowly and have a marker cut in two, and no byte of it may ever become
//! a key.

use std::mem::take;

use super::unfinished::Unfinished;

/// Most bytes of a paste that are kept; the rest is thrown away. No field takes as much,
/// so that it can be told how much of a paste was left out.
const LONGEST_PASTE: usize = 1 << 24;

/// Most bytes that are taken for keys where a paste has broken off and its end
/// may still come.
const FEW: usize = 8;

const PASTE_BEGINS: &[u8] = b"\x1b[200~";
const PASTE_ENDS: &[u8] = b"\x1b[201~";

/// Bytes that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text, or one whole sequence.
    Bytes(Vec<u8>),
    /// The Esc key, right before something else.
    Esc,
    /// Pasted text.
    Paste(String),
}

/// Where in a paste the stream is.
#[derive(Debug, Default, PartialEq, Eq)]
enum Paste {
    #[default]
    None,
    /// In it; its text so far.
    Inside(Vec<u8>),
    /// It broke off and was handed on; its end may still come.
    BrokenOff,
}

/// The stream so far.
#[derive(Debug, Default)]
pub(super) struct Splitter {
    /// What is not handed on yet: nothing, or the beginning of something.
    held: Vec<u8>,
    paste: Paste,
    /// A sequence broke off: what comes of it yet is no key.
    broke_off: bool,
}

impl Splitter {
    /// Takes bytes and hands on what is whole.
    pub(super) fn push(&mut self, bytes: &[u8]) -> Vec<Piece> {
        self.held.extend_from_slice(bytes);
        if std::mem::take(&mut self.broke_off) {
            self.broke_off = drop_rest(&mut self.held);
        }
        let mut pieces = Vec::new();
        if self.paste == Paste::BrokenOff {
            self.resume(bytes.len(), &mut pieces);
        }
        while !self.held.is_empty() {
            let piece = match &mut self.paste {
                Paste::Inside(text) => inside(&mut self.held, text),
                Paste::None | Paste::BrokenOff => match first(&mut self.held) {
                    Some(Piece::Bytes(bytes)) if bytes == PASTE_BEGINS => {
                        self.paste = Paste::Inside(Vec::new());
                        continue;
                    }
                    Some(Piece::Bytes(bytes)) if bytes == PASTE_ENDS => continue,
                    piece => piece,
                },
            };
            let Some(piece) = piece else { break };
            if matches!(piece, Piece::Paste(_)) {
                self.paste = Paste::None;
            }
            pieces.push(piece);
        }
        pieces
    }

    /// After a paste has broken off: its rest is still text and no keys.
    fn resume(&mut self, fresh: usize, pieces: &mut Vec<Piece>) {
        if let Some(end) = find(&self.held, PASTE_ENDS) {
            let rest = self.held.split_off(end + PASTE_ENDS.len());
            let text = std::mem::replace(&mut self.held, rest);
            pieces.push(Piece::Paste(lossy(text.get(..end).unwrap_or_default())));
            self.paste = Paste::None;
        } else if fresh > FEW && !self.held.starts_with(b"\x1b") {
            self.paste = Paste::Inside(Vec::new());
        } else {
            self.paste = Paste::None;
        }
    }

    /// What the stream ends in the middle of.
    pub(super) fn unfinished(&self) -> Unfinished {
        match self.paste {
            Paste::Inside(_) => Unfinished::Paste,
            Paste::None | Paste::BrokenOff => Unfinished::of(&self.held),
        }
    }

    /// The rest does not come: forgets what is held. Returns what came of a
    /// paste.
    pub(super) fn give_up(&mut self) -> Option<String> {
        let held = take(&mut self.held);
        // What is longer was begun by the terminal and not by a person.
        self.broke_off |= held.starts_with(b"\x1b[") && held.len() > 2;
        match take(&mut self.paste) {
            Paste::Inside(mut text) => {
                keep(&mut text, &held);
                self.paste = Paste::BrokenOff;
                Some(lossy(&text))
            }
            other => {
                self.paste = other;
                None
            }
        }
    }
}

/// Drops the rest of a sequence whose beginning is gone already. Returns whether more of it
/// may come.
fn drop_rest(held: &mut Vec<u8>) -> bool {
    let inside = held.iter().position(|byte| !(0x20..=0x3f).contains(byte));
    match inside.and_then(|at| Some((at, *held.get(at)?))) {
        None => held.clear(),
        Some((at, 0x40..=0x7e)) => _ = held.drain(..=at),
        Some((at, _)) => _ = held.drain(..at),
    }
    inside.is_none()
}

/// Takes what came of a paste; all of it once its end has come.
fn inside(held: &mut Vec<u8>, text: &mut Vec<u8>) -> Option<Piece> {
    if let Some(end) = find(held, PASTE_ENDS) {
        keep(text, held.get(..end).unwrap_or_default());
        held.drain(..end + PASTE_ENDS.len());
        return Some(Piece::Paste(lossy(text)));
    }
    // The marker may be cut in two.
    let cut = (1..PASTE_ENDS.len()).rev().find(|length| {
        PASTE_ENDS.get(..*length).is_some_and(|beginning| held.ends_with(beginning))
    });
    let sure = held.len() - cut.unwrap_or_default();
    keep(text, held.get(..sure).unwrap_or_default());
    held.drain(..sure);
    None
}

/// Keeps bytes of a paste as far as there is room.
fn keep(text: &mut Vec<u8>, more: &[u8]) {
    let room = LONGEST_PASTE.saturating_sub(text.len()).min(more.len());
    text.extend_from_slice(more.get(..room).unwrap_or_default());
}

fn lossy(text: &[u8]) -> String {
    String::from_utf8_lossy(text).into_owned()
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, what)
}

/// Takes the first whole thing; nothing while it is not whole.
fn first(held: &mut Vec<u8>) -> Option<Piece> {
    let length = match memchr::memchr(0x1b, held) {
        None => held.len(),
        Some(0) => match sequence(held) {
            Sequence::Whole(length) => length,
            Sequence::Esc => {
                held.drain(..1);
                return Some(Piece::Esc);
            }
            Sequence::Broken(length) => {
                held.drain(..length);
                return Some(Piece::Bytes(Vec::new()));
            }
            Sequence::Unfinished => return None,
        },
        Some(at) => at,
    };
    Some(Piece::Bytes(held.drain(..length).collect()))
}

/// What bytes that begin with Esc begin with.
enum Sequence {
    /// A sequence of so many bytes.
    Whole(usize),
    /// The key, and then something else.
    Esc,
    /// So many bytes of a sequence that another one has cut off.
    Broken(usize),
    Unfinished,
}

fn sequence(bytes: &[u8]) -> Sequence {
    let whole = |length: usize| {
        if bytes.len() < length { Sequence::Unfinished } else { Sequence::Whole(length) }
    };
    let Some(second) = bytes.get(1) else { return Sequence::Unfinished };
    let rest = bytes.get(2..).unwrap_or_default();
    // A sequence has no control characters in it.
    let broken = rest.iter().position(|byte| *byte == 0x1b);
    match second {
        0x1b => Sequence::Esc,
        b'[' => match rest.first() {
            None => Sequence::Unfinished,
            Some(b'M') => whole(6),
            Some(b'[') => whole(4),
            Some(_) => {
                let end = rest.iter().position(|byte| (0x40..=0x7e).contains(byte) || *byte < 0x20);
                match end {
                    Some(end) if rest.get(end).is_some_and(|byte| *byte < 0x20) => {
                        Sequence::Broken(end + 2)
                    }
                    Some(end) => Sequence::Whole(end + 3),
                    None => Sequence::Unfinished,
                }
            }
        },
        b'O' => match broken {
            Some(0) => Sequence::Broken(2),
            _ => whole(3),
        },
        b']' | b'P' | b'X' | b'^' | b'_' => {
            let bell = rest.iter().position(|byte| *byte == 0x07);
            match (bell, broken) {
                (Some(bell), at) if at.is_none_or(|at| bell < at) => Sequence::Whole(bell + 3),
                (_, Some(at)) if rest.get(at + 1) == Some(&b'\\') => Sequence::Whole(at + 4),
                (_, Some(at)) if rest.get(at + 1).is_some() => Sequence::Broken(at + 2),
                _ => Sequence::Unfinished,
            }
        }
        0xc0..=0xdf => whole(3),
        0xe0..=0xef => whole(4),
        0xf0..=0xf7 => whole(5),
        _ => Sequence::Whole(2),
    }
}
