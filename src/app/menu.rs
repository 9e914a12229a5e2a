//! Lists to choose from: the palette, the cases, what blocks, what to find.

mod choices;
mod commands;
mod found;

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{CaseMatching, Normalization, Pattern},
};
use tui_input::Input;

use super::{
    command::{Command, Scope},
    form,
    key::Key,
    model::Model,
    pane::PANES,
};
use crate::{
    domain::{Id, Item},
    text::Lang,
};
pub(super) use choices::place_of_item;

/// What is being chosen from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MenuKind {
    /// Every command of the dashboard.
    Palette,
    /// What can be done here, and the key that does it.
    Help,
    /// The languages.
    Languages,
    /// The themes.
    Themes,
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
    NoAccounts(Item),
    /// What to do about a save that failed on leaving.
    Unsaved,
}

impl MenuKind {
    /// Its title.
    pub fn title(&self, model: &Model) -> String {
        let key = match self {
            Self::Help => return help_title(model),
            Self::Palette => "ui-menu-palette",
            Self::Languages => "ui-menu-languages",
            Self::Themes => "ui-menu-themes",
            Self::Cases => "ui-menu-cases",
            Self::Find => "ui-menu-find",
            Self::Letters => "ui-menu-letters",
            Self::Found => "ui-menu-found",
            Self::Gate => "ui-menu-gate",
            Self::Obstacles => "ui-menu-obstacles",
            Self::Settle(_) => "ui-menu-settle",
            Self::NoAccounts(_) => "ui-menu-no-accounts",
            Self::Unsaved => "ui-menu-unsaved",
        };
        model.text.get(key).into_owned()
    }

    /// What is said about all of it; empty when there is nothing.
    pub fn lead(&self, model: &Model) -> String {
        let text = &model.text;
        match self {
            Self::Help => text.get("ui-help-legend").into_owned(),
            Self::Languages => text.with("ui-keep-language", &[("name", text.lang().tag().into())]),
            Self::Themes => {
                let worn = model.habits.worn.as_str();
                text.with("ui-keep-theme", &[("name", worn.into())])
            }
            _ => String::new(),
        }
    }

    /// Long lists can be narrowed by typing.
    fn narrows(&self) -> bool {
        matches!(self, Self::Palette | Self::Help | Self::Cases | Self::Find)
    }
}

/// What choosing an entry does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    Run(Command),
    Speak(Lang),
    Wear(String),
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
    /// What else it can be found by.
    pub(super) also: &'static str,
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
        let entries = match &self.kind {
            MenuKind::Palette => commands::palette(model),
            MenuKind::Help => commands::help(model),
            MenuKind::Languages => commands::languages(model),
            MenuKind::Themes => commands::themes(model),
            MenuKind::Cases => choices::cases(model),
            MenuKind::Find => choices::rows(model),
            MenuKind::Letters => choices::letters(model),
            MenuKind::Found => found::found(model),
            MenuKind::Gate => choices::gate(model),
            MenuKind::Obstacles => choices::obstacles(model),
            MenuKind::Settle(item) => choices::settle(&model.text, item),
            MenuKind::NoAccounts(item) => choices::no_accounts(model, item),
            MenuKind::Unsaved => choices::unsaved(&model.text),
        };
        let wanted = self.filter.as_ref().map(|input| input.value().trim()).unwrap_or_default();
        match self.kind {
            _ if wanted.is_empty() => entries,
            MenuKind::Palette | MenuKind::Help => like(entries, wanted),
            _ => holding(entries, wanted),
        }
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

/// Those that hold every word, in their order.
fn holding(mut entries: Vec<Entry>, wanted: &str) -> Vec<Entry> {
    let wanted = wanted.to_lowercase();
    entries.retain(|entry| {
        let all = format!("{} {}", entry.label, entry.note).to_lowercase();
        wanted.split_whitespace().all(|word| all.contains(word))
    });
    entries
}

/// Those that hold the letters in their order, the closest first. A command
/// is also found by its name in `keys.ron`, whatever language is spoken.
fn like(entries: Vec<Entry>, wanted: &str) -> Vec<Entry> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(wanted, CaseMatching::Ignore, Normalization::Smart);
    let mut room = Vec::new();
    let mut scored: Vec<(u32, Entry)> = entries
        .into_iter()
        .filter_map(|entry| {
            let all = format!("{} {} {}", entry.label, entry.note, entry.also);
            let score = pattern.score(Utf32Str::new(&all, &mut room), &mut matcher)?;
            Some((score, entry))
        })
        .collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    // Letters strewn over a sentence are no match beside a word that fits.
    let least = scored.first().map_or(0, |(best, _)| best / 2);
    scored.retain(|(score, _)| *score > least);
    scored.into_iter().map(|(_, entry)| entry).collect()
}

/// Where the keys of help work: the pane, or what lies on top of it.
fn help_title(model: &Model) -> String {
    let place = match Scope::of(commands::beneath(model)) {
        Scope::Dashboard if model.current().is_some() => {
            let pane = PANES.get(model.focus).map(|pane| pane.id).unwrap_or_default();
            model.text.get(&format!("ui-pane-{pane}")).into_owned()
        }
        scope => model.text.get(&format!("ui-scope-{}", scope.word())).into_owned(),
    };
    model.text.with("ui-menu-help", &[("where", place.into())])
}
