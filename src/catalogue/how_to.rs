//! How the number is changed in an account: each from pages that were read for
//! it. What has no source is not here.

use serde::Deserialize;

use super::{kept::Kept, known::known, official};
use crate::{
    domain::{Account, Confidence},
    text::{Localized, read_packed},
};

/// Whether something is needed.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Answer {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// No page says so.
    Unknown,
}

impl Answer {
    /// The word in `--json`, and in keys of texts after `word-answer-`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }
}

/// How the number is changed in one account.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HowTo {
    /// The id of the account in the catalogue.
    account: String,
    /// For which country, product or case it holds, where that is not every one.
    #[serde(default)]
    pub(crate) only: Option<Localized>,
    /// What to do, in order.
    pub(crate) steps: Vec<Localized>,
    /// The page where it is done or told.
    address: Option<String>,
    /// Whether the old number must still receive.
    pub(crate) old_number: Answer,
    /// Whether a branch has to be visited.
    pub(crate) branch: Answer,
    /// How long it takes.
    pub(crate) takes: Option<Localized>,
    /// What goes wrong easily.
    pub(crate) trap: Option<Localized>,
    /// Where the service has pages of its own outside of its domains in the catalogue.
    #[serde(default)]
    hosts: Vec<String>,
    /// The pages that say so.
    pub(crate) sources: Vec<HowToSource>,
}

/// A page that was read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HowToSource {
    /// What it is.
    pub(crate) title: String,
    /// Where it is.
    pub(super) address: String,
    /// The date that it bears: a year, a month or a day.
    pub(crate) date: Option<String>,
    /// How far it can be trusted.
    pub(crate) confidence: Confidence,
}

impl HowToSource {
    /// The host of its page.
    pub(super) fn host(&self) -> &str {
        official::host(&self.address).unwrap_or_default()
    }
}

impl HowTo {
    /// The service's own page where it is done or told, which can be followed.
    pub(crate) fn link(&self) -> Option<&str> {
        self.address.as_deref().filter(|address| self.is_official(address))
    }

    /// Whether the page of this address is the service's own.
    pub(crate) fn is_official(&self, address: &str) -> bool {
        let known = known().by_id(&self.account).map(|account| account.domains.iter());
        official::is_official(address, known.into_iter().flatten().chain(&self.hosts))
    }

    /// The source that can be trusted most.
    pub(crate) fn best_source(&self) -> Option<&HowToSource> {
        let mut all = self.sources.iter();
        let first = all.next()?;
        Some(all.fold(first, |best, one| if one.confidence > best.confidence { one } else { best }))
    }

    /// Whether nothing better is known than what others wrote.
    pub(crate) fn is_weak(&self) -> bool {
        self.best_source().is_none_or(|source| source.confidence == Confidence::Low)
    }
}

/// What was asked for, by the id of the account.
static HOW: Kept<HowTo> = Kept::new();

/// How the number is changed in the account with this id, when a page says so.
pub(crate) fn how_to(id: &str) -> Option<&'static HowTo> {
    let read = || read_packed::<HowTo>(&format!("how/{id}")).ok();
    HOW.get(id, || read().filter(|one| one.account == id))
}

impl Account {
    /// How its number is changed, when a page says so.
    pub(crate) fn how_to(&self) -> Option<&'static HowTo> {
        how_to(&known().of(self)?.id)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{
        domain::AccountKind,
        text::{Lang, Text, ron_options},
    };

    /// The first year whose pages can be trusted fully.
    const RECENT: u16 = 2019;

    fn all() -> Vec<HowTo> {
        let mut all = Vec::new();
        for file in std::fs::read_dir("assets/accounts/how").expect("a folder") {
            let source = std::fs::read_to_string(file.expect("a file").path()).expect("a file");
            all.extend(ron_options().from_str::<Vec<HowTo>>(&source).expect("reads"));
        }
        for one in &all {
            let kept = how_to(&one.account);
            assert_eq!(format!("{kept:?}"), format!("{:?}", Some(one)), "both ways agree");
        }
        all
    }

    #[test]
    fn every_instruction_is_about_a_known_account_and_none_twice() {
        let mut seen = BTreeSet::new();
        for one in all() {
            assert!(known().by_id(&one.account).is_some(), "{}", one.account);
            assert!(seen.insert(one.account.clone()), "{} twice", one.account);
        }
        assert!(seen.len() >= 130, "{}", seen.len());
    }

    #[test]
    fn every_instruction_has_a_source_and_what_is_old_or_undated_is_not_high() {
        for one in all() {
            assert!(!one.sources.is_empty(), "{}", one.account);
            for source in &one.sources {
                assert!(!source.title.is_empty(), "{}", one.account);
                assert!(source.address.starts_with("http"), "{}", one.account);
                let year = source.date.as_ref().and_then(|date| date.get(..4)?.parse::<u16>().ok());
                assert_eq!(year.is_some(), source.date.is_some(), "{}", one.account);
                let recent = year.is_some_and(|year| year >= RECENT);
                let high = source.confidence == Confidence::High;
                assert!(recent || !high, "{}: {}", one.account, source.title);
            }
        }
    }

