//! A letter, as it would be sent: in a language that the carrier reads, and the
//! person's own beside it.

use crate::{
    app::{
        model::Model,
        value::{Block, Page},
    },
    domain::{Case, Id, Refusal},
    playbook::{Letter, Words, WrittenLetter},
    text::{Lang, Text},
};

/// The letter with this id.
pub(in crate::app) fn find<'a>(model: &'a Model, id: &Id) -> Option<&'a Letter> {
    let letters = model.shelf.letters(model.playbook()?);
    letters.into_iter().find(|one| one.id == *id)
}

/// The language in which the carrier reads a letter from this person.
fn language(model: &Model) -> Lang {
    let own = model.text.lang();
    model.playbook().map_or(own, |playbook| playbook.letter_language(own))
}

/// A letter in a language, or why it cannot be written.
fn written(model: &Model, letter: &Letter, lang: Lang) -> Option<Result<WrittenLetter, Refusal>> {
    // No file is named as attached that is not there.
    written_of(model, &model.at_hand()?, letter, lang)
}

/// The same of a case as it is given.
fn written_of(
    model: &Model,
    case: &Case,
    letter: &Letter,
    lang: Lang,
) -> Option<Result<WrittenLetter, Refusal>> {
    let words = Words { case, ..model.words()? };
    if lang == model.text.lang() {
        return Some(words.letter(letter));
    }
    let text = Text::new(lang);
    Some(Words { text: &text, ..words }.letter(letter))
}

/// That documents are not named as attached since their files are gone, where the letter
/// would name them.
fn not_attached(model: &Model, letter: &Letter) -> Option<String> {
    let lost = model.lost_here();
    if lost.is_empty() {
        return None;
    }
    let text = |written: Option<Result<WrittenLetter, Refusal>>| Some(written?.ok()?.text);
    let lang = language(model);
    let whole = text(written_of(model, model.current()?, letter, lang))?;
    let here = text(written(model, letter, lang));
    (here.as_ref() != Some(&whole)).then(|| model.words().map(|words| words.not_attached(lost)))?
}

/// Why a letter cannot be written now.
pub(in crate::app) fn refused(model: &Model, letter: &Letter) -> Option<Refusal> {
    written(model, letter, model.text.lang())?.err()
}

/// Its text in a language, else as the carrier reads it, filled from the case.
pub(in crate::app) fn text(model: &Model, id: &Id, lang: Option<Lang>) -> Option<String> {
    let lang = lang.unwrap_or_else(|| language(model));
    Some(written(model, find(model, id)?, lang)?.ok()?.text)
}

fn lines(text: &str, block: fn(String) -> Block) -> impl Iterator<Item = Block> {
    text.lines().map(move |line| if line.is_empty() { Block::Gap } else { block(line.to_owned()) })
}

/// The letter with this id, or what the person has made of it; then the same in
/// the person's own language, if it is in another one.
pub(super) fn page(model: &Model, id: &Id, edited: Option<&str>, lang: Option<Lang>) -> Page {
    let Some(letter) = find(model, id) else { return Page::default() };
    let (own, theirs) = (model.text.lang(), lang.unwrap_or_else(|| language(model)));
    let title = letter.title.get(own).to_owned();
    let told = match written(model, letter, theirs) {
        Some(Ok(written)) => written.text,
        Some(Err(refusal)) => {
            let why = model.refusal_words(&refusal);
            return Page { title, blocks: vec![Block::Text(why)] };
        }
        None => String::new(),
    };
    let mut blocks: Vec<Block> = lines(edited.unwrap_or(&told), Block::Text).collect();
    if own != theirs
        && let Some(Ok(beside)) = written(model, letter, own)
    {
        blocks.extend([Block::Gap, Block::heading(&model.text, "ui-letter-beside")]);
        blocks.extend(lines(&beside.text, Block::Faint));
    }
    Page { title, blocks }
}

/// What to know before a letter is sent; it is never part of it.
pub(super) fn advised(model: &Model, id: &Id, page: Page) -> Page {
    let letter = find(model, id);
    let means = letter.and_then(|letter| letter.means.as_ref());
    let means = means.map(|means| means.get(model.text.lang()).to_owned());
    let signed = model.words().zip(letter).and_then(|(words, letter)| words.signed_by(letter));
    let lost = letter.and_then(|letter| not_attached(model, letter));
    let advice = lost
        .into_iter()
        .chain(means)
        .chain(signed)
        .flat_map(|means| [Block::Faint(means), Block::Gap]);
    Page { blocks: advice.chain(page.blocks).collect(), ..page }
}
