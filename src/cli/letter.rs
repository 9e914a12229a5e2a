//! `ringoff letter`: what to say and to give to the carrier, in a language that it
//! reads. Nothing is sent; `--sent` notes in the log that the person has.

use std::io::{self, BufRead as _, IsTerminal as _};

use clap::{ArgMatches, Command};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::{
    arguments,
    case_context::CaseContext,
    channel_flag::channel,
    context::Context,
    define, destination, document,
    failure::{Failure, nearest_hint},
    language::{self as own_language, variable},
    output::{Output, decoded, tell},
    session,
};
use crate::{
    domain::{Application, Case, Contact, Refusal},
    playbook::{Letter, Library, Words, WrittenLetter},
    shell::io_words,
    text::{Lang, Text, clean_line},
};

/// Parts the letter from the same one in another language.
const RULE: &str = "----------------------------------------";

pub(super) fn define(text: &Text, command: Command) -> Command {
    let command = command
        .arg(define::word(text, "letter", "KIND").required(false))
        .arg(define::flag(text, "beside", "LANG").requires("letter"))
        .arg(define::switch(text, "sent").requires("letter"))
        .arg(define::flag(text, "channel", "CHANNEL").requires("sent"))
        .arg(define::flag(text, "answer-by", "DATE").requires("sent"))
        .arg(define::switch(text, "submitted").requires("sent"))
        .arg(define::flag(text, "reason", "TEXT").requires("submitted"));
    destination::define(text, command).mut_arg("output", |output| output.requires("letter"))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let (book, library, text) = (context.load()?.book, context.playbooks(), &context.text);
    let (case, mut notes) = context.case(&book)?;
    let case = CaseContext::new(context, &library, case)?;
    if !matches.contains_id("letter") {
        return Ok(list(text, &library, &case).notes(notes));
    }
    let letter = find(text, &library, &case, matches)?;
    let asked = language(text, matches, "lang")?;
    let lang = asked.unwrap_or_else(|| case.playbook.letter_language(text.lang()));
    let lost = document::lost(case.case);
    let here = case.case.without_files(&lost);
    let WrittenLetter { text: document, dates } = written(&case, &here, letter, lang)?;
    // Who sends it should know why something is not named as attached.
    if written(&case, case.case, letter, lang).is_ok_and(|whole| whole.text != document) {
        notes.push(case.words().not_attached(&lost));
    }
    let beside = language(text, matches, "beside")?;
    let at_once = !matches.contains_id("output") && !matches.get_flag("json");
    let chinese = lang == Lang::ZhCn || beside == Some(Lang::ZhCn);
    if at_once && chinese && io::stdout().is_terminal() && !own_language::has_chinese(variable) {
        return Err(Failure::usage(text.get("cli-letter-no-chinese").into_owned()));
    }
    let beside =
        beside.map(|lang| Ok((lang, written(&case, &here, letter, lang)?.text))).transpose()?;
    if matches.get_flag("submitted") && !letter.submits {
        let title = letter.title.get(text.lang()).into();
        return Err(Failure::usage(text.with("cli-no-application", &[("letter", title)])));
    }
    // What was submitted is printed again, and not sent again.
    let pending = case.case.pending().filter(|_| letter.submits && matches.get_flag("sent"));
    if let Some(pending) = pending {
        return Err(case.refused(&Refusal::AlreadyPending(pending.on)));
    }
    let sent = if matches.get_flag("sent") { Some(sent(&case, letter, matches)?) } else { None };
    let reason = arguments::line(matches, "reason");
    let submission = |draft: &Contact| Application {
        anyway: reason.clone(),
        ..case.words().submitted_by(draft)
    };
    if let Some(draft) = sent.as_ref().filter(|_| matches.get_flag("submitted")) {
        let made = case.case.submit(&case.status().gate, submission(draft), case.today);
        case.one(made)?;
    }

    let means = letter.means.as_ref().map(|means| means.get(text.lang()).to_owned());
    notes.extend(means.clone());
    notes.extend(case.words().signed_by(letter));
    let read = case.playbook.letter_languages();
    if !read.contains(&lang) {
        let tags: Vec<&str> = read.iter().map(|lang| lang.tag()).collect();
        let args = [("langs", tags.join(&text.get("word-comma")).into())];
        notes.push(text.with("cli-letter-unread", &args));
    }
    let dates: Vec<Value> = dates
        .iter()
        .map(|(on, from)| json!({ "on": on, "from": from.word(), "item": from.item() }))
        .collect();
    let other = beside.as_ref().map(|(lang, told)| json!({ "lang": lang.tag(), "content": told }));
    let data = json!({
        "letter": letter.id, "title": letter.title.get(text.lang()), "lang": lang.tag(),
        "means": means, "dates": dates, "beside": other, "sent": null,
    });
    let mut output = destination::deliver(context, matches, document + "\n", notes, data)?;
    // A file holds what is sent and nothing else.
    if let Some((_, beside)) = beside {
        match &mut output.raw {
            Some(raw) => raw.extend(["\n", RULE, "\n\n", &beside, "\n"]),
            None => output.told.extend(["\n\n", &beside]),
        }
    }
    let Some(draft) = sent else { return Ok(output) };
    // It is out before the book says so.
    if let (Some(put), Some(raw), false) = (context.put, &mut output.raw, matches.get_flag("json"))
    {
        put(raw).map_err(|error| Failure::failed(io_words(text, &error)))?;
        raw.clear();
    }
    let open = letter.submits && case.case.pending().is_none();
    let submits = matches.get_flag("submitted") || (open && confirmed(context, matches));
    if open && !submits {
        let channel = draft.channel.as_str().into();
        output.notes.push(text.with("cli-hint-submitted", &[("channel", channel)]));
    }
    let submission = submits.then(|| submission(&draft));
    log(context, draft, submission, output)
}

