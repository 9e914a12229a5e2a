//! Every screen and dialog in every size, language and kind of terminal.
//!
//! The main ones stand as pictures in `tests/gallery`; with `GALLERY=bless` in
//! the environment these are rewritten. All of them are swept: nothing panics,
//! no character steers the terminal, frames are closed, what is selected can be
//! seen, and what is cut says so.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "support/dashboard.rs"]
mod dashboard;
#[path = "support/told.rs"]
mod told;

use std::{ops::Range, sync::Arc};

use ratatui::{
    Terminal,
    backend::TestBackend,
    buffer::{Buffer, Cell},
    style::{Color, Modifier},
};
use ringoff::{
    app::{
        Dialog, Effect, Key, Keymap, Message, Model, PaneId, Preferences, SaveState, Start, View,
        menu_entries,
    },
    domain::{AccountKind, Book, Evidence, EvidenceKind, Finding},
    playbook::{Library, demo_book},
    text::{Lang, Text, width},
    ui::{self, Depth, Signs, Theme},
};

/// From a wall to a watch, and one that is nothing at all.
const SIZES: [(u16, u16); 9] =
    [(200, 60), (120, 40), (100, 30), (80, 24), (60, 20), (50, 15), (30, 10), (20, 5), (1, 1)];

/// Screens, by the keys that lead to them from the made-up book.
const SCREENS: [&str; 60] = [
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
    "z",
    "1 enter",
    "2 enter",
    "3 enter",
    "4 enter",
    "5 enter",
    "6 enter",
    "8 enter",
    "c",
    "c G",
    "g n",
    "g i",
    "g i enter",
    "g l",
    "g t",
    "g",
    "?",
    "? u n d o",
    ": u n d o",
    ": z z z z",
    "b",
    "b s t u d",
    "b z z z z",
    "/ m a y",
    "s",
    "L",
    "L enter",
    "p",
    "p r",
    "p v",
    "t",
    "C",
    "2 a",
    "5 a",
    "E",
    "8 e",
    "4 r",
    "1 space",
    "1 w",
    "3 a",
    "7 a",
    "7 a enter",
    "2 e",
    ": a b a n d o n enter",
    "6 space",
    "J J K",
    "] 4",
    "] 9",
    "g k enter esc 4",
    "g k enter esc T",
    "g k enter esc A enter",
];

/// The same from a case whose application is being reviewed.
const REVIEWED: [&str; 11] = [
    "4",
    "4 z",
    "4 enter",
    "4 o",
    "4 x",
    "t",
    "2 J",
    "4 o right ctrl-s esc 2",
    "4 o right ctrl-s esc 6 z",
    "4 o right ctrl-s esc b",
    "4 o right right tab tab x ctrl-s esc 3",
];

/// And from a book without a case.
const EMPTY: [&str; 4] = ["esc", "enter", "?", ":"];

fn press(model: &mut Model, keys: &str) {
    for key in keys.split_whitespace() {
        let key: Key = key.parse().expect("a key");
        let _ = model.update(Message::Key(key));
    }
}

fn reviewed(lang: Lang, size: (u16, u16)) -> Model {
    let mut model = pressed("s G enter", lang, size);
    // The form to submit all the same asks why.
    for c in "made-up".chars() {
        press(&mut model, &c.to_string());
    }
    press(&mut model, "tab tab tab");
    for c in "made-up".chars() {
        press(&mut model, &c.to_string());
    }
    press(&mut model, "enter esc esc");
    model
}

/// A scan under way and what it found.
fn scanned(lang: Lang, size: (u16, u16), done: bool) -> Model {
    let mut model = dashboard::demo(lang, size);
    model.save = SaveState::Unchanged;
    press(&mut model, "S x enter");
    if done {
        let day = Some(jiff::civil::date(2026, 11, 3));
        let codes = Evidence { count: 3, first: day, last: day };
        let one = |name: &str| Finding {
            name: name.to_owned(),
            kind: AccountKind::Bank,
            evidence: [(EvidenceKind::Code, codes)].into(),
            sims: ["1".to_owned()].into(),
            ..Finding::default()
        };
        let found = vec![one("Made-up Bank"), one("Grab"), one("假想银行")];
        let _ = model.update(Message::Scanned(1, Ok((found, Vec::new()))));
    } else {
        let _ = model.update(Message::Scanning(1, 400, 1000));
    }
    model
}

/// Every screen, by what it is called.
fn screens(lang: Lang, size: (u16, u16)) -> Vec<(String, Model)> {
    let mut all = Vec::new();
    let mut add = |name: &str, keys: &str, mut model: Model| {
        press(&mut model, keys);
        all.push((format!("{name}: {keys}"), model));
    };
    for keys in SCREENS {
        add("demo", keys, dashboard::demo(lang, size));
    }
    for keys in REVIEWED {
        add("reviewed", keys, reviewed(lang, size));
    }
    for keys in EMPTY {
        add("empty", keys, dashboard::on(Book::default(), lang, size, SaveState::Fresh));
    }
    for keys in ["q", "q q"] {
        let mut model = dashboard::demo(lang, size);
        model.save = SaveState::Unchanged;
        press(&mut model, "space");
        let _ = model.update(Message::SaveFailed("the disk is full ".repeat(9)));
        add("unsaved", keys, model);
    }
    for keys in ["S", "3 f", "L enter s", "6 f", "u", "1 e"] {
        let mut model = dashboard::demo(lang, size);
        model.save = SaveState::Unchanged;
        add("files", keys, model);
    }
    add("found", "j e", scanned(lang, size, true));
    add("scanning", "", scanned(lang, size, false));
    add("found", "m", scanned(lang, size, true));
    add("found", "c", scanned(lang, size, true));
    all
}

fn frame(model: &Model, theme: &Theme) -> Buffer {
    let (columns, rows) = model.size;
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a terminal");
    terminal.draw(|frame| ui::draw(model, theme, frame)).expect("draws");
    terminal.backend().buffer().clone()
}

fn rows(frame: &Buffer) -> Vec<String> {
    let area = frame.area;
    let row = |y: u16| {
        let (mut text, mut x) = (String::new(), 0);
        while x < area.width {
            let symbol = frame[(x, y)].symbol();
            text.push_str(symbol);
            x += u16::try_from(width(symbol).max(1)).expect("narrow");
        }
        text.trim_end().to_owned()
    };
    (0..area.height).map(row).collect()
}

/// The rows of the screen, in the terminal's own colours.
fn picture(model: &Model) -> Vec<String> {
    rows(&frame(model, &Theme::own()))
}

