//! The sources as words: without comments, strings and tests, and with every
//! path that a file names.

use std::{collections::BTreeMap, fs, path::Path, sync::OnceLock};

/// One file of the house.
#[derive(Debug)]
pub(crate) struct Source {
    /// From the top of the repository: `src/domain/case.rs`.
    pub(crate) path: String,
    /// `domain` for everything in `src/domain`.
    pub(crate) room: String,
    /// Where it stands in the tree of modules: `["domain", "case"]`.
    pub(crate) module: Vec<String>,
    /// Lines before its tests.
    pub(crate) lines: usize,
    /// The file as it is.
    pub(crate) text: String,
    /// Its words and signs; `::` is one sign.
    pub(crate) words: Vec<String>,
    /// What it imports and re-exports.
    pub(crate) uses: Vec<Use>,
    /// Paths named outside `use`, one segment or more.
    pub(crate) paths: Vec<Vec<String>>,
}

/// One name that a `use` brings into a file.
#[derive(Debug)]
pub(crate) struct Use {
    /// The path, without `*`.
    pub(crate) path: Vec<String>,
    /// What it is called here; `*` for everything.
    pub(crate) name: String,
    /// `pub` in some form.
    pub(crate) public: bool,
}

/// Every file of the house.
#[derive(Debug, Default)]
pub(crate) struct House {
    pub(crate) sources: Vec<Source>,
    by_module: BTreeMap<Vec<String>, usize>,
}

/// What a path leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Module(Vec<String>),
    /// Something in the file of this number.
    Item(usize),
}

impl House {
    /// The house in `src`, read once.
    pub(crate) fn ours() -> &'static Self {
        static OURS: OnceLock<House> = OnceLock::new();
        OURS.get_or_init(Self::read)
    }

    fn read() -> Self {
        fn files(folder: &Path, found: &mut Vec<(String, String)>) {
            for entry in fs::read_dir(folder).expect("a folder").flatten() {
                let path = entry.path();
                if path.is_dir() {
                    files(&path, found);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
                    found.push((parts.join("/"), fs::read_to_string(&path).expect("reads")));
                }
            }
        }
        let mut found = Vec::new();
        files(Path::new("src"), &mut found);
        found.sort();
        Self::of(found)
    }

    /// A house of these files.
    pub(crate) fn of(files: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut house = Self::default();
        for (path, text) in files {
            let source = Source::read(path, text);
            let is_test = source.module.last().is_some_and(|name| name == "tests");
            if !is_test {
                house.by_module.insert(source.module.clone(), house.sources.len());
                house.sources.push(source);
            }
        }
        house
    }

    /// Follows a path that stands in `module`. Nothing when it leaves the
    /// house.
    pub(crate) fn resolve(&self, module: &[String], path: &[String]) -> Option<Target> {
        self.follow(module, path, 0)
    }

    /// The file of a module.
    pub(crate) fn file_of(&self, module: &[String]) -> Option<usize> {
        self.by_module.get(module).copied()
    }

    fn follow(&self, module: &[String], path: &[String], depth: usize) -> Option<Target> {
        let (first, mut rest) = path.split_first()?;
        let mut at = match first.as_str() {
            _ if depth > 20 => return None,
            "crate" => Vec::new(),
            "self" => module.to_vec(),
            "super" => {
                let mut at = module.to_vec();
                at.pop();
                while let Some((_, more)) = rest.split_first().filter(|(word, _)| *word == "super")
                {
                    at.pop();
                    rest = more;
                }
                at
            }
            // A name that is neither a module below nor imported is the
            // file's own or another crate's.
            _ => match self.step(module, first, depth)? {
                Target::Module(at) => at,
                item @ Target::Item(_) => return Some(item),
            },
        };
        for word in rest {
            match self.step(&at, word, depth) {
                Some(Target::Module(next)) => at = next,
                Some(item) => return Some(item),
                None => return self.by_module.get(&at).copied().map(Target::Item),
            }
        }
        Some(Target::Module(at))
    }

    /// What `word` is in a module: a module below it, or what is imported or
    /// re-exported by that name.
    fn step(&self, module: &[String], word: &str, depth: usize) -> Option<Target> {
        let below = [module, &[word.to_owned()]].concat();
        if self.by_module.contains_key(&below) {
            return Some(Target::Module(below));
        }
        let source = self.sources.get(*self.by_module.get(module)?)?;
        let named = source.uses.iter().filter(|one| one.name == word);
        named
            .filter(|one| one.path.as_slice() != [word])
            .find_map(|one| self.follow(module, &one.path, depth + 1))
    }
}

impl Source {
    fn read(path: String, text: String) -> Self {
        let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
        let mut module: Vec<String> = inside.split('/').map(str::to_owned).collect();
        let room = module.first().cloned().unwrap_or_default();
        if module.last().is_some_and(|name| name == "mod") || inside == "lib" {
            module.pop();
        }
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let lines = code.lines().count();
        let words = words(&plain(code));
        let (uses, rest) = imports(&words);
        let paths = paths(&rest);
        Self { path, room, module, lines, text, words, uses, paths }
    }

