//! Links in messages.

/// The last parts of hosts that are known without `https://` in front.
const ENDINGS: [&str; 16] = [
    "example", "com", "net", "org", "info", "top", "xyz", "cc", "io", "my", "cn", "ly", "me",
    "shop", "site", "online",
];

/// The hosts of the links in a text. A bare word is a link when it ends as
/// many links in such messages do.
pub(super) fn hosts(body: &str) -> impl Iterator<Item = &str> {
    // Most texts have no dot that a word goes on behind.
    let dotted = body.as_bytes().windows(2).any(|two| matches!(two, [b'.', b'a'..=b'z']));
    let searched = if dotted { body } else { "" };
    searched
        .split(|c: char| {
            c.is_whitespace() || matches!(c, '\u{22}' | '<' | '>' | '(' | ')' | ',' | '\'' | '|')
        })
        .filter(|word| !word.starts_with('@'))
        .filter_map(|word| {
            let bare = word.split_once("://").map_or(word, |(_, rest)| rest);
            let bare = bare.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
            let end = bare.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-')));
            let host = bare.get(..end.unwrap_or(bare.len()))?.trim_end_matches('.');
            let (rest, top) = host.rsplit_once('.')?;
            let lower = |text: &str| text.chars().all(|c| c.is_ascii_lowercase());
            let linked = word.contains("://") || bare.get(host.len()..)?.starts_with('/');
            let is_top = (2..=7).contains(&top.len()) && lower(top);
            let is_host = is_top && rest.len() >= 2 && rest.bytes().any(|b| b.is_ascii_lowercase());
            (is_host && (linked || ENDINGS.contains(&top))).then_some(host)
        })
}
