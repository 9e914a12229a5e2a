//! What has to be known before answering a question of the guide, and what more
//! there is to read.

use crate::{
    cli::channels::lines,
    domain::{ItemKind, Next},
    playbook::{Clocks, Words},
};

/// What has to be known before answering.
pub(super) fn about(words: &Words<'_>, next: &Next) -> Vec<String> {
    let (book, lang) = (words.playbook, words.text.lang());
    let means = match next {
        Next::Mend(item, _) if item.kind == ItemKind::Document => {
            book.documents.iter().find(|one| one.id == item.id).map(|one| &one.means)
        }
        Next::Meet(item) | Next::Mend(item, _) => {
            book.preconditions.iter().find(|one| one.id == item.id).map(|one| &one.means)
        }
        Next::Gather(item) => {
            book.documents.iter().find(|one| one.id == item.id).map(|one| &one.means)
        }
        Next::Save(item) | Next::SaveLate(item) | Next::SaveCredit(item, _) => {
            book.safeguards.iter().find(|one| one.id == item.id).map(|one| &one.means)
        }
        Next::Apply(_) | Next::Resubmit(..) => Some(&book.application.means),
        Next::Confirm(..) => Some(&book.confirmation.means),
        Next::Overcome(item) | Next::FollowUp(item, _) => {
            let kind = words.case.obstacle(&item.id).map(|one| &one.kind).ok();
            let known = book.obstacles.iter().find(|one| Some(&one.id) == kind);
            let steps = known.into_iter().flat_map(|one| &one.steps);
            return steps.map(|step| format!("- {}", step.get(lang))).collect();
        }
        _ => None,
    };
    means.map(|means| means.get(lang).to_owned()).into_iter().collect()
}

/// What more there is to read, where there is.
pub(super) fn more(words: &Words<'_>, clocks: &Clocks<'_>, next: &Next) -> Option<Vec<String>> {
    let (book, lang) = (words.playbook, words.text.lang());
    match next {
        Next::Meet(item) => {
            let rule = book.preconditions.iter().find(|one| one.id == item.id)?;
            Some(vec![rule.check.get(lang).to_owned()])
        }
        Next::Move(item) | Next::SeeAccount(item, _) | Next::FindOut(item) | Next::Rescue(item) => {
            let lines = words.how_to_lines(words.case.account(&item.id).ok()?);
            (!lines.is_empty()).then_some(lines)
        }
        Next::Search(_) | Next::EndSearch(_) | Next::SearchLate(_) => {
            let kinds = book.look_for.iter().map(|one| {
                let kind = words.text.get(&format!("word-kind-{}", one.kind.word()));
                words.text.labelled(&kind, one.hint.get(lang))
            });
            Some(kinds.collect())
        }
        // Somebody abroad is told what can be done from there first.
        Next::Apply(_)
        | Next::Resubmit(..)
        | Next::Promise(..)
        | Next::AskAgain(..)
        | Next::Chase(..)
        | Next::Nudge(..)
        | Next::Complain(..)
            if words.case.line.abroad =>
        {
            Some(lines(words.text, &words.ways(clocks, true)))
        }
        Next::Wait(..) | Next::Expect(..) | Next::Chase(..) | Next::Await(..) => {
            let review = words.playbook.review(words.case, words.today)?;
            Some(words.working_text(&review).lines().map(str::to_owned).collect())
        }
        Next::Nudge(..) | Next::Complain(..) => {
            let rule = book.review.chase.as_ref()?;
            Some(vec![rule.nudge.get(lang).to_owned(), rule.complain.get(lang).to_owned()])
        }
        _ => None,
    }
}
