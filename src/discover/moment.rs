//! Moments as exports write them.

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

/// Reads milliseconds or seconds since 1970, RFC 3339, or a civil date and
/// time (taken as UTC: a day more or less does not matter here).
pub(super) fn moment(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
        let number: i64 = text.parse().ok()?;
        return match number {
            0 => None,
            1..=9_999_999_999 => Timestamp::from_second(number).ok(),
            10_000_000_000..=9_999_999_999_999 => Timestamp::from_millisecond(number).ok(),
            _ => Timestamp::from_microsecond(number).ok(),
        };
    }
    let civil = || {
        let civil: DateTime = text.replacen(' ', "T", 1).parse().ok()?;
        civil.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
    };
    text.parse().ok().or_else(civil)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_come_in_many_shapes() {
        let shown = |text| moment(text).map(|at| at.to_string());
        assert_eq!(shown("1730800000000").as_deref(), Some("2024-11-05T09:46:40Z"));
        assert_eq!(shown("1730800000").as_deref(), Some("2024-11-05T09:46:40Z"));
        assert_eq!(shown("2024-11-05T09:46:40Z").as_deref(), Some("2024-11-05T09:46:40Z"));
        assert_eq!(shown("2024-11-05 09:46").as_deref(), Some("2024-11-05T09:46:00Z"));
        assert_eq!(shown("2024-11-05").as_deref(), Some("2024-11-05T00:00:00Z"));
        for none in ["", "0", "null", "yesterday", "99999999999999999999999"] {
            assert_eq!(shown(none), None, "{none}");
        }
    }
}