/// The made-up book after these keys.
fn pressed(keys: &str, lang: Lang, size: (u16, u16)) -> Model {
    let mut model = dashboard::demo(lang, size);
    press(&mut model, keys);
    model
}

/// The number of a pane, by which a key goes to it.
fn number(id: PaneId) -> usize {
    PaneId::ALL.iter().position(|one| *one == id).expect("there") + 1
}

/// Whatever may not stand in a cell.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Every frame of a dashboard without anything on top is closed.
fn frames_are_closed(frame: &Buffer, name: &str) {
    let area = frame.area;
    let sign = |x: u16, y: u16| frame[(x, y)].symbol();
    let mut seen = 0;
    for y in 0..area.height {
        for x in 0..area.width {
            if sign(x, y) != "╭" {
                continue;
            }
            seen += 1;
            let right = (x + 1..area.width).find(|x| sign(*x, y) == "╮");
            let below = (y + 1..area.height).find(|y| sign(x, *y) == "╰");
            let (right, below) = right.zip(below).unwrap_or_else(|| panic!("{name}: open"));
            assert_eq!(sign(right, below), "╯", "{name}");
        }
    }
    assert!(seen > 0, "{name}: no frame");
}

#[test]
fn every_screen_in_every_size_language_and_terminal() {
    let looks = [
        ("own", Theme::own()),
        ("plain", Theme::plain()),
        ("ascii", Theme::own().with_signs(Signs::Ascii)),
        ("only ascii", Theme::plain().with_signs(Signs::OnlyAscii)),
        ("light", Theme::named("light", Depth::True).expect("a theme")),
    ];
    let mut drawn = 0;
    for lang in Lang::ALL {
        for size in SIZES {
            for (screen, model) in screens(lang, size) {
                for (look, theme) in &looks {
                    let name = format!("{screen} {lang} {size:?} {look}");
                    let frame = frame(&model, theme);
                    let text: String = frame.content.iter().map(Cell::symbol).collect();
                    assert!(!text.chars().any(steers), "{name}");
                    if *look == "only ascii" {
                        assert!(text.is_ascii(), "{name}: {text}");
                    }
                    selection_is_seen(&model, &frame, theme, &name);
                    if *look == "own" && model.dialogs.is_empty() && size.0 >= 20 && size.1 >= 10 {
                        let pending = !model.keys_so_far.is_empty();
                        if model.current().is_some() && !pending && model.toast.is_none() {
                            frames_are_closed(&frame, &name);
                        }
                    }
                    next_is_whole_or_marked(&model, &frame, theme, &name);
                    drawn += 1;
                }
            }
        }
    }
    assert!(drawn > 6_000, "{drawn}");
}

/// What is selected stands out, by being reversed or by a ground of its own.
fn selection_is_seen(model: &Model, frame: &Buffer, theme: &Theme, name: &str) {
    if model.size.0 < 20 || model.size.1 < 5 {
        return;
    }
    let ground = frame[(model.size.0 - 1, 0)].bg;
    let stands_out = |cell: &Cell| cell.modifier.contains(Modifier::REVERSED) || cell.bg != ground;
    let seen = frame.content.iter().any(stands_out);
    let selects = match model.dialogs.last() {
        Some(Dialog::Menu(menu)) => !menu_entries(model, menu).is_empty(),
        Some(_) => return,
        // The countdown has one thing to open, and a sign for it.
        None if model.focus == PaneId::Review => return,
        None => model.current().is_some() && name.starts_with("demo: 2 "),
    };
    assert!(seen || !selects, "{name} {theme:?}");
}

/// The sentence that matters most is on the screen, or a mark says that it is
/// cut.
fn next_is_whole_or_marked(model: &Model, frame: &Buffer, theme: &Theme, name: &str) {
    let Some(scene) = model.scene().filter(|_| model.dialogs.is_empty()) else { return };
    let plain = Theme::own().with_signs(Signs::Full) == *theme;
    if !plain || model.size.0 < 3 {
        return;
    }
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let shown = squeezed(&rows(frame).concat());
    let wanted = squeezed(&scene.words.next(&scene.status.next));
    // Frames and labels may stand between its lines.
    let whole = wanted.chars().try_fold(shown.as_str(), |rest, c| {
        rest.find(c).map(|at| rest.get(at + c.len_utf8()..).unwrap_or_default())
    });
    assert!(whole.is_some() || shown.contains('…'), "{name}: {shown}");
}

/// A gallery file: prose, the keys, and a picture for each size and language.
fn walk(text: &str) -> String {
    let head: Vec<&str> = text.lines().take_while(|line| !line.starts_with("== ")).collect();
    let setting = |name: &str| head.iter().find_map(|line| line.strip_prefix(name));
    let keys = setting("keys: ").expect("keys");
    let mut out: Vec<String> = head.iter().map(|line| (*line).to_owned()).collect();
    for lang in Lang::ALL {
        for (columns, lines) in SIZES.into_iter().filter(|(columns, _)| *columns > 1) {
            let mut model = match setting("book: ").expect("a book") {
                "reviewed" => reviewed(lang, (columns, lines)),
                "empty" => dashboard::on(Book::default(), lang, (columns, lines), SaveState::Fresh),
                _ => dashboard::demo(lang, (columns, lines)),
            };
            press(&mut model, keys);
            out.push(format!("== {columns}x{lines} {lang}"));
            out.extend(picture(&model));
        }
    }
    out.join("\n") + "\n"
}

#[test]
fn the_pictures_are_what_is_drawn() {
    told::compare("tests/gallery", "GALLERY", 12, walk);
}

/// Submitting leads to the countdown: the gallery would show nothing otherwise.
#[test]
fn the_reviewed_book_is_being_reviewed() {
    let model = reviewed(Lang::En, (120, 40));
    let review = model.scene().and_then(|scene| scene.status.review.clone());
    assert!(review.is_some(), "{:?}", model.dialogs);
    let mut model = scanned(Lang::En, (80, 24), true);
    press(&mut model, "space");
    assert_eq!(model.found.len(), 3);
    let effects = model.update(Message::Key("u".parse().expect("a key")));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Save(..))));
}

