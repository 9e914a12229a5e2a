//! A form on top of the dashboard.

use ratatui::layout::Rect;

use super::{frame, screen::Screen, text_input::visible, theme::Role};
use crate::{
    app::{
        Command, Field, FieldChoice, FieldId, FieldKind, Form, FormKind, Model, QUESTIONS, Target,
        form_title,
    },
    text::{TypedTime, width, wrap},
};

const WIDEST: u16 = 70;

/// The same where files are named: their paths are long.
const WIDEST_OF_FILES: u16 = 104;

/// Rows of a form that asks one question after the other: going on does not move
/// it.
const ASKED: u16 = 14;

/// Columns from which on files are offered with their days.
const DATED: u16 = 64;

/// Most rows of what is said about a file.
const SAID_OF_FILE: u16 = 10;

/// Most rows of what is said about a field.
const SAID: u16 = 2;

/// Most files that are offered: where a form asks for one its place has room for them, so
/// that no field moves while an offer grows and shrinks.
const OFFERED: u16 = 8;

/// Draws the form and returns where the cursor stands.
pub(super) fn draw(
    model: &Model,
    form: &Form,
    screen: &mut Screen<'_>,
    area: Rect,
) -> Option<(u16, u16)> {
    let text = &model.text;
    let widest = if form.completes() { WIDEST_OF_FILES } else { WIDEST };
    let columns = frame::columns(area.width, widest);
    let asked = asked(model, form, columns.saturating_sub(4));
    // What is chosen decides which fields are seen, not how tall it is.
    let fields =
        if form.question().is_some() { form.shown().len() } else { form.all_fields().count() };
    let count = fields.saturating_add(asked.len());
    let count = u16::try_from(count).unwrap_or(u16::MAX);
    // Each field, a gap, and two lines for what is wrong or what it is for.
    let alone = form.fields.len() == 1 && !form.suggestions.is_empty();
    let suggested = if alone { form.suggestions.all.len() + 1 } else { 0 };
    let offers = u16::try_from(form.files.len().max(suggested)).unwrap_or(u16::MAX);
    let fits = area.height.saturating_sub(count.saturating_add(8));
    let offers = offers.min(fits);
    let gap = u16::from(offers > 0);
    let room = if form.all_fields().any(|field| field.id.is_offered_files()) {
        OFFERED.min(fits) + u16::from(fits > 0)
    } else {
        offers + gap
    };
    let rows = if asked.is_empty() { count.saturating_add(5 + room) } else { ASKED };
    let ticked = rows_ticked(form, |_| true).saturating_add(SAID + 3);
    let most = frame::centred(area, columns, rows.max(count.saturating_add(5)).max(ticked));
    // What is said below the fields has the rows that it takes; the first stays where it is.
    let said = said(model, form, columns.saturating_sub(4));
    let rows = count.saturating_add(3 + offers + gap).saturating_add(said);
    let ticked = rows_ticked(form, |at| at == form.focus);
    let rows = rows.max(if ticked > 0 { ticked.saturating_add(3 + said) } else { 0 });
    let rect = Rect { height: rows.min(most.height), ..most };
    let step = form.question().map(|(number, _)| {
        let args = [("number", number.into()), ("total", QUESTIONS.len().into())];
        text.with("ask-step", &args)
    });
    let foot = step.unwrap_or_default();
    let inner = frame::dialog(screen, rect, &form_title(model, form), &foot);
    let inner = put_asked(&asked, screen, inner);
    // A question with one answer says what is asked for; an empty box has its name.
    let alone = form.question().is_some() && form.shown().len() == 1;
    let label = |field: &Field| {
        let chooses = matches!(field.kind, FieldKind::Choice(..));
        if alone && chooses { String::new() } else { text.get(&field.id.label()).into_owned() }
    };
    let widest = form.all_fields().map(|field| width(&label(field))).max().unwrap_or_default();
    let column = u16::try_from(widest + 2).unwrap_or(u16::MAX).min(inner.width / 2);
    let help = inner.height.min(1 + said);
    // What is wrong with a file is told whole, and the rest of the room is for other files.
    let offers = match inner.height.saturating_sub(count + gap + help) {
        left if form.completes() => offers.min(left),
        _ => offers,
    };
    let rows = inner.height.saturating_sub(help + offers + gap).max(1);
    let seen = form.shown();
    let rows = rows.min(u16::try_from(seen.len()).unwrap_or(u16::MAX).max(1));
    let first = form.focus.saturating_sub(usize::from(rows.saturating_sub(1))).max(seen.start);
    let mut cursor = None;
    for (at, field) in form.fields.iter().enumerate().skip(first).take(usize::from(rows)) {
        let y = inner.y + u16::try_from(at - first).unwrap_or(u16::MAX);
        let row = Rect { y, height: 1, ..inner };
        let focused = at == form.focus;
        let name = if focused { Role::Accent } else { Role::Text };
        screen.put(row.x, y, column, &label(field), name);
        screen.target(row, Target::Field(at));
        let place = Rect { x: row.x + column, width: row.width.saturating_sub(column), ..row };
        cursor = cursor.or(value(model, screen, place, field, focused));
    }
    let below = frame::below(inner, inner.y + (rows + gap).min(inner.height));
    files(form, screen, Rect { height: offers.min(below.height), ..below });
    if form.focus >= first && !form.suggestions.is_empty() {
        let below = inner.y + u16::try_from(form.focus - first + 1).unwrap_or(u16::MAX);
        let place = frame::below(inner, below);
        let place =
            Rect { x: place.x + column, width: place.width.saturating_sub(column), ..place };
        drop_down(model, form, screen, place, inner.x);
    }
    if form.focus >= first {
        let top = inner.y + u16::try_from(form.focus - first + 1).unwrap_or(u16::MAX);
        let height = inner.bottom().saturating_sub(help).saturating_sub(top);
        ticks(form, screen, Rect { y: top, height, ..inner }, column);
    }
    let shown = first + usize::from(rows);
    screen.more(Rect { height: rows, ..inner }, first > seen.start, shown < seen.end);
    if let Some(field) = form.fields.get(form.focus) {
        let (words, role) = about(model, form, field);
        let rows = help.saturating_sub(1);
        let start = inner.bottom().saturating_sub(rows);
        screen.words(Rect { y: start, height: rows, ..inner }, &words, role);
    }
    cursor
}

