//! Tables, read in bounded memory. The columns are known by name, in any order
//! and any case.

use std::io::{self, Read};

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::{
    bytes::{Bytes, LONGEST},
    sink::Sink,
    words,
};

/// The kind of words that a column goes by, and how a row `R` takes its fields.
pub(super) type Column<R> = (&'static str, fn(&mut R, String));

/// How a row takes a field of a column with another name, which it is told.
pub(super) type Other<R> = fn(&mut R, &str, String);

/// The columns that a reader wants.
pub(super) struct Wanted<'a, R> {
    pub(super) known: &'a [Column<R>],
    /// The kind of words that columns go by that say nothing that is looked for.
    pub(super) idle: &'static str,
    /// How a row takes the fields of a column with another name. None for a
    /// column whose fields must not be held.
    pub(super) other: fn(&str) -> Option<Other<R>>,
    /// The kind of words of a column without which a row is not whole. Rows can leave
    /// out the others when nothing stands in them.
    pub(super) needed: Option<&'static str>,
}

/// The most columns that are looked at.
const MOST: usize = 200;

/// How a table is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    delimiter: u8,
    /// The lines before the first row.
    skip: usize,
    /// The names of the columns, as they are written.
    pub(super) header: Vec<String>,
    /// The names do not stand in the file.
    is_bare: bool,
}

impl Table {
    /// The table that begins so. Excel can write the separator in front.
    pub(super) fn of(head: &str) -> Option<Self> {
        let told = head.lines().next().and_then(|line| line.trim().strip_prefix("sep="));
        let skip = usize::from(told.is_some());
        let first = head.lines().nth(skip)?;
        let count = |sign: u8| first.bytes().filter(|b| *b == sign).count();
        let counted = [b',', b';', b'\t'].into_iter().max_by_key(|sign| count(*sign));
        let told = told.and_then(|told| told.bytes().next());
        let delimiter = told.or(counted).filter(|sign| count(*sign) > 0)?;
        let header = fields(&mut parser(delimiter), first);
        Some(Self { delimiter, skip: skip + 1, header, is_bare: false })
    }

    /// The same table, when its first row is no header.
    pub(super) fn without_header(&self, names: &[&str]) -> Self {
        let header = names.iter().map(|name| (*name).to_owned()).collect();
        Self { skip: self.skip.saturating_sub(1), header, is_bare: true, ..self.clone() }
    }

    /// How many fields a row has. Without a header the rows themselves show it.
    fn usual(&self) -> usize {
        if self.is_bare { 0 } else { self.header.len().min(MOST) }
    }

    /// Whether it has a column.
    pub(super) fn has<R>(&self, (kind, _): &Column<R>) -> bool {
        self.header.iter().any(|name| words::is(kind, &words::plain(name)))
    }

    /// The rows that a text begins with, but for the last, which can be cut.
    pub(super) fn rows<'a>(&self, head: &'a str) -> impl Iterator<Item = Vec<String>> + 'a {
        let lines: Vec<&str> = head.lines().skip(self.skip.saturating_sub(1)).collect();
        let count = if head.ends_with('\n') { lines.len() } else { lines.len().max(2) - 1 };
        let mut csv = parser(self.delimiter);
        lines.into_iter().take(count).map(move |line| fields(&mut csv, line))
    }
}

/// It takes longer to make than to read a line.
fn parser(delimiter: u8) -> Reader {
    ReaderBuilder::new().delimiter(delimiter).build()
}

/// The fields of one line.
fn fields(csv: &mut Reader, line: &str) -> Vec<String> {
    csv.reset();
    let (mut fields, mut field) = (Vec::new(), Vec::new());
    let (mut rest, mut room) = (line.as_bytes(), [0; 1024]);
    while fields.len() < MOST {
        let (result, read, wrote) = csv.read_field(rest, &mut room);
        rest = rest.get(read..).unwrap_or_default();
        field.extend_from_slice(room.get(..wrote).unwrap_or_default());
        match result {
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
            ReadFieldResult::Field { .. } => {
                fields.push(String::from_utf8_lossy(&field).into_owned());
                field.clear();
            }
            ReadFieldResult::End => break,
        }
    }
    fields
}

/// How the fields of one column are taken.
enum Take<R> {
    Known(fn(&mut R, String)),
    Other(Other<R>),
    Not,
}

impl<R> Take<R> {
    fn of(wanted: &Wanted<'_, R>, written: &str, sink: &mut Sink<'_>) -> Self {
        let name = words::plain(written);
        if let Some((_, take)) = wanted.known.iter().find(|(kind, _)| words::is(kind, &name)) {
            return Self::Known(*take);
        }
        let other = (wanted.other)(&name);
        // What holds a secret is understood well enough.
        if !words::is(wanted.idle, &name) && !name.is_empty() && !super::login::is_secret(&name) {
            sink.column(written);
        }
        other.map_or(Self::Not, Self::Other)
    }
}

