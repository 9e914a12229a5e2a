//! Phone numbers as they may be shown to a room.

/// How many digits stay readable at the end.
const SHOWN: usize = 4;

/// Replaces digits by `•`, but for the last four and a country code that is
/// set apart (`+60 12-345 6789` → `+60 ••-••• 6789`). A number of four
/// digits or fewer is masked whole.
pub fn mask_number(number: &str) -> String {
    let country = number
        .strip_prefix('+')
        .and_then(|rest| rest.find(|c: char| !c.is_ascii_digit()))
        .filter(|digits| (1..=3).contains(digits))
        .map_or(0, |digits| digits + 1);
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let shown = if digits > SHOWN { SHOWN } else { 0 };
    let mut left = digits;
    let mask = |(at, c): (usize, char)| {
        if !c.is_ascii_digit() {
            return c;
        }
        left -= 1;
        if at < country || left < shown { c } else { '•' }
    };
    number.char_indices().map(mask).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn country_and_last_four_stay() {
        assert_eq!(mask_number("+60 12-345 6789"), "+60 ••-••• 6789");
        assert_eq!(mask_number("+60123456789"), "+•••••••6789");
        assert_eq!(mask_number("012-345 6789"), "•••-••• 6789");
        assert_eq!(mask_number("6789"), "••••");
    }
}