/// Help over a scan does not swallow its end, and a click in what was found
/// takes it over instead of throwing it away.
#[test]
fn help_and_clicks_lose_nothing_of_a_scan() {
    let mut model = scanned(Lang::En, (80, 24), false);
    press(&mut model, "f1");
    assert!(matches!(model.dialogs.last(), Some(Dialog::Menu(_))));
    let found = scanned(Lang::En, (80, 24), true).found;
    let _ = model.update(Message::Scanned(1, Ok((found, Vec::new()))));
    assert_eq!(model.dialogs.len(), 1, "{:?}", model.dialogs);
    assert_eq!(model.found.len(), 3);
    let picture = picture(&model);
    let row = picture.iter().position(|row| row.contains("Made-up Bank")).expect("is shown");
    let target = ui::target_at(&model, 10, row.try_into().expect("fits"));
    // The first click selects, the second one takes it over.
    assert!(model.update(Message::Click(target)).is_empty());
    let effects = model.update(Message::Click(target));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Save(..))), "{effects:?}");
    assert_eq!(model.dialogs.len(), 1, "the list stays");
}

/// Where the three panes that were asked for stand; each at least once.
fn edges(model: &Model) -> Vec<(usize, usize, String)> {
    let picture = picture(model);
    let mut found = Vec::new();
    for id in [PaneId::Preconditions, PaneId::Documents, PaneId::Review] {
        let number = number(id);
        // What pane 4 is called says what it counts.
        let stages: &[&str] = match id {
            PaneId::Review => &["", "-watch", "-lapse", "-keep"],
            _ => &[""],
        };
        let before = found.len();
        for stage in stages {
            let title = model.text.get(&format!("ui-pane-{}{stage}", id.word())).into_owned();
            let named = format!(" {number} {title} ");
            for (y, row) in picture.iter().enumerate() {
                // A line without a count ends with the name.
                let row = format!("{row} ");
                let at = row.match_indices(&named).map(|(x, _)| (width(&row[..x]), y));
                found.extend(at.map(|(x, y)| (x, y, named.clone())));
            }
        }
        // What an opened pane covers has its number in the edge, and of its name what fits.
        let in_edge =
            |row: &String| row.contains(['├', '╰']) && row.contains(&format!(" {number} "));
        let named = found.len() > before || picture.iter().any(in_edge);
        assert!(named, "{}\n{}", id.word(), picture.join("\n"));
    }
    found
}

/// The columns and rows of the frame that has the focus.
fn focused(frame: &Buffer) -> Option<(Range<u16>, Range<u16>)> {
    let sign = |x: u16, y: u16| frame[(x, y)].symbol();
    let is = |x, y, signs: [&str; 2]| signs.contains(&sign(x, y));
    let mut marks = places_of(frame, "▸").into_iter().filter(|(x, _)| *x > 0);
    let (x, y) = marks.find(|(x, y)| is(x - 1, *y, ["╭", "├"]))?;
    let right = (x..frame.area.right()).find(|x| is(*x, y, ["╮", "┤"]))?;
    let bottom = (y + 1..frame.area.bottom()).find(|y| is(x - 1, *y, ["╰", "├"]))?;
    Some((x - 1..right + 1, y..bottom + 1))
}

/// Whether a place is covered by the frame that has the focus: a folded pane opens over what
/// stands in its column, and that is where it was as soon as another one has the focus.
fn is_covered(model: &Model, x: usize, y: usize) -> bool {
    let (x, y) = (u16::try_from(x).unwrap_or(u16::MAX), u16::try_from(y).unwrap_or(u16::MAX));
    let focused = focused(&frame(model, &Theme::own()));
    focused.is_some_and(|(columns, rows)| columns.contains(&x) && rows.contains(&y))
}

/// The panes that were asked for are on the screen of every book from 80x24 up, and
/// no key that selects moves them.
#[test]
fn selecting_moves_nothing() {
    for lang in Lang::ALL {
        for size in [(80, 24), (100, 30), (120, 40), (90, 50), (200, 60)] {
            let answered = |keys| {
                let mut model = reviewed(lang, size);
                press(&mut model, keys);
                model
            };
            let cancelled = answered("4 o right ctrl-s esc");
            let rejected = answered("4 o right right tab tab x ctrl-s esc");
            let begun =
                [dashboard::demo(lang, size), reviewed(lang, size), pressed("]", lang, size)];
            for mut model in begun.into_iter().chain([cancelled, rejected]) {
                press(&mut model, "4");
                let before = edges(&model);
                for pane in 1..=PaneId::ALL.len() {
                    for key in [pane.to_string().as_str(), "j", "j", "G", "l", "h"] {
                        press(&mut model, key);
                        let after = edges(&model);
                        // A line opens where it is; no other pane moves for it.
                        let stays = before.iter().all(|place| {
                            after.contains(place) || is_covered(&model, place.0, place.1)
                        });
                        assert!(stays, "{lang} {size:?} {pane} {key}: {before:?} {after:?}");
                    }
                }
            }
        }
    }
}

/// The corners of all frames, and whether each is that of a pane.
fn corners(model: &Model) -> Vec<(u16, u16, bool)> {
    let frame = frame(model, &Theme::own());
    let title = |id: &PaneId, stage: &str| {
        let key = format!("ui-pane-{}{stage}", id.word());
        format!("{} {} ", number(*id), model.text.get(&key))
    };
    let mut titles: Vec<String> = PaneId::ALL.iter().map(|id| title(id, "")).collect();
    titles.extend(["-watch", "-lapse", "-keep"].map(|stage| title(&PaneId::Review, stage)));
    let is_pane = |x: u16, y: u16| {
        let cells = (x + 3..frame.area.right()).map(|x| frame[(x, y)].symbol());
        // The second cell of a wide character is a blank.
        let told: String = cells.collect::<String>().split_whitespace().collect();
        titles.iter().any(|title| told.starts_with(&title.split_whitespace().collect::<String>()))
    };
    let places = frame.area.positions().filter(|place| frame[*place].symbol() == "╭");
    places.map(|place| (place.x, place.y, is_pane(place.x, place.y))).collect()
}

/// Cases in every phase, the clock of some beyond their days.
fn phases(lang: Lang, size: (u16, u16)) -> Vec<Model> {
    let of = |mut model: Model, keys: &str, now: &str| {
        press(&mut model, keys);
        let _ = model.update(Message::Now(now.parse().expect("a moment")));
        press(&mut model, "4");
        model
    };
    let today = "2026-11-05T02:00:00Z";
    vec![
        of(dashboard::demo(lang, size), "", today),
        of(reviewed(lang, size), "", today),
        of(reviewed(lang, size), "", "2026-12-10T02:00:00Z"),
        of(reviewed(lang, size), "4 o right right tab tab x ctrl-s esc", today),
        of(reviewed(lang, size), "4 o right ctrl-s esc", today),
        of(dashboard::demo(lang, size), "]", today),
        of(dashboard::demo(lang, size), "g k enter esc", today),
    ]
}

