use proptest::prelude::*;

use super::{
    csv, html, markdown,
    report::{Body, Report, Section},
};

/// So many inputs a format; with the four formats 100,000 in all.
pub(super) const INPUTS: u32 = 25_000;

/// What goes wrong in exports, mixed with anything.
fn hostile() -> impl Strategy<Value = String> {
    let bad = prop::sample::select(vec![
        "=1+1",
        "+60 12-345 6789",
        "-2+3",
        "@SUM(A1)",
        "\u{FF1D}1",
        "\t=1",
        " =1",
        "\r\n",
        "\"",
        "'",
        "<script>alert(1)</script>",
        "</td>",
        "&amp;",
        "](http://x)",
        "|",
        "`",
        "**",
        "\u{1b}[31m",
        "\u{202E}",
        "\0",
        "BEGIN:VALARM",
        "解b",
        "ｶﾞ",
        "\\",
        ";",
        ",",
    ]);
    prop::collection::vec(prop_oneof![bad.prop_map(str::to_owned), ".{0,12}".boxed()], 0..5)
        .prop_map(|parts| parts.concat())
}

fn report(text: &str) -> Report {
    let cells = || vec![text.to_owned(), String::new()];
    let section = |body| Section { title: text.to_owned(), body };
    Report {
        title: text.to_owned(),
        lang: "en",
        lead: vec![text.to_owned()],
        sections: vec![
            section(Body::Facts(vec![(text.to_owned(), text.to_owned())])),
            section(Body::Table(cells(), vec![cells()])),
            section(Body::Lines(vec![text.to_owned()])),
        ],
    }
}

/// Fields of one line as RFC 4180 reads them.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut field, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, quoted) {
            ('"', true) if chars.peek() == Some(&'"') => {
                field.push('"');
                chars.next();
            }
            ('"', _) => quoted = !quoted,
            (',', false) => fields.push(std::mem::take(&mut field)),
            (c, _) => field.push(c),
        }
    }
    fields.push(field);
    fields
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(INPUTS))]

    #[test]
    fn a_field_is_one_field_and_no_formula(text in hostile()) {
        let written = csv::field(&text);
        prop_assert!(!written.contains(['\r', '\n']) && !written.chars().any(char::is_control));
        let read = fields(&format!("{written},end"));
        prop_assert_eq!(read.len(), 2, "{}", written);
        let first = read[0].trim_start().chars().next();
        let formula = first.is_some_and(|c| "=+-@＝＋－＠".contains(c));
        prop_assert!(!formula || read[0].trim().parse::<f64>().is_ok(), "{}", written);
    }

    #[test]
    fn text_stays_text_in_html(text in hostile()) {
        let page = html(&report(&text));
        let plain = html(&report("x"));
        let tags = |page: &str| page.matches('<').count();
        prop_assert_eq!(tags(&page), tags(&plain), "no tag of its own: {}", text);
        let quotes = |page: &str| page.matches('"').count();
        prop_assert_eq!(quotes(&page), quotes(&plain) + empty_marks(&text) - empty_marks("x"));
        prop_assert!(!page.chars().any(|c| c.is_control() && c != '\n'));
        let turned = page.contains('\u{202E}');
        prop_assert!(!turned, "nothing turns the text round");
    }

    #[test]
    fn text_stays_text_in_markdown(text in hostile()) {
        let page = markdown(&report(&text));
        let plain = markdown(&report("x"));
        prop_assert_eq!(page.lines().count(), plain.lines().count(), "no line of its own");
        prop_assert!(!page.chars().any(|c| c.is_control() && c != '\n'));
        let escaped = markdown::escape(&text);
        let mut bare = escaped.chars();
        while let Some(c) = bare.next() {
            if c == '\\' {
                bare.next();
            } else {
                prop_assert!(!"`*_{}[]()<>#+-.!|~&".contains(c), "{}", escaped);
            }
        }
    }
}

/// Cells that are empty are marked as such.
fn empty_marks(text: &str) -> usize {
    if text.is_empty() { 2 } else { 0 }
}

#[test]
fn the_known_tricks_one_by_one() {
    for (text, written) in [
        ("=1+1", "\"'=1+1\""),
        ("+60 12-345 6789", "\"'+60 12-345 6789\""),
        ("-5", "-5"),
        ("-2+3", "\"'-2+3\""),
        ("  =1", "\"'  =1\""),
        ("＝1", "\"'＝1\""),
        ("a,b", "\"a,b\""),
        ("say \"hi\"", "\"say \"\"hi\"\"\""),
        ("plain", "plain"),
        ("", ""),
    ] {
        assert_eq!(csv::field(text), written, "{text}");
    }
    assert_eq!(html::escape("<a href=\"x\">&'"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
    assert_eq!(markdown::escape("# a\n| b"), "\\# a \\| b");
}
