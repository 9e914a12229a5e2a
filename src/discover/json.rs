//! JSON of any size as events, in constant memory: each text with the path of
//! keys that leads to it.
//!
//! Arrays do not show in a path. In `{"items":[{"name":"x"}]}` the text `x`
//! comes with the path `items/name`.

mod shorten;

use std::{
    cell::Cell,
    fmt,
    io::{self, BufReader, Read},
};

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

use super::{
    bytes::{Bytes, LONGEST},
    sink::Sink,
    summary::Place,
};
use shorten::Shorten;

/// What comes next at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event<'a> {
    /// The beginning of an object.
    Begin,
    /// A key, before its value is read.
    Key,
    /// A text, a number or a truth value, as text.
    Text(&'a str),
    /// No value.
    Null,
    /// The end of an object.
    End,
}

/// Calls `on` with the path of each value in JSON that may be cut, and says
/// whether its first line is a value of its own.
pub(super) fn paths(head: &str, mut on: impl FnMut(&str)) -> bool {
    let mut path = String::new();
    let on = &mut |path: &str, _: Event<'_>| on(path);
    let line = head.lines().next().unwrap_or_default();
    let mut first = serde_json::Deserializer::from_str(line);
    let alone = (Walk { path: &mut path, on }).deserialize(&mut first).is_ok();
    let alone = alone && first.end().is_ok();
    let rest = if alone { head.get(line.len()..).unwrap_or_default() } else { head };
    let mut json = serde_json::Deserializer::from_str(rest);
    loop {
        path.clear();
        if (Walk { path: &mut path, on }).deserialize(&mut json).is_err() {
            return alone;
        }
    }
}

/// Reads one JSON value.
pub(super) fn read(
    reader: &mut dyn Read,
    sink: &mut Sink<'_>,
    mut on: impl FnMut(&str, Event<'_>, &mut Sink<'_>),
) -> io::Result<()> {
    let place = Cell::new(0);
    let reader = BufReader::with_capacity(64 * 1024, Shorten::new(reader));
    let mut json = serde_json::Deserializer::from_reader(Placed { reader, place: &place });
    let mut path = String::new();
    let on = &mut |path: &str, event: Event<'_>| {
        sink.reach(place.get());
        on(path, event, sink);
    };
    let read = (Walk { path: &mut path, on }).deserialize(&mut json);
    let Err(error) = read.and_then(|()| json.end()) else { return Ok(()) };
    // A file of one line is best told by its column.
    let at = match (error.line(), error.column()) {
        (line @ 2.., _) => Place::Line(line as u64),
        (_, column) => Place::Column(column.max(1) as u64),
    };
    match error.classify() {
        Category::Io => return Err(error.into()),
        Category::Eof => sink.cut_at(at),
        Category::Syntax | Category::Data => sink.malformed_at(at),
    }
    Ok(())
}

/// Reads one object a line. `end` is told whether a line was one; a line that
/// was not is counted and skipped.
pub(super) fn read_lines<T>(
    reader: &mut dyn Read,
    sink: &mut Sink<'_>,
    state: &mut T,
    on: fn(&mut T, &str, Event<'_>),
    end: fn(&mut T, Option<&mut Sink<'_>>),
) -> io::Result<()> {
    let mut short = Shorten::new(reader);
    let mut bytes = Bytes::new(&mut short);
    let (mut raw, mut path) = (Vec::new(), String::new());
    loop {
        let at = bytes.offset();
        // Shortened texts leave a line of a message far below this.
        let Some(long) = bytes.line(64 * LONGEST, &mut raw)? else { return Ok(()) };
        if raw.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        path.clear();
        let mut is_object = false;
        let on = &mut |path: &str, event: Event<'_>| {
            is_object |= path.is_empty() && event == Event::End;
            on(state, path, event);
        };
        let mut json = serde_json::Deserializer::from_slice(&raw);
        let read = Walk { path: &mut path, on }.deserialize(&mut json);
        let read = read.and_then(|()| json.end());
        let whole = read.is_ok() && is_object && !long;
        sink.reach(at);
        sink.begin();
        if read.is_err_and(|error| error.is_eof()) && bytes.left()?.is_empty() {
            sink.cut(at);
        } else if !whole {
            sink.reject();
        }
        end(state, whole.then_some(&mut *sink));
    }
}

/// A reader that says how many bytes were read from it.
struct Placed<'a, R> {
    reader: R,
    place: &'a Cell<u64>,
}

impl<R: Read> Read for Placed<'_, R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(out)?;
        self.place.set(self.place.get() + count as u64);
        Ok(count)
    }
}

/// Walks through one value and reports what is in it. The parser refuses what
/// is nested more than 128 deep.
struct Walk<'a> {
    path: &'a mut String,
    on: &'a mut dyn FnMut(&str, Event<'_>),
}

impl Walk<'_> {
    fn inside(&mut self) -> Walk<'_> {
        Walk { path: self.path, on: self.on }
    }

    fn text(self, text: &str) {
        (self.on)(self.path, Event::Text(text));
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.text(text);
        Ok(())
    }

    fn visit_u64<E>(self, number: u64) -> Result<(), E> {
        self.text(&number.to_string());
        Ok(())
    }

    fn visit_i64<E>(self, number: i64) -> Result<(), E> {
        self.text(&number.to_string());
        Ok(())
    }

    fn visit_f64<E>(self, number: f64) -> Result<(), E> {
        self.text(&format!("{number:.0}"));
        Ok(())
    }

    fn visit_bool<E>(self, truth: bool) -> Result<(), E> {
        self.text(if truth { "true" } else { "false" });
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        (self.on)(self.path, Event::Null);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut array: A) -> Result<(), A::Error> {
        while array.next_element_seed(self.inside())?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut object: A) -> Result<(), A::Error> {
        (self.on)(self.path, Event::Begin);
        let length = self.path.len();
        while object.next_key_seed(Key(self.path))?.is_some() {
            (self.on)(self.path, Event::Key);
            object.next_value_seed(self.inside())?;
            self.path.truncate(length);
        }
        (self.on)(self.path, Event::End);
        Ok(())
    }
}

/// Appends a key to a path.
struct Key<'a>(&'a mut String);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<(), E> {
        if !self.0.is_empty() {
            self.0.push('/');
        }
        self.0.push_str(key);
        Ok(())
    }
}