/// No frame goes or begins elsewhere, whichever pane has the focus; so the explanation
/// of a row stays as well.
#[test]
fn every_frame_begins_where_it_began() {
    for lang in Lang::ALL {
        for size in [(80, 24), (100, 30), (120, 40), (160, 45), (200, 60)] {
            for mut model in phases(lang, size) {
                let before = corners(&model);
                for pane in 1..=PaneId::ALL.len() {
                    for key in [pane.to_string().as_str(), "j", "G"] {
                        press(&mut model, key);
                        let after = corners(&model);
                        // A line opens where it is, over what stands there.
                        let focused = focused(&frame(&model, &Theme::own()));
                        let open = |(x, y, _): &&(u16, u16, bool)| {
                            let covers = |(columns, rows): &(Range<u16>, Range<u16>)| {
                                columns.contains(x) && rows.contains(y)
                            };
                            !focused.as_ref().is_some_and(covers)
                        };
                        // A long explanation goes on in a frame that a short one does not need.
                        let panes = |all: &[(u16, u16, bool)]| {
                            let panes = all.iter().filter(|(.., is_pane)| *is_pane);
                            panes.filter(open).copied().collect::<Vec<_>>()
                        };
                        let less = |some: &[_], all: &[_]| {
                            some.iter().filter(open).all(|one| all.contains(one))
                        };
                        let all = panes(&before) == panes(&after)
                            && (less(&before, &after) || less(&after, &before));
                        assert!(all, "{lang} {size:?} {pane} {key}: {before:?} {after:?}");
                    }
                }
            }
        }
    }
}

/// The cells in which a sign stands.
fn places_of(frame: &Buffer, sign: &str) -> Vec<(u16, u16)> {
    let places = frame.area.positions().filter(|place| frame[*place].symbol() == sign);
    places.map(|place| (place.x, place.y)).collect()
}

/// An explanation ends where it ended, whatever is selected; and where the focus is, is marked
/// once.
#[test]
fn an_explanation_ends_where_it_ended() {
    for size in [(100, 30), (120, 40), (160, 45)] {
        for mut model in phases(Lang::En, size) {
            // In the other columns nothing is explained.
            let column = (size.0 * 38 / 100).clamp(38, 52);
            let lower = |frame: &Buffer| {
                let mut places = places_of(frame, "╰");
                places.retain(|(x, _)| *x == column);
                places
            };
            let before = lower(&frame(&model, &Theme::own()));
            for pane in 1..=PaneId::ALL.len() {
                press(&mut model, &pane.to_string());
                let frame = frame(&model, &Theme::own());
                let over = focused(&frame);
                let open = |(x, y): &&(u16, u16)| {
                    let over = over.as_ref();
                    over.is_none_or(|(columns, rows)| !columns.contains(x) || !rows.contains(y))
                };
                let after = lower(&frame);
                assert!(
                    after.iter().filter(open).eq(before.iter().filter(open)),
                    "{size:?} {pane}"
                );
                let title = model.text.get(&format!("ui-pane-{}", model.focus.word()));
                let named = format!(" {pane} {title}");
                // In an edge, or in front of the sign of a pane that is one line.
                let marked = |row: &String| {
                    row.match_indices('▸').any(|(at, sign)| {
                        let (before, after) = (&row[..at], &row[at + sign.len()..]);
                        let mut rest = after.chars();
                        let in_edge = before.ends_with(['╭', '├']) && after.starts_with(&named);
                        in_edge
                            || (rest.next().is_some_and(|sign| sign != ' ')
                                && rest.as_str().starts_with(&named))
                    })
                };
                let marks = rows(&frame).iter().filter(|row| marked(row)).count();
                assert!(marks < 2, "{size:?} {pane}\n{}", rows(&frame).join("\n"));
            }
        }
    }
}

/// Panes that share a frame all have their number in its edges, whatever else stands there.
#[test]
fn every_number_of_a_shared_frame_is_seen() {
    for lang in Lang::ALL {
        for mut model in phases(lang, (80, 24)) {
            for pane in ["1", "5", "7", "8", "9"] {
                press(&mut model, pane);
                let picture = picture(&model);
                for id in [5, 7, 8, 9] {
                    let title = model.text.get(&format!("ui-pane-{}", PaneId::ALL[id - 1].word()));
                    let named = format!("{id} {}", title.chars().take(1).collect::<String>());
                    let number = format!(" {id} ");
                    let seen = |row: &&String| {
                        row.contains(&named) || (row.contains(['╰', '╭']) && row.contains(&number))
                    };
                    let seen = picture.iter().any(|row| seen(&row));
                    assert!(seen, "{lang} {pane} {id}\n{}", picture.join("\n"));
                }
            }
        }
    }
}

/// The rows about one account tell one day, where the person's day is not the carrier's.
#[test]
fn one_page_has_one_today() {
    let text = Text::new(Lang::En);
    let now: jiff::Timestamp = "2026-11-26T22:56:00Z".parse().expect("a moment");
    let mut model = Model::new(Start {
        book: demo_book(&text, now),
        shelf: Library::default(),
        text,
        keymap: Keymap::built_in(),
        view: View::default(),
        now,
        home: jiff::tz::TimeZone::UTC,
        size: (120, 40),
        save: SaveState::Demo,
        named: None,
        case: None,
        lost: None,
        notice: None,
        preferences: Preferences::default(),
    });
    press(&mut model, "2 space esc");
    let picture = picture(&model);
    let told = |row: &&String| row.contains("Since ") || row.contains("History ");
    let days: Vec<&String> = picture.iter().filter(told).collect();
    let whole = picture.join("\n");
    assert_eq!(days.len(), 2, "{whole}");
    assert!(days.iter().all(|row| row.contains("27 Nov")), "{whole}");
}

/// Where no export lies about, that is said, and the key that tells how to make one.
#[test]
fn an_empty_folder_is_no_dead_end() {
    for lang in Lang::ALL {
        let mut model = dashboard::demo(lang, (80, 24));
        model.save = SaveState::Unchanged;
        press(&mut model, "S");
        let key = model.text.with("ui-scan-none", &[("key", "F2".into())]);
        let begin: String = key.chars().take(12).collect();
        let told = |model: &Model| picture(model).join("\n").contains(&begin);
        assert!(!told(&model), "{lang}: nobody has looked yet");
        let _ = model.update(Message::Offered(String::new(), Vec::new()));
        assert!(told(&model), "{lang}\n{}", picture(&model).join("\n"));
    }
}

