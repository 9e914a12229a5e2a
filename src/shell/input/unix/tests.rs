use std::time::Duration;

use super::*;

/// What the pieces of a stream are, when nothing comes after them.
fn stream(pieces: &[&[u8]]) -> Vec<String> {
    let mut input = Input::new(true, None);
    for piece in pieces {
        input.push(piece);
    }
    let unfinished = input.splitter.unfinished();
    input.give_up(unfinished);
    told(&input.events)
}

fn told(events: &[Event]) -> Vec<String> {
    let told = |event: &Event| match event {
        Event::Key(key) => key.to_string(),
        Event::Paste(text) => format!("paste {text}"),
        other => format!("{other:?}"),
    };
    events.iter().map(told).collect()
}

fn keys(bytes: &[u8]) -> Vec<String> {
    stream(&[bytes])
}

#[test]
fn bytes_are_the_keys_that_made_them() {
    assert_eq!(keys(b"jG \x1b[A\x1b[5~\r\t"), ["j", "G", "space", "up", "pageup", "enter", "tab"]);
    assert_eq!(keys(b"\x1b[Z\x1bOP\x03\x10"), ["shift-tab", "f1", "ctrl-c", "ctrl-p"]);
    assert_eq!(keys("解".as_bytes()), ["解"]);
    assert_eq!(keys("\x1b解j".as_bytes()), ["alt-解", "j"]);
    assert_eq!(keys(b"\x1b"), ["esc"]);
    assert_eq!(keys(b"\x1b[200~a\nb\x1b[201~q"), ["paste a\nb", "q"]);
}

#[test]
fn a_terminal_for_chinese_types_in_its_own_bytes() {
    let charset = Charset::of_locale("zh_CN.GB18030").expect("known");
    let mut input = Input::new(false, Some(charset));
    let typed = charset.encode("银j\u{1b}[A\u{1b}[200~美团\u{1b}[201~");
    for byte in typed {
        input.push(&[byte]);
    }
    assert_eq!(told(&input.events), ["银", "j", "up", "paste 美团"]);
}

#[test]
fn other_encodings_of_keys_are_the_same_keys() {
    assert_eq!(keys(b"\x1b[27;2;32~j"), ["space", "j"]);
    assert_eq!(keys(b"\x1b[27;5;99~\x1b[27;2;65~\x1b[27;2;33~"), ["ctrl-c", "A", "!"]);
    assert_eq!(keys(b"\x1b[27;2;13~\x1b[27;5;9~\x1b[27;2;9~"), ["enter", "ctrl-tab", "shift-tab"]);
    assert_eq!(
        keys(b"\x1b[27;5;127~\x1b[27;2;27~\x1b[27;5;8~"),
        ["ctrl-backspace", "esc", "ctrl-backspace"]
    );
    assert_eq!(keys("\x1b[27;1;35299~".as_bytes()), ["解"]);
    // With Control the letter counts and not its case; three of them are keys of their own.
    for shape in [|c: u8, m: u8| format!("\x1b[27;{m};{c}~"), |c, m| format!("\x1b[{c};{m}u")] {
        let one = |c: u8, modifiers: u8| keys(shape(c, modifiers).as_bytes()).join(" ");
        assert_eq!([5, 6, 69, 133].map(|held| one(b'p', held)), ["ctrl-p"; 4]);
        assert_eq!([5, 6, 70].map(|held| one(b'P', held)), ["ctrl-p"; 3]);
        assert_eq!([2, 3, 4].map(|held| one(b'p', held)), ["P", "alt-p", "alt-P"]);
        assert_eq!([7, 8].map(|held| one(b'P', held)), ["ctrl-alt-p"; 2]);
        assert_eq!(
            [b'[', b'm', b'i', b'M', b'I'].map(|key| one(key, 5)),
            ["esc", "enter", "tab", "enter", "tab"]
        );
        assert_eq!([2, 3, 5].map(|held| one(13, held)), ["enter", "alt-enter", "ctrl-enter"]);
        assert_eq!([2, 3, 5].map(|held| one(32, held)), ["space", "alt-space", "ctrl-space"]);
        assert_eq!(one(b'p', 9), "", "a key of the desktop");
    }
    assert_eq!(keys(b"\x1b[97u\x1b[97;2u\x1b[97:65;2u\x1b[97;65u"), ["a", "A", "A", "A"]);
    // Presses and repeats count, releases and keys of the desktop do not.
    assert_eq!(keys(b"\x1b[97;1:1u\x1b[97;1:2u\x1b[97;1:3u\x1b[97;9u"), ["a", "a"]);
    assert_eq!(keys(b"\x1b[57441;2u\x1b[57441;1:3u\x1b[1;1:3A\x1b[3;1:3~j"), ["j"]);
    assert_eq!(keys(b"\x1bOM\x1bOj\x1bOp\x1bOy"), ["enter", "*", "0", "9"]);
    assert_eq!(
        keys(b"\x1b[27;x;32~\x1b[27~\x1b[27;2;32;4~j").last().map(String::as_str),
        Some("j")
    );
}

