//! Which file of a room takes what from which, and where that goes in a circle.

use std::collections::{BTreeMap, BTreeSet};

use super::house::{House, Source, Target};

/// File to file, with the names that the first takes from the second.
pub(crate) type Arrows = BTreeMap<(usize, usize), BTreeSet<String>>;

/// Every arrow between files of one room, re-exports followed to the file that
/// defines the name.
pub(crate) fn arrows(house: &House) -> Arrows {
    let mut arrows = Arrows::new();
    for (from, source) in house.sources.iter().enumerate() {
        for (path, name) in taken(source) {
            let to = match house.resolve(&source.module, path) {
                Some(Target::Item(to)) => to,
                // Everything of a module is asked of the module's own file.
                Some(Target::Module(of)) if name == "*" => match house.file_of(&of) {
                    Some(to) => to,
                    None => continue,
                },
                _ => continue,
            };
            if to != from && house.sources.get(to).is_some_and(|other| other.room == source.room) {
                arrows.entry((from, to)).or_default().insert(name.to_owned());
            }
        }
    }
    arrows
}

/// What a file takes from elsewhere. A re-export is taken only where the file
/// says the name itself.
fn taken(source: &Source) -> impl Iterator<Item = (&[String], &str)> {
    let says = |name: &str| source.paths.iter().any(|path| path.iter().any(|word| word == name));
    let used = source.uses.iter().filter(move |one| !one.public || says(&one.name));
    let uses = used.map(|one| (one.path.as_slice(), one.name.as_str()));
    let paths = source.paths.iter().filter(|path| path.len() > 1);
    uses.chain(paths.map(|path| (path.as_slice(), path.last().map_or("", String::as_str))))
}

/// The sets of files that reach each other, in the order of their first file.
pub(crate) fn circles(arrows: &Arrows) -> Vec<BTreeSet<usize>> {
    let mut next: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (from, to) in arrows.keys() {
        next.entry(*from).or_default().push(*to);
    }
    let reached = |start: &usize| {
        let mut seen = BTreeSet::new();
        let mut ahead = vec![*start];
        while let Some(at) = ahead.pop() {
            let further = next.get(&at).into_iter().flatten();
            ahead.extend(further.copied().filter(|to| seen.insert(*to)));
        }
        (*start, seen)
    };
    let reach: BTreeMap<usize, BTreeSet<usize>> = next.keys().map(reached).collect();
    let reaches = |from: &usize, to: &usize| reach.get(from).is_some_and(|all| all.contains(to));
    let circle = |file: &usize| -> BTreeSet<usize> {
        let back = reach.keys().filter(|other| reaches(file, other) && reaches(other, file));
        back.copied().collect()
    };
    let mut circles: Vec<BTreeSet<usize>> = Vec::new();
    for file in reach.keys() {
        if reaches(file, file) && !circles.iter().any(|circle| circle.contains(file)) {
            circles.push(circle(file));
        }
    }
    circles
}

/// A circle in words: its files, and what ties them.
pub(crate) fn in_words(house: &House, arrows: &Arrows, circle: &BTreeSet<usize>) -> String {
    let path = |file: &usize| house.sources[*file].path.as_str();
    let files: Vec<&str> = circle.iter().map(path).collect();
    let ties = arrows.iter().filter(|((from, to), _)| circle.contains(from) && circle.contains(to));
    let ties: Vec<String> = ties
        .map(|((from, to), names)| {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            format!("  {} takes from {}: {}", path(from), path(to), names.join(", "))
        })
        .collect();
    format!("a circle of {} files: {}\n{}", files.len(), files.join(", "), ties.join("\n"))
}