/// Somebody who is abroad is led to what works from there.
#[test]
fn from_abroad_there_is_a_way() {
    for lang in Lang::ALL {
        let now = "2026-11-05T02:00:00Z".parse().expect("a moment");
        let mut book = demo_book(&Text::new(lang), now);
        let case = Arc::make_mut(book.cases.first_mut().expect("a case"));
        case.line.abroad = true;
        case.contacts.clear();
        let mut model = dashboard::on(book, lang, (120, 40), SaveState::Demo);
        let told = |model: &Model| {
            let whole = picture(model).join("\n");
            whole.split_whitespace().collect::<String>()
        };
        let way = match lang {
            Lang::En => "Website and live chat",
            Lang::ZhCn => "官网与在线客服",
            Lang::Ms => "Laman web dan sembang langsung",
        };
        let way: String = way.split_whitespace().collect();
        press(&mut model, "5 a");
        assert!(told(&model).contains(&way), "{lang}: the form\n{}", told(&model));
        press(&mut model, "esc p l");
        let ways = model.text.with("ui-call-ways", &[("ways", "".into())]);
        let ways: String = ways.split_whitespace().collect::<String>().chars().take(5).collect();
        assert!(told(&model).contains(&ways), "{lang}: {ways}\n{}", told(&model));
    }
}

/// What can still be saved is near, not wrong: its warning has that colour.
#[test]
fn what_can_still_be_saved_is_not_late() {
    let frame = frame(&reviewed(Lang::En, (120, 44)), &Theme::own());
    let colour = |sign: &str, is_it: fn((u16, u16)) -> bool| {
        let place =
            places_of(&frame, sign).into_iter().find(|place| is_it(*place)).unwrap_or_else(|| {
                panic!("{sign}: {:?}\n{}", places_of(&frame, sign), rows(&frame).join("\n"))
            });
        frame[place].fg
    };
    // What is only half sure has the same colour.
    let (warning, unsure) = (colour("!", |(_, y)| y == 2), colour("?", |(x, _)| x == 2));
    assert_eq!(warning, unsure, "{}", rows(&frame).join("\n"));
}

/// A short message leaves the keys right of it where they were.
#[test]
fn a_short_message_moves_no_key() {
    for lang in Lang::ALL {
        let mut model = pressed("6", lang, (120, 40));
        let last = |model: &Model| picture(model).pop().expect("a footer");
        let place = |row: &str| {
            let help = format!("? {}", model_text(row));
            row.find(&help).map(|at| width(&row[..at]))
        };
        let before = last(&model);
        press(&mut model, "j space");
        assert!(model.toast.is_some(), "{lang}");
        let after = last(&model);
        assert!(place(&before).is_some(), "{lang}: {before}");
        assert_eq!(place(&before), place(&after), "{lang}\n{before}\n{after}");
    }
}

/// What follows the key of help in the footer.
fn model_text(row: &str) -> &str {
    row.rsplit("? ").next().and_then(|rest| rest.split_whitespace().next()).unwrap_or_default()
}

/// A countdown has digits of five rows where its pane has the room for them.
#[test]
fn a_countdown_is_tall_where_there_is_room() {
    for lang in Lang::ALL {
        let model = reviewed(lang, (120, 40));
        let picture = picture(&model).join("\n");
        assert!(picture.contains("▀▀▀▀█") && picture.contains("▄▄▄▄█"), "{lang}\n{picture}");
    }
}

/// What is late is told by the stage as well, whichever it is.
#[test]
fn the_stage_of_a_line_past_its_day_is_red() {
    let mut model = pressed("g k enter esc", Lang::En, (120, 40));
    let colour = |model: &Model| {
        let frame = frame(model, &Theme::own());
        let top = rows(&frame).swap_remove(0);
        let at = top.find("kept").expect("a stage");
        frame[(u16::try_from(width(&top[..at])).expect("in the row"), 0)].fg
    };
    assert_eq!(colour(&model), Color::Green);
    let later = "2027-03-20T02:00:00Z".parse().expect("a moment");
    let _ = model.update(Message::Now(later));
    assert_eq!(colour(&model), Color::Red);
}

/// After a no the person stands at what was criticised.
#[test]
fn a_rejection_leads_to_what_was_refused() {
    let mut model = reviewed(Lang::En, (120, 40));
    press(&mut model, "4 o right right tab tab x tab space ctrl-s");
    assert_eq!(model.focus, PaneId::Preconditions);
}

/// What is to be done about a line that is kept is told whole, however much is known of how.
#[test]
fn the_next_step_of_a_kept_line_is_whole() {
    for lang in Lang::ALL {
        for day in ["2026-11-05", "2026-11-20", "2026-12-20"] {
            let mut model = pressed("g k enter esc", lang, (80, 24));
            let _ = model.update(Message::Now(format!("{day}T02:00:00Z").parse().expect("a day")));
            let picture = picture(&model);
            let next = picture.get(1..3).expect("a header").join("");
            assert!(!next.contains('…'), "{lang} {day}: {next}");
        }
    }
}

/// A pane is as tall as what it has to show: the last row inside of its frame is not empty.
#[test]
fn no_frame_stands_around_nothing() {
    let mut seen = 0;
    for lang in Lang::ALL {
        for size in [(80, 24), (90, 50), (100, 30), (120, 40), (160, 45), (200, 60)] {
            for mut model in phases(lang, size) {
                for pane in ["4", "5", "8", "9"] {
                    press(&mut model, pane);
                    let frame = frame(&model, &Theme::own());
                    let sign = |x: u16, y: u16| frame[(x, y)].symbol();
                    // The countdown and the agenda beside it end in one row.
                    let review = PaneId::ALL.iter().position(|one| *one == PaneId::Review);
                    let review = review.expect("there") + 1;
                    for (x, y, is_pane) in corners(&model) {
                        let number = sign(x + 3, y).parse::<usize>();
                        if !is_pane || number == Ok(review) {
                            continue;
                        }
                        let right =
                            (x + 1..size.0).find(|at| sign(*at, y) == "╮").expect("a frame");
                        let bottom =
                            (y + 1..size.1).find(|at| sign(x, *at) == "╰").expect("closed");
                        let told = (x + 1..right).any(|at| sign(at, bottom - 1) != " ");
                        assert!(told, "{lang} {size:?} {pane}\n{}", rows(&frame).join("\n"));
                        seen += 1;
                    }
                }
            }
        }
    }
    assert!(seen > 1_000, "{seen}");
}