#[test]
fn no_part_of_a_sequence_that_comes_slowly_is_a_key() {
    // Over a slow line a sequence is waited for; where its rest does not come in time, that
    // is no key either.
    for begun in [b"\x1b[".as_slice(), b"\x1bO", b"\x1b[1;5", b"\x1b[<0;10"] {
        assert!(Unfinished::of(begun).limit() >= Duration::from_millis(200), "{begun:?}");
    }
    assert!(Unfinished::of(b"\x1b").limit() < Duration::from_millis(50));
    let slowly = |pieces: &[&[u8]]| {
        let mut input = Input::new(true, None);
        for piece in pieces {
            input.push(piece);
            let unfinished = input.splitter.unfinished();
            input.give_up(unfinished);
        }
        told(&input.events)
    };
    assert_eq!(slowly(&[b"\x1b[<0;10", b"5;5M", b"j"]), ["j"]);
    assert_eq!(slowly(&[b"\x1b[1;", b"5", b"Bj"]), ["j"]);
    assert_eq!(slowly(&[b"\x1b[1;", b"\x1b[A"]), ["up"]);
    assert_eq!(slowly(&[b"\x1b", b"j"]), ["esc", "j"]);
}

#[test]
fn what_a_third_level_of_the_keyboard_types_is_typed() {
    assert_eq!(keys(b"\x1b[27;7;64~\x1b[64;7u\x1b[123;7u"), ["@", "@", "{"]);
    assert_eq!(keys(b"\x1b[101;7u"), ["ctrl-alt-e"]);
}

#[test]
fn esc_and_the_next_key_in_one_packet_both_count() {
    assert_eq!(keys(b"\x1b\x1b[B"), ["esc", "down"]);
    assert_eq!(keys(b"\x1b\x1b"), ["esc", "esc"]);
    assert_eq!(keys(b"\x1b\x1bOA\x1b\x1b\x1b[Z"), ["esc", "up", "esc", "esc", "shift-tab"]);
    assert_eq!(keys(b"\x1bj"), ["alt-j"]);
    assert_eq!(keys(b"\x1b\x1b[200~a\x1b[201~"), ["esc", "paste a"]);
}

#[test]
fn answers_and_clicks_are_no_keys() {
    let told = keys(b"\x1b]11;rgb:fbfb/fafa/f7f7\x1b\\\x1b[3;3R\x1b[?62;22cj");
    let answers = ["Answer(Background { light: true })", "Answer(Column(3))", "Answer(Done)", "j"];
    assert_eq!(told, answers);
    assert_eq!(keys(b"\x1b]11;rgb:1414/1818/1f1f\x07"), ["Answer(Background { light: false })"]);
    assert_eq!(
        keys(b"\x1b[<0;5;3M\x1b[<0;5;3m\x1b[<65;9;4M\x1b[<64;300;4M"),
        ["Click(4, 2)", "Wheel(8, 3, 3)", "Wheel(299, 3, -3)"]
    );
    assert_eq!(keys(b"\x1b[M !!j"), ["Click(0, 0)", "j"]);
}

#[test]
fn a_burst_is_read_whole() {
    assert_eq!(keys(&b"j".repeat(5000)).len(), 5000);
}

#[test]
fn anything_may_arrive_in_pieces() {
    assert_eq!(stream(&[b"\x1b[", b"A\x1b[?6", b"2c"]), ["up", "Answer(Done)"]);
    let whole = "\x1b[200~ab\x1b[c解\x1b[201~\x1b[27;2;32~解\x1b[Bj".as_bytes();
    for at in 0..=whole.len() {
        let (first, second) = whole.split_at(at);
        assert_eq!(stream(&[first, second]), keys(whole), "{at}");
    }
    let bytes: Vec<&[u8]> = whole.chunks(1).collect();
    assert_eq!(stream(&bytes), keys(whole));
}

#[test]
fn what_never_ends_swallows_nothing() {
    assert_eq!(keys(b"\x1b]"), ["alt-]"]);
    assert_eq!(keys(b"\x1b["), ["alt-["]);
    assert_eq!(keys(b"j\x1b[200~abc"), ["j", "paste abc"]);
    assert!(keys(b"\x1b]11;rgb:0000").is_empty());
    assert_eq!(keys(b"\x1b[1;\x1b[Aj"), ["up", "j"]);
}

#[test]
fn no_byte_of_a_paste_becomes_a_key() {
    let long = "q".repeat((1 << 24) + 9);
    let mut input = Input::new(false, None);
    for piece in format!("\x1b[200~{long}\x1b[201~j").as_bytes().chunks(60_000) {
        let whole = input.splitter.push(piece);
        input.take(whole);
    }
    let told = told(&input.events);
    assert_eq!(told.len(), 2);
    assert_eq!(told[0].len(), "paste ".len() + (1 << 24));
    assert_eq!(told[1], "j");
}

#[test]
fn a_paste_that_breaks_off_and_goes_on_is_a_paste() {
    let mut input = Input::new(false, None);
    for piece in [&b"\x1b[200~first"[..], b"second half of it", b" and the end\x1b[201~j"] {
        let whole = input.splitter.push(piece);
        input.take(whole);
        let unfinished = input.splitter.unfinished();
        input.give_up(unfinished);
    }
    assert_eq!(
        told(&input.events),
        ["paste first", "paste second half of it", "paste  and the end", "j"]
    );
    // Its end never comes: a key is a key again.
    let mut input = Input::new(false, None);
    for piece in [&b"\x1b[200~first"[..], b"j", b"\x1b[A"] {
        let whole = input.splitter.push(piece);
        input.take(whole);
        let unfinished = input.splitter.unfinished();
        input.give_up(unfinished);
    }
    assert_eq!(told(&input.events), ["paste first", "j", "up"]);
}
