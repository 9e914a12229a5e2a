//! The evidence of a case as values: what a carrier or a forum is handed, and
//! what the person keeps. Each format prints the same.

use jiff::tz::TimeZone;

use crate::{
    domain::{Application, Class, Holder, Item, ItemKind, ItemStatus, Status, Verdict},
    playbook::Words,
    text::{mask_known, mask_number},
};

/// One document about one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Its title.
    pub title: String,
    /// The language's tag.
    pub lang: &'static str,
    /// Where the case stands and what is next, in a sentence each.
    pub lead: Vec<String>,
    /// Its parts, none empty.
    pub sections: Vec<Section>,
}

impl Pack {
    /// Several packs as one: each part is told with the title it stood under.
    pub fn join(mut packs: Vec<Self>) -> Self {
        if packs.len() == 1 {
            return packs.remove(0);
        }
        let titles: Vec<String> = packs.iter().map(|pack| pack.title.clone()).collect();
        let lang = packs.first().map_or("en", |pack| pack.lang);
        let mut joined =
            Self { title: titles.join(" · "), lang, lead: Vec::new(), sections: Vec::new() };
        for pack in packs {
            let lead = Section { title: pack.title.clone(), body: Body::Lines(pack.lead) };
            joined.sections.push(lead);
            joined.sections.extend(
                pack.sections
                    .into_iter()
                    .map(|one| Section {
                        title: format!("{} · {}", pack.title, one.title), ..one
                    }),
            );
        }
        joined
    }
}

/// One part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// What stands in it.
    pub body: Body,
}

/// What stands in a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Labels and values.
    Facts(Vec<(String, String)>),
    /// Columns with a heading each, and rows of as many cells.
    Table(Vec<String>, Vec<Vec<String>>),
    /// Sentences.
    Lines(Vec<String>),
}

impl Body {
    /// Nothing stands in it.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Facts(facts) => facts.is_empty(),
            Self::Table(_, rows) => rows.is_empty(),
            Self::Lines(lines) => lines.is_empty(),
        }
    }
}

/// Makes the pack of a case.
#[derive(Clone, Copy, Debug)]
pub struct Packer<'a> {
    /// The case, its playbook, the language and today.
    pub words: &'a Words<'a>,
    /// What follows from them.
    pub standing: &'a Status,
    /// The zone the timeline is told in.
    pub zone: &'a TimeZone,
    /// The line's number is shown in full.
    pub reveal: bool,
}

