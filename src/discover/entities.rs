//! The entities of XML, as phones write them: `&amp;`, `&#10;`, and characters
//! in two halves.

/// Appends a text with its entities resolved. Half characters
/// (`&#55357;&#56832;`) are joined, a lone half becomes U+FFFD, and `&#0;` is
/// dropped.
pub(super) fn unescape(raw: &[u8], out: &mut String) {
    let text = String::from_utf8_lossy(raw);
    let mut parts = text.split('&');
    out.push_str(parts.next().unwrap_or_default());
    // Half characters are units of UTF-16, so the rest is put together there.
    let mut units = Vec::new();
    for part in parts {
        let (code, rest) = entity(part).unwrap_or((u32::from('&'), part));
        match u16::try_from(code) {
            Ok(0) => {}
            Ok(unit) => units.push(unit),
            Err(_) => {
                let whole = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
                units.extend_from_slice(whole.encode_utf16(&mut [0; 2]));
            }
        }
        units.extend(rest.encode_utf16());
    }
    out.push_str(&String::from_utf16_lossy(&units));
}

/// The code of the entity that a text behind `&` begins with, and the text
/// behind the entity.
fn entity(part: &str) -> Option<(u32, &str)> {
    let (name, rest) = part.split_once(';')?;
    let code = match name {
        "amp" => u32::from('&'),
        "lt" => u32::from('<'),
        "gt" => u32::from('>'),
        "quot" => u32::from('\u{22}'),
        "apos" => u32::from('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            }
        }
    };
    Some((code, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(raw: &str) -> String {
        let mut out = String::new();
        unescape(raw.as_bytes(), &mut out);
        out
    }

    #[test]
    fn entities_are_resolved_and_halves_joined() {
        assert_eq!(plain("a &amp; b &lt;#&gt; &quot;x&apos;"), "a & b <#> \"x'");
        assert_eq!(plain("&#55357;&#56832;!"), "😀!");
        assert_eq!(plain("&#x1F600;"), "😀");
        assert_eq!(plain("&#55357;x&#56832;"), "\u{FFFD}x\u{FFFD}");
        assert_eq!(plain("a&#0;b&#10;c"), "ab\nc");
        assert_eq!(plain("AT&T &unknown; &"), "AT&T &unknown; &");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_resolved(text in "(&(#x?[0-9a-fA-F]{0,9}|[a-z]{0,5});?|\\PC){0,30}") {
            let _ = plain(&text);
        }
    }
}
