//! What the things of a case are called.

use super::Words;
use crate::{
    domain::{Contact, Id, Item, ItemKind},
    text::{Lang, Localized, Text, clock},
};

/// Where something stands in a message; no note has it.
const HOLE: &str = "\u{0}";

/// Whether this is how a clock shows a length of time.
fn is_clock(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.contains(':') && text.split(':').all(digits)
}

impl Words<'_> {
    /// What an item is called; its id when nothing of that id is known.
    pub fn title(&self, item: &Item) -> String {
        self.title_of(item).unwrap_or_else(|| item.id.to_string())
    }

    /// What an item is called; nothing if neither the case nor its playbook has it.
    pub(crate) fn title_of(&self, item: &Item) -> Option<String> {
        let (id, case, book) = (&item.id, self.case, self.playbook);
        match item.kind {
            ItemKind::Precondition => {
                self.called(id, book.preconditions.iter().map(|one| (&one.id, &one.title)))
            }
            ItemKind::Document => self
                .called(id, book.documents.iter().map(|one| (&one.id, &one.title)))
                .or_else(|| Some(case.extra_document(id).ok()?.title.clone())),
            ItemKind::Safeguard => {
                self.called(id, book.safeguards.iter().map(|one| (&one.id, &one.title)))
            }
            ItemKind::Account => case.account(id).ok().map(|one| self.account_name(one)),
            ItemKind::Obstacle => {
                let of_case = case.obstacle(id).ok().map(|one| self.obstacle_title(&one.kind));
                let known = || book.obstacles.iter().map(|one| (&one.id, &one.title));
                of_case.or_else(|| self.called(id, known()))
            }
            ItemKind::Contact => case.contact(id).ok().map(|one| {
                format!(
                    "{} {}",
                    self.text.date_near(one.on, self.today),
                    self.channel_title(&one.channel)
                )
            }),
            ItemKind::Application => {
                Some(self.text.with("say-application", &[("number", id.as_str().into())]))
            }
            ItemKind::Line => Some(self.line_label(id.as_str())),
        }
    }

    /// What an obstacle of a kind is called.
    pub(crate) fn obstacle_title(&self, kind: &Id) -> String {
        let known = self.playbook.obstacles.iter().map(|one| (&one.id, &one.title));
        self.called(kind, known).unwrap_or_else(|| kind.to_string())
    }

    /// What a channel is called. The log may name one of the playbook's, or any
    /// other in the person's own words.
    pub(crate) fn channel_title(&self, channel: &str) -> String {
        let mut known = self.playbook.channels.iter();
        let known = known.find(|one| one.id.as_str() == channel);
        known.map_or(channel, |one| one.title.get(self.text.lang())).to_owned()
    }

    /// What a contact was about: the letter that was sent and how long a call lasted, in the
    /// reader's language, and the person's own words.
    pub(crate) fn contact_note(&self, contact: &Contact) -> Option<String> {
        let letter = contact.letter.as_ref().and_then(|id| self.letter_title(id, self.text));
        // What an earlier version wrote there was the title, in the language of that day.
        let title = |note: &&String| {
            let named = |lang: Lang| {
                let id = contact.letter.as_ref()?;
                self.letter_title(id, &Text::new(lang))
            };
            !Lang::ALL.into_iter().any(|lang| named(lang).as_ref() == Some(*note))
        };
        let own = contact.note.as_ref().filter(title).map(|note| self.call_note(note));
        let lasted = contact.lasted.map(|seconds| {
            let mut channels = self.playbook.channels.iter();
            let known = channels.find(|one| one.id.as_str() == contact.channel);
            let key = "ui-call-lasted";
            let own = known.map(|one| one.of_talk(self.case.line.abroad, key));
            let key = own.as_deref().unwrap_or(key);
            self.text.with(key, &[("time", clock(seconds.into()).into())])
        });
        let told: Vec<String> = letter.into_iter().chain(lasted).chain(own).collect();
        (!told.is_empty()).then(|| told.join(&self.text.get("word-semicolon")))
    }

    /// A note with what a call wrote into it, whatever was spoken then: how long it lasted,
    /// and what was refused in it. The rest are the person's own words.
    fn call_note(&self, note: &str) -> String {
        let told = |part: &str| {
            let mut all = Lang::ALL.into_iter().map(Text::new);
            all.find_map(|then| {
                let lasted = then.with("ui-call-lasted", &[("time", HOLE.into())]);
                let (before, after) = lasted.split_once(HOLE)?;
                let time = part.strip_prefix(before)?.strip_suffix(after)?;
                is_clock(time).then(|| self.text.with("ui-call-lasted", &[("time", time.into())]))
            })
            .or_else(|| self.refused_in_call(part))
            .unwrap_or_else(|| part.to_owned())
        };
        note.split("; ").map(told).collect::<Vec<_>>().join("; ")
    }

    /// What was refused in a call, as it was noted there in any language.
    fn refused_in_call(&self, part: &str) -> Option<String> {
        Lang::ALL.into_iter().map(Text::new).find_map(|then| {
            let args = [("time", HOLE.into()), ("what", HOLE.into())];
            let refused = then.with("ui-call-refused-at", &args);
            let mut around = refused.split(HOLE);
            let (before, between) = (around.next()?, around.next()?);
            let (time, what) = part.strip_prefix(before)?.split_once(between)?;
            let args = [("time", time.into()), ("what", what.into())];
            is_clock(time).then(|| self.text.with("ui-call-refused-at", &args))
        })
    }

    /// What a letter is called; nothing where neither the playbook nor the usual letters
    /// have it.
    fn letter_title(&self, id: &Id, text: &Text) -> Option<String> {
        let own = self.playbook.letters.iter().find(|one| one.id == *id);
        let key = format!("word-letter-{id}");
        let usual = || Text::has(&key).then(|| text.get(&key).into_owned());
        own.map(|one| one.title.get(text.lang()).to_owned()).or_else(usual)
    }

    /// The title of one of the playbook's things.
    fn called<'a>(
        &self,
        id: &Id,
        mut known: impl Iterator<Item = (&'a Id, &'a Localized)>,
    ) -> Option<String> {
        let (_, title) = known.find(|(known, _)| *known == id)?;
        Some(title.get(self.text.lang()).to_owned())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        domain::{Case, Route},
        playbook::tests::hotlink,
    };

    #[test]
    fn what_a_call_wrote_into_a_note_long_ago_is_told_in_the_readers_language() {
        let (today, playbook) = (date(2026, 11, 5), hotlink());
        let id = Id::new("kl");
        let case = Case::new(id, "KL".into(), Id::new("hotlink"), Route::Apply, today);
        let told = |lang, note: &str| {
            let text = &Text::new(lang);
            let words = Words { case: &case, playbook: &playbook, text, today };
            let mut contact = Contact::on(today, "hotline");
            contact.note = Some(note.to_owned());
            words.contact_note(&contact).expect("a note")
        };
        let english = "call of 4:05; 1:10 refused: no form; 2:00 asked again";
        let chinese = "通话 4:05; 1:10 被拒：no form; 2:00 asked again";
        assert_eq!(told(Lang::ZhCn, english), chinese);
        assert_eq!(told(Lang::En, chinese), english);
        // Their own words stay what they are.
        for own in ["call of duty; call of 4", "a; b", "通话 很长"] {
            assert_eq!(told(Lang::Ms, own), own);
        }
    }
}
