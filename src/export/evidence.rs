//! The evidence of a case: what a carrier or a forum is given, and what the
//! person keeps. The same case on the same day gives the same evidence.

use jiff::{civil::Date, tz::TimeZone};

use super::{
    numbers::{hidden, numbers},
    report::{Body, Report, Section},
};
use crate::{
    domain::{
        Account, Application, Class, Contact, Entry, Holder, ItemKind, ItemStatus, Keyed as _,
        Obstacle, Stage, Status,
    },
    playbook::{PageDate, Source, Words},
    text::mask_number,
};

/// The evidence of a case. The timeline is told in `zone`; its numbers are masked
/// wherever they were written, unless `reveal` says to show it.
pub(crate) fn evidence(
    words: &Words<'_>,
    status: &Status,
    zone: &TimeZone,
    reveal: bool,
) -> Report {
    let text = words.text;
    let stage = words.stage(status.stage);
    let stage = ("stage", stage.into());
    let today = ("date", text.full_date(words.today).into());
    let mut lead = vec![text.with("export-stage", &[stage, today])];
    let closed = status.stage == Stage::Closed;
    if !closed {
        lead.push(text.with("export-next", &[("next", words.next(&status.next).into())]));
    }
    lead.extend(status.warnings.iter().map(|warning| words.warning(warning)));
    // Once the line has ended nothing is required any more.
    let gate = status.gate.iter().filter(|_| !status.stage.is_over());
    let open = gate.map(|item| words.title(item)).collect();
    let items = |kind| items(words, status, kind);
    let number = shown_number(words, reveal).unwrap_or_default();
    let comma = text.get("word-comma");
    let closing = if closed { words.closing(status, &number, &comma) } else { Vec::new() };
    let sections = [
        ("export-closing", Body::Facts(closing)),
        ("ui-pane-line", line(words, reveal)),
        ("export-open", Body::Lines(open)),
        ("ui-pane-preconditions", items(ItemKind::Precondition)),
        ("ui-pane-accounts", accounts(words)),
        ("ui-pane-documents", items(ItemKind::Document)),
        ("export-files", files(words)),
        ("ui-pane-safeguards", items(ItemKind::Safeguard)),
        ("export-applications", applications(words)),
        ("export-working", working(words, status)),
        ("ui-pane-contacts", contacts(words)),
        ("ui-pane-obstacles", obstacles(words)),
        ("ui-pane-timeline", timeline(words, zone)),
        ("ui-sources", sources(words)),
    ];
    let title = text.with("export-title", &[("label", words.case.label.as_str().into())]);
    let (lang, sections) = (text.lang().tag(), Section::all(text, sections));
    let mut report = Report { title, lang, lead, sections };
    if !reveal {
        hide(&mut report, &numbers(words.case));
    }
    report
}

fn hide(report: &mut Report, numbers: &[String]) {
    let hide = |text: &mut String| *text = hidden(text, numbers);
    hide(&mut report.title);
    report.lead.iter_mut().for_each(hide);
    for section in &mut report.sections {
        match &mut section.body {
            Body::Facts(facts) => facts.iter_mut().for_each(|(_, value)| hide(value)),
            Body::Table(_, rows) => rows.iter_mut().flatten().for_each(hide),
            Body::Lines(lines) => lines.iter_mut().for_each(hide),
        }
    }
}

fn word(words: &Words<'_>, key: &str) -> String {
    words.text.get(key).into_owned()
}

fn day(words: &Words<'_>, day: Option<Date>) -> String {
    day.map(|day| words.text.full_date(day)).unwrap_or_default()
}

fn table(words: &Words<'_>, heads: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Body {
    Body::Table(heads.iter().map(|key| word(words, key)).collect(), rows.collect())
}

/// The line's number as it may be shown.
fn shown_number(words: &Words<'_>, reveal: bool) -> Option<String> {
    let number = words.case.line.number.as_deref();
    number.map(|one| if reveal { one.to_owned() } else { mask_number(one) })
}

fn line(words: &Words<'_>, reveal: bool) -> Body {
    let (line, text) = (&words.case.line, words.text);
    let number = shown_number(words, reveal);
    let holder = match &line.holder {
        Holder::Me => word(words, "word-holder-me"),
        Holder::Other(name) => name.clone(),
    };
    let class = |class: Class| word(words, &format!("word-class-{}", class.word()));
    let date = |day: Option<Date>| day.map(|day| text.full_date(day));
    let facts = [
        ("export-carrier", Some(words.playbook.name.get(text.lang()).to_owned())),
        ("word-line-number", number),
        ("word-line-holder", Some(holder)),
        ("word-line-class", line.class.map(class)),
        ("word-line-registered", date(line.registered)),
        ("word-line-active-until", date(line.active_until)),
        ("word-line-grace-until", date(line.grace_until)),
        ("word-line-credit", line.credit.clone()),
    ];
    let known = facts.into_iter().filter_map(|(key, value)| Some((word(words, key), value?)));
    Body::Facts(known.collect())
}

fn items(words: &Words<'_>, status: &Status, kind: ItemKind) -> Body {
    let row = |one: &ItemStatus| {
        let mark = words.case.mark(&one.item);
        vec![
            words.title(&one.item),
            word(words, &format!("word-item-{}", one.state.word())),
            day(words, mark.on),
            words.refused(&one.item).or(mark.reason).or(mark.note).unwrap_or_default(),
        ]
    };
    let heads = ["export-what", "ui-field-state", "ui-since", "ui-note"];
    table(words, &heads, status.of_kind(kind).map(row))
}

