//! What an account of a case is called on the screen.

use std::borrow::Cow;

use super::known::known;
use crate::{
    domain::Account,
    text::{Lang, fold::is_han},
};

/// What is called `name` is called so in a language, as long as that is a name of
/// the catalogue. A name that is in the person's script already stays as it is.
pub(crate) fn shown_name(name: &str, lang: Lang) -> Cow<'_, str> {
    // The catalogue is asked only where it could know better.
    let is_chinese = name.chars().any(is_han);
    if is_chinese == (lang == Lang::ZhCn) {
        return Cow::Borrowed(name);
    }
    let one = known().by_name(name);
    Cow::Borrowed(one.map_or(name, |one| one.name_in(lang)))
}

impl Account {
    /// Its name in the person's language, or as the person calls it.
    pub(crate) fn shown_name(&self, lang: Lang) -> Cow<'_, str> {
        shown_name(&self.name, lang)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{AccountKind, AccountState, Case, Id, Route};

    #[test]
    fn an_account_is_called_as_the_person_would_call_it() {
        let day = date(2026, 11, 5);
        let case = Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), Route::Apply, day);
        for (name, english, chinese) in [
            ("Alipay", "Alipay", "支付宝"),
            ("支付宝", "Alipay", "支付宝"),
            ("Agricultural Bank of China", "Agricultural Bank of China", "农业银行"),
            ("my alipay", "my alipay", "my alipay"),
            ("Steam", "Steam", "Steam"),
        ] {
            let (kind, state) = (AccountKind::Other, AccountState::ToDo);
            let made = case.add_account(name, kind, state, None, day).expect("allowed");
            let mut grown = case.clone();
            made.apply(&mut grown).expect("applies");
            let shown = |lang| grown.accounts[0].shown_name(lang).into_owned();
            assert_eq!([Lang::En, Lang::Ms, Lang::ZhCn].map(shown), [english, english, chinese]);
        }
    }
}
