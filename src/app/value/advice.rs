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

    /// The same once a way out was chosen, which may be another one.
    pub(crate) fn answered(&self, text: &Text, chosen: Route) -> String {
        if chosen == self.route {
            return self.told(text);
        }
        let route = text.get(&format!("word-route-{}", chosen.word())).into_owned();
        text.with("ask-chosen", &[("route", route.into()), ("advice", self.told(text).into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn a_choice_against_the_advice_is_named_before_it() {
        for lang in Lang::ALL {
            let text = Text::new(lang);
            let advice = Advice { route: Route::Apply, why: "Made up.".to_owned() };
            let told = advice.answered(&text, Route::Lapse);
            let at = |route: &str| told.find(&*text.get(&format!("word-route-{route}")));
            assert!(at("lapse").is_some() && at("lapse") < at("apply"), "{told}");
            assert_eq!(advice.answered(&text, Route::Apply), advice.told(&text));
        }
    }
}