/// What is said about a field: what is wrong with it, or what it is for.
fn about(model: &Model, form: &Form, field: &Field) -> (String, Role) {
    let text = &model.text;
    match &field.error {
        _ if form.leaving => {
            let key = ("key", model.keymap.key_of(Command::Cancel).into());
            let words = match form.chord {
                Some(chord) => {
                    text.with("ui-form-chord", &[key, ("chord", chord.to_string().into())])
                }
                None => text.with("ui-form-leave", &[key]),
            };
            (words, Role::Soon)
        }
        Some(error) => (error.clone(), Role::Bad),
        None if form.finds_none && form.kind == FormKind::Scan => {
            let key = model.keymap.key_of(Command::ExportsHere);
            (text.with("ui-scan-none", &[("key", key.into())]), Role::Text)
        }
        None if form.finds_none => (text.get("ui-files-none").into_owned(), Role::Text),
        None if form.kind == FormKind::AsOf && field.typed_time().is_none() => {
            (text.get("ui-hint-as-of").into_owned(), Role::Faint)
        }
        None => match field.typed_time() {
            Some(TypedTime { offset: Some(_), .. }) => {
                (text.get("ui-hint-moment-zone").into_owned(), Role::Text)
            }
            Some(_) => (text.get("ui-hint-moment").into_owned(), Role::Text),
            None => (text.get(&field.hint()).into_owned(), Role::Faint),
        },
    }
}

/// The most rows that is said below the fields that are seen, whichever has the cursor.
fn said(model: &Model, form: &Form, cells: u16) -> u16 {
    let fields = form.fields.get(form.shown()).unwrap_or_default().iter();
    // What is wrong with a file takes more words, and there is no other field.
    let most = if form.completes() { SAID_OF_FILE } else { SAID };
    let rows = fields.map(|field| wrap(&about(model, form, field).0, cells.into()).len()).max();
    u16::try_from(rows.unwrap_or_default()).unwrap_or(u16::MAX).clamp(1, most)
}

/// What is asked, and below it what is recommended.
fn asked(model: &Model, form: &Form, cells: u16) -> Vec<(Role, String)> {
    let Some((_, question)) = form.question() else { return Vec::new() };
    let lines = |role: Role, words: &str| {
        let lines = wrap(words, cells.into()).into_iter();
        lines.map(move |line| (role, line)).chain([(role, String::new())])
    };
    let words = model.interview().asked(form, question);
    let mut all: Vec<(Role, String)> = lines(Role::Heading, &words).collect();
    let asks_route = question.fields.contains(&FieldId::Route);
    if let Some(advice) = form.advice.as_ref().filter(|_| asks_route) {
        all.extend(lines(Role::Accent, &advice.told(&model.text)));
    }
    all
}

/// Writes what is asked and returns the room below it.
fn put_asked(asked: &[(Role, String)], screen: &mut Screen<'_>, inner: Rect) -> Rect {
    // The answer has its room however small the window is.
    let most = usize::from(inner.height.saturating_sub(3));
    for ((role, line), y) in asked.iter().take(most).zip(inner.y..) {
        screen.put(inner.x, y, inner.width, line, *role);
    }
    let used = u16::try_from(asked.len().min(most)).unwrap_or_default();
    frame::below(inner, inner.y + used)
}