    /// Every path that it names, `use` included, as `std::fs::File`.
    pub(crate) fn named(&self) -> impl Iterator<Item = String> {
        let uses = self.uses.iter().map(|one| one.path.join("::"));
        uses.chain(self.paths.iter().map(|path| path.join("::")))
    }
}

/// Code without comments, and with nothing in its strings.
fn plain(code: &str) -> String {
    let chars: Vec<char> = code.chars().collect();
    let at = |place: usize| chars.get(place).copied().unwrap_or('\0');
    let mut out = String::new();
    let mut place = 0;
    while place < chars.len() {
        let before = if place == 0 { ' ' } else { at(place - 1) };
        match (at(place), at(place + 1)) {
            ('/', '/') => {
                while place < chars.len() && at(place) != '\n' {
                    place += 1;
                }
            }
            ('/', '*') => {
                while place < chars.len() && (at(place), at(place + 1)) != ('*', '/') {
                    place += 1;
                }
                place += 2;
            }
            ('r', '"' | '#') if !before.is_alphanumeric() && before != '_' => {
                let hashes = chars[place + 1..].iter().take_while(|c| **c == '#').count();
                if at(place + 1 + hashes) == '"' {
                    let end: String =
                        std::iter::once('"').chain("#".repeat(hashes).chars()).collect();
                    place += hashes + 2;
                    while place < chars.len()
                        && !end.chars().enumerate().all(|(n, c)| at(place + n) == c)
                    {
                        place += 1;
                    }
                    place += end.len();
                    out.push_str("\"\"");
                } else {
                    out.push('r');
                    place += 1;
                }
            }
            ('"', _) => {
                place += 1;
                while place < chars.len() && at(place) != '"' {
                    place += if at(place) == '\\' { 2 } else { 1 };
                }
                place += 1;
                out.push_str("\"\"");
            }
            // A character; `'a` without a second quote is a lifetime.
            ('\'', '\\') => {
                place += 3;
                while place < chars.len() && at(place) != '\'' {
                    place += 1;
                }
                place += 1;
            }
            ('\'', _) if at(place + 2) == '\'' => place += 3,
            (c, _) => {
                out.push(c);
                place += 1;
            }
        }
    }
    out
}

fn words(code: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut rest = code.chars().peekable();
    while let Some(c) = rest.next() {
        if c.is_alphanumeric() || c == '_' {
            let mut word = String::from(c);
            while let Some(next) = rest.next_if(|c| c.is_alphanumeric() || *c == '_') {
                word.push(next);
            }
            words.push(word);
        } else if c == ':' && rest.next_if_eq(&':').is_some() {
            words.push("::".to_owned());
        } else if !c.is_whitespace() {
            words.push(c.to_string());
        }
    }
    words
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// What the `use` lines bring in, and the words outside them.
fn imports(words: &[String]) -> (Vec<Use>, Vec<String>) {
    let (mut uses, mut rest) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let before = at.checked_sub(1).and_then(|at| words.get(at)).map_or(";", String::as_str);
        if word == "use" && matches!(before, ";" | "{" | "}" | "]" | ")" | "pub") {
            let public = matches!(before, ")" | "pub");
            let end = words[at..].iter().position(|word| word == ";").unwrap_or_default() + at;
            tree(&words[at + 1..end], &[], public, &mut uses);
            at = end;
        } else {
            rest.push(word.clone());
        }
        at += 1;
    }
    (uses, rest)
}

/// Takes one tree of a `use` apart: `a::{b, c as d, e::*}`.
fn tree(words: &[String], before: &[String], public: bool, uses: &mut Vec<Use>) {
    let mut path = before.to_vec();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        match word.as_str() {
            "::" => {}
            "{" => {
                let mut depth = 0;
                let mut start = at + 1;
                for (place, word) in words.iter().enumerate().skip(at) {
                    depth += match word.as_str() {
                        "{" => 1,
                        "}" => -1,
                        _ => 0,
                    };
                    if (word == "," && depth == 1) || (word == "}" && depth == 0) {
                        tree(&words[start..place], &path, public, uses);
                        start = place + 1;
                    }
                    if depth == 0 {
                        break;
                    }
                }
                return;
            }
            "as" => {
                let name = words.get(at + 1).cloned().unwrap_or_default();
                uses.push(Use { path, name, public });
                return;
            }
            "*" => {
                uses.push(Use { path, name: "*".to_owned(), public });
                return;
            }
            // `{self, …}` is the module itself.
            "self" if !path.is_empty() => {}
            word => path.push(word.to_owned()),
        }
        at += 1;
    }
    if let Some(name) = path.last().cloned().filter(|_| !words.is_empty()) {
        uses.push(Use { path, name, public });
    }
}

/// The paths in code that is no `use`.
fn paths(words: &[String]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        at += 1;
        if !is_name(word) {
            continue;
        }
        let mut path = vec![word.clone()];
        while words.get(at).is_some_and(|sign| sign == "::")
            && words.get(at + 1).is_some_and(|next| is_name(next))
        {
            path.extend(words.get(at + 1).cloned());
            at += 2;
        }
        // A macro is not the function of the same name.
        if let (true, [name]) = (words.get(at).is_some_and(|sign| sign == "!"), path.as_mut_slice())
        {
            name.push('!');
        }
        found.push(path);
    }
    found
}