/// A remark in brackets stands on one line, and none begins with what closes it.
#[test]
fn no_bracket_is_torn() {
    for lang in Lang::ALL {
        for size in [(80, 24), (100, 30), (120, 40), (160, 45), (200, 60)] {
            for model in phases(lang, size) {
                let picture = rows(&frame(&model, &Theme::own()));
                let pieces = picture.iter().flat_map(|row| row.split('│')).map(str::trim);
                for piece in pieces {
                    assert!(!piece.starts_with([')', '）']), "{lang} {size:?}: {piece}");
                }
                let whole = picture.join("\n");
                // In a narrow agenda no Chinese remark has room on one line.
                let torn = whole.matches("(unver").count() - whole.matches("(unverified").count();
                assert_eq!(torn, 0, "{size:?}\n{whole}");
            }
        }
    }
}

/// Somebody who sees the weeks first is told what their marks mean, without a key.
#[test]
fn the_marks_of_the_weeks_are_explained() {
    for lang in Lang::ALL {
        for size in [(120, 40), (160, 45), (200, 60)] {
            let model = reviewed(lang, size);
            let picture = rows(&frame(&model, &Theme::own()));
            let told = |key: &str| model.text.get(&format!("ui-legend-{key}")).into_owned();
            let legend = format!(
                "1 {}  3–7 {}  · {}  5 {}",
                told("counted"),
                told("window"),
                told("off"),
                told("today")
            );
            assert!(picture.iter().any(|row| row.contains(&legend)), "{lang} {size:?}: {legend}");
        }
        // The line between the days of a line that lapses says which of its signs is today.
        let mut model = dashboard::demo(lang, (120, 40));
        press(&mut model, "] 4");
        let picture = rows(&frame(&model, &Theme::own()));
        let today = model.text.get("ui-legend-today").into_owned();
        let told = |row: &String| row.contains("◆ ") && row.contains(&today);
        assert!(picture.iter().any(told), "{lang}\n{}", picture.join("\n"));
    }
}

/// A name that is very long leaves kind and state of all accounts where they are.
#[test]
fn a_very_long_name_moves_no_column() {
    for size in [(80, 24), (120, 40), (200, 60)] {
        let column = |long: bool| {
            let mut model = dashboard::demo(Lang::En, size);
            if long {
                let case = Arc::make_mut(model.book.cases.first_mut().expect("a case"));
                let account = case.accounts.first_mut().expect("an account");
                account.name = "A made-up cooperative bank of a far-away province".to_owned();
                let _ = model.update(Message::Reloaded(Ok(Box::new(model.book.clone()))));
            }
            let picture = rows(&frame(&model, &Theme::own()));
            let row = |name: &str| {
                let row = picture.iter().find(|row| row.contains(name)).expect("a row");
                let at = |word: &str| row.find(word).map(|at| width(&row[..at]));
                (at("chat").or(at("bank")).or(at("shopping")), at(" to do ").or(at("unsure ")))
            };
            let [one, other] = [row("WeChat"), row("Shopee")];
            assert!(one.0.is_some() && one.0 == other.0, "{size:?} {one:?} {other:?}");
            one.1
        };
        assert_eq!(column(false), column(true), "{size:?}");
    }
}

/// What a message says can be undone, and by which key, is not said beside it again.
#[test]
fn the_way_back_is_named_once() {
    for lang in Lang::ALL {
        for size in [(80, 24), (120, 40), (200, 60)] {
            let mut model = dashboard::demo(lang, size);
            press(&mut model, "6 j space");
            assert!(model.toast.is_some(), "{lang}");
            let bar = rows(&frame(&model, &Theme::own())).pop().expect("a footer");
            let undo = format!("u {}", model.text.get("ui-key-undo"));
            assert_eq!(bar.matches(&undo).count(), 1, "{lang} {size:?}: {bar}");
        }
    }
}

/// What is late has its mark inside of the frame, also where there are no colours.
#[test]
fn the_mark_of_what_is_late_touches_no_frame() {
    for lang in Lang::ALL {
        let mut model = reviewed(lang, (80, 24));
        let _ = model.update(Message::Now("2026-12-30T02:00:00Z".parse().expect("a moment")));
        let picture = picture(&model);
        assert!(picture.iter().any(|row| row.contains("││ ! ")), "{}", picture.join("\n"));
        assert!(!picture.iter().any(|row| row.contains("│!")), "{}", picture.join("\n"));
    }
}

/// What nobody did because it does not matter is not ticked where it is folded.
#[test]
fn what_does_not_matter_is_not_ticked() {
    let picture = picture(&pressed("] 4", Lang::En, (80, 24))).join("\n");
    assert!(picture.contains("– 3 Documents  not needed"), "{picture}");
}

/// A pane without rows is explained, and has no frame around nothing.
#[test]
fn what_has_no_rows_is_explained() {
    let picture = picture(&pressed("7", Lang::En, (120, 40))).join("\n");
    assert!(picture.contains("Owner unreachable"), "{picture}");
    assert!(picture.contains("▸ · 7 Obstacles") && !picture.contains("▸ 7 Obstacles"), "{picture}");
}

