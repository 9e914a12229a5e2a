//! From the events of the parsing library to ours.
//!
//! Owns: which of them count. Must not know: what a key does.

use termina::{
    Event as Parsed,
    escape::{
        csi::{Csi, Cursor, Device},
        osc::{ColorOrQuery, DynamicColorNumber, Osc},
    },
    event::{
        KeyCode, KeyEvent, KeyEventKind, KeyEventState, Modifiers, MouseButton, MouseEvent,
        MouseEventKind,
    },
};

use crate::{
    app::{Code, Key},
    shell::event::{Answer, Event},
};

/// The event as the host hears it; nothing when it does not count.
pub(super) fn decode(parsed: Parsed) -> Option<Event> {
    match parsed {
        Parsed::Key(pressed) => key(pressed).map(Event::Key),
        Parsed::Paste(text) => Some(Event::Paste(text)),
        Parsed::Mouse(moved) => mouse(moved),
        Parsed::Osc(Osc::ChangeDynamicColors(DynamicColorNumber::TextBackgroundColor, colours)) => {
            match colours.first() {
                Some(ColorOrQuery::Color(colour)) => {
                    // As bright as the eye sees it, of 255,000.
                    let parts = [(colour.red, 299), (colour.green, 587), (colour.blue, 114)];
                    let sum: u32 =
                        parts.iter().map(|(part, weight)| u32::from(*part) * weight).sum();
                    Some(Event::Answer(Answer::Background { light: sum > 127_500 }))
                }
                _ => None,
            }
        }
        Parsed::Csi(Csi::Cursor(Cursor::ActivePositionReport { col, .. })) => {
            Some(Event::Answer(Answer::Column(u32::from(col.get()))))
        }
        Parsed::Csi(Csi::Device(Device::DeviceAttributes(()))) => Some(Event::Answer(Answer::Done)),
        _ => None,
    }
}

fn mouse(mouse: MouseEvent) -> Option<Event> {
    /// Rows that one step of the wheel goes on.
    const STEP: isize = 3;
    let (x, y) = (mouse.column, mouse.row);
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Event::Click(x, y)),
        MouseEventKind::ScrollDown => Some(Event::Wheel(x, y, STEP)),
        MouseEventKind::ScrollUp => Some(Event::Wheel(x, y, -STEP)),
        _ => None,
    }
}

fn key(key: KeyEvent) -> Option<Key> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let shift = key.modifiers.contains(Modifiers::SHIFT);
    let code = match key.code {
        // A key of the desktop: no character is typed with it.
        KeyCode::Char(_) if key.modifiers.intersects(Modifiers::SUPER | Modifiers::HYPER) => {
            return None;
        }
        KeyCode::Char(c) => character(c, shift, key.state.contains(KeyEventState::CAPS_LOCK))?,
        KeyCode::Enter => Code::Enter,
        KeyCode::Escape => Code::Esc,
        KeyCode::Tab if shift => Code::BackTab,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Function(n) => Code::F(n),
        _ => return None,
    };
    let ctrl = key.modifiers.contains(Modifiers::CONTROL);
    let alt = key.modifiers.contains(Modifiers::ALT);
    // What a third level of a keyboard types, such as `@` by AltGr.
    if let (Code::Char(c), true, true) = (code, ctrl, alt)
        && !c.is_ascii_alphanumeric()
        && c != ' '
    {
        return Some(Key::plain(code));
    }
    Some(if ctrl { with_ctrl(code, alt) } else { Key { code, ctrl, alt } })
}

/// The key that Control makes of another one, as every terminal has it: the letter counts and
/// not its case, and three characters are keys of their own.
fn with_ctrl(code: Code, alt: bool) -> Key {
    let named = |code| Key { code, ctrl: false, alt };
    match code {
        Code::Char('i' | 'I') => named(Code::Tab),
        Code::Char('m' | 'M') => named(Code::Enter),
        Code::Char('[') => named(Code::Esc),
        code => Key { code, ctrl: true, alt }.with_its_case(),
    }
}

/// The key of a character. Some terminals send the character of the key and
/// that Shift is held, in place of the one that is meant.
fn character(c: char, shift: bool, caps_lock: bool) -> Option<Code> {
    Some(match c {
        '\u{8}' | '\u{7f}' => Code::Backspace,
        '\t' => Code::Tab,
        '\n' | '\r' => Code::Enter,
        '\u{1b}' => Code::Esc,
        c if c.is_control() => return None,
        c if c.is_lowercase() && (shift != caps_lock) => {
            let mut upper = c.to_uppercase();
            Code::Char(upper.next().filter(|_| upper.next().is_none()).unwrap_or(c))
        }
        c => Code::Char(c),
    })
}
