//! Masking of phone numbers, so that the screen can be shown to others.

/// How many digits stay readable at the end.
const SHOWN: usize = 4;

/// Replaces digits by `•`, but for the last four and the country code (`+60 12-345
/// 6789` → `+60 ••-••• 6789`), whether that is set apart or not. A number of four
/// digits or fewer is masked whole.
pub(crate) fn mask_number(number: &str) -> String {
    let country = country_code(number).map_or(0, |code| code.len() + 1);
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let shown = if digits > SHOWN { SHOWN } else { 0 };
    let mut left = digits;
    let mask = |(at, c): (usize, char)| {
        if !c.is_ascii_digit() {
            return c;
        }
        left -= 1;
        if (at < country && shown > 0) || left < shown { c } else { '•' }
    };
    number.char_indices().map(mask).collect()
}

/// The country code at the beginning of an international number. Of the codes of ITU-T
/// E.164 none begins another one: those of one digit are 1 and 7, and the first two
/// digits tell those of two from those of three.
fn country_code(number: &str) -> Option<&str> {
    let rest = number.trim_start().strip_prefix('+')?;
    let apart = rest.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..=3).contains(end));
    let digits = match rest.as_bytes() {
        [b'1' | b'7', ..] => 1,
        [b'2', b'0' | b'7', ..]
        | [b'3', b'0'..=b'4' | b'6' | b'9', ..]
        | [b'4', b'0' | b'1' | b'3'..=b'9', ..]
        | [b'5', b'1'..=b'8', ..]
        | [b'6', b'0'..=b'6', ..]
        | [b'8', b'1' | b'2' | b'4' | b'6', ..]
        | [b'9', b'0'..=b'5' | b'8', ..] => 2,
        _ => 3,
    };
    rest.get(..apart.unwrap_or(digits)).filter(|code| code.bytes().all(|b| b.is_ascii_digit()))
}

/// Fewest digits that make a number: shorter runs are dates and counts.
const NUMBER: usize = 7;

/// Digits that stay readable of a number in running text.
const TAIL: usize = 3;

/// Text with every phone or card number in it masked but for its last three
/// digits. A number is a run of digits, and of what people write between them.
pub(crate) fn mask_digits(text: &str) -> String {
    runs(text, |run| {
        let digits = run.chars().filter(|c| c.is_numeric()).count();
        (digits >= NUMBER).then(|| mask_run(run, digits, TAIL))
    })
}

/// Text without its phone and card numbers.
pub(super) fn without_numbers(text: &str) -> String {
    runs(text, |run| {
        let digits = run.chars().filter(|c| c.is_numeric()).count();
        let behind = run.rfind(char::is_numeric).and_then(|at| run.get(at..));
        let behind = behind.map(|last| last.trim_start_matches(char::is_numeric).to_owned());
        // Of a host it is a part.
        behind.filter(|behind| digits >= NUMBER && behind != ".")
    })
}

/// Text with one number masked but for its last four digits, however it is
/// written there: with its country code, with a zero instead, or without.
pub(crate) fn mask_known(text: &str, number: &str) -> String {
    let bare = |text: &str| -> String {
        let digits = text.chars().filter_map(|c| c.to_digit(10));
        let digits: String = digits.filter_map(|digit| char::from_digit(digit, 10)).collect();
        digits.trim_start_matches('0').to_owned()
    };
    let number = bare(number);
    runs(text, |run| {
        let found = bare(run);
        let same = found.len() >= NUMBER && (number.ends_with(&found) || found.ends_with(&number));
        let digits = run.chars().filter(|c| c.is_numeric()).count();
        (same && !number.is_empty()).then(|| mask_run(run, digits, SHOWN))
    })
}

/// Masks all digits of a run but the last ones.
fn mask_run(run: &str, digits: usize, shown: usize) -> String {
    let mut left = digits;
    let mask = |c: char| {
        left -= usize::from(c.is_numeric());
        if c.is_numeric() && left >= shown { '•' } else { c }
    };
    run.chars().map(mask).collect()
}

/// Goes through the runs of digits, and of what people write between them, in
/// a text; each is replaced by what is made of it, if anything.
fn runs(text: &str, mut make: impl FnMut(&str) -> Option<String>) -> String {
    // Whatever is neither a letter nor the end of a clause.
    let between = |c: char| !c.is_alphanumeric() && !",;，；、。\n".contains(c);
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(char::is_numeric) {
        let (before, run) = rest.split_at(at);
        out.push_str(before);
        let end = run.find(|c: char| !c.is_numeric() && !between(c)).unwrap_or(run.len());
        let (run, after) = run.split_at(end);
        match make(run) {
            Some(made) => out.push_str(&made),
            None => out.push_str(run),
        }
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
        assert_eq!(mask_number("+60123456789"), "+60•••••6789");
        assert_eq!(mask_number("+8613800000000"), "+86•••••••0000");
        assert_eq!(mask_number("+85291234567"), "+852••••4567");
        assert_eq!(mask_number("+12025550123"), "+1••••••0123");
        assert_eq!(mask_number("+6012"), "+••••");
        assert_eq!(mask_number("012-345 6789"), "•••-••• 6789");
        assert_eq!(mask_number("6789"), "••••");
    }

    #[test]
    fn numbers_in_text_are_masked_and_dates_are_not() {
        assert_eq!(mask_digits("KL +60 12-345 6789 (old)"), "KL +•• ••-••• •789 (old)");
        assert_eq!(mask_digits("by 17 Nov, day 7"), "by 17 Nov, day 7");
        assert_eq!(mask_digits("Mum 012–345·67_89"), "Mum •••–•••·•7_89");
        assert_eq!(mask_digits("０１２３４５６７８９"), "•••••••７８９");
    }

    #[test]
    fn one_number_is_found_however_it_is_written() {
        let mask = |text| mask_known(text, "+60 12-345 6789");
        assert_eq!(mask("call 012-3456789 now"), "call •••-•••6789 now");
        assert_eq!(mask("+60123456789"), "+•••••••6789");
        assert_eq!(mask("ref 88213477, 12 345 6789"), "ref 88213477, •• ••• 6789");
        assert_eq!(mask_known("ref 88213477", ""), "ref 88213477");
    }
}
