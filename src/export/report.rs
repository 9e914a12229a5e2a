//! A document as values, before it gets a format: the evidence of a case, or the
//! procedure of a carrier.

use crate::text::Text;

/// One document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Report {
    /// Its title.
    pub(super) title: String,
    /// The language's tag.
    pub(super) lang: &'static str,
    /// What stands before the parts, a sentence each.
    pub(super) lead: Vec<String>,
    /// Its parts, none empty.
    pub(super) sections: Vec<Section>,
}

impl Report {
    /// Several reports as one: the title of each stands before the titles of its parts.
    pub(crate) fn join(mut reports: Vec<Self>) -> Self {
        if reports.len() == 1 {
            return reports.remove(0);
        }
        let titles: Vec<&str> = reports.iter().map(|report| report.title.as_str()).collect();
        let title = titles.join(" · ");
        let lang = reports.first().map_or("en", |report| report.lang);
        let mut sections = Vec::new();
        for Self { title, lead, sections: parts, .. } in reports {
            let part = |one: Section| Section { title: format!("{title} · {}", one.title), ..one };
            let parts: Vec<Section> = parts.into_iter().map(part).collect();
            sections.push(Section { title, body: Body::Lines(lead) });
            sections.extend(parts);
        }
        Self { title, lang, lead: Vec::new(), sections }
    }
}

/// One part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Section {
    /// Its heading.
    pub(super) title: String,
    /// What stands in it.
    pub(super) body: Body,
}

impl Section {
    /// The parts under their headings, without those in which nothing stands.
    pub(super) fn all(
        text: &Text,
        parts: impl IntoIterator<Item = (&'static str, Body)>,
    ) -> Vec<Self> {
        let full = parts.into_iter().filter(|(_, body)| !body.is_empty());
        full.map(|(key, body)| Self { title: text.get(key).into_owned(), body }).collect()
    }
}

/// What stands in a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Body {
    /// Labels and values.
    Facts(Vec<(String, String)>),
    /// Columns with a heading each, and rows of as many cells.
    Table(Vec<String>, Vec<Vec<String>>),
    /// Sentences.
    Lines(Vec<String>),
}

impl Body {
    fn is_empty(&self) -> bool {
        match self {
            Self::Facts(facts) => facts.is_empty(),
            Self::Table(_, rows) => rows.is_empty(),
            Self::Lines(lines) => lines.is_empty(),
        }
    }
}
