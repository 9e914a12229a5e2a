//! What a phone dials or opens for a channel of the carrier.

/// The link of a channel's value: `tel:` for a number, itself for a web address
/// that is encrypted. Anything else has none.
pub(crate) fn link(value: &str) -> Option<String> {
    if value.starts_with("https://") {
        return Some(value.to_owned());
    }
    let dialled: String = value.chars().filter(|c| !matches!(c, ' ' | '-' | '(' | ')')).collect();
    let digits = dialled.strip_prefix('+').unwrap_or(&dialled);
    let can = !digits.is_empty() && digits.chars().all(|c| matches!(c, '0'..='9' | '*' | '#'));
    can.then(|| format!("tel:{}", dialled.replace('#', "%23")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_dialled_or_opened_has_a_link() {
        assert_eq!(link("1-800-82-1123").as_deref(), Some("tel:1800821123"));
        assert_eq!(link("+60 12-345 6789").as_deref(), Some("tel:+60123456789"));
        assert_eq!(link("*100#").as_deref(), Some("tel:*100%23"));
        assert_eq!(
            link("https://www.hotlink.com.my").as_deref(),
            Some("https://www.hotlink.com.my")
        );
        for neither in ["", "javascript:alert(1)", "http://plain.example", "ask", "+"] {
            assert_eq!(link(neither), None, "{neither}");
        }
    }
}