impl Packer<'_> {
    /// The same case on the same day gives the same pack.
    pub fn pack(&self) -> Pack {
        let (words, text) = (self.words, self.words.text);
        let stage = text.get(&format!("word-stage-{}", self.standing.stage.word())).into_owned();
        let next = words.next(&self.standing.next);
        let mut lead = vec![
            self.text_with(
                "export-stage",
                &[("stage", stage), ("date", text.full_date(words.today))],
            ),
            self.text_with("export-next", &[("next", next)]),
        ];
        lead.extend(self.standing.warnings.iter().map(|warning| words.warning(warning)));
        let named = |key: &str, body: Body| Section { title: text.get(key).into_owned(), body };
        let sections = [
            named("ui-pane-line", self.line()),
            named("export-open", self.open()),
            named("ui-pane-preconditions", self.items(ItemKind::Precondition)),
            named("ui-pane-accounts", self.accounts()),
            named("ui-pane-documents", self.items(ItemKind::Document)),
            named("export-files", self.files()),
            named("ui-pane-safeguards", self.items(ItemKind::Safeguard)),
            named("export-applications", self.applications()),
            named("export-working", self.working()),
            named("ui-pane-contacts", self.contacts()),
            named("ui-pane-obstacles", self.obstacles()),
            named("ui-pane-timeline", self.timeline()),
            named("ui-sources", self.sources()),
        ];
        let mut pack = Pack {
            title: self.text_with("export-title", &[("label", words.case.label.clone())]),
            lang: text.lang().tag(),
            lead,
            sections: sections.into_iter().filter(|one| !one.body.is_empty()).collect(),
        };
        self.hide(&mut pack);
        pack
    }

    fn text_with(&self, key: &str, args: &[(&'static str, String)]) -> String {
        let args: Vec<_> =
            args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        self.words.text.with(key, &args)
    }

    fn word(&self, key: &str) -> String {
        self.words.text.get(key).into_owned()
    }

    fn heads(&self, keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| self.word(key)).collect()
    }

    /// Masks the number wherever somebody wrote it, unless it shall be shown.
    fn hide(&self, pack: &mut Pack) {
        let Some(number) = self.words.case.line.number.as_deref().filter(|_| !self.reveal) else {
            return;
        };
        let hide = |text: &mut String| *text = mask_known(text, number);
        hide(&mut pack.title);
        pack.lead.iter_mut().for_each(hide);
        for section in &mut pack.sections {
            match &mut section.body {
                Body::Facts(facts) => facts.iter_mut().for_each(|(_, value)| hide(value)),
                Body::Table(_, rows) => rows.iter_mut().flatten().for_each(hide),
                Body::Lines(lines) => lines.iter_mut().for_each(hide),
            }
        }
    }

    fn line(&self) -> Body {
        let (line, text) = (&self.words.case.line, self.words.text);
        let number = line.number.as_deref();
        let number = number.map(|one| if self.reveal { one.to_owned() } else { mask_number(one) });
        let holder = match &line.holder {
            Holder::Me => self.word("word-holder-me"),
            Holder::Other(name) => name.clone(),
        };
        let class = |class: Class| self.word(&format!("word-class-{}", class.word()));
        let carrier = self.words.playbook.name.get(text.lang()).to_owned();
        let facts = [
            ("export-carrier", Some(carrier)),
            ("word-line-number", number),
            ("word-line-holder", Some(holder)),
            ("word-line-class", line.class.map(class)),
            ("word-line-registered", line.registered.map(|day| text.full_date(day))),
            ("word-line-active-until", line.active_until.map(|day| text.full_date(day))),
            ("word-line-grace-until", line.grace_until.map(|day| text.full_date(day))),
            ("word-line-credit", line.credit.clone()),
        ];
        let known = facts.into_iter().filter_map(|(key, value)| Some((self.word(key), value?)));
        Body::Facts(known.collect())
    }

    fn open(&self) -> Body {
        let title = |one: &ItemStatus| self.words.title(&one.item);
        let open = self.standing.items.iter().filter(|one| self.standing.gate.contains(&one.item));
        Body::Lines(open.map(title).collect())
    }

    fn items(&self, kind: ItemKind) -> Body {
        let row = |one: &ItemStatus| {
            let mark = self.words.case.mark(&one.item);
            vec![
                self.words.title(&one.item),
                self.word(&format!("word-item-{}", one.state.word())),
                mark.on.map(|day| self.words.text.full_date(day)).unwrap_or_default(),
                mark.reason.or(mark.note).unwrap_or_default(),
            ]
        };
        let heads = self.heads(&["export-what", "ui-field-state", "ui-since", "ui-note"]);
        Body::Table(heads, self.standing.of_kind(kind).map(row).collect())
    }

    fn accounts(&self) -> Body {
        let row = |one: &crate::domain::Account| {
            vec![
                one.name.clone(),
                self.word(&format!("word-kind-{}", one.kind.word())),
                self.word(&format!("word-account-{}", one.state.word())),
                one.since.map(|day| self.words.text.full_date(day)).unwrap_or_default(),
                one.note.clone().unwrap_or_default(),
            ]
        };
        let keys = ["ui-field-name", "ui-field-kind", "ui-field-state", "ui-since", "ui-note"];
        Body::Table(self.heads(&keys), self.words.case.accounts.iter().map(row).collect())
    }

    /// Attached files by name: where they lie is nobody's business.
    fn files(&self) -> Body {
        let mut rows = Vec::new();
        for (item, mark) in &self.words.case.marks {
            for file in &mark.files {
                let name = file.path.rsplit('/').next().unwrap_or(&file.path).to_owned();
                rows.push(vec![
                    self.words.title(item),
                    name,
                    file.size.to_string(),
                    file.sha256.clone(),
                    self.words.text.full_date(file.on),
                ]);
            }
        }
        let keys = ["export-what", "ui-file", "export-size", "export-print", "export-attached"];
        Body::Table(self.heads(&keys), rows)
    }

    fn applications(&self) -> Body {
        let text = self.words.text;
        let row = |one: &Application| {
            let outcome = one.outcome.as_ref().map(|outcome| {
                let verdict = match outcome.verdict {
                    Verdict::Approved => self.word("word-verdict-approved"),
                    Verdict::Rejected => self.word("word-verdict-rejected"),
                };
                let parts =
                    [Some(verdict), Some(text.full_date(outcome.on)), outcome.reason.clone()];
                parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
            });
            let more = one.extension.as_ref().map(|more| {
                let until = text.full_date(more.until);
                self.text_with(
                    "say-did-extended",
                    &[("date", until), ("reason", more.reason.clone())],
                )
            });
            let dates = one.reckoned.as_ref().map(|told| {
                format!("{} – {}", text.full_date(told.earliest), text.full_date(told.latest))
            });
            vec![
                self.words.title(&Item::new(ItemKind::Application, &one.id)),
                text.full_date(one.on),
                one.channel.as_deref().map(|way| self.words.channel_title(way)).unwrap_or_default(),
                one.reference.clone().unwrap_or_default(),
                dates.unwrap_or_default(),
                [more, outcome].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            ]
        };
        let keys = [
            "export-what",
            "ui-submitted",
            "ui-field-channel",
            "ui-field-reference",
            "export-window",
            "ui-field-verdict",
        ];
        Body::Table(self.heads(&keys), self.words.case.applications.iter().map(row).collect())
    }

    /// How the dates of the running review were computed.
    fn working(&self) -> Body {
        let Some(review) = &self.standing.review else { return Body::Lines(Vec::new()) };
        let mut facts =
            vec![(self.word("ui-field-region"), self.words.text.region_and_code(&review.region))];
        facts.extend(self.words.working(review));
        let moved = self.words.moved(review);
        facts.extend(moved.map(|why| (self.word("ui-latest"), why)));
        let doubts = self.words.caveats(review).into_iter();
        facts.extend(doubts.map(|why| (self.word("ui-provisional"), why)));
        Body::Facts(facts)
    }

    fn contacts(&self) -> Body {
        let text = self.words.text;
        let row = |one: &crate::domain::Contact| {
            vec![
                text.full_date(one.on),
                self.words.channel_title(&one.channel),
                one.agent.clone().unwrap_or_default(),
                one.reference.clone().unwrap_or_default(),
                one.promised.map(|day| text.full_date(day)).unwrap_or_default(),
                one.note.clone().unwrap_or_default(),
            ]
        };
        let keys = [
            "ui-field-on",
            "ui-field-channel",
            "ui-field-agent",
            "ui-field-reference",
            "ui-field-promised",
            "ui-note",
        ];
        Body::Table(self.heads(&keys), self.words.case.contacts.iter().map(row).collect())
    }

    fn obstacles(&self) -> Body {
        let text = self.words.text;
        let row = |one: &crate::domain::Obstacle| {
            let day = |day: Option<jiff::civil::Date>| {
                day.map(|day| text.full_date(day)).unwrap_or_default()
            };
            vec![
                self.words.obstacle_title(&one.kind),
                text.full_date(one.opened),
                day(one.follow_up),
                day(one.resolved),
                one.note.clone().unwrap_or_default(),
            ]
        };
        let keys = ["export-what", "ui-opened", "ui-field-follow-up", "ui-resolved", "ui-note"];
        Body::Table(self.heads(&keys), self.words.case.obstacles.iter().map(row).collect())
    }

    /// Everything that was done, with its moment where the carrier is.
    fn timeline(&self) -> Body {
        let row = |entry: &crate::domain::Entry| {
            let then = entry.at.to_zoned(self.zone.clone());
            vec![then.strftime("%Y-%m-%d %H:%M %:z").to_string(), self.words.entry(entry)]
        };
        let heads = self.heads(&["export-when", "export-what"]);
        Body::Table(heads, self.words.case.history.iter().map(row).collect())
    }

    fn sources(&self) -> Body {
        let text = self.words.text;
        let told = |one: &crate::playbook::Source| {
            let confidence = self.word(&format!("word-confidence-{}", one.confidence.word()));
            let title = one.title.get(text.lang()).to_owned();
            let date = text.full_date(one.verified);
            self.text_with(
                "ui-source",
                &[("title", title), ("confidence", confidence), ("date", date)],
            )
        };
        Body::Lines(self.words.playbook.sources.iter().map(told).collect())
    }
}