/// Reads a table. Every row goes to `done`, which says whether it can be used.
pub(super) fn read<R: Default>(
    reader: &mut dyn Read,
    sink: &mut Sink<'_>,
    table: &Table,
    wanted: &Wanted<'_, R>,
    mut done: impl FnMut(&R, &mut Sink<'_>) -> bool,
) -> io::Result<()> {
    let mut fields = Fields::new(reader, table)?;
    let mut raw = Vec::new();
    let columns: Vec<(Take<R>, &str)> = (table.header.iter().take(MOST))
        .map(|name| (Take::of(wanted, name, sink), name.as_str()))
        .collect();
    let needed =
        |name: &String| wanted.needed.is_some_and(|kind| words::is(kind, &words::plain(name)));
    let least = table.header.iter().position(needed).map_or(0, |at| at + 1);
    let least = least.max(columns.len().min(2));
    let mut usual = table.usual();
    while !fields.ended {
        let at = fields.bytes.offset();
        let (mut row, mut place, mut empty) = (R::default(), 0, true);
        loop {
            // Some programs write the last column once for each of its parts.
            let column = columns.get(place).or_else(|| columns.last());
            let column = column.unwrap_or(&(Take::Not, ""));
            let wanted = !matches!(column.0, Take::Not);
            let Some(last) = fields.next(wanted, &mut raw)? else { break };
            empty &= fields.empty;
            let text = || String::from_utf8_lossy(&raw).into_owned();
            match column {
                (Take::Known(take), _) if place < columns.len() => take(&mut row, text()),
                (Take::Other(take), name) => take(&mut row, name, text()),
                _ => {}
            }
            place += 1;
            if last {
                break;
            }
        }
        if fields.is_torn(!empty && place < usual) {
            sink.cut(at);
        } else if !empty && (place < least || !done(&row, sink)) {
            sink.malformed(at);
        }
        // A text can be cut without a field that is missing.
        if !empty && fields.end == Some(RowEnd::Row) && wanted.needed.is_some() {
            sink.unended(at);
        }
        usual = usual.max(place.min(columns.len()));
    }
    Ok(())
}

/// Reads a table. Every row that is not empty goes to `done`, as names of
/// columns and fields, with the place where it begins, in bytes. Says where a row
/// begins that the table ends in.
pub(super) fn rows(
    reader: &mut dyn Read,
    table: &Table,
    mut done: impl FnMut(&mut dyn Iterator<Item = (&str, &str)>, u64),
) -> io::Result<Option<u64>> {
    let mut fields = Fields::new(reader, table)?;
    let (mut raw, mut row) = (Vec::new(), Vec::<String>::new());
    while !fields.ended {
        let at = fields.bytes.offset();
        row.clear();
        while let Some(last) = fields.next(row.len() < MOST, &mut raw)? {
            if row.len() < MOST {
                row.push(String::from_utf8_lossy(&raw).into_owned());
            }
            if last {
                break;
            }
        }
        let empty = row.iter().all(String::is_empty);
        if fields.is_torn(!empty && row.len() < table.usual()) {
            return Ok(Some(at));
        }
        if empty {
            continue;
        }
        let names = table.header.iter().map(String::as_str);
        done(&mut names.zip(row.iter().map(String::as_str)), at);
    }
    Ok(None)
}

/// The fields of a table, one after the other.
struct Fields<'a> {
    bytes: Bytes<'a>,
    csv: Reader,
    ended: bool,
    /// The last field has nothing in it, whether it was wanted or not.
    empty: bool,
    /// The stream ends, and where it ends inside a row.
    end: Option<RowEnd>,
    /// The last byte that was read.
    last: u8,
}

/// What a table ends in that has no line end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RowEnd {
    Nothing,
    /// A row, whose fields can be all there.
    Row,
    /// A row whose last field is in quotes, and they close.
    Quoted,
    /// A quote that does not close.
    Quote,
}

impl<'a> Fields<'a> {
    fn new(reader: &'a mut dyn Read, table: &Table) -> io::Result<Self> {
        let mut bytes = Bytes::new(reader);
        for _ in 0..table.skip {
            bytes.skip_to(b'\n')?;
        }
        let csv = parser(table.delimiter);
        Ok(Self { bytes, csv, ended: false, empty: true, end: None, last: 0 })
    }

    /// Whether the table ends inside the row that was read last. One that has all its
    /// fields only lacks the line end.
    fn is_torn(&self, is_short: bool) -> bool {
        match self.end {
            Some(RowEnd::Quote) => true,
            Some(RowEnd::Row | RowEnd::Quoted) => is_short,
            Some(RowEnd::Nothing) | None => false,
        }
    }

    /// Replaces `out` by the next field, or by nothing when it is not wanted.
    /// Says whether it is the last of its row; None at the end of the table.
    fn next(&mut self, wanted: bool, out: &mut Vec<u8>) -> io::Result<Option<bool>> {
        out.clear();
        self.empty = true;
        let mut room = [0; 4096];
        loop {
            let left = self.bytes.left()?;
            if left.is_empty() && self.end.is_none() {
                // A line end shows where the table ends: it closes a row, is part of a
                // quote, or stands between rows.
                let (result, _, wrote) = self.csv.read_field(b"\n", &mut [0; 4]);
                let closes = matches!(result, ReadFieldResult::Field { .. });
                self.end = Some(match wrote {
                    _ if closes && self.last == b'\x22' => RowEnd::Quoted,
                    _ if closes => RowEnd::Row,
                    0 => RowEnd::Nothing,
                    _ => RowEnd::Quote,
                });
                if closes {
                    return Ok(Some(true));
                }
            }
            let left = self.bytes.left()?;
            let (result, read, wrote) = self.csv.read_field(left, &mut room);
            self.last =
                read.checked_sub(1).and_then(|at| left.get(at)).copied().unwrap_or(self.last);
            self.bytes.consume(read);
            self.empty &= wrote == 0;
            if wanted {
                let take = wrote.min(LONGEST.saturating_sub(out.len()));
                out.extend_from_slice(room.get(..take).unwrap_or_default());
            }
            match result {
                ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
                ReadFieldResult::Field { record_end } => return Ok(Some(record_end)),
                ReadFieldResult::End => {
                    self.ended = true;
                    return Ok(None);
                }
            }
        }
    }
}
