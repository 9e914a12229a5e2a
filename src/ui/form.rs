//! A form on top of the dashboard.

use ratatui::layout::Rect;

use super::{canvas::Canvas, frame, menu::skip_cells, theme::Role};
use crate::{
    app::{Field, FieldKind, Form, Model, Target},
    text::{parse_date, width},
};

const WIDEST: u16 = 70;

/// Draws the form and says where the cursor stands.
pub(super) fn draw(
    model: &Model,
    form: &Form,
    canvas: &mut Canvas<'_>,
    area: Rect,
) -> Option<(u16, u16)> {
    let text = &model.text;
    let title = text.get(&format!("ui-form-{}", form.title)).into_owned();
    let columns = WIDEST.min(area.width.saturating_sub(2));
    let count = u16::try_from(form.fields.len()).unwrap_or(u16::MAX);
    // Each field, a gap, and two lines for what is wrong or what it is for.
    let rows = count.saturating_add(5);
    let below = Rect { height: area.height.saturating_sub(1), ..area };
    let rect = frame::centred(below, columns, rows);
    let inner = frame::dialog(canvas, rect, &title, "");
    let label = |field: &Field| text.get(&format!("ui-field-{}", field.id)).into_owned();
    let widest = form.fields.iter().map(|field| width(&label(field))).max().unwrap_or_default();
    let column = u16::try_from(widest + 2).unwrap_or(u16::MAX).min(inner.width / 2);
    let help = inner.height.min(3);
    let visible = inner.height.saturating_sub(help).max(1);
    let first = form.focus.saturating_sub(usize::from(visible.saturating_sub(1)));
    let mut cursor = None;
    for (at, field) in form.fields.iter().enumerate().skip(first).take(usize::from(visible)) {
        let y = inner.y + u16::try_from(at - first).unwrap_or(u16::MAX);
        let focused = at == form.focus;
        let name = if focused { Role::Accent } else { Role::Text };
        canvas.put(inner.x, y, column, &label(field), name);
        let cells = inner.width.saturating_sub(column);
        let place = Rect { x: inner.x + column, y, width: cells, height: 1 };
        canvas.target(Rect { x: inner.x, y, width: inner.width, height: 1 }, Target::Field(at));
        let at = value(model, canvas, place, field, focused);
        cursor = cursor.or(at);
    }
    let shown = first + usize::from(visible);
    canvas.more(Rect { height: visible, ..inner }, first > 0, shown < form.fields.len());
    let told = form.fields.get(form.focus).map(|field| told(model, field));
    if let Some((words, role)) = told {
        let rows = help.saturating_sub(1);
        let start = inner.bottom().saturating_sub(rows);
        canvas.words(Rect { y: start, height: rows, ..inner }, &words, role);
    }
    cursor
}

/// What is in a field; returns where the cursor stands if it is in it.
fn value(
    model: &Model,
    canvas: &mut Canvas<'_>,
    place: Rect,
    field: &Field,
    focused: bool,
) -> Option<(u16, u16)> {
    if let FieldKind::Choice(choices, chosen) = &field.kind {
        let label = choices.get(*chosen).map(|choice| choice.label.as_str()).unwrap_or_default();
        let (left, right) = if focused { ("‹ ", " ›") } else { ("  ", "") };
        let pieces = [(left, Role::Accent), (label, Role::Text), (right, Role::Accent)];
        canvas.put_all(place.x, place.y, place.width, &pieces);
        return None;
    }
    let room = usize::from(place.width.saturating_sub(3));
    let scroll = field.input.visual_scroll(room);
    let shown = skip_cells(field.input.value(), scroll);
    canvas.put(place.x, place.y, 2.min(place.width), "  ", Role::Text);
    let box_ = Rect { x: place.x + 2, width: place.width.saturating_sub(2), ..place };
    canvas.paint(box_, Role::Field);
    let used = canvas.put(box_.x, box_.y, box_.width, &shown, Role::Field);
    if scroll > 0 {
        canvas.put(place.x + 1, place.y, 1.min(place.width), "‹", Role::Accent);
    }
    if field.error.is_some() {
        canvas.put(place.x, place.y, 1, "!", Role::Bad);
    } else if let Some(day) = told_day(model, field) {
        let left = box_.width.saturating_sub(used + 2);
        canvas.put_right(box_.x + used + 2, box_.y, left, &day, Role::Faint);
    }
    let at = u16::try_from(field.input.visual_cursor().saturating_sub(scroll)).ok()?;
    focused.then_some((box_.x + at.min(box_.width.saturating_sub(1)), box_.y))
}

/// Which day a typed date is, so that a slip is seen.
fn told_day(model: &Model, field: &Field) -> Option<String> {
    let typed = field.input.value().trim();
    if field.kind != FieldKind::Date || typed.is_empty() {
        return None;
    }
    parse_date(typed, model.today()).ok().map(|day| model.text.full_date(day))
}

/// What is wrong with a field, or what it is for.
fn told(model: &Model, field: &Field) -> (String, Role) {
    match &field.error {
        Some(error) => (error.clone(), Role::Bad),
        None => {
            let key = match field.kind {
                FieldKind::Date if field.id == "on" => "ui-hint-day".to_owned(),
                FieldKind::Date if field.id == "until" => "ui-hint-until".to_owned(),
                FieldKind::Date => "ui-hint-date".to_owned(),
                FieldKind::Choice(..) => "ui-hint-choice".to_owned(),
                _ => format!("ui-hint-{}", field.id),
            };
            (model.text.get(&key).into_owned(), Role::Faint)
        }
    }
}
