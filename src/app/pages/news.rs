//! What came with each version, the newest first.

use crate::app::{
    model::Model,
    value::{Block, Page},
};

/// The versions that brought something a person notices; the words are under
/// `ui-news-<version>`, with hyphens for dots.
const VERSIONS: [&str; 2] = ["0.2.0", "0.1.0"];

pub(super) fn page(model: &Model) -> Page {
    let text = &model.text;
    let each = VERSIONS.iter().flat_map(|version| {
        let key = format!("ui-news-{}", version.replace('.', "-"));
        let told = text.get(&key).into_owned();
        let points = told.lines().map(|line| Block::Point("·".to_owned(), line.to_owned()));
        let heading = Block::Heading((*version).to_owned());
        [heading].into_iter().chain(points).chain([Block::Gap]).collect::<Vec<_>>()
    });
    Page { title: text.get("ui-news-title").into_owned(), blocks: each.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_version_is_this_one() {
        assert_eq!(VERSIONS[0], env!("CARGO_PKG_VERSION"));
    }
}
