//! The page of an account: how it stands, what scans saw of it, and how the number
//! is changed there.

use crate::{
    app::value::{Block, Scene, TextRole},
    catalogue::HowTo,
    domain::{Account, Id, StateChange},
    text::{Text, mask_number},
};

pub(super) fn blocks(scene: &Scene<'_>, id: &Id) -> Option<Vec<Block>> {
    let (words, text) = (&scene.words, scene.words.text);
    let account = words.case.account(id).ok()?;
    let mut blocks = standing(scene, account);
    match account.how_to() {
        Some(how) => blocks.extend(instructions(text, how)),
        None => {
            let advice = words.advice(account.kind).map(str::to_owned);
            blocks.extend(advice.into_iter().flat_map(|said| [Block::Gap, Block::Text(said)]));
            let (lead, steps) = text.how_in_general();
            blocks.extend([Block::Gap, Block::heading(text, "ui-how"), Block::Text(lead)]);
            blocks.extend(steps.into_iter().map(|(number, step)| Block::Point(number, step)));
        }
    }
    Some(blocks)
}

/// How it stands, and what is known of it.
fn standing(scene: &Scene<'_>, account: &Account) -> Vec<Block> {
    let (words, text) = (&scene.words, scene.words.text);
    let released = account.state.is_released() && words.case.still_used_on(account).is_none();
    let late = scene.status.stage.is_over() || words.is_account_due(account);
    let role = match (released, words.case.still_used_on(account).is_some()) {
        (true, _) => TextRole::Good,
        _ if late => TextRole::Bad,
        (_, true) => TextRole::Warn,
        _ => TextRole::Heading,
    };
    let number = account.to.as_deref();
    let number = number.map(|to| if scene.masked { mask_number(to) } else { to.to_owned() });
    let facts = [
        ("ui-field-kind", Some(text.get(&format!("word-kind-{}", account.kind.word())).into())),
        ("ui-field-to", number),
        ("ui-since", account.since.map(|day| text.full_date(day))),
        ("ui-account-past", past(scene, account)),
        ("ui-seen", words.account_seen(account)),
        ("ui-scanned", words.account_scanned(account, scene.pasts(), |at| scene.day_of(at))),
        ("ui-note", account.note.clone()),
    ];
    let facts = facts.into_iter().filter_map(|(key, value)| Some(Block::fact(text, key, value?)));
    [Block::Lead(role, words.account_standing(account))].into_iter().chain(facts).collect()
}

/// The states that it had, each with its day where the carrier is, as the day since which
/// it has the last one. One that never changed has nothing
/// to tell.
fn past(scene: &Scene<'_>, account: &Account) -> Option<String> {
    let (words, text) = (&scene.words, scene.words.text);
    let states = words.case.states_of(&account.id, scene.pasts());
    let told = |one: &StateChange<'_>| {
        let day = scene.day_of(one.at);
        let state = text.get(&format!("word-account-{}", one.account.state.word())).into_owned();
        let args = [("date", text.date_near(day, words.today).into()), ("state", state.into())];
        text.with("ui-account-became", &args)
    };
    let all: Vec<String> = states.iter().map(told).collect();
    (all.len() > 1).then(|| all.join(" · "))
}

/// How the number is changed there.
fn instructions(text: &Text, how: &HowTo) -> Vec<Block> {
    let mut blocks = vec![Block::Gap, Block::heading(text, "ui-how")];
    blocks.extend(text.how_to_lead(how).into_iter().map(Block::Text));
    let steps = text.how_to_steps(how).into_iter();
    blocks.extend(steps.map(|(number, step)| Block::Point(number, step)));
    blocks.extend(how.link().map(str::to_owned).map(Block::Code));
    blocks.push(Block::Gap);
    let facts = text.how_to_facts(how).into_iter();
    blocks.extend(facts.map(|(key, value)| Block::fact(text, key, value)));
    blocks.extend([Block::Gap, Block::heading(text, "ui-sources")]);
    for source in &how.sources {
        blocks.push(Block::Point("·".into(), text.how_to_source(source)));
        blocks.push(Block::Faint(text.how_to_place(how, source)));
    }
    blocks
}
