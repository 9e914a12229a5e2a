//! Rows in columns. Where not all columns have room, the least important go.

use super::width::{pad, width};

/// Blanks between two columns.
pub(crate) const GAP: usize = 2;

/// The columns that fit into `room` cells, by their places, and the cells of each.
/// `importance` names them from the one that goes last to the one that goes first, each
/// with the fewest cells that it can be cut to, if it can; what is left over is shared
/// among those that were cut.
pub(crate) fn columns(
    rows: &[Vec<String>],
    importance: &[(usize, Option<usize>)],
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
    for (place, least) in importance.iter().copied().filter(|(place, _)| says(*place)) {
        let wide = widest(place);
        let least = least.map_or(wide, |least| wide.min(least));
        let gap = if shown.is_empty() { 0 } else { GAP };
        if least + gap > left && !shown.is_empty() {
            break;
        }
        left = left.saturating_sub(least + gap);
        shown.push((place, least.min(room)));
    }
    while left > 0 {
        let before = left;
        for (place, cells) in &mut shown {
            if left > 0 && *cells < widest(*place) {
                *cells += 1;
                left -= 1;
            }
        }
        if left == before {
            break;
        }
    }
    shown.sort_unstable();
    shown
}

/// Rows as lines, in columns. The first row has the names: a column with nothing below
/// its name is left out, and so is a table without a row. The last column is not filled up.
pub(crate) fn table(rows: &[Vec<String>]) -> Vec<String> {
    let all: Vec<(usize, Option<usize>)> =
        (0..rows.first().map_or(0, Vec::len)).map(|place| (place, None)).collect();
    let shown = columns(rows, &all, usize::MAX);
    let line = |row: &Vec<String>| {
        let cell = |(place, wide): &(usize, usize)| {
            pad(row.get(*place).map(String::as_str).unwrap_or_default(), *wide)
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
        let order = [(0, None), (2, None), (1, Some(14)), (3, None)];
        assert_eq!(columns(&rows(), &order, 80), [(0, 6), (1, 30), (2, 6)]);
        assert_eq!(columns(&rows(), &order, 36), [(0, 6), (1, 20), (2, 6)]);
        assert_eq!(columns(&rows(), &order, 29), [(0, 6), (2, 6)]);
        assert_eq!(columns(&rows(), &order, 9), [(0, 6)]);
        assert_eq!(columns(&rows(), &order, 3), [(0, 3)]);
        let both = [(0, Some(3)), (1, Some(10))];
        assert_eq!(columns(&rows(), &both, 17), [(0, 4), (1, 11)]);
    }

    #[test]
    fn columns_stand_below_their_names() {
        let told = table(&rows()).join("\n");
        let lines: Vec<&str> = told.lines().collect();
        assert_eq!(lines.first(), Some(&"Case    Next                            On"));
        assert_eq!(lines.last(), Some(&"老号码  short                           14 Jan"));
    }

    proptest::proptest! {
        #[test]
        fn columns_never_need_more_than_there_is(
            room in 1_usize..90, least in proptest::collection::vec(proptest::option::of(1_usize..9), 4),
        ) {
            let order: Vec<_> = [0, 2, 1, 3].into_iter().zip(least).collect();
            let shown = columns(&rows(), &order, room);
            let cells: usize = shown.iter().map(|(_, cells)| cells + GAP).sum();
            proptest::prop_assert!(cells <= room + GAP);
        }
    }
}
