//! JSON: messages of sms-ie, a line or an array of them; accounts of Bitwarden
//! and 1Password. Fields that are not named here, passwords among them, are
//! passed over while parsing.

use std::{
    fmt,
    io::{self, Read},
    marker::PhantomData,
};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use super::{LONGEST, logins::Login, shorten::Shorten};
use crate::discover::{bytes::Bytes, message::Message, scan::Sink, when::moment};

/// A text, number or truth as text; anything else as nothing.
#[derive(Debug, Default)]
struct Loose(String);

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Loose;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }
            fn visit_str<E>(self, text: &str) -> Result<Loose, E> {
                Ok(Loose(text.to_owned()))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Loose, E> {
                Ok(Loose(number.to_string()))
            }
            fn visit_i64<E>(self, number: i64) -> Result<Loose, E> {
                Ok(Loose(number.to_string()))
            }
            fn visit_f64<E>(self, number: f64) -> Result<Loose, E> {
                Ok(Loose(format!("{number:.0}")))
            }
            fn visit_bool<E>(self, truth: bool) -> Result<Loose, E> {
                Ok(Loose(truth.to_string()))
            }
            fn visit_unit<E>(self) -> Result<Loose, E> {
                Ok(Loose::default())
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Loose, A::Error> {
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Loose::default())
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Loose, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Loose::default())
            }
        }
        from.deserialize_any(Any)
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Part {
    ct: Loose,
    text: Loose,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Sender {
    address: Loose,
}

/// A message of sms-ie, or of anything that names its fields as one would.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::discover) struct Written {
    #[serde(
        alias = "from",
        alias = "sender",
        alias = "number",
        alias = "phone",
        alias = "Address"
    )]
    address: Loose,
    #[serde(
        alias = "timestamp",
        alias = "time",
        alias = "datetime",
        alias = "received",
        alias = "Date"
    )]
    date: Loose,
    #[serde(rename = "type", alias = "msg_box")]
    kind: Loose,
    #[serde(alias = "text", alias = "message", alias = "content", alias = "Body")]
    body: Loose,
    sub_id: Loose,
    #[serde(rename = "__display_name", alias = "display_name", alias = "contact_name")]
    name: Loose,
    #[serde(rename = "__sender_address")]
    sender: Option<Sender>,
    #[serde(rename = "__parts", alias = "parts")]
    parts: Vec<Part>,
}

impl Written {
    fn tell(&self, sink: &mut Sink<'_>) {
        let mut body = self.body.0.clone();
        for part in self.parts.iter().filter(|part| part.ct.0 == "text/plain") {
            if body.len() + part.text.0.len() < LONGEST {
                body.push_str(&part.text.0);
                body.push('\n');
            }
        }
        let other = self.sender.as_ref().map(|sender| sender.address.0.as_str());
        let some = |text: &'_ str| !text.is_empty() && text != "null";
        sink.message(&Message {
            sender: Some(self.address.0.as_str()).filter(|text| some(text)).or(other).unwrap_or(""),
            contact: Some(self.name.0.as_str()).filter(|text| some(text)),
            body: body.trim_end(),
            at: moment(&self.date.0),
            sim: Some(self.sub_id.0.as_str()).filter(|text| some(text)),
            sent: !matches!(self.kind.0.as_str(), "1" | "" | "null" | "received" | "inbox"),
        });
    }
}

/// One object a line. A line that is none is counted and passed over.
pub(in crate::discover) fn lines<R: Read>(reader: R, sink: &mut Sink<'_>) -> io::Result<()> {
    // Shortened texts leave a line of a message far below this.
    let mut bytes = Bytes::new(Shorten::new(reader));
    let mut raw = Vec::new();
    loop {
        let at = bytes.offset();
        let Some(long) = bytes.line(64 * LONGEST, &mut raw)? else { return Ok(()) };
        if raw.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match serde_json::from_slice::<Written>(&raw) {
            Ok(message) if !long => message.tell(sink),
            _ => sink.malformed(at),
        }
    }
}

