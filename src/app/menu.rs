//! Lists to choose from: the palette, the cases, what blocks, what to find.

use tui_input::Input;

use super::{
    command::{Command, Scope},
    form,
    key::Key,
    model::Model,
    pane::PANES,
    scan::Discovery,
};
use crate::{
    domain::{Acquaintance, Id, Item, ItemKind},
    text::Text,
};

/// What is being chosen from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MenuKind {
    /// Every command of the dashboard.
    Palette,
    /// Every case.
    Cases,
    /// Every row of every pane.
    Find,
    /// The letters of the playbook.
    Letters,
    /// What a scan found.
    Found,
    /// What gates the application.
    Gate,
    /// The obstacles the playbook knows.
    Obstacles,
    /// Whether something was owed.
    Settle(Item),
    /// Whether really no account uses the number.
    NoServices(Item),
    /// What to do about a save that failed on leaving.
    Unsaved,
}

impl MenuKind {
    /// Its title is under this key.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Palette => "ui-menu-palette",
            Self::Cases => "ui-menu-cases",
            Self::Find => "ui-menu-find",
            Self::Letters => "ui-menu-letters",
            Self::Found => "ui-menu-found",
            Self::Gate => "ui-menu-gate",
            Self::Obstacles => "ui-menu-obstacles",
            Self::Settle(_) => "ui-menu-settle",
            Self::NoServices(_) => "ui-menu-no-services",
            Self::Unsaved => "ui-menu-unsaved",
        }
    }

    /// Long lists can be narrowed by typing.
    fn narrows(&self) -> bool {
        matches!(self, Self::Palette | Self::Cases | Self::Find)
    }
}

/// What choosing an entry does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    Run(Command),
    Look(Id),
    Jump(usize, usize),
    SubmitAnyway,
    Obstacle(Id),
    Letter(Id),
    Nothing,
    Check { item: Item, settled: bool },
    Retry,
    QuitUnsaved,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is called.
    pub label: String,
    /// More about it: a key, a stage, a pane.
    pub note: String,
    /// Why it cannot be chosen now.
    pub unavailable: Option<String>,
    /// It is urgent.
    pub urgent: bool,
    pub(super) choice: Choice,
}

/// A list to choose from.
#[derive(Clone, Debug)]
pub struct Menu {
    /// What is being chosen from.
    pub kind: MenuKind,
    /// The selected entry.
    pub selected: usize,
    /// What narrows the list, where it can be narrowed.
    pub filter: Option<Input>,
}

impl Menu {
    pub(super) fn new(kind: MenuKind) -> Self {
        let filter = kind.narrows().then(Input::default);
        Self { kind, selected: 0, filter }
    }

    /// The entries that the filter leaves.
    pub fn entries(&self, model: &Model) -> Vec<Entry> {
        let mut entries = match &self.kind {
            MenuKind::Palette => commands(model),
            MenuKind::Cases => cases(model),
            MenuKind::Find => rows(model),
            MenuKind::Letters => letters(model),
            MenuKind::Found => found(model),
            MenuKind::Gate => gate(model),
            MenuKind::Obstacles => obstacles(model),
            MenuKind::Settle(item) => settle(&model.text, item),
            MenuKind::NoServices(item) => no_services(model, item),
            MenuKind::Unsaved => unsaved(&model.text),
        };
        let wanted = self.filter.as_ref().map(|input| input.value().trim().to_lowercase());
        if let Some(wanted) = wanted.filter(|wanted| !wanted.is_empty()) {
            entries.retain(|entry| {
                let all = format!("{} {}", entry.label, entry.note).to_lowercase();
                wanted.split_whitespace().all(|word| all.contains(word))
            });
        }
        entries
    }

    pub(super) fn step(&mut self, steps: isize, count: usize) {
        let last = count.saturating_sub(1);
        self.selected = self.selected.min(last).saturating_add_signed(steps).min(last);
    }