/// Asks whether the application is submitted by that, where there is somebody to
/// answer.
fn confirmed(context: &Context, matches: &ArgMatches) -> bool {
    let silent = matches.get_flag("no-input") || matches.get_flag("json");
    if silent || !Context::has_terminal() {
        return false;
    }
    tell(&format!("{} ", context.text.get("cli-ask-submitted")));
    let mut answer = Vec::new();
    let heard = io::stdin().lock().read_until(b'\n', &mut answer).is_ok();
    let answer = decoded(&answer);
    let yes = answer.trim().to_lowercase();
    heard && (yes == "y" || yes == context.text.get("word-yes").to_lowercase())
}

/// Every letter: what it is for, and whether it can be written now.
fn list(text: &Text, library: &Library, case: &CaseContext<'_>) -> Output {
    let (words, lang) = (case.words(), text.lang());
    let all = library.letters(case.playbook).into_iter().map(|letter| {
        let refusal = words.letter(letter).err();
        let why = refusal.as_ref().map(|refusal| words.refusal(refusal));
        let title = letter.title.get(lang);
        let means = letter.means.as_ref().map(|means| means.get(lang));
        let args = [("letter", letter.id.as_str().into()), ("title", title.into())];
        let when = match &why {
            Some(why) => text.with("cli-letter-not-now", &[("why", why.as_str().into())]),
            None => text.get("cli-letter-now").into_owned(),
        };
        let lines = [Some(when.as_str()), means].into_iter().flatten();
        let lines = lines.map(|line| format!("    {line}"));
        let told = [text.with("cli-letter-row", &args)].into_iter().chain(lines);
        let data = json!({
            "letter": letter.id, "title": title, "means": means,
            "now": why.is_none(), "why": why, "from": refusal.as_ref().and_then(possible_from),
        });
        (told.collect::<Vec<_>>().join("\n"), data)
    });
    let (told, data): (Vec<String>, Vec<Value>) = all.unzip();
    let hint = text.get("cli-hint-letter");
    Output::new(format!("{}\n{hint}", told.join("\n")), json!({ "letters": data }))
}

/// The first day on which a letter that is refused can be written, as far as that
/// follows from the log.
fn possible_from(refusal: &Refusal) -> Option<Date> {
    match refusal {
        Refusal::AskFirst(complaint) => complaint.as_ref().map(|complaint| complaint.from),
        Refusal::TooEarly(from) => Some(*from),
        _ => None,
    }
}