/// Draws the list that drops down from a field; the form begins at `left`.
fn drop_down(model: &Model, form: &Form, screen: &mut Screen<'_>, place: Rect, left: u16) {
    let typed = form.fields.get(form.focus).map(|field| field.input.value()).unwrap_or_default();
    let as_typed = match typed {
        "" => model.text.get("ui-moved-skip").into_owned(),
        typed => model.text.with("ui-as-typed", &[("typed", typed.into())]),
    };
    // What was typed stands first, where the eye is: the arrows go down from it.
    let list = &form.suggestions;
    let known = list.all.iter().map(|one| (one.shown.as_str(), one.note.as_str()));
    let rows: Vec<(&str, &str)> = [(as_typed.as_str(), "")].into_iter().chain(known).collect();
    let chosen = if list.taken().is_some() { list.chosen + 1 } else { 0 };
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(place.height);
    // The names of the fields below belong to none of these.
    screen.clear(Rect { height, x: left, width: place.right().saturating_sub(left), ..place });
    for (at, ((name, note), y)) in rows.iter().zip(place.y..place.y + height).enumerate() {
        let (name, note) = (format!("  {name}"), format!("  {note}"));
        let pieces = [(name.as_str(), Role::Text), (note.as_str(), Role::Faint)];
        screen.put_all(place.x, y, place.width, &pieces);
        if at == chosen {
            screen.paint(Rect { y, height: 1, ..place }, Role::Selected);
        }
    }
}

/// Rows from the first field to the end of the list that drops down from one of these
/// fields, where several things can be ticked.
fn rows_ticked(form: &Form, asked: impl Fn(usize) -> bool) -> u16 {
    let of = |(at, field): (usize, &Field)| match &field.kind {
        FieldKind::Several(choices, _) if asked(at) => Some(at + 1 + choices.len()),
        _ => None,
    };
    let rows = form.fields.iter().enumerate().filter_map(of).max();
    u16::try_from(rows.unwrap_or_default()).unwrap_or(u16::MAX)
}

/// Draws what can be ticked in the field with the cursor, below it, over the fields there.
fn ticks(form: &Form, screen: &mut Screen<'_>, place: Rect, column: u16) {
    let Some(FieldKind::Several(choices, at)) = form.fields.get(form.focus).map(|one| &one.kind)
    else {
        return;
    };
    let height = u16::try_from(choices.len()).unwrap_or(u16::MAX).min(place.height);
    let place = Rect { height, ..place };
    screen.clear(place);
    let row = Rect { x: place.x + column, width: place.width.saturating_sub(column), ..place };
    let first = (at + 1).saturating_sub(usize::from(height));
    for ((here, (choice, chosen)), y) in
        choices.iter().enumerate().skip(first).zip(place.y..place.bottom())
    {
        let (mark, role) = if *chosen { ("✓ ", Role::Good) } else { ("○ ", Role::Text) };
        let pieces = [("  ", Role::Text), (mark, role), (choice.label.as_str(), Role::Text)];
        screen.put_all(row.x, y, row.width, &pieces);
        if here == *at {
            screen.paint(Rect { y, height: 1, ..row }, Role::Selected);
        }
    }
    let more = first + usize::from(height) < choices.len();
    screen.more(place, first > 0, more);
}

/// Draws the files that are offered, the chosen one marked.
fn files(form: &Form, screen: &mut Screen<'_>, area: Rect) {
    let fits = usize::from(area.height);
    let first = form.offered.map_or(0, |at| (at + 1).saturating_sub(fits));
    let shown = form.files.iter().enumerate().skip(first).take(fits);
    // The days have a column of their own, where what the files are has room beside it.
    let days = form.files.iter().map(|file| width(&file.day)).max().unwrap_or_default();
    let days = u16::try_from(days).unwrap_or(u16::MAX).saturating_add(2);
    let notes = if area.width >= DATED { area.width.saturating_sub(days) } else { area.width };
    for ((at, file), y) in shown.zip(area.y..) {
        let row = Rect { y, height: 1, ..area };
        let used = screen.put(row.x, y, row.width, &file.path, Role::Text);
        let left = notes.saturating_sub(used + 2);
        if left > 3 {
            screen.put_right(row.x + used + 2, y, left, &file.note, Role::Faint);
        }
        if used <= notes && notes < area.width {
            screen.put_right(row.x + notes, y, row.width - notes, &file.day, Role::Faint);
        }
        if form.offered == Some(at) {
            screen.paint(row, Role::Selected);
        }
    }
}

