//! `ringoff next`: the one thing to do.

use clap::ArgMatches;

use super::{
    case_context, case_json, context::Context, document, failure::Failure, output::Output,
};
use crate::domain::Warning;

pub(super) fn run(context: &Context, _: &ArgMatches) -> Result<Output, Failure> {
    case_context::tell(context, |words, status| {
        // What holds up the application, whatever comes before it, is told as well.
        let still = status.warnings.iter().filter(|one| match one {
            Warning::StillUsed(item, _) => status.next.item() != Some(item),
            _ => false,
        });
        let still = still.map(|one| format!("! {}", words.warning(one)));
        let lost = document::warning(words, status).map(|lost| format!("! {lost}"));
        let told = [words.next(&status.next)].into_iter().chain(still).chain(lost);
        let told: Vec<String> = told.collect();
        (told.join("\n"), case_json::next(words, status))
    })
}