fn find<'a>(
    text: &Text,
    library: &'a Library,
    case: &CaseContext<'a>,
    matches: &ArgMatches,
) -> Result<&'a Letter, Failure> {
    let letters = library.letters(case.playbook);
    let asked = arguments::typed(matches, "letter");
    let found = letters.iter().find(|one| one.id.as_str() == asked).copied();
    found.ok_or_else(|| {
        let ids = || letters.iter().map(|one| one.id.as_str());
        let all = ids().collect::<Vec<_>>().join(", ");
        let args = [("given", clean_line(asked).into()), ("valid", all.into())];
        Failure::usage(text.with("cli-no-letter", &args)).hint(nearest_hint(text, asked, ids()))
    })
}

/// The language that a flag names.
fn language(text: &Text, matches: &ArgMatches, flag: &str) -> Result<Option<Lang>, Failure> {
    let named = arguments::line(matches, flag);
    let find = |tag: String| {
        let unknown = || text.with("fault-no-lang", &[("given", tag.clone().into())]);
        Lang::find(&tag).ok_or_else(|| Failure::usage(unknown()))
    };
    named.map(find).transpose()
}

/// A letter in a language; else why it is refused, for programs with the first day
/// on which it is not.
fn written(
    case: &CaseContext<'_>,
    here: &Case,
    letter: &Letter,
    lang: Lang,
) -> Result<WrittenLetter, Failure> {
    let text = Text::new(lang);
    let written = Words { text: &text, case: here, ..case.words() }.letter(letter);
    written.map_err(|refusal| {
        let failure = case.refused(&refusal);
        match refusal {
            Refusal::AskFirst(Some(complaint)) => {
                failure.data(json!({ "from": complaint.from, "if_asked_on": complaint.assumes() }))
            }
            Refusal::TooEarly(from) => failure.data(json!({ "from": from })),
            // Nobody submits by asking for a letter.
            Refusal::Blocked(_) => failure.hint(None),
            _ => failure,
        }
    })
}

/// The entry of the log that a letter becomes. It is checked before anything is
/// written.
fn sent(case: &CaseContext<'_>, letter: &Letter, matches: &ArgMatches) -> Result<Contact, Failure> {
    let usual = case.words().sent(letter);
    // A day that nobody gave is nobody's expectation: the agenda asks again by itself.
    let answer_by = case.date(matches, "answer-by")?;
    let channel = channel(case, matches)?.unwrap_or(usual.channel);
    if channel.is_empty() {
        let text = &case.context.text;
        let missing = text.with("cli-missing", &[("what", "--channel".into())]);
        return Err(Failure::usage(missing));
    }
    let draft = Contact { channel, answer_by, ..usual };
    case.one(case.case.log_contact(draft.clone(), case.today))?;
    Ok(draft)
}

/// Writes into the log that a letter was sent, and that the application is submitted
/// by that. The letter stays the result; what was logged is told beside it.
fn log(
    context: &Context,
    draft: Contact,
    submission: Option<Application>,
    output: Output,
) -> Result<Output, Failure> {
    let (on, by, channel) = (draft.on, draft.answer_by, draft.channel.clone());
    let submitted = submission.is_some();
    let logged = session::change(context, |about| {
        let mut changes = about.one(about.case.log_contact(draft, about.today))?;
        if let Some(draft) = submission {
            let made = about.case.submit(&about.status().gate, draft, about.today);
            changes.extend(about.one(made)?);
        }
        Ok(changes)
    })?;
    let Output { mut told, raw, mut notes, mut data, code, saved } = output;
    if let Some(data) = data.as_object_mut() {
        let did = logged.data.get("did").cloned().unwrap_or_default();
        let sent = json!({ "on": on, "channel": channel, "answer_by": by, "submitted": submitted, "did": did });
        data.insert("sent".into(), sent);
    }
    if raw.is_some() {
        notes.push(logged.told);
    } else {
        told = format!("{told}\n{}", logged.told);
    }
    Ok(Output { told, raw, notes, data, code, saved })
}
