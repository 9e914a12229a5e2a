//! What the marks of the days of a review mean, in a row. The special days have their names
//! elsewhere.
//!
//! ```text
//! 1 counted  3–7 answer may come  · off  5 today
//! ```

use ratatui::layout::Rect;

use super::{screen::Screen, theme::Role};
use crate::{app::Scene, domain::Review, text::width};

/// Cells between two of them.
const GAP: usize = 2;

/// Draws it in the first row of an area, ending where the weeks end, if there are some; as
/// many as have room, what is asked first coming first.
pub(super) fn draw(
    scene: &Scene<'_>,
    review: &Review,
    screen: &mut Screen<'_>,
    area: Rect,
    weeks_end: Option<u16>,
) {
    if area.height == 0 {
        return;
    }
    let told = told(scene, review);
    let cells = |(mark, _, meaning): &(String, Role, String)| width(mark) + 1 + width(meaning);
    let mut used = 0;
    let fits = |one: &&(String, Role, String)| {
        let gap = if used > 0 { GAP } else { 0 };
        used += gap + cells(one);
        used <= area.width.into()
    };
    let shown: Vec<_> = told.iter().take_while(fits).collect();
    let all = shown.iter().map(|one| cells(one)).sum::<usize>();
    let all = all + GAP * shown.len().saturating_sub(1);
    let all = u16::try_from(all).unwrap_or(area.width);
    let end = weeks_end.map_or(0, |end| end.min(area.right()));
    let mut x = end.saturating_sub(all).max(area.x);
    for (at, (mark, role, meaning)) in shown.into_iter().enumerate() {
        x += if at > 0 { 2 } else { 0 };
        let wide = screen.put(x, area.y, area.right().saturating_sub(x), mark, Role::Text);
        screen.paint(Rect { x, width: wide, height: 1, ..area }, *role);
        x += wide + 1;
        x += screen.put(x, area.y, area.right().saturating_sub(x), meaning, Role::Faint);
    }
}

/// Each mark as it stands among the days, and what it means.
fn told(scene: &Scene<'_>, review: &Review) -> Vec<(String, Role, String)> {
    let text = scene.words.text;
    let number = |date| review.days.iter().find(|day| day.date == date)?.counts;
    let window = match (number(review.earliest), number(review.latest)) {
        (Some(first), Some(last)) if first < last => format!("{first}–{last}"),
        (Some(one), _) | (None, Some(one)) => one.to_string(),
        (None, None) => String::new(),
    };
    let today = scene.words.today;
    let today = if today >= review.submitted { today.day().to_string() } else { String::new() };
    [
        ("1".to_owned(), Role::Text, "counted"),
        (window, Role::Accent, "window"),
        ("·".to_owned(), Role::Faint, "off"),
        (today, Role::Today, "today"),
    ]
    .into_iter()
    .filter(|(mark, ..)| !mark.is_empty())
    .map(|(mark, role, key)| (mark, role, text.get(&format!("ui-legend-{key}")).into_owned()))
    .collect()
}
