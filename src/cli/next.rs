//! `ringoff next`: the one thing to do.

use clap::ArgMatches;

use super::{case_context, case_json, context::Context, failure::Failure, output::Output};

pub(super) fn run(context: &Context, _: &ArgMatches) -> Result<Output, Failure> {
    case_context::tell(context, |words, status| {
        (words.next(&status.next), case_json::next(words, status))
    })
}
