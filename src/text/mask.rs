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

/// Fewest digits that make a number: shorter runs are dates and counts.
const NUMBER: usize = 7;

/// Digits that stay readable of a number in running text.
const TAIL: usize = 3;

/// Text with every phone or card number in it masked but for its last three
/// digits. A number is a run of digits, and of what people write between them.
pub fn mask_digits(text: &str) -> String {
    let between = |c: char| " -()./".contains(c);
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_numeric()) {
        let (before, run) = rest.split_at(at);
        out.push_str(before);
        let end = run.find(|c: char| !c.is_numeric() && !between(c)).unwrap_or(run.len());
        let (run, after) = run.split_at(end);
        let digits = run.chars().filter(|c| c.is_numeric()).count();
        let mut left = digits;
        out.extend(run.chars().map(|c| {
            left -= usize::from(c.is_numeric());
            if c.is_numeric() && digits >= NUMBER && left >= TAIL { '•' } else { c }
        }));
        rest = after;
    }
    out + rest
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

    #[test]
    fn numbers_in_text_are_masked_and_dates_are_not() {
        assert_eq!(mask_digits("KL +60 12-345 6789 (old)"), "KL +•• ••-••• •789 (old)");
        assert_eq!(mask_digits("by 17 Nov, day 7"), "by 17 Nov, day 7");
        assert_eq!(mask_digits("０１２３４５６７８９"), "•••••••７８９");
    }
}
