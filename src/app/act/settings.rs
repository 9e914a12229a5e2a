//! What can be changed while the program runs: language, theme, mouse, the
//! clock of the demo; and finding out what there is.

use crate::{
    app::{
        dialog::Dialog,
        menu::{Menu, MenuKind},
        message::Effect,
        model::{Model, Tone},
        page::Topic,
    },
    text::{Lang, Text},
};

/// What can be done here. Help over help would help nobody.
pub(super) fn help(model: &mut Model) {
    let open =
        matches!(model.dialogs.last(), Some(Dialog::Menu(menu)) if menu.kind == MenuKind::Help);
    if !open {
        model.dialogs.push(Dialog::Menu(Menu::new(MenuKind::Help)));
    }
}

pub(super) fn languages(model: &mut Model) {
    let mut menu = Menu::new(MenuKind::Languages);
    let here = Lang::ALL.iter().position(|lang| *lang == model.text.lang());
    menu.selected = here.unwrap_or_default();
    model.dialogs.push(Dialog::Menu(menu));
}

/// Speaks another language from now on.
pub(super) fn speak(model: &mut Model, lang: Lang) {
    model.text = Text::new(lang);
    model.refresh();
    let told = model.text.get("ui-speaking").into_owned();
    model.say(Tone::Good, told);
}

pub(super) fn themes(model: &mut Model) {
    let mut menu = Menu::new(MenuKind::Themes);
    let here = model.habits.themes.iter().position(|name| *name == model.habits.worn);
    menu.selected = here.unwrap_or_default();
    model.dialogs.push(Dialog::Menu(menu));
}

/// Wears another theme from now on.
pub(super) fn wear(model: &mut Model, name: String) -> Vec<Effect> {
    model.habits.worn.clone_from(&name);
    let told = model.text.with("ui-wearing", &[("name", name.as_str().into())]);
    model.say(Tone::Good, told);
    vec![Effect::Wear(name)]
}

/// Takes clicks, or leaves them to the terminal, which selects text by them.
pub(super) fn mouse(model: &mut Model) -> Vec<Effect> {
    model.habits.mouse = !model.habits.mouse;
    let key = if model.habits.mouse { "ui-mouse-on" } else { "ui-mouse-off" };
    let told = model.text.get(key).into_owned();
    model.say(Tone::Plain, told);
    vec![Effect::Mouse(model.habits.mouse)]
}

/// How fast the clock of the demo can run: seconds, hours and days a second.
const PACES: [u32; 3] = [1, 3_600, 86_400];

pub(super) fn pace(model: &mut Model, faster: bool) -> Vec<Effect> {
    let here = PACES.iter().position(|pace| *pace == model.pace).unwrap_or_default();
    let next = if faster { here + 1 } else { here.saturating_sub(1) };
    model.pace = PACES.get(next).copied().unwrap_or(model.pace);
    let told = model.text.get(&format!("ui-pace-{}", model.pace)).into_owned();
    model.say(Tone::Plain, told);
    vec![Effect::Pace(model.pace)]
}

pub(super) fn news(model: &mut Model) {
    model.dialogs.push(Dialog::page(Topic::News));
}

pub(super) fn tour(model: &mut Model) {
    model.dialogs.push(Dialog::Tour(0));
}

/// The words of each step are under `ui-tour-<step>`.
const STEPS: usize = 4;

/// Goes on, or ends after the last step.
pub(super) fn tour_on(model: &mut Model) {
    let Some(Dialog::Tour(step)) = model.dialogs.last_mut() else { return };
    if *step + 1 < STEPS {
        *step += 1;
    } else {
        model.dialogs.pop();
    }
}
