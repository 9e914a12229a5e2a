//! A phone number as an agent keys it in.

/// Digits of a country code and what stands for the first of them inside the
/// country. Only numbers that begin so are written the way they are dialled.
const MALAYSIA: &str = "60";

/// A Malaysian mobile number as it is dialled inside the country, then as from
/// outside: `012-345 6789 (+60 12-345 6789)`. Any other one as it was written.
pub(crate) fn as_keyed(number: &str) -> String {
    let number = number.trim();
    let known = number.strip_prefix('+').or_else(|| number.strip_prefix("00"));
    let digits: Option<String> =
        known.map(|rest| rest.chars().filter(char::is_ascii_digit).collect());
    let mobile = digits.as_deref().and_then(|digits| digits.strip_prefix(MALAYSIA));
    let mobile = mobile.filter(|rest| rest.starts_with('1') && (9..=10).contains(&rest.len()));
    let parts = mobile.and_then(|rest| {
        let (prefix, rest) = rest.split_at_checked(2)?;
        let (middle, last) = rest.split_at_checked(rest.len().checked_sub(4)?)?;
        Some((prefix, middle, last))
    });
    match parts {
        Some((prefix, middle, last)) => {
            let local = format!("{prefix}-{middle} {last}");
            format!("0{local} (+{MALAYSIA} {local})")
        }
        None => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_malaysian_number_is_written_as_it_is_dialled() {
        let keyed = "012-345 6789 (+60 12-345 6789)";
        for written in ["+60 12-345 6789", "+60123456789", "0060 12 345 6789"] {
            assert_eq!(as_keyed(written), keyed);
        }
        assert_eq!(as_keyed("+601112345678"), "011-1234 5678 (+60 11-1234 5678)");
    }

    #[test]
    fn other_numbers_stay_as_they_are() {
        for written in ["012-345 6789", "+60 3-1234 5678", "+49 151 0000 0000", "+60", ""] {
            assert_eq!(as_keyed(written), written);
        }
    }
}
