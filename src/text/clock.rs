//! How long something lasts, as a clock shows it.

/// Seconds as `4:05`, or `1:04:05`.
pub(crate) fn clock(seconds: i64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_counts_hours_only_when_there_are_any() {
        assert_eq!(
            [0, 65, 3599, 3600, 36_065].map(clock),
            ["0:00", "1:05", "59:59", "1:00:00", "10:01:05"]
        );
    }
}