/// Draws what is in a field. Returns where the cursor stands if it is in it.
fn value(
    model: &Model,
    screen: &mut Screen<'_>,
    place: Rect,
    field: &Field,
    focused: bool,
) -> Option<(u16, u16)> {
    if let FieldKind::Choice(choices, chosen) = &field.kind {
        let label = choices.get(*chosen).map(|choice| choice.label.as_str()).unwrap_or_default();
        let (left, right) = if focused { ("‹ ", " ›") } else { ("  ", "") };
        let pieces = [(left, Role::Accent), (label, Role::Text), (right, Role::Accent)];
        screen.put_all(place.x, place.y, place.width, &pieces);
        let used: usize = pieces.iter().map(|(piece, _)| width(piece)).sum();
        search(model, screen, place, field, used);
        return None;
    }
    if let FieldKind::Several(choices, at) = &field.kind {
        several(model, screen, place, (choices, *at), focused);
        return None;
    }
    let typed = visible(&field.input, place.width.saturating_sub(3));
    screen.put(place.x, place.y, 2.min(place.width), "  ", Role::Text);
    let whole = Rect { x: place.x + 2, width: place.width.saturating_sub(2), ..place };
    // Which day it is stands beside the field, not in it.
    let day = if field.error.is_some() { None } else { full_date(model, field) };
    let beside = day.as_deref().map_or(0, |day| width(day) + 2);
    let beside = u16::try_from(beside).unwrap_or(u16::MAX);
    let fits = usize::from(whole.width) > width(&typed.text) + usize::from(beside);
    let line = Rect { width: whole.width - if fits { beside } else { 0 }, ..whole };
    screen.paint(line, Role::Field);
    screen.put(line.x, line.y, line.width, &typed.text, Role::Field);
    if typed.cut {
        screen.put(place.x + 1, place.y, 1.min(place.width), "‹", Role::Accent);
    }
    if field.error.is_some() {
        screen.put(place.x, place.y, 1, "!", Role::Bad);
    } else if let Some(day) = day.filter(|_| fits) {
        screen.put_right(whole.x, whole.y, whole.width, &day, Role::Faint);
    }
    focused.then_some((line.x + typed.cursor.min(line.width.saturating_sub(1)), line.y))
}

/// Draws what was typed to find a choice, behind the `used` cells of the choice that is
/// shown, and which of those that were found that is.
fn search(model: &Model, screen: &mut Screen<'_>, place: Rect, field: &Field, used: usize) {
    let Some((typed, found)) = field.search() else { return };
    let of = found.filter(|(_, total)| *total > 1).map(|(at, total)| {
        model.text.with("ui-of", &[("done", at.into()), ("total", total.into())])
    });
    let start = u16::try_from(used + 2).unwrap_or(u16::MAX);
    let Some(left) = place.width.checked_sub(start) else { return };
    let of = of.map(|of| format!("  {of}")).unwrap_or_default();
    let role = if field.unfound().is_some() { Role::Bad } else { Role::Accent };
    let pieces = [("/", Role::Faint), (typed, role), (of.as_str(), Role::Faint)];
    screen.put_all(place.x + start, place.y, left, &pieces);
}

/// Draws what is chosen of several things; with the cursor also how far the list of them is
/// gone through.
fn several(
    model: &Model,
    screen: &mut Screen<'_>,
    place: Rect,
    (choices, at): (&[(FieldChoice, bool)], usize),
    focused: bool,
) {
    let chosen = choices.iter().filter(|(_, chosen)| *chosen);
    let chosen: Vec<&str> = chosen.map(|(choice, _)| choice.label.as_str()).collect();
    let all = chosen.join(&model.text.get("word-comma"));
    let (all, role) = match all.as_str() {
        "" => (model.text.get("ui-none-chosen").into_owned(), Role::Faint),
        _ => (all, Role::Text),
    };
    let ends =
        if focused { [("‹ ", Role::Accent), (" ›", Role::Accent)] } else { [("  ", role); 2] };
    let number =
        model.text.with("ui-of", &[("done", (at + 1).into()), ("total", choices.len().into())]);
    let number = if focused { number } else { String::new() };
    let left = place.width.saturating_sub(u16::try_from(width(&number) + 2).unwrap_or(u16::MAX));
    screen.put_all(place.x, place.y, left, &[ends[0], (&all, role), ends[1]]);
    screen.put_right(place.x, place.y, place.width, &number, Role::Faint);
}

/// Which day a typed date is, so that a person sees a slip.
fn full_date(model: &Model, field: &Field) -> Option<String> {
    let typed = field.input.value().trim();
    if field.kind != FieldKind::Date || typed.is_empty() {
        return None;
    }
    field.day(&model.text, model.today()).ok().map(|day| model.text.full_date(day))
}
