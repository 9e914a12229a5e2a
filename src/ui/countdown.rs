//! The pieces of a countdown: a big number, days in two columns, sentences below.
//! The review, the line that is left to lapse and "what if" are made of them.

use ratatui::layout::Rect;

use super::{big_digits, frame::below, screen::Screen, theme::Role};
use crate::{
    app::Scene,
    domain::{Moved, Review},
    text::{width, wrap},
};

/// Fewest columns of tall digits, of two and of three.
const TALL_IN: [u16; 2] = [34, 44];

/// Rows of the digits of a count that has room for them.
pub(super) fn digits(columns: u16, number: u32) -> u16 {
    let [few, many] = TALL_IN;
    let wide = if number < 100 { few } else { many };
    if columns >= wide && number < 1000 { big_digits::TALL } else { big_digits::HEIGHT }
}

/// A count in big digits with what it counts beside it, or in one line where
/// there is little room for the rows that follow. Returns the rows used.
pub(super) fn count(
    scene: &Scene<'_>,
    screen: &mut Screen<'_>,
    area: Rect,
    number: u32,
    (label, role): (&str, Role),
    follows: u16,
) -> u16 {
    // Dates and days matter more than big digits: these need room for all.
    if area.height < big_digits::HEIGHT + 5 {
        let args = [("count", number.into()), ("what", label.into())];
        let whole = scene.words.text.with("ui-count-line", &args);
        // It is never cut: what follows gives way.
        return screen.words(area, &whole, role);
    }
    let follows = follows.max(5);
    let tall =
        area.height >= big_digits::TALL + follows && digits(area.width, number) == big_digits::TALL;
    let height = if tall { big_digits::TALL } else { big_digits::HEIGHT };
    let rows = Rect { height, ..area };
    let used = if tall {
        big_digits::draw_tall(screen, rows, number, role) + 1
    } else {
        big_digits::draw(screen, rows, number, role) + 1
    };
    let cells = area.width.saturating_sub(used);
    let above = u16::from(tall);
    let beside = Rect { x: area.x + used, y: rows.y + above, width: cells, height: height - above };
    screen.words(beside, label, Role::Heading);
    height
}

/// The days of a review: submitted, earliest, latest. Returns the rows used.
pub(super) fn dates(
    scene: &Scene<'_>,
    review: &Review,
    screen: &mut Screen<'_>,
    area: Rect,
) -> u16 {
    let text = scene.words.text;
    let latest = match &review.moved {
        None => text.with("ui-date-latest", &[("day", review.window.latest.into())]),
        Some(Moved::Extended(_)) => text.get("ui-date-latest-extended").into_owned(),
        Some(Moved::Promised(..)) => text.get("ui-date-latest-promised").into_owned(),
    };
    let earliest = text.with("ui-date-earliest", &[("day", review.window.earliest.into())]);
    let submitted = text.get("ui-date-submitted").into_owned();
    // A date with a year leaves less room: then the place in the count goes, from all
    // of them. What moved a day never does.
    let rows = [
        (review.submitted, submitted, "ui-date-submitted-short", false),
        (review.earliest, earliest, "ui-date-earliest-short", false),
        (review.latest, latest, "ui-date-latest-short", review.moved.is_some()),
    ];
    let rows = rows.map(|(day, what, short, keep)| (scene.words.near(day), what, short, keep));
    let column = rows.iter().map(|(day, ..)| width(day)).max().unwrap_or_default();
    let fits = |what: &str| column + 2 + width(what) <= usize::from(area.width);
    let all_fit = rows.iter().all(|(_, what, _, keep)| *keep || fits(what));
    let rows = rows.map(|(day, what, short, keep)| {
        (day, if all_fit || keep { what } else { text.get(short).into_owned() })
    });
    table(screen, area, rows)
}

/// Days and what they are, in two columns. Returns the rows used.
pub(super) fn table(
    screen: &mut Screen<'_>,
    area: Rect,
    rows: impl IntoIterator<Item = (String, String)>,
) -> u16 {
    let rows: Vec<_> = rows.into_iter().collect();
    let column = rows.iter().map(|(day, _)| width(day)).max().unwrap_or_default();
    let indent = u16::try_from(column + 2).unwrap_or(u16::MAX);
    let cells = area.width.saturating_sub(indent);
    let mut spare = usize::from(area.height).saturating_sub(rows.len());
    let mut y = area.y;
    for (day, what) in &rows {
        if y >= area.bottom() {
            screen.more(area, false, true);
            break;
        }
        screen.put(area.x, y, area.width, day, Role::Text);
        // What is long takes a second line while there is one to spare.
        let lines = wrap(what, cells.into());
        let more = lines.len().saturating_sub(1);
        let place = Rect { x: area.x.saturating_add(indent), width: cells, ..below(area, y) };
        if more <= spare {
            spare -= more;
            y += screen.lines(place, &lines, Role::Text).max(1);
        } else {
            screen.put(place.x, y, cells, what, Role::Text);
            y += 1;
        }
    }
    y - area.y
}

/// Rows that sentences take in so many columns.
pub(super) fn height_of(all: &[(String, Role)], columns: u16) -> u16 {
    let rows = all.iter().map(|(told, _)| wrap(told, columns.into()).len());
    u16::try_from(rows.sum::<usize>()).unwrap_or(u16::MAX)
}

/// Sentences, whole as far as there are rows; what is left goes to the first of those
/// that have no room. They stand on the page that Enter opens; a mark says so.
pub(super) fn sentences(screen: &mut Screen<'_>, area: Rect, all: &[(String, Role)]) {
    let lines = |(told, role): &(String, Role)| (wrap(told, area.width.into()), *role);
    let all: Vec<(Vec<String>, Role)> = all.iter().map(lines).collect();
    let mut left = usize::from(area.height);
    let mut whole = |(lines, _): &(Vec<String>, Role)| {
        let fits = lines.len() <= left;
        left -= if fits { lines.len() } else { 0 };
        fits
    };
    let fits: Vec<bool> = all.iter().map(&mut whole).collect();
    let hides = fits.contains(&false);
    let mut y = area.y;
    for ((lines, role), fits) in all.iter().zip(fits) {
        let rows = if fits { lines.len() } else { std::mem::take(&mut left) };
        let height = u16::try_from(rows).unwrap_or(u16::MAX);
        y += screen.lines(Rect { height, ..below(area, y) }, lines, *role);
    }
    if hides {
        // Where no row is left, the row above has the mark.
        let (y, height) = match area.height {
            0 => (area.y.saturating_sub(1), 1),
            height => (area.y, height),
        };
        screen.more(Rect { y, height, ..area }, false, true);
    }
}
