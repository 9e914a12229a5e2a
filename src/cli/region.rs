//! A region as people name it: `MY-14`, `my-14`, `Kuala Lumpur`.

use super::failure::{Failure, did_you_mean};
use crate::{
    calendar::Calendar,
    text::{Text, clean_line, nearest},
};

/// The code of a region.
pub(super) fn code(text: &Text, given: &str) -> Result<String, Failure> {
    let code = given.trim().to_uppercase().replace('_', "-");
    let name = given.trim().to_lowercase();
    Calendar::regions()
        .into_iter()
        .find(|one| *one == code || text.region(one).to_lowercase() == name)
        .ok_or_else(|| unknown(text, given))
}

/// There is no such region. The hint names its parts when it has some, else the
/// regions whose name is close, else how to see all.
pub(super) fn unknown(text: &Text, given: &str) -> Failure {
    let regions = Calendar::regions();
    let given = clean_line(given);
    let failure = |key| Failure::not_found(text.with(key, &[("given", given.as_str().into())]));
    let which = |names: String| Some(text.with("cli-region-which", &[("names", names.into())]));
    let names = |codes: &[&String]| {
        let names: Vec<String> = codes.iter().map(|code| text.region_and_code(code)).collect();
        names.join(&text.get("word-comma"))
    };
    let country = format!("{}-", given.trim().to_uppercase());
    let parts: Vec<&String> = regions.iter().filter(|one| one.starts_with(&country)).collect();
    if !parts.is_empty() {
        return failure("cli-region-parts").hint(which(names(&parts)));
    }
    let named: Vec<String> = regions.iter().map(|code| text.region(code)).collect();
    let near = nearest(&given, regions.iter().chain(&named).map(String::as_str));
    let code_of = |near: &str| {
        let at = regions.iter().chain(&named).position(|one| one == near)?;
        regions.get(at % regions.len().max(1))
    };
    let mut near: Vec<&String> = near.into_iter().filter_map(code_of).collect();
    near.dedup();
    let all = || Some(text.get("cli-hint-regions").into_owned());
    failure("cli-no-region").hint(did_you_mean(text, &names(&near)).or_else(all))
}