/// Where a mark says that there is more, no row above it is empty.
#[test]
fn no_row_is_empty_where_something_has_no_room() {
    let mut seen = 0;
    for lang in Lang::ALL {
        for size in [(80, 24), (100, 30), (120, 40), (160, 45), (200, 60)] {
            for model in phases(lang, size) {
                let frame = frame(&model, &Theme::own());
                let sign = |x: u16, y: u16| frame[(x, y)].symbol();
                for place in frame.area.positions().filter(|place| sign(place.x, place.y) == "▾")
                {
                    let edge = |x: &u16| matches!(sign(*x, place.y), "│" | "╮");
                    let left = (0..place.x).rev().find(edge).expect("a frame");
                    // An explanation goes on at a key, and has rows between its parts.
                    let below = |x: u16| sign(x, place.y + 1);
                    if (left + 1..place.x).any(|x| !matches!(below(x), "─" | "▸")) {
                        continue;
                    }
                    let told = (left + 1..place.x).any(|x| sign(x, place.y) != " ");
                    assert!(told, "{lang} {size:?}\n{}", rows(&frame).join("\n"));
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 20, "{seen}");
}

/// How far a case is stands in the first row, whatever its stage is called; and at one
/// place, however much is done.
#[test]
fn the_progress_is_seen_in_every_phase() {
    for lang in Lang::ALL {
        let mut phases = phases(lang, (80, 24));
        let header = |model: &Model| picture(model).swap_remove(0);
        // Of a line that is kept nothing is to be finished.
        let kept = phases.pop().expect("a line that is kept");
        assert!(!header(&kept).contains(['▱', '▰', '/']), "{lang}: {}", header(&kept));
        for model in phases {
            let first = header(&model);
            assert!(first.contains(['▱', '▰']), "{lang}: {first}");
        }
        let place = |keys: &str| {
            let picture = picture(&pressed(keys, lang, (120, 40)));
            picture.first().and_then(|row| row.find('▰').map(|at| width(&row[..at])))
        };
        let (before, after) = (place("1"), place("2 space esc j j space esc 6 j space j space"));
        assert_eq!(before, after, "{lang}");
    }
}

/// A message of several lines has a frame of its own, and the keys stay below it.
#[test]
fn a_long_message_cuts_no_frame() {
    for lang in Lang::ALL {
        for size in [(80, 24), (120, 40), (200, 60)] {
            let book = dashboard::demo(lang, size).book;
            let mut model = dashboard::on(book, lang, size, SaveState::Unchanged);
            let keys = picture(&model).pop();
            let _ = model.update(Message::SaveFailed("the disk is full ".repeat(16)));
            let told = frame(&model, &Theme::own());
            assert_eq!(rows(&told).pop(), keys);
            let sign = |x: u16, y: u16| told[(x, y)].symbol();
            let word = |place: &ratatui::layout::Position| {
                (0..4)
                    .all(|at| sign(place.x + at, place.y) == ["d", "i", "s", "k"][usize::from(at)])
            };
            let inside = |place: &ratatui::layout::Position| place.x + 4 < size.0;
            let mut places = told.area.positions().filter(inside).filter(word);
            let place = places.next().expect("a message");
            let edge = |x: &u16| sign(*x, place.y) == "│";
            let left = (0..place.x).rev().find(edge).expect("a left edge");
            let right = (place.x..size.0).find(edge).expect("a right edge");
            let top = (0..place.y).rev().find(|y| sign(left, *y) == "╭").expect("a top");
            let corners = [(left, top), (right, top), (left, size.1 - 2), (right, size.1 - 2)];
            let corners = corners.map(|(x, y)| sign(x, y).to_owned());
            assert_eq!(corners, ["╭", "╮", "╰", "╯"], "{lang} {size:?}");
        }
    }
}

/// The place in a list that is scrolled stands beside the names of the panes that share
/// its place, not on them.
#[test]
fn a_place_in_a_list_hides_no_name() {
    for lang in Lang::ALL {
        let mut model = reviewed(lang, (80, 24));
        for pane in ["5", "8", "9"] {
            press(&mut model, pane);
            let edges = picture(&model);
            // Beside an edge may stand a pane that is a line.
            let edge = |row: &String| {
                row.split('╰').skip(1).filter_map(|rest| rest.split('╯').next()).collect::<String>()
            };
            let edges: Vec<String> = edges.iter().map(edge).collect();
            for one in [PaneId::Contacts, PaneId::Obstacles, PaneId::Line, PaneId::Timeline] {
                let number = number(one);
                let name = model.text.get(&format!("ui-pane-{}", one.word())).into_owned();
                let told = edges.iter().filter(|row| row.contains(&format!(" {number} ")));
                for row in told {
                    // Whole, or shortened with a mark.
                    let whole = row.contains(&format!(" {number} {name} "));
                    let mut starts = name.char_indices().skip(1).map(|(at, _)| &name[..at]);
                    let cut = starts.any(|start| row.contains(&format!(" {number} {start}… ")));
                    assert!(whole || cut, "{lang} {pane}: {row}");
                }
            }
        }
    }
}

/// Where no account is listed but a scan found some, the pane names the key to them.
#[test]
fn an_empty_pane_names_the_findings() {
    let mut model = scanned(Lang::En, (120, 40), true);
    let case = Arc::make_mut(model.book.cases.first_mut().expect("a case"));
    case.accounts.clear();
    let _ = model.update(Message::Reloaded(Ok(Box::new(model.book.clone()))));
    press(&mut model, "esc 2");
    let shown = picture(&model).concat();
    assert!(shown.contains("I shows it"), "{shown}");
}

/// A click beside a form closes it as long as nothing was typed, whatever it was opened
/// with.
#[test]
fn a_click_outside_closes_what_is_untouched() {
    let mut model = reviewed(Lang::En, (120, 40));
    let click = |model: &mut Model| {
        let target = ui::target_at(model, 0, 5);
        let _ = model.update(Message::Click(target));
    };
    press(&mut model, "4 o");
    assert_eq!(model.dialogs.len(), 1);
    click(&mut model);
    assert!(model.dialogs.is_empty(), "{:?}", model.dialogs);
    press(&mut model, "4 o right");
    click(&mut model);
    assert_eq!(model.dialogs.len(), 1, "what was chosen stays");
}

/// The bar names what a tick does, and none where it does nothing.
#[test]
fn the_bar_names_what_a_tick_does() {
    let bar = |keys: &str| picture(&pressed(keys, Lang::En, (120, 40))).pop().unwrap_or_default();
    assert!(bar("1").contains("space untick"), "{}", bar("1"));
    assert!(bar("3 j").contains("space done"), "{}", bar("3 j"));
    assert!(bar("2").contains("space started"), "{}", bar("2"));
    assert!(!bar("2 j").contains("space"), "{}", bar("2 j"));
    let narrow = |keys: &str| picture(&pressed(keys, Lang::En, (80, 24))).pop().unwrap_or_default();
    assert!(narrow("2").contains("e edit"), "{}", narrow("2"));
    assert!(narrow("2 S x enter esc").contains("e edit"), "{}", narrow("2"));
}

/// What sample data cannot do is told, and is no fault.
#[test]
fn the_demo_is_at_no_fault() {
    for keys in ["S", "B"] {
        let model = pressed(keys, Lang::En, (80, 24));
        let told = model.toast.as_ref().expect("a message");
        assert!(format!("{told:?}").contains("Plain"), "{told:?}");
    }
}

/// What tells one case from another stays in the table of all cases.
#[test]
fn the_overview_keeps_what_matters() {
    for lang in Lang::ALL {
        let model = pressed("b", lang, (80, 24));
        let shown = picture(&model).concat();
        for column in ["case", "number", "stage", "on", "credit", "ends"] {
            let name = model.text.get(&format!("word-overview-{column}")).into_owned();
            assert!(shown.contains(&name), "{lang}: {name}");
        }
        // Of every case, whichever is selected.
        for told in ["…6789", "…3344", "RM 3.20", "2027"] {
            assert!(shown.contains(told), "{lang}: {told}");
        }
        assert_eq!(shown.matches("   Hotlink · ").count(), 2, "{lang}: {shown}");
    }
}

/// A warning has a place of its own.
#[test]
fn a_warning_moves_nothing() {
    for size in [(80, 24), (120, 40), (200, 60)] {
        let model = dashboard::demo(Lang::En, size);
        let mut warned = dashboard::demo(Lang::En, size);
        let case = Arc::make_mut(warned.book.cases.first_mut().expect("a case"));
        case.line.grace_until = Some(jiff::civil::date(2026, 11, 20));
        let _ = warned.update(Message::Now("2026-11-06T02:00:00Z".parse().expect("a moment")));
        assert!(picture(&warned).get(2).is_some_and(|row| row.starts_with(" ! ")));
        assert!(picture(&model).get(2).is_some_and(String::is_empty));
        assert_eq!(edges(&model), edges(&warned));
    }
}

/// Columns stand where they stood, whichever rows are visible.
#[test]
fn columns_stay_while_scrolling() {
    let mut model = dashboard::demo(Lang::En, (120, 40));
    let case = Arc::make_mut(model.book.cases.first_mut().expect("a case"));
    let made = case.accounts.first().expect("an account").clone();
    for number in 0..90 {
        let name = if number == 60 {
            "A name that is longer".to_owned()
        } else {
            format!("Shop {number}")
        };
        case.accounts.push(ringoff::domain::Account {
            id: ringoff::domain::Id::new(format!("shop-{number}")),
            name,
            note: Some("a note".into()),
            ..made.clone()
        });
    }
    // The panes look at the book again when it was read again.
    let _ = model.update(Message::Reloaded(Ok(Box::new(model.book.clone()))));
    press(&mut model, "2");
    let column = |model: &Model| {
        let picture = picture(model);
        // What it is has its column.
        let shop = |row: &&String| row.contains("Shop ") && row.contains(" bank ");
        let row = picture.iter().find(shop).expect("a shop").clone();
        row.find(" bank ").map(|at| width(&row[..at])).expect("a kind")
    };
    press(&mut model, "G");
    let first = column(&model);
    for _ in 0..60 {
        press(&mut model, "k");
        assert_eq!(column(&model), first);
    }
}

/// The bar, the next step and the world outside a dialog can be clicked.
#[test]
fn what_is_named_can_be_clicked() {
    let mut model = pressed("2", Lang::En, (120, 40));
    let at = |model: &Model, y: usize, words: &str| {
        let picture = picture(model);
        let row = picture.get(y).expect("a row").clone();
        let x = row.find(words).map(|at| width(&row[..at])).expect("is named");
        ui::target_at(model, x.try_into().expect("fits"), y.try_into().expect("fits"))
    };
    let target = at(&model, 39, "a add");
    let _ = model.update(Message::Click(target));
    assert!(matches!(model.dialogs.last(), Some(Dialog::Form(_))), "the bar");
    let _ = model.update(Message::Click(ui::target_at(&model, 1, 5)));
    assert!(model.dialogs.is_empty(), "beside an empty form");
    press(&mut model, "a x");
    let _ = model.update(Message::Click(ui::target_at(&model, 1, 5)));
    assert!(!model.dialogs.is_empty(), "what was typed stays");
    press(&mut model, "esc 9");
    let target = at(&model, 1, "Change the number");
    let _ = model.update(Message::Click(target));
    assert_eq!(model.focus, PaneId::Accounts, "the next step");
}

/// The tour gives way to the keys it tells of, and they work.
#[test]
fn the_tour_gives_way() {
    let mut model = pressed("g i", Lang::En, (80, 24));
    assert!(matches!(model.dialogs.last(), Some(Dialog::Tour(0))));
    press(&mut model, "enter");
    assert!(matches!(model.dialogs.last(), Some(Dialog::Tour(1))));
    press(&mut model, "2");
    assert!(model.dialogs.is_empty() && model.focus == PaneId::Accounts);
}

/// The pictures of what comes after the answer show it.
#[test]
fn an_answer_leads_to_its_phase() {
    for (keys, word) in [
        ("4 o right ctrl-s esc", "cancelled"),
        ("4 o right right tab tab x ctrl-s esc", "rejected"),
    ] {
        let mut model = reviewed(Lang::En, (120, 40));
        press(&mut model, keys);
        let picture = picture(&model);
        let head = picture.first().expect("a header");
        assert!(head.contains(word), "{head}");
    }
}

/// Every case has a row, the next date first; the most important columns stay where
/// there is room for few, and a second click goes to the case.
#[test]
fn the_overview_has_every_case() {
    let heads = |size| {
        let picture = picture(&pressed("b", Lang::En, size));
        let at = picture.iter().position(|row| row.contains(" Case ")).expect("a table");
        // What to do next about the selected one stands below, whole.
        let below = picture.iter().skip(at + 3);
        assert!(below.clone().any(|row| row.contains("│ Next  Change the number")), "{picture:?}");
        let cases: Vec<String> = picture.iter().skip(at + 1).take(2).cloned().collect();
        (picture.get(at).expect("a row").clone(), cases)
    };
    let (wide, cases) = heads((160, 40));
    for head in ["Carrier", "Number", "Stage", "Date", "On that day", "Credit", "Ends by itself?"] {
        assert!(wide.contains(head), "{head}: {wide}");
    }
    let [first, second] = cases.as_slice() else { panic!("{cases:?}") };
    assert!(first.contains("KL keep-alive") && first.contains("8 Nov"), "{first}");
    assert!(first.contains("•••") && first.contains("RM 3.20"), "{first}");
    assert!(second.contains("Old student line") && second.contains("10 Dec"), "{second}");
    let (narrow, _) = heads((60, 20));
    assert!(narrow.contains("Stage") && narrow.contains("Date"), "{narrow}");
    assert!(narrow.contains("Number") && !narrow.contains("Credit"), "{narrow}");

    let mut model = pressed("b", Lang::En, (120, 40));
    let picture = picture(&model);
    let row = picture.iter().position(|row| row.contains("Old student")).expect("is shown");
    let target = ui::target_at(&model, 10, row.try_into().expect("fits"));
    let _ = model.update(Message::Click(target));
    let _ = model.update(Message::Click(target));
    assert!(model.dialogs.is_empty());
    assert_eq!(model.current().map(|case| case.label.as_str()), Some("Old student line"));
}