    #[test]
    fn no_page_is_a_copy_for_builders_and_every_page_to_follow_is_the_services_own() {
        for one in all() {
            let pages = one.sources.iter().map(|source| &source.address).chain(&one.address);
            for address in pages {
                let host = official::host(address).expect("a host");
                assert!(!official::is_copy(host), "{}: {address}", one.account);
                assert!(!host.contains("archive.org"), "{}: {address}", one.account);
            }
            assert_eq!(one.address.as_deref(), one.link(), "{}", one.account);
        }
    }

    #[test]
    fn a_page_of_somebody_else_is_named_by_its_host_and_marked() {
        let text = Text::new(Lang::En);
        for one in all() {
            let told = text.how_to(&one).join("\n");
            for source in &one.sources {
                let own = one.is_official(&source.address);
                assert_eq!(told.contains(&source.address), own, "{}: {told}", one.account);
                let place = text.with("ui-source-foreign", &[("host", source.host().into())]);
                assert_eq!(told.contains(&place), !own, "{}: {told}", one.account);
            }
        }
    }

    #[test]
    fn an_instruction_of_a_bank_in_several_countries_says_for_which_it_holds() {
        for one in all() {
            let account = known().by_id(&one.account).expect("known");
            let elsewhere = account.countries.len() > 1 || account.countries == ["*"];
            if account.kind == AccountKind::Bank && elsewhere {
                assert!(one.only.is_some(), "{}", one.account);
            }
        }
    }

    #[test]
    fn what_holds_for_some_and_what_is_hardly_known_is_said_before_the_steps() {
        for lang in Lang::ALL {
            let text = Text::new(lang);
            for one in all() {
                let told = text.how_to(&one);
                let first = told.iter().position(|line| line.starts_with(['1', '·']));
                let lead = told.get(..first.expect("a step")).expect("in front").join(" ");
                let only = one.only.as_ref().map(|only| only.get(lang));
                assert!(only.is_none_or(|only| lead.contains(only)), "{}: {lead}", one.account);
                let unsure = lead.contains(&*text.get("ui-how-weak"));
                assert_eq!(unsure, one.is_weak(), "{}: {lead}", one.account);
            }
        }
    }

    #[test]
    fn the_steps_say_what_is_said_of_the_old_number() {
        const OLD: [&str; 4] = ["old number", "current number", "number on record", "old phone"];
        const WITHOUT: [&str; 8] =
            ["gone", "dead", "cannot", "without", "neither", " or ", "no longer", "lost"];
        for one in all() {
            let said: Vec<String> = one
                .steps
                .iter()
                .chain(&one.trap)
                .map(|step| step.get(Lang::En).to_lowercase())
                .collect();
            let asks = |step: &&String| OLD.iter().any(|old| step.contains(old));
            match one.old_number {
                Answer::Yes => assert!(said.iter().any(|step| asks(&step)), "{}", one.account),
                Answer::No => {
                    let code = said.iter().find(|step| asks(step) && step.contains("code sent"));
                    let way = said.iter().any(|step| WITHOUT.iter().any(|way| step.contains(way)));
                    assert!(code.is_none() || way, "{}: {code:?}", one.account);
                }
                Answer::Unknown => {}
            }
        }
    }

    #[test]
    fn the_example_of_the_guide_is_read_and_complete() {
        let guide = include_str!("../../docs/EXTENDING.md");
        let part = guide.split("## How the number is changed").nth(1).expect("a part");
        let block = part.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next());
        let list = format!("[{}]", block.expect("a block"));
        let all: Vec<HowTo> = ron_options().from_str(&list).expect("reads");
        let one = all.first().expect("an entry");
        assert!(one.steps.iter().all(|step| step.iter().count() == Lang::ALL.len()));
        assert!(one.best_source().is_some_and(|source| source.date.is_some()));
    }

    #[test]
    fn every_instruction_is_written_in_every_language() {
        let whole = |words: &Localized| {
            let tags: BTreeSet<&str> = words.iter().map(|(tag, _)| tag).collect();
            tags == Lang::ALL.map(Lang::tag).into()
                && words.iter().all(|(_, said)| !said.is_empty())
        };
        for one in all() {
            assert!(!one.steps.is_empty(), "{}", one.account);
            let texts = one.steps.iter().chain(&one.only).chain(&one.takes).chain(&one.trap);
            for text in texts {
                assert!(whole(text), "{}: {text:?}", one.account);
            }
        }
    }
}
