//! The entities of XML, as phones write them: `&amp;`, `&#10;`, and characters
//! in two halves.

/// Appends a text with its entities resolved. Half characters
/// (`&#55357;&#56832;`) are joined, a lone half becomes U+FFFD, and `&#0;` is
/// dropped.
pub(super) fn unescape(raw: &[u8], out: &mut String) {
    let text = String::from_utf8_lossy(raw);
    let mut parts = text.split('&');
    out.push_str(parts.next().unwrap_or_default());
    // The first half of a character whose second half has not come yet.
    let mut first: Option<u32> = None;
    let lose = |first: &mut Option<u32>, out: &mut String| {
        if first.take().is_some() {
            out.push(char::REPLACEMENT_CHARACTER);
        }
    };
    for part in parts {
        let (code, rest) = entity(part).unwrap_or((u32::from('&'), part));
        match code {
            0 => {}
            0xD800..=0xDBFF => {
                lose(&mut first, out);
                first = Some(code);
            }
            0xDC00..=0xDFFF => {
                let whole = first.take().map(|first| ((first - 0xD800) << 10) + (code - 0xDC00));
                let whole = whole.and_then(|whole| char::from_u32(0x1_0000 + whole));
                out.push(whole.unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            _ => {
                lose(&mut first, out);
                out.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
        }
        if !rest.is_empty() {
            lose(&mut first, out);
            out.push_str(rest);
        }
    }
    lose(&mut first, out);
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
