//! Tables with a header, read in bounded memory. The columns are known by name,
//! in any order and any case; what other columns hold is never kept.

use std::io::{self, Read};

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::{
    bytes::{Bytes, LONGEST},
    sink::Sink,
};

/// The names that a column goes by (`name|title`, in lower case and without
/// signs), and how a row `R` takes its fields.
pub(super) type Column<R> = (&'static str, fn(&mut R, String));

/// The most columns that are looked at.
const MOST: usize = 200;

/// The sign between the fields of the table that begins so.
fn delimiter(head: &str) -> Option<u8> {
    let first = head.lines().next()?;
    let count = |sign: u8| first.bytes().filter(|b| *b == sign).count();
    [b',', b';', b'\t'].into_iter().max_by_key(|sign| count(*sign)).filter(|sign| count(*sign) > 0)
}

/// A column's name, as it compares.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The names of the columns of the table that begins so.
pub(super) fn header(head: &str) -> Vec<String> {
    let first = head.lines().next().unwrap_or_default();
    let names = delimiter(head).map(|sign| first.split(char::from(sign)).map(plain));
    names.into_iter().flatten().collect()
}

/// Whether a header has a column.
pub(super) fn has<R>(header: &[String], column: &Column<R>) -> bool {
    header.iter().any(|name| is_called(column, name))
}

fn is_called<R>((names, _): &Column<R>, name: &str) -> bool {
    names.split('|').any(|one| one == name)
}

/// Reads a table. Every row goes to `done`.
pub(super) fn read<R: Default>(
    reader: &mut dyn Read,
    sink: &mut Sink<'_>,
    known: &[Column<R>],
    done: fn(&R, &mut Sink<'_>),
) -> io::Result<()> {
    let mut bytes = Bytes::new(reader);
    let delimiter = delimiter(&String::from_utf8_lossy(bytes.left()?)).unwrap_or(b',');
    let csv = ReaderBuilder::new().delimiter(delimiter).build();
    let mut fields = Fields { bytes, csv, ended: false };
    let (mut raw, mut columns) = (Vec::new(), Vec::new());
    while let Some(last) = fields.next(true, &mut raw)? {
        if columns.len() < MOST {
            let name = plain(&String::from_utf8_lossy(&raw));
            let column = known.iter().find(|column| is_called(column, &name));
            columns.push(column.map(|(_, take)| take));
        }
        if last {
            break;
        }
    }
    while !fields.ended {
        let at = fields.bytes.offset();
        let (mut row, mut place, mut empty) = (R::default(), 0, true);
        loop {
            let column = columns.get(place).copied().flatten();
            let Some(last) = fields.next(column.is_some(), &mut raw)? else { break };
            empty &= raw.is_empty();
            if let Some(take) = column {
                take(&mut row, String::from_utf8_lossy(&raw).into_owned());
            }
            place += 1;
            if last {
                break;
            }
        }
        if empty {
            continue;
        }
        if place < columns.len().min(2) {
            sink.malformed(at);
        } else {
            done(&row, sink);
        }
    }
    Ok(())
}

/// The fields of a table, one after the other.
struct Fields<'a> {
    bytes: Bytes<'a>,
    csv: Reader,
    ended: bool,
}

impl Fields<'_> {
    /// Replaces `out` by the next field, or by nothing when it is not wanted.
    /// Says whether it is the last of its row; None at the end of the table.
    fn next(&mut self, wanted: bool, out: &mut Vec<u8>) -> io::Result<Option<bool>> {
        out.clear();
        let mut room = [0; 4096];
        loop {
            let left = self.bytes.left()?;
            let (result, read, wrote) = self.csv.read_field(left, &mut room);
            self.bytes.consume(read);
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
