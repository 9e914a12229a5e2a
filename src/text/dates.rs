//! Dates as a language writes them.

use jiff::civil::{Date, Time};

use super::Text;

impl Text {
    /// `5 Nov`.
    pub(in crate::text) fn date(&self, date: Date) -> String {
        self.dated("word-date", date)
    }

    /// `Thu 5 Nov`. Only a day of this year is told so: outside this room there is
    /// `day_near`.
    pub(in crate::text) fn day(&self, date: Date) -> String {
        self.dated("word-day", date)
    }

    /// `Thu 5 Nov` in the year of `today`, else `Tue 5 Jan 2027`.
    pub(crate) fn day_near(&self, date: Date, today: Date) -> String {
        if date.year() == today.year() { self.day(date) } else { self.full_date(date) }
    }

    /// `Thu 5 Nov 2026`.
    pub(crate) fn full_date(&self, date: Date) -> String {
        self.dated("word-full-date", date)
    }

    /// `5 November 2026`: as a letter writes it.
    pub(crate) fn letter_date(&self, date: Date) -> String {
        let month = self.get(&format!("word-full-month-{}", date.month())).into_owned();
        let (day, year) = (date.day().into(), date.year().to_string().into());
        self.with("word-letter-date", &[("day", day), ("month", month.into()), ("year", year)])
    }

    /// `5 Nov` in the year of `today`, else `5 Nov 2025`.
    pub(crate) fn date_near(&self, date: Date, today: Date) -> String {
        if date.year() == today.year() {
            self.date(date)
        } else {
            self.dated("word-date-year", date)
        }
    }

    /// `10:42`.
    pub fn time(&self, time: Time) -> String {
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    /// One or two letters for the weekday, for narrow columns.
    pub(crate) fn weekday_letter(&self, date: Date) -> String {
        let number = date.weekday().to_monday_one_offset();
        self.get(&format!("word-weekday-letter-{number}")).into_owned()
    }

    /// The weekday's short name.
    pub(crate) fn weekday(&self, date: Date) -> String {
        let number = date.weekday().to_monday_one_offset();
        self.get(&format!("word-weekday-{number}")).into_owned()
    }

    fn dated(&self, key: &str, date: Date) -> String {
        let month = self.get(&format!("word-month-{}", date.month())).into_owned();
        let weekday = self.weekday(date);
        self.with(
            key,
            &[
                ("day", date.day().into()),
                ("month", month.into()),
                ("weekday", weekday.into()),
                // As text: a number would be grouped as 2,026 in some languages.
                ("year", date.year().to_string().into()),
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::text::Lang;

    #[test]
    fn another_year_is_told() {
        let (text, today) = (Text::new(Lang::En), date(2026, 11, 26));
        assert_eq!(text.day_near(date(2026, 12, 24), today), text.day(date(2026, 12, 24)));
        assert!(text.day_near(date(2027, 1, 5), today).contains("2027"));
    }
}
