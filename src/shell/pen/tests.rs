use proptest::prelude::*;
use ratatui::{
    backend::{Backend as _, CrosstermBackend},
    buffer::Buffer,
    layout::Rect,
    style::{Color, Modifier, Style},
};

use super::*;

const AREA: Rect = Rect { x: 0, y: 0, width: 40, height: 3 };

/// A terminal of that size.
fn terminal() -> vt100::Parser {
    let cells = |cells: u16| std::num::NonZero::new(cells).expect("some");
    vt100::Parser::new(cells(AREA.height), cells(AREA.width), 0)
}

/// Draws what differs between two screens, and returns the bytes.
fn frame(before: &Buffer, after: &Buffer, blanks: Blanks) -> Vec<u8> {
    let mut pen = Pen::new(Vec::new(), blanks, None);
    pen.begin();
    pen.changes(&mut before.clone(), after, |_| true);
    pen.flush().expect("flushes");
    pen.out
}

/// What a terminal shows.
fn shown(terminal: &vt100::Parser) -> Vec<(String, String)> {
    let cell = |row, column| terminal.screen().cell(row, column).expect("a cell");
    let look = |cell: &vt100::Cell| {
        let ground = format!("{:?} {} {}", cell.bgcolor(), cell.inverse(), cell.underline());
        if cell.has_contents() && cell.contents() != " " {
            let ink = (cell.fgcolor(), cell.bold(), cell.dim(), cell.italic());
            (cell.contents().to_owned(), format!("{ground} {ink:?}"))
        } else {
            (" ".to_owned(), ground)
        }
    };
    let rows = (0..AREA.height).flat_map(|row| (0..AREA.width).map(move |column| (row, column)));
    rows.map(|(row, column)| look(cell(row, column))).collect()
}

fn screen() -> impl Strategy<Value = Buffer> {
    let colour = prop_oneof![
        3 => Just(Color::Reset),
        2 => (0_u8..16).prop_map(Color::Indexed),
        1 => Just(Color::Cyan),
        1 => Just(Color::Rgb(1, 2, 3)),
    ];
    // The terminal of the test knows one intensity at a time, so no cell is bold and
    // dim.
    let weight = prop_oneof![
        3 => Just(Modifier::empty()),
        1 => Just(Modifier::BOLD),
        1 => Just(Modifier::DIM),
        1 => Just(Modifier::REVERSED),
        1 => Just(Modifier::UNDERLINED | Modifier::BOLD),
    ];
    let piece = (0_u16..40, 0_u16..3, "[ a-c解○]{1,6}| {8,40}", colour.clone(), colour, weight);
    prop::collection::vec(piece, 0..8).prop_map(|pieces| {
        let mut buffer = Buffer::empty(AREA);
        for (x, y, text, fg, bg, weight) in pieces {
            let others = Modifier::all().difference(weight);
            let style = Style::new().fg(fg).bg(bg).add_modifier(weight).remove_modifier(others);
            buffer.set_stringn(x, y, text, usize::from(AREA.width - x), style);
        }
        buffer
    })
}

#[test]
fn a_frame_is_one_write_of_few_bytes_or_none() {
    let mut after = Buffer::empty(AREA);
    assert!(
        frame(&after.clone(), &after, Blanks::Erased).is_empty(),
        "nothing changed, nothing is written"
    );
    after.set_string(2, 1, "ab", Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD));
    after.set_string(4, 1, " cd", Style::new().add_modifier(Modifier::BOLD));
    let bytes = frame(&Buffer::empty(AREA), &after, Blanks::Erased);
    assert_eq!(String::from_utf8_lossy(&bytes), "\x1b[2;3H\x1b[1;38;5;6mab \x1b[39mcd\x1b[m");
}

#[test]
fn a_row_that_is_chosen_takes_few_bytes() {
    let row = |y, chosen: bool, buffer: &mut Buffer| {
        let style =
            if chosen { Style::new().fg(Color::Black).bg(Color::Cyan) } else { Style::new() };
        buffer.set_string(1, y, format!(" ○ {:30} bank ", "Grab"), style);
    };
    let screen = |chosen| {
        let mut buffer = Buffer::empty(AREA);
        (0..2).for_each(|y| row(y, y == chosen, &mut buffer));
        buffer
    };
    let bytes = frame(&screen(0), &screen(1), Blanks::Erased);
    assert_eq!(
        String::from_utf8_lossy(&bytes),
        "\x1b[1;2H ○ Grab\x1b[27X\x1b[27Cbank \x1b[2;2H\x1b[38;5;0;46m ○ Grab\x1b[27X\x1b[27Cbank \x1b[m",
    );
    let plain = frame(&screen(0), &screen(1), Blanks::Written);
    assert!(!plain.contains(&b'X') && plain.len() > bytes.len(), "not every terminal erases");
}

proptest! {
    #[test]
    fn a_terminal_shows_what_was_drawn(
        screens in prop::collection::vec(screen(), 1..4),
        erases: bool,
    ) {
        let (mut ours, empty) = (terminal(), Buffer::empty(AREA));
        let mut before = empty.clone();
        for after in screens {
            ours.process(&frame(&before, &after, if erases { Blanks::Erased } else { Blanks::Written }));
            // Drawn on an empty screen with a code for every place and style, it looks
            // the same.
            let (mut theirs, mut bytes) = (terminal(), Vec::new());
            let drawn = CrosstermBackend::new(&mut bytes).draw(empty.diff(&after).into_iter());
            prop_assert!(drawn.is_ok());
            theirs.process(&bytes);
            prop_assert_eq!(shown(&ours), shown(&theirs));
            before = after;
        }
    }
}

#[test]
fn a_terminal_for_chinese_gets_its_own_bytes() {
    let charset = Charset::of_locale("zh_CN.GB18030");
    let mut pen = Pen::new(Vec::new(), Blanks::Written, charset);
    let mut after = Buffer::empty(AREA);
    after.set_string(0, 0, "美团 Grab", Style::new());
    pen.begin();
    pen.changes(&mut Buffer::empty(AREA), &after, |_| true);
    Write::flush(&mut pen).expect("flushes");
    let text = charset.expect("known").decode(&pen.out);
    assert!(text.contains("美团"), "{text}");
    assert!(std::str::from_utf8(&pen.out).is_err(), "it is not UTF-8");
}
