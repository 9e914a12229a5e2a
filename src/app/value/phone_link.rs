//! What a phone dials or opens for a channel of the carrier.

/// The link of a channel's value: `tel:` for a number, itself for a web address
/// that is encrypted. Anything else has none, and neither has a short number: another
/// phone, which scans it, would call somebody else or nobody.
pub(crate) fn link(value: &str) -> Option<String> {
    if value.starts_with("https://") {
        return Some(value.to_owned());
    }
    if is_short(value) {
        return None;
    }
    let dialled: String = value.chars().filter(|c| !matches!(c, ' ' | '-' | '(' | ')')).collect();
    let digits = dialled.strip_prefix('+').unwrap_or(&dialled);
    let can = !digits.is_empty() && digits.chars().all(|c| matches!(c, '0'..='9' | '*' | '#'));
    can.then(|| format!("tel:{}", dialled.replace('#', "%23")))
}

/// Whether this is dialled and works only on the carrier's own lines: few digits, or a
/// code that begins with a star.
pub(crate) fn is_short(value: &str) -> bool {
    let mut signs = value.chars();
    let dialled = signs.all(|sign| matches!(sign, '0'..='9' | '*' | '#' | ' ' | '-'));
    let digits = value.chars().filter(char::is_ascii_digit).count();
    dialled && digits > 0 && (value.starts_with(['*', '#']) || digits <= SHORT)
}

/// Most digits of a short number.
const SHORT: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_dialled_or_opened_has_a_link() {
        assert_eq!(link("1-800-82-1123").as_deref(), Some("tel:1800821123"));
        assert_eq!(link("+60 12-345 6789").as_deref(), Some("tel:+60123456789"));
        assert_eq!(
            link("https://www.hotlink.com.my").as_deref(),
            Some("https://www.hotlink.com.my")
        );
        for short in ["123", "611", "*100#", "12 345", "#225#"] {
            assert_eq!((link(short), is_short(short)), (None, true), "{short}");
        }
        for whole in ["1-800-82-1123", "+60 12", "https://1.example", "123456"] {
            assert!(link(whole).is_some() && !is_short(whole), "{whole}");
        }
        for neither in ["", "javascript:alert(1)", "http://plain.example", "ask", "+"] {
            assert_eq!(link(neither), None, "{neither}");
        }
    }
}
