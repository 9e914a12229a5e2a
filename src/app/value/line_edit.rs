//! Which editing key does what to a line of text: the keys of a shell.

use tui_input::InputRequest;

use super::key::{Code, Key};

/// What a key does to a line of text. A key that does nothing to it gives
/// `None`.
pub(crate) fn request(key: Key) -> Option<InputRequest> {
    use InputRequest::{
        DeleteLine, DeleteNextChar, DeleteNextWord, DeletePrevChar, DeletePrevWord, DeleteTillEnd,
        GoToEnd, GoToNextChar, GoToNextWord, GoToPrevChar, GoToPrevWord, GoToStart, InsertChar,
    };
    Some(match (key.code, key.ctrl, key.alt) {
        (Code::Char(c), false, false) => InsertChar(c),
        (Code::Backspace, false, false) | (Code::Char('h'), true, false) => DeletePrevChar,
        (Code::Delete, ..) | (Code::Char('d'), true, false) => DeleteNextChar,
        (Code::Left, false, false) | (Code::Char('b'), true, false) => GoToPrevChar,
        (Code::Right, false, false) | (Code::Char('f'), true, false) => GoToNextChar,
        (Code::Left, ..) | (Code::Char('b'), false, true) => GoToPrevWord,
        (Code::Right, ..) | (Code::Char('f'), false, true) => GoToNextWord,
        (Code::Home, ..) | (Code::Char('a'), true, false) => GoToStart,
        (Code::End, ..) | (Code::Char('e'), true, false) => GoToEnd,
        (Code::Char('w'), true, false) | (Code::Backspace, ..) => DeletePrevWord,
        (Code::Char('d'), false, true) => DeleteNextWord,
        (Code::Char('k'), true, false) => DeleteTillEnd,
        (Code::Char('u'), true, false) => DeleteLine,
        _ => return None,
    })
}
