//! What has to be known before answering a question of the guide, and what more
//! there is to read.

use crate::{domain::Next, playbook::Words};

/// What has to be known before answering.
pub(super) fn about(words: &Words<'_>, next: &Next) -> Vec<String> {
    let lang = words.text.lang();
    let book = words.playbook;
    match next {
        Next::Meet(item) => {
            let rule = book.preconditions.iter().find(|one| one.id == item.id);
            rule.map(|one| one.means.get(lang).to_owned()).into_iter().collect()
        }
        Next::Gather(item) => {
            let paper = book.documents.iter().find(|one| one.id == item.id);
            paper.map(|one| one.means.get(lang).to_owned()).into_iter().collect()
        }
        Next::Save(item) | Next::SaveLate(item) => {
            let one = book.safeguards.iter().find(|one| one.id == item.id);
            one.map(|one| one.means.get(lang).to_owned()).into_iter().collect()
        }
        Next::Apply(_) | Next::Resubmit(..) => vec![book.application.means.get(lang).to_owned()],
        Next::Overcome(item) | Next::FollowUp(item) => {
            let kind = words.case.obstacle(&item.id).map(|one| one.kind.clone()).ok();
            let known = book.obstacles.iter().find(|one| Some(&one.id) == kind.as_ref());
            let steps = known.into_iter().flat_map(|one| &one.steps);
            steps.map(|step| format!("- {}", step.get(lang))).collect()
        }
        _ => Vec::new(),
    }
}

/// What more there is to read, where there is.
pub(super) fn more(words: &Words<'_>, next: &Next) -> Option<Vec<String>> {
    let lang = words.text.lang();
    let book = words.playbook;
    match next {
        Next::Meet(item) => {
            let rule = book.preconditions.iter().find(|one| one.id == item.id)?;
            Some(vec![rule.check.get(lang).to_owned()])
        }
        Next::Search(_) | Next::EndSearch(_) | Next::SearchLate(_) => {
            let kinds = book.look_for.iter().map(|one| {
                let kind = words.text.get(&format!("word-kind-{}", one.kind.word())).into_owned();
                format!("{kind}: {}", one.hint.get(lang))
            });
            Some(kinds.collect())
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
