//! A way out that is recommended, with the reason.

use crate::{domain::Route, text::Text};

/// A way out that is recommended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Advice {
    pub(crate) route: Route,
    /// Why, in words.
    pub(crate) why: String,
}

impl Advice {
    /// It in words.
    pub(crate) fn told(&self, text: &Text) -> String {
        let route = text.get(&format!("word-route-{}", self.route.word())).into_owned();
        let args = [("route", route.into()), ("why", self.why.as_str().into())];
        text.with("ask-advice", &args)
    }
}
