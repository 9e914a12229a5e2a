use super::*;
use crate::text::Lang;

fn row(title: &str, kind: &str, word: &str) -> Row {
    let owned = str::to_owned;
    Row {
        item: None,
        status: RowStatus::Open,
        title: owned(title),
        word: owned(word),
        kind: owned(kind),
        note: String::new(),
    }
}

/// Where kind and state stand on a line: the first cell of the one, the last of the other.
fn columns_of(line: &Line) -> (Option<u16>, Option<u16>) {
    let of = |text: &str| line.iter().find(|put| put.text == text);
    (of("bank").map(|put| put.x), of("to do").map(|put| put.x + cells(&put.text)))
}

#[test]
fn a_long_name_takes_no_column_from_the_others() {
    let long = "A made-up cooperative bank of a far-away province and its savers";
    let rows = [row("Made up", "bank", "to do"), row(long, "bank", "to do")];
    for columns in [36, 43, 50] {
        let made = Columns::of(&Text::new(Lang::En), &rows, None, false);
        let lines: Vec<Vec<Line>> = rows.iter().map(|row| made.lines(row, columns)).collect();
        let first: Vec<&Line> = lines.iter().filter_map(|lines| lines.first()).collect();
        let [short, whole] = first.as_slice() else { panic!("two rows") };
        assert_eq!(columns_of(short), columns_of(whole), "{columns}");
        assert!(columns_of(short).0.is_some() && columns_of(short).1 == Some(columns - 1));
        // The rest of the name stands below; on one line a mark says that there is more.
        assert!(lines.last().is_some_and(|lines| lines.len() > 1), "{columns}");
        let one = made.line(&rows[1], columns);
        assert_eq!(columns_of(&one), columns_of(short), "{columns}");
        let room = one.first().map_or(0, |put| put.cells);
        assert!(fit(long, room.into()).ends_with('…') && room >= TITLE, "{room}");
    }
}

/// Without room for what a row is, every row says how it stands.
#[test]
fn one_column_has_one_meaning() {
    let text = Text::new(Lang::En);
    let to_do = text.get("word-account-to_do").into_owned();
    let rows = [row("Made up", "a long kind", &to_do), row("Another", "a long kind", "moved")];
    let made = Columns::of(&text, &rows, None, false);
    for (row, word) in rows.iter().zip([to_do.as_str(), "moved"]) {
        let lines = made.lines(row, 24);
        assert_eq!(lines[0].last().map(|put| put.text.as_str()), Some(word));
    }
}
