//! `config.ron`, the person's settings: so far the days on which carriers are
//! closed or open otherwise than the tables say.
//!
//! ```text
//! (
//!     days: {
//!         "MY-14": (closed: {"2026-11-12": "office moves"}, open: {}),
//!     },
//! )
//! ```

use std::{collections::BTreeMap, fs, io, path::Path};

use ron::{Options, extensions::Extensions};
use serde::Deserialize;

use crate::{
    calendar::Calendar,
    domain::OwnDays,
    playbook::OwnCalendar,
    text::{Text, clean_line, nearest},
};

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    days: BTreeMap<String, OwnDays>,
}

/// The person's settings.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// Days of the person's own, for every case.
    pub own_days: OwnCalendar,
}

impl Config {
    /// Reads the file in the configuration folder. What is wrong with it is
    /// returned in words: a region that is none is left out alone, a text that
    /// does not read is left out whole. No file is no fault.
    pub fn read(folder: &Path, text: &Text) -> (Self, Vec<String>) {
        let path = folder.join("config.ron");
        let source = match fs::read_to_string(&path) {
            Ok(source) => source,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return (Self::default(), Vec::new());
            }
            Err(error) => {
                let what = super::io_words(text, &error);
                return (Self::faulty(), vec![fault(text, &path, "", &what)]);
            }
        };
        let source = source.strip_prefix('\u{FEFF}').unwrap_or(&source);
        let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        let file: File = match options.from_str(source) {
            Ok(file) => file,
            Err(error) => {
                let place = format!(":{}:{}", error.span.start.line, error.span.start.col);
                let what = text.ron_error(&error.code);
                return (Self::faulty(), vec![fault(text, &path, &place, &what)]);
            }
        };
        let mut faults = Vec::new();
        let mut days = file.days;
        days.retain(|region, _| {
            let regions = Calendar::regions();
            let country = format!("{region}-");
            let known = regions.iter().any(|one| one == region || one.starts_with(&country));
            if !known {
                let line = source.lines().position(|line| line.contains(&format!("\"{region}\"")));
                let place = line.map(|at| format!(":{}", at + 1)).unwrap_or_default();
                let near = nearest(region, regions.iter().map(String::as_str))
                    .join(&text.get("word-comma"));
                let args = [("given", clean_line(region).into()), ("names", near.into())];
                faults.push(fault(text, &path, &place, &text.with("fault-config-region", &args)));
            }
            known
        });
        let own_days = OwnCalendar::new(days);
        let own_days = if faults.is_empty() { own_days } else { own_days.faulty() };
        (Self { own_days }, faults)
    }

    fn faulty() -> Self {
        Self { own_days: OwnCalendar::default().faulty() }
    }
}

fn fault(text: &Text, path: &Path, place: &str, what: &str) -> String {
    let place = format!("{}{place}", clean_line(&path.display().to_string()));
    text.with("fault-unreadable", &[("place", place.into()), ("what", what.into())])
}
