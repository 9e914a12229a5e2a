//! Which editing key does what to a line of text: the keys of a shell.

use jiff::civil::Date;
use tui_input::{Input, InputRequest};

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

/// Does it. A word of Chinese characters is a whole run of them.
pub(super) fn edit(input: &mut Input, request: InputRequest) {
    use InputRequest::{
        DeleteNextChar, DeleteNextWord, DeletePrevChar, DeletePrevWord, GoToNextChar, GoToNextWord,
        GoToPrevChar, GoToPrevWord,
    };
    let (one, back) = match request {
        DeletePrevWord => (DeletePrevChar, true),
        GoToPrevWord => (GoToPrevChar, true),
        DeleteNextWord => (DeleteNextChar, false),
        GoToNextWord => (GoToNextChar, false),
        _ => (request, false),
    };
    let run = if one == request { None } else { run_of_han(input, back) };
    let (request, count) = run.map_or((request, 1), |count| (one, count));
    for _ in 0..count {
        input.handle(request);
    }
}

/// How many signs of a run of Chinese characters stand before the cursor or behind it,
/// together with the blanks between; nothing where another sign does.
fn run_of_han(input: &Input, back: bool) -> Option<usize> {
    let (before, behind): (Vec<_>, Vec<_>) =
        input.value().chars().enumerate().partition(|(at, _)| *at < input.cursor());
    let beside: Vec<char> = if back {
        before.into_iter().rev().map(|(_, sign)| sign).collect()
    } else {
        behind.into_iter().map(|(_, sign)| sign).collect()
    };
    let blanks = beside.iter().take_while(|sign| sign.is_whitespace()).count();
    let run = beside.iter().skip(blanks).take_while(|sign| is_han(**sign)).count();
    (run > 0).then_some(blanks + run)
}

fn is_han(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a key begins another day behind a whole one, as forms write it: only a time of
/// day can follow it.
pub(super) fn begins_anew(input: &Input, key: Key) -> bool {
    let typed = input.value();
    let is_day = typed.len() == "2026-11-22".len() && typed.parse::<Date>().is_ok();
    let follows = |sign: char| !sign.is_alphanumeric() || sign == 'T';
    is_day && input.cursor() == typed.len() && key.typed().is_some_and(|sign| !follows(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_of_chinese_characters_is_a_word() {
        for (typed, left) in [
            ("停机保号", ""),
            ("停机，保号", "停机，"),
            ("停机 保号 ", "停机 "),
            ("Maybank账户", "Maybank"),
            ("my bank", "my "),
            ("", ""),
        ] {
            let mut input = Input::new(typed.to_owned());
            edit(&mut input, InputRequest::DeletePrevWord);
            assert_eq!(input.value(), left, "{typed}");
        }
        let mut input = Input::new("停机，保号".to_owned()).with_cursor(0);
        edit(&mut input, InputRequest::DeleteNextWord);
        assert_eq!(input.value(), "，保号");
    }
}