    /// Types into the filter, if there is one.
    pub(super) fn type_key(&mut self, key: Key) {
        if let (Some(filter), Some(request)) = (&mut self.filter, form::request(key)) {
            filter.handle(request);
            self.selected = 0;
        }
    }
}

fn commands(model: &Model) -> Vec<Entry> {
    let of_dashboard =
        Command::ALL.iter().filter(|one| one.scope() == Scope::Dashboard && one.is_offered());
    of_dashboard
        .map(|&command| Entry {
            label: model.text.get(command.text()).into_owned(),
            note: model.keymap.keys_of(command).join(", "),
            unavailable: model.why_not(command),
            urgent: false,
            choice: Choice::Run(command),
        })
        .collect()
}

fn cases(model: &Model) -> Vec<Entry> {
    let entry = |case: &crate::domain::Case| {
        let playbook = model.shelf().find(&case.playbook).ok();
        let note = playbook.map(|playbook| {
            let standing = playbook.standing(case, playbook.today(model.now, &model.home));
            model.text.get(&format!("word-stage-{}", standing.stage.word())).into_owned()
        });
        Entry {
            label: case.label.clone(),
            note: note.unwrap_or_default(),
            unavailable: None,
            urgent: false,
            choice: Choice::Look(case.id.clone()),
        }
    };
    model.book.cases.iter().map(entry).collect()
}

fn rows(model: &Model) -> Vec<Entry> {
    let Some(scene) = model.scene() else { return Vec::new() };
    let mut entries = Vec::new();
    for (place, pane) in PANES.iter().enumerate() {
        let title = model.text.get(&format!("ui-pane-{}", pane.id)).into_owned();
        for at in 0..(pane.len)(&scene) {
            let Some(row) = (pane.row)(&scene, at) else { continue };
            entries.push(Entry {
                label: row.title,
                note: [title.as_str(), &row.word, &row.note].join(" · "),
                unavailable: None,
                urgent: false,
                choice: Choice::Jump(place, at),
            });
        }
    }
    entries
}

/// Where an item stands on the dashboard.
pub(super) fn place_of_item(model: &Model, item: &Item) -> Option<(usize, usize)> {
    let scene = model.scene()?;
    let id = match item.kind {
        ItemKind::Precondition => "preconditions",
        ItemKind::Document => "documents",
        ItemKind::Safeguard => "safeguards",
        ItemKind::Service => "services",
        ItemKind::Contact => "contacts",
        ItemKind::Obstacle => "obstacles",
        ItemKind::Application => "review",
        ItemKind::Line => "line",
    };
    let place = super::pane::place_of(id)?;
    let pane = PANES.get(place)?;
    let is_it =
        |at: &usize| (pane.row)(&scene, *at).and_then(|row| row.item).as_ref() == Some(item);
    Some((place, (0..(pane.len)(&scene)).find(is_it).unwrap_or_default()))
}

fn gate(model: &Model) -> Vec<Entry> {
    let Some(scene) = model.scene() else { return Vec::new() };
    let text = &model.text;
    let rules = scene.words.playbook.procedure();
    let entry = |item: &Item| {
        let waits = scene.standing.item(item).map(|one| one.blocked_by.as_slice());
        let waits = waits.unwrap_or_default();
        // What an item waits for is where it can be helped.
        let (place, at) = place_of_item(model, waits.first().unwrap_or(item))?;
        let rule = rules.precondition(&item.id).filter(|_| item.kind == ItemKind::Precondition);
        let note = match waits.len() {
            0 if rule.is_some_and(|rule| rule.follows_services) => {
                text.get("ui-search-on").into_owned()
            }
            0 => scene.state_word(item),
            count => text.with("ui-linked-count", &[("count", count.into())]),
        };
        let label = scene.words.title(item);
        Some(Entry {
            label,
            note,
            unavailable: None,
            urgent: false,
            choice: Choice::Jump(place, at),
        })
    };
    let mut entries: Vec<Entry> = scene.standing.gate.iter().filter_map(entry).collect();
    entries.push(Entry {
        label: text.get("ui-submit-anyway").into_owned(),
        note: text.get("ui-submit-anyway-note").into_owned(),
        unavailable: None,
        urgent: false,
        choice: Choice::SubmitAnyway,
    });
    entries
}

