//! Rows in columns. Where not all columns have room, the least important go.

use super::width::{pad, width};

/// Blanks between two columns.
pub(crate) const GAP: usize = 2;

/// Fewest cells of a column that can be cut.
const LEAST: usize = 14;

/// The columns that fit into `room` cells, by their places, and the cells of each.
/// `importance` names them from the one that goes last to the one that goes first;
/// the cells of `cut` may be cut, and get what the others leave.
pub(crate) fn columns(
    rows: &[Vec<String>],
    importance: &[usize],
    cut: usize,
    room: usize,
) -> Vec<(usize, usize)> {
    let mut shown: Vec<(usize, usize)> = Vec::new();
    let mut left = room;
    let widest = |place: usize| {
        let cells = rows.iter().filter_map(|row| row.get(place));
        cells.map(|cell| width(cell)).max().unwrap_or_default()
    };
    // The first row has the names: a column with nothing below its name is left out.
    let says = |place: usize| {
        rows.iter().skip(1).any(|row| row.get(place).is_some_and(|cell| !cell.is_empty()))
    };
    for place in importance.iter().copied().filter(|place| says(*place)) {
        let wide = widest(place);
        let least = if place == cut { wide.min(LEAST) } else { wide };
        let gap = if shown.is_empty() { 0 } else { GAP };
        if least + gap > left && !shown.is_empty() {
            break;
        }
        left = left.saturating_sub(least + gap);
        shown.push((place, least.min(room)));
    }
    if let Some((place, cells)) = shown.iter_mut().find(|(place, _)| *place == cut) {
        *cells = (*cells + left).min(widest(*place));
    }
    shown.sort_unstable();
    shown
}

/// Rows as lines, in columns. The first row has the names: a column with nothing below
/// its name is left out, and so is a table without a row.
pub(crate) fn table(rows: &[Vec<String>]) -> Vec<String> {
    let all: Vec<usize> = (0..rows.first().map_or(0, Vec::len)).collect();
    let shown = columns(rows, &all, usize::MAX, usize::MAX);
    let line = |row: &Vec<String>| {
        let cell = |(at, wide): &(usize, usize)| {
            pad(row.get(*at).map(String::as_str).unwrap_or_default(), *wide)
        };
        let cells: Vec<String> = shown.iter().map(cell).collect();
        cells.join(&" ".repeat(GAP)).trim_end().to_owned()
    };
    rows.iter().filter(|_| rows.len() > 1).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Vec<String>> {
        let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
        vec![
            row(["Case", "Next", "On", "Note"]),
            row(["KL", "a thing that takes twenty-nine", "5 Nov", ""]),
            row(["老号码", "short", "14 Jan", ""]),
        ]
    }

    #[test]
    fn the_least_important_go_first() {
        let order = [0, 2, 1, 3];
        assert_eq!(columns(&rows(), &order, 1, 80), [(0, 6), (1, 30), (2, 6)]);
        assert_eq!(columns(&rows(), &order, 1, 36), [(0, 6), (1, 20), (2, 6)]);
        assert_eq!(columns(&rows(), &order, 1, 29), [(0, 6), (2, 6)]);
        assert_eq!(columns(&rows(), &order, 1, 9), [(0, 6)]);
        assert_eq!(columns(&rows(), &order, 1, 3), [(0, 3)]);
    }

    proptest::proptest! {
        #[test]
        fn columns_never_need_more_than_there_is(room in 1_usize..90, cut in 0_usize..4) {
            let shown = columns(&rows(), &[0, 2, 1, 3], cut, room);
            let cells: usize = shown.iter().map(|(_, cells)| cells + GAP).sum();
            proptest::prop_assert!(cells <= room + GAP);
        }
    }
}