/// One array of messages.
pub(in crate::discover) fn array<R: Read>(reader: R, sink: &mut Sink<'_>) -> io::Result<()> {
    each(reader, &[], sink, |message: Written, sink| message.tell(sink))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Uri {
    uri: Loose,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct BitwardenLogin {
    username: Loose,
    uris: Option<Vec<Uri>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Extra {
    value: Loose,
    /// 1 is a hidden field.
    #[serde(rename = "type")]
    kind: Loose,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Identity {
    phone: Loose,
    username: Loose,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct BitwardenItem {
    name: Loose,
    notes: Loose,
    login: Option<BitwardenLogin>,
    identity: Option<Identity>,
    fields: Option<Vec<Extra>>,
}

/// The items of a Bitwarden export.
pub(in crate::discover) fn bitwarden<R: Read>(reader: R, sink: &mut Sink<'_>) -> io::Result<()> {
    each(reader, &["items"], sink, |item: BitwardenItem, sink| {
        let login = item.login.unwrap_or_default();
        let uris = login.uris.unwrap_or_default();
        let mut fields = vec![login.username.0, item.notes.0];
        let own = item.fields.unwrap_or_default();
        fields.extend(own.into_iter().filter(|one| one.kind.0 != "1").map(|one| one.value.0));
        fields.extend(item.identity.into_iter().flat_map(|one| [one.phone.0, one.username.0]));
        let url = uris.into_iter().next().map(|uri| uri.uri.0).unwrap_or_default();
        sink.login(&Login { title: item.name.0, url, fields });
    })
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Overview {
    title: Loose,
    url: Loose,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct LoginField {
    value: Loose,
    designation: Loose,
    #[serde(rename = "fieldType")]
    kind: Loose,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Value {
    string: Loose,
    email: Loose,
    phone: Loose,
    url: Loose,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SectionField {
    value: Value,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Section {
    fields: Vec<SectionField>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Details {
    #[serde(rename = "loginFields")]
    login: Vec<LoginField>,
    #[serde(rename = "notesPlain")]
    notes: Loose,
    sections: Vec<Section>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct OnePasswordItem {
    overview: Overview,
    details: Details,
}

/// The items of `export.data` in a 1Password archive.
pub(in crate::discover) fn one_password<R: Read>(reader: R, sink: &mut Sink<'_>) -> io::Result<()> {
    each(reader, &["accounts", "vaults", "items"], sink, |item: OnePasswordItem, sink| {
        let login = item.details.login.into_iter();
        let named = login.filter(|one| one.designation.0 != "password" && one.kind.0 != "P");
        let mut fields: Vec<String> = named.map(|one| one.value.0).collect();
        fields.push(item.details.notes.0);
        let own = item.details.sections.into_iter().flat_map(|section| section.fields);
        fields.extend(own.flat_map(|one| {
            let Value { string, email, phone, url } = one.value;
            [string.0, email.0, phone.0, url.0]
        }));
        let Overview { title, url } = item.overview;
        sink.login(&Login { title: title.0, url: url.0, fields });
    })
}

/// Calls `each` for every element of the arrays under a path of keys.
fn each<R: Read, T: DeserializeOwned>(
    reader: R,
    keys: &[&str],
    sink: &mut Sink<'_>,
    mut each: impl FnMut(T, &mut Sink<'_>),
) -> io::Result<()> {
    let mut failed = None;
    let mut offset = 0;
    {
        let reader = io::BufReader::with_capacity(
            64 * 1024,
            Shorten::new(Kept { inner: reader, failed: &mut failed }),
        );
        let mut from = serde_json::Deserializer::from_reader(reader);
        let mut tell = |one: T| each(one, sink);
        let deep = Deep { keys, each: &mut tell, kind: PhantomData };
        if let Err(error) = deep.deserialize(&mut from) {
            offset = error.column().max(1) as u64;
            let cut = error.is_eof();
            let line = error.line() as u64;
            if failed.is_none() {
                if cut {
                    sink.cut(line.max(offset));
                } else {
                    sink.malformed(line.max(offset));
                }
            }
        }
    }
    let _ = offset;
    failed.map_or(Ok(()), Err)
}

/// Keeps the fault of a reader, which the parser would turn into words.
struct Kept<'a, R> {
    inner: R,
    failed: &'a mut Option<io::Error>,
}

impl<R: Read> Read for Kept<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.inner.read(buffer).map_err(|error| {
            let kind = error.kind();
            *self.failed = Some(error);
            kind.into()
        })
    }
}

/// Goes down a path of keys, through arrays on the way, and hands every
/// element at its end on.
struct Deep<'a, T> {
    keys: &'a [&'a str],
    each: &'a mut dyn FnMut(T),
    kind: PhantomData<T>,
}

impl<'de, T: DeserializeOwned> DeserializeSeed<'de> for Deep<'_, T> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de, T: DeserializeOwned> Visitor<'de> for Deep<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an export")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        if self.keys.is_empty() {
            while let Some(one) = seq.next_element::<T>()? {
                (self.each)(one);
            }
            return Ok(());
        }
        while seq
            .next_element_seed(Deep { keys: self.keys, each: &mut *self.each, kind: PhantomData })?
            .is_some()
        {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (first, rest) = self.keys.split_first().map_or(("", [].as_slice()), |(k, r)| (*k, r));
        while let Some(key) = map.next_key::<String>()? {
            if key == first && !first.is_empty() {
                map.next_value_seed(Deep { keys: rest, each: &mut *self.each, kind: PhantomData })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }
}