fn accounts(words: &Words<'_>) -> Body {
    let row = |one: &Account| {
        vec![
            words.account_name(one),
            word(words, &format!("word-kind-{}", one.kind.word())),
            words.account_state(one),
            day(words, one.since),
            one.note.clone().unwrap_or_default(),
        ]
    };
    let heads = ["ui-field-name", "ui-field-kind", "ui-field-state", "ui-since", "ui-note"];
    table(words, &heads, words.case.accounts.iter().map(row))
}

/// Attached files by name. Their folders are left out: a report goes to others.
fn files(words: &Words<'_>) -> Body {
    let papers = words.case.marks.iter().flat_map(|(item, mark)| {
        mark.earlier.iter().chain(&mark.files).map(move |file| (item.clone(), file))
    });
    let rows = papers.chain(words.case.answer_files()).map(|(item, file)| {
        vec![
            words.title(&item),
            file.name().to_owned(),
            file.size.to_string(),
            file.sha256.clone(),
            words.text.full_date(file.on),
        ]
    });
    let heads = ["export-what", "ui-file", "export-size", "export-print", "export-attached"];
    table(words, &heads, rows)
}

fn applications(words: &Words<'_>) -> Body {
    let text = words.text;
    let row = |one: &Application| {
        let outcome = one.outcome.as_ref().map(|outcome| {
            let verdict = words.verdict(one, outcome.verdict);
            let parts = [
                Some(verdict),
                Some(text.full_date(outcome.on)),
                outcome.reason.clone(),
                words.criticised(one),
                outcome.reference.clone(),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        });
        let more = one.extension.as_ref().map(|more| {
            let until = ("date", text.full_date(more.until).into());
            text.with("say-did-extended", &[until, ("reason", more.reason.as_str().into())])
        });
        // Who reads this is told what nobody has confirmed.
        let dates = one.reckoned.as_ref().map(|told| {
            let dates =
                format!("{} – {}", text.full_date(told.earliest), text.full_date(told.latest));
            words.hedged_briefly(dates, words.is_unverified_for(one))
        });
        vec![
            words.title(&one.item()),
            text.full_date(one.on),
            one.channel.as_deref().map(|way| words.channel_title(way)).unwrap_or_default(),
            one.reference.clone().unwrap_or_default(),
            dates.unwrap_or_default(),
            [more, outcome].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        ]
    };
    let heads = [
        "export-what",
        "ui-submitted",
        "ui-field-channel",
        "ui-field-reference",
        "export-window",
        "ui-field-verdict",
    ];
    table(words, &heads, words.case.applications.iter().map(row))
}

/// How the dates of the pending review were computed.
fn working(words: &Words<'_>, status: &Status) -> Body {
    let Some(review) = &status.review else { return Body::Lines(Vec::new()) };
    let region = words.text.region_and_code(&review.region);
    let mut facts = vec![
        (word(words, "ui-field-window"), words.window()),
        (word(words, "ui-field-region"), region),
    ];
    facts.extend(words.working(review));
    facts.extend(words.moved(review).map(|why| (word(words, "ui-latest"), why)));
    let caveats = words.caveats(review).into_iter();
    facts.extend(caveats.map(|why| (word(words, "ui-provisional"), why)));
    Body::Facts(facts)
}

/// The note, that the application was not what was asked about, on which day a promise was
/// kept, and by when the person expects an answer.
fn said(words: &Words<'_>, one: &Contact) -> String {
    let dated = |key: &str, day: Option<Date>| {
        day.map(|day| words.text.with(key, &[("date", words.text.full_date(day).into())]))
    };
    let kept = dated("ui-promise-kept", one.kept);
    let expected = dated("ui-expected", one.answer_by);
    let parts = [words.asked_about(one), kept, expected, words.contact_note(one)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(&words.text.get("word-semicolon"))
}

fn contacts(words: &Words<'_>) -> Body {
    let row = |one: &Contact| {
        vec![
            words.text.full_date(one.on),
            words.channel_title(&one.channel),
            one.agent.clone().unwrap_or_default(),
            one.reference.clone().unwrap_or_default(),
            day(words, one.promised),
            said(words, one),
        ]
    };
    let heads = [
        "ui-field-on",
        "ui-field-channel",
        "ui-field-agent",
        "ui-field-reference",
        "ui-field-promised",
        "ui-note",
    ];
    table(words, &heads, words.case.newest_contacts().into_iter().map(row))
}

fn obstacles(words: &Words<'_>) -> Body {
    let row = |one: &Obstacle| {
        vec![
            words.obstacle_title(&one.kind),
            words.text.full_date(one.opened),
            day(words, one.follow_up),
            day(words, one.resolved),
            one.note.clone().unwrap_or_default(),
        ]
    };
    let heads = ["export-what", "ui-opened", "ui-field-follow-up", "ui-resolved", "ui-note"];
    table(words, &heads, words.case.obstacles.iter().map(row))
}

/// Everything that was done, with its moment where the carrier is.
fn timeline(words: &Words<'_>, zone: &TimeZone) -> Body {
    let row = |entry: &Entry| {
        let then = entry.at.to_zoned(zone.clone());
        vec![then.strftime("%Y-%m-%d %H:%M %:z").to_string(), words.entry(entry)]
    };
    table(words, &["export-when", "export-what"], words.case.history.iter().map(row))
}

fn sources(words: &Words<'_>) -> Body {
    let text = words.text;
    let told = |one: &Source| {
        let confidence = word(words, &format!("word-confidence-{}", one.confidence.word()));
        let title = ("title", one.title.get(text.lang()).into());
        let date = ("date", PageDate::told(one.date.as_ref(), text).into());
        text.with("ui-source", &[title, ("confidence", confidence.into()), date])
    };
    Body::Lines(words.playbook.sources.iter().map(told).collect())
}