fn obstacles(model: &Model) -> Vec<Entry> {
    let lang = model.text.lang();
    let known = model.playbook().map(|playbook| playbook.obstacles.as_slice()).unwrap_or_default();
    let entry = |one: &crate::playbook::Obstacle| Entry {
        label: one.title.get(lang).to_owned(),
        note: one.means.get(lang).to_owned(),
        unavailable: None,
        urgent: false,
        choice: Choice::Obstacle(one.id.clone()),
    };
    known.iter().map(entry).collect()
}

fn letters(model: &Model) -> Vec<Entry> {
    let lang = model.text.lang();
    let letters = model.playbook().map(|playbook| model.shelf().letters(playbook));
    let entry = |one: &crate::playbook::Letter| Entry {
        label: one.title.get(lang).to_owned(),
        note: one.means.as_ref().map(|words| words.get(lang).to_owned()).unwrap_or_default(),
        unavailable: None,
        urgent: false,
        choice: Choice::Letter(one.id.clone()),
    };
    letters.unwrap_or_default().into_iter().map(entry).collect()
}

fn found(model: &Model) -> Vec<Entry> {
    use Acquaintance as A;
    let (text, case) = (&model.text, model.current());
    let entry = |(at, one): (usize, &Discovery)| {
        let known = case.map_or(A::New, |case| one.known(case).0);
        let (mark, state) = match known {
            A::New => ("○", None),
            A::Ignored => ("–", Some(text.get("word-found-ignored").into_owned())),
            A::Listed(_) => ("✓", Some(text.get("word-found-listed").into_owned())),
            A::StillUsed(day) => {
                let day = text.date_near(day, model.today());
                ("!", Some(text.with("word-found-still_used", &[("date", day.into())])))
            }
        };
        let kind = text.get(&format!("word-kind-{}", one.kind.word()));
        // What is to be made one with another says so.
        let held = (model.merging == Some(at)).then(|| text.get("ui-found-held").into_owned());
        Entry {
            label: format!("{mark} {}  {kind}", one.name),
            note: held
                .into_iter()
                .chain(state)
                .chain([super::scan::told(model, one)])
                .collect::<Vec<_>>()
                .join(" · "),
            unavailable: None,
            urgent: matches!(known, A::StillUsed(_)),
            choice: Choice::Nothing,
        }
    };
    model.found.iter().enumerate().map(entry).collect()
}

fn settle(text: &Text, item: &Item) -> Vec<Entry> {
    let entry = |label: &str, note: &str, settled| Entry {
        label: text.get(label).into_owned(),
        note: text.get(note).into_owned(),
        unavailable: None,
        urgent: false,
        choice: Choice::Check { item: item.clone(), settled },
    };
    vec![
        entry("ui-settle-nothing", "ui-settle-nothing-note", false),
        entry("ui-settle-paid", "ui-settle-paid-note", true),
    ]
}

fn no_services(model: &Model, item: &Item) -> Vec<Entry> {
    let text = &model.text;
    let entry = |label: &str, note: &str, choice| Entry {
        label: text.get(label).into_owned(),
        note: text.get(note).into_owned(),
        unavailable: None,
        urgent: false,
        choice,
    };
    let services = super::pane::place_of("services").unwrap_or_default();
    let check = Choice::Check { item: item.clone(), settled: false };
    vec![
        entry("ui-no-services-list", "ui-no-services-list-note", Choice::Jump(services, 0)),
        entry("ui-no-services-none", "ui-no-services-none-note", check),
    ]
}

fn unsaved(text: &Text) -> Vec<Entry> {
    let entry = |label: &str, choice| Entry {
        label: text.get(label).into_owned(),
        note: String::new(),
        unavailable: None,
        urgent: false,
        choice,
    };
    vec![entry("ui-unsaved-retry", Choice::Retry), entry("ui-unsaved-quit", Choice::QuitUnsaved)]
}
