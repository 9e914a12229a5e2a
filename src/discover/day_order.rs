//! Whether a day stands before its month, as in `05/11/2025`: by what other
//! dates of the same file show. What nothing shows is not guessed.

/// The order of day and month in dates of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum DayOrder {
    /// Nothing shows it, or dates contradict each other.
    #[default]
    Unknown,
    DayFirst,
    MonthFirst,
}

impl DayOrder {
    /// The order that the dates of a text show: no month is above twelve.
    pub(super) fn of(text: &str) -> Self {
        let (mut day, mut month) = (false, false);
        for (first, second, _) in dates(text) {
            let (first, second) = (number(first), number(second));
            day |= first > 12 && second <= 12;
            month |= second > 12 && first <= 12;
        }
        match (day, month) {
            (true, false) => Self::DayFirst,
            (false, true) => Self::MonthFirst,
            _ => Self::Unknown,
        }
    }

    /// The order in an export of a program that writes the month first only
    /// without a zero in front, and never between dots.
    pub(super) fn of_chat(text: &str) -> Self {
        let shown = Self::of(text);
        if shown != Self::Unknown {
            return shown;
        }
        let padded = |(first, second, year): (&str, &str, &str)| {
            (first.len(), second.len(), year.len()) == (2, 2, 4)
                && (first.starts_with('0') || second.starts_with('0'))
        };
        let unlike =
            dates(text).any(|(first, second, _)| number(first) > 12 && number(second) > 12);
        if !unlike && dates(text).any(padded) { Self::DayFirst } else { Self::Unknown }
    }
}

fn number(digits: &str) -> u32 {
    digits.parse().unwrap_or_default()
}

/// The dates with numbers only, as day, month and year or month, day and year.
fn dates(text: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '/' | '.' | '-')))
        .filter(|word| (6..=10).contains(&word.len()))
        .filter_map(|word| {
            let mark = word.chars().find(|c| !c.is_ascii_digit())?;
            let mut parts = word.split(mark);
            let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
            let short = |part: &str| (1..=2).contains(&part.len());
            let whole = parts.next().is_none() && matches!(year.len(), 2 | 4);
            let digits =
                [first, second, year].iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
            (whole && digits && short(first) && short(second)).then_some((first, second, year))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_dates_show_is_said() {
        for (text, order) in [
            ("05/11/2025, 08:00\n17/11/2025, 09:00", DayOrder::DayFirst),
            ("11/5/25, 8:00\n11/17/25, 9:00", DayOrder::MonthFirst),
            ("17.11.25 08:00", DayOrder::DayFirst),
            ("05/11/2025", DayOrder::Unknown),
            ("17/11/2025 and 11/17/2025", DayOrder::Unknown),
            ("2025-11-17 10.0.0.1 1-800-22-4357", DayOrder::Unknown),
            ("", DayOrder::Unknown),
        ] {
            assert_eq!(DayOrder::of(text), order, "{text}");
        }
        assert_eq!(DayOrder::of_chat("05/11/2025, 08:00"), DayOrder::DayFirst);
        assert_eq!(DayOrder::of_chat("11/5/25, 8:00 AM"), DayOrder::Unknown);
    }
}
