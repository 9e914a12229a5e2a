//! How the files that a scan reads are made: each app's export, step by step, from
//! pages that were read for it. What has no source is not here.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::{
    domain::{Confidence, named},
    text::{Localized, fold::squeezed, read_packed},
};

named! {
    /// What an export holds. The word is that in keys of texts after
    /// `ui-export-`.
    #[derive(Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub(crate) enum ExportGroup {
        Messages = "messages",
        Passwords = "passwords",
        Contacts = "contacts",
        Authenticator = "authenticator",
    }
}

/// How the export of one app is made.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExportGuide {
    /// Unique, and stable for ever: it names the guide on the command line.
    pub(crate) id: String,
    /// What the app calls itself.
    pub(crate) name: String,
    /// The formats that it writes, as reports name them.
    pub(crate) formats: Vec<String>,
    /// What the export holds.
    pub(crate) group: ExportGroup,
    /// What its file is called.
    pub(crate) file: String,
    /// What to do, in order.
    pub(crate) steps: Vec<Localized>,
    /// What goes wrong easily.
    pub(crate) trap: Option<Localized>,
    /// The app's own page about it.
    pub(crate) address: Option<String>,
    /// The pages that say so.
    pub(crate) sources: Vec<ExportSource>,
}

/// A page that was read. One that is stored without its address has none.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExportSource {
    /// What it is.
    pub(crate) title: String,
    /// Where it is.
    pub(crate) address: Option<String>,
    /// The date that it bears: a year, a month or a day.
    pub(crate) date: Option<String>,
    /// How far it can be trusted.
    pub(crate) confidence: Confidence,
}

/// The files in `assets/exports`, in the order in which their guides are shown.
const FILES: [&str; 4] = ["messages", "passwords", "contacts", "authenticators"];

/// Read when it is first asked for. A file that cannot be read is left out; a
/// test makes sure that none is.
static GUIDES: LazyLock<Vec<ExportGuide>> = LazyLock::new(|| {
    let read = |file: &str| read_packed::<Vec<ExportGuide>>(&format!("exports/{file}.ron"));
    FILES.into_iter().flat_map(|file| read(file).unwrap_or_default()).collect()
});

/// Every guide, those for messages first.
pub(crate) fn export_guides() -> &'static [ExportGuide] {
    &GUIDES
}

/// The guide of this id, or of the app that is called so or begins so.
pub(crate) fn export_guide(typed: &str) -> Option<&'static ExportGuide> {
    let wanted = squeezed(typed);
    if wanted.is_empty() {
        return None;
    }
    let names = |one: &ExportGuide| [squeezed(&one.id), squeezed(&one.name)];
    let whole = GUIDES.iter().find(|one| names(one).contains(&wanted));
    let begins = || {
        let mut all =
            GUIDES.iter().filter(|one| names(one).iter().any(|name| name.starts_with(&wanted)));
        let first = all.next();
        first.filter(|_| all.next().is_none())
    };
    whole.or_else(begins)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::text::{Lang, ron_options};

    #[test]
    fn every_guide_is_read_whole_in_every_language_and_has_a_source() {
        let mut written = Vec::new();
        for file in FILES {
            let source = std::fs::read_to_string(format!("assets/exports/{file}.ron"));
            let read = ron_options().from_str::<Vec<ExportGuide>>(&source.expect("a file"));
            written.extend(read.expect("reads"));
        }
        assert_eq!(format!("{:?}", export_guides()), format!("{written:?}"), "both ways agree");
        let whole = |words: &Localized| {
            let tags: BTreeSet<&str> = words.iter().map(|(tag, _)| tag).collect();
            tags == Lang::ALL.map(Lang::tag).into()
                && words.iter().all(|(_, said)| !said.is_empty())
        };
        let mut ids = BTreeSet::new();
        for one in export_guides() {
            assert!(ids.insert(&one.id), "{}", one.id);
            assert!(!one.steps.is_empty() && !one.sources.is_empty(), "{}", one.id);
            assert!(!one.formats.is_empty() && !one.file.is_empty(), "{}", one.id);
            assert!(one.steps.iter().chain(&one.trap).all(whole), "{}", one.id);
            for source in &one.sources {
                // Only what can be looked up again, in a page with a date, is sure.
                let sure = source.address.is_some() && source.date.is_some();
                assert!(sure || source.confidence != Confidence::High, "{}", one.id);
                let addresses = source.address.iter().chain(&one.address);
                assert!(
                    addresses.into_iter().all(|page| page.starts_with("https://")),
                    "{}",
                    one.id
                );
            }
        }
        assert!(ids.len() >= 27, "{}", ids.len());
    }

    #[test]
    fn a_guide_is_found_by_its_id_its_name_and_their_beginnings() {
        for (typed, id) in [
            ("bitwarden", Some("bitwarden")),
            ("SMS Backup", Some("sms-backup-restore")),
            ("1password", Some("1password")),
            ("Apple Passwords", Some("apple-passwords")),
            ("aegis", Some("aegis")),
            ("keepass", Some("keepass")),
            ("sms", None),
            ("", None),
            ("nosuch", None),
        ] {
            assert_eq!(export_guide(typed).map(|one| one.id.as_str()), id, "{typed}");
        }
    }
}
