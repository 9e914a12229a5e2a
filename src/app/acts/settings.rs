//! What can be changed while the program runs: language, theme, mouse, and the
//! clock of the demo.

use crate::{
    app::{
        model::Model,
        value::{Dialog, Effect, Menu, MenuKind, Tone},
    },
    text::Lang,
};

/// Shows what can be done here, unless it is shown already.
pub(super) fn help(model: &mut Model) {
    if !model.dialogs.last().is_some_and(|one| one.is_menu(&MenuKind::Help)) {
        model.open_menu(MenuKind::Help);
    }
}

fn open_at(model: &mut Model, kind: MenuKind, selected: Option<usize>) {
    let selected = selected.unwrap_or_default();
    model.dialogs.push(Dialog::Menu(Menu { selected, ..Menu::new(kind) }));
}

/// Shows the languages, with the one that is spoken selected.
pub(super) fn languages(model: &mut Model) {
    let here = Lang::ALL.iter().position(|lang| *lang == model.text.lang());
    open_at(model, MenuKind::Languages, here);
}

/// Keeps a choice for the next start, and says where.
fn keep(model: &mut Model, setting: &'static str, chosen: &str) -> String {
    let Some(path) = model.preferences.kept_in.clone() else { return String::new() };
    model.ask(Effect::Choose(setting, chosen.to_owned()));
    model.text.with("ui-choice-kept", &[("path", path.into())])
}

/// Speaks another language from now on, if the terminal has its characters.
pub(super) fn speak(model: &mut Model, lang: Lang) {
    if let Some(locale) = model.preferences.no_chinese.clone().filter(|_| lang == Lang::ZhCn) {
        return model.say_words(Tone::Bad, "ui-no-chinese", &[("locale", locale.into())]);
    }
    model.text = model.text.speaking(lang);
    model.refresh();
    let kept = keep(model, "lang", lang.tag());
    model.say_words(Tone::Good, "ui-speaking", &[("kept", kept.into())]);
}

/// Shows the themes, with the active one selected.
pub(super) fn themes(model: &mut Model) {
    let preferences = &model.preferences;
    let here = preferences.themes.iter().position(|name| *name == preferences.active_theme);
    open_at(model, MenuKind::Themes, here);
}

/// Draws with another theme from now on.
pub(super) fn apply_theme(model: &mut Model, name: String) {
    let kept = keep(model, "theme", &name);
    let args = [("name", name.as_str().into()), ("kept", kept.into())];
    model.say_words(Tone::Good, "ui-wearing", &args);
    model.preferences.active_theme = name;
}

/// Takes clicks, or leaves them to the terminal, which selects text by them.
pub(super) fn mouse(model: &mut Model) {
    let mouse = !model.preferences.mouse;
    model.preferences.mouse = mouse;
    let kept = keep(model, "mouse", if mouse { "true" } else { "false" });
    let key = if mouse { "ui-mouse-on" } else { "ui-mouse-off" };
    model.say_words(Tone::Plain, key, &[("kept", kept.into())]);
}

/// Lets the clock of the demo run faster or slower.
pub(super) fn pace(model: &mut Model, steps: isize) {
    /// Seconds, hours and days that pass in a second.
    const PACES: [u32; 3] = [1, 3_600, 86_400];
    let here = PACES.iter().position(|pace| *pace == model.pace).unwrap_or_default();
    let next = PACES.get(here.saturating_add_signed(steps));
    model.pace = next.copied().unwrap_or(model.pace);
    model.say_words(Tone::Plain, &format!("ui-pace-{}", model.pace), &[]);
}
