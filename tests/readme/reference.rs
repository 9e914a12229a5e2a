//! The reference of the guide to playbooks: every field, made from the types that read
//! them, and the ids of the playbook that others are built on.

use std::{collections::BTreeMap, fs};

/// Where the types stand; of two by one name the later one counts.
const FILES: [&str; 16] = [
    "domain/contact.rs",
    "domain/confidence.rs",
    "domain/window.rs",
    "domain/end_rule.rs",
    "domain/procedure.rs",
    "domain/line.rs",
    "domain/account.rs",
    "playbook/draft.rs",
    "playbook/schema.rs",
    "playbook/source.rs",
    "playbook/items.rs",
    "playbook/reach.rs",
    "playbook/ends.rs",
    "playbook/steps.rs",
    "playbook/letter.rs",
    "playbook/way_out.rs",
];

/// A struct or an enum.
#[derive(Default)]
struct Shape {
    says: String,
    is_enum: bool,
    parts: Vec<Part>,
}

/// A field, or a word of an enum.
struct Part {
    name: String,
    kind: String,
    says: String,
    optional: bool,
}

/// Every shape of a file, by the name that the file of a playbook would know.
fn shapes(source: &str) -> BTreeMap<String, Shape> {
    let mut shapes = BTreeMap::new();
    let (mut says, mut attributes) = (String::new(), String::new());
    let mut open: Option<(String, String, Shape)> = None;
    for line in source.lines() {
        let (indent, bare) = line.split_at(line.len() - line.trim_start().len());
        if let Some(words) = bare.strip_prefix("///") {
            let gap = if says.is_empty() { "" } else { " " };
            says += &format!("{gap}{}", words.trim());
        } else if bare.starts_with("#[") {
            attributes += bare;
        } else if let Some((name, end, mut shape)) = open.take() {
            if line == end {
                shapes.insert(name, shape);
            } else {
                let (says, optional) = (std::mem::take(&mut says), attributes.contains("default"));
                shape.parts.extend(part(bare, shape.is_enum, says, optional));
                open = Some((name, end, shape));
            }
            attributes.clear();
        } else {
            let mut words = bare.split_whitespace().skip_while(|word| word.starts_with("pub"));
            let kind = words.next().filter(|word| ["struct", "enum"].contains(word));
            if let (Some(kind), true) = (kind, bare.ends_with('{')) {
                let own = words.next().unwrap_or_default();
                let renamed = attributes.split("rename = \"").nth(1);
                let name = renamed.and_then(|rest| rest.split('"').next()).unwrap_or(own);
                let says = std::mem::take(&mut says);
                let shape = Shape { says, is_enum: kind == "enum", parts: Vec::new() };
                open = Some((name.to_owned(), format!("{indent}}}"), shape));
            }
            says.clear();
            attributes.clear();
        }
    }
    shapes
}

/// The field or the word in a line.
fn part(line: &str, is_enum: bool, says: String, optional: bool) -> Option<Part> {
    if !is_enum {
        let line = line.trim_start_matches("pub(super) ").trim_start_matches("pub(crate) ");
        let (name, kind) =
            line.trim_start_matches("pub ").trim_end_matches(',').split_once(": ")?;
        let optional = optional || kind.starts_with("Option<");
        return Some(Part { name: name.to_owned(), kind: kind.to_owned(), says, optional });
    }
    let name: String = line.chars().take_while(char::is_ascii_alphanumeric).collect();
    let inside = line.trim_end_matches(',').get(name.len()..).unwrap_or_default().trim();
    let word = match inside.strip_prefix("= \"") {
        Some(word) => word.trim_end_matches('"').to_owned(),
        None => snake(&name),
    };
    let kind = match inside {
        _ if inside.starts_with('=') => String::new(),
        _ if inside.contains("months") => "(months: 6)".to_owned(),
        _ => inside.to_owned(),
    };
    (!name.is_empty()).then_some(Part { name: word, kind, says, optional: false })
}

fn snake(name: &str) -> String {
    let mut made = String::new();
    for (at, c) in name.char_indices() {
        if at > 0 && c.is_uppercase() {
            made.push('_');
        }
        made.extend(c.to_lowercase());
    }
    made
}

/// What stands for a type in the guide.
fn told(kind: &str, shapes: &BTreeMap<String, Shape>) -> String {
    if let Some(inner) = kind.strip_prefix("Option<").and_then(|rest| rest.strip_suffix('>')) {
        return told(inner, shapes);
    }
    if let Some(inner) = kind.strip_prefix("Vec<").and_then(|rest| rest.strip_suffix('>')) {
        return format!("list of {}", told(inner, shapes));
    }
    match kind {
        "Localized" => "texts".to_owned(),
        "Id" => "id".to_owned(),
        "String" => "`\"…\"`".to_owned(),
        "bool" => "`true`, `false`".to_owned(),
        "u8" | "u16" => "number".to_owned(),
        "(i8, i8)" => "`(1, 5)`".to_owned(),
        "Time" => "`\"08:30\"`".to_owned(),
        "Date" => "`\"2026-11-26\"`".to_owned(),
        "PageDate" => "`\"2026-11-26\"`, `\"2026-11\"`, `\"2026\"`".to_owned(),
        "Item" => "`\"precondition:arrears\"`".to_owned(),
        "Route" => told("WayOut", shapes),
        other => match shapes.get(other) {
            Some(shape) if shape.is_enum && shape.parts.iter().all(|one| one.says.is_empty()) => {
                words(shape)
            }
            Some(_) => format!("[{other}](#{})", other.to_lowercase()),
            None => panic!("{other} is not explained"),
        },
    }
}

fn words(shape: &Shape) -> String {
    let words: Vec<String> = shape.parts.iter().map(|one| format!("`{}`", one.name)).collect();
    words.join(", ")
}

/// The tables of all that a file can hold.
pub(crate) fn fields() -> String {
    let mut all = BTreeMap::new();
    for file in FILES {
        all.extend(shapes(&fs::read_to_string(format!("src/{file}")).expect("reads")));
    }
    let needed = fs::read_to_string("src/playbook/read.rs").expect("reads");
    let needed = |name: &str, how: &str| needed.contains(&format!("{how} {name},"));
    // It is written as a text.
    all.remove("PageDate");
    let draft = all.remove("Draft").expect("the file");
    let playbook = all.remove("Playbook").expect("what it becomes");
    let mut made = "\n| field | value | what it says |\n|---|---|---|\n".to_owned();
    let mut open = Vec::new();
    for part in &draft.parts {
        let known = playbook.parts.iter().find(|one| one.name == part.name);
        let says = if part.says.is_empty() { &known.expect("explained").says } else { &part.says };
        let mark = if needed(&part.name, "Required") {
            "**"
        } else if needed(&part.name, "Inherited") {
            "*"
        } else {
            ""
        };
        made += &row(mark, part, says, &all);
        open.push(part.kind.clone());
    }
    let mut seen = Vec::new();
    while !open.is_empty() {
        let kind = open.remove(0);
        let inner = kind.replace("Route", "WayOut");
        let name = inner.rsplit('<').next().unwrap_or_default().trim_end_matches('>').to_owned();
        let Some(shape) = all.get(&name).filter(|_| !seen.contains(&name)) else { continue };
        if shape.is_enum && shape.parts.iter().all(|one| one.says.is_empty()) {
            continue;
        }
        made += &format!("\n### {name}\n\n{}\n\n", shape.says);
        made += if shape.is_enum {
            "| word | what it says |\n|---|---|\n"
        } else {
            "| field | value | what it says |\n|---|---|---|\n"
        };
        for part in &shape.parts {
            made += &if shape.is_enum {
                format!("| `{}{}` | {} |\n", part.name, example(&part.kind), part.says)
            } else {
                row(if part.optional { "" } else { "**" }, part, &part.says, &all)
            };
            open.push(part.kind.clone());
        }
        seen.push(name);
    }
    made.push('\n');
    made
}

/// What stands behind the word of an enum.
fn example(kind: &str) -> &str {
    match kind {
        "(Id)" => "(\"arrears\")",
        "(Route)" => "(port)",
        "(Item)" => "(\"precondition:arrears\")",
        other => other,
    }
}

fn row(mark: &str, part: &Part, says: &str, all: &BTreeMap<String, Shape>) -> String {
    format!("| {mark}`{}`{mark} | {} | {says} |\n", part.name, told(&part.kind, all))
}

/// What a letter can have filled in.
pub(crate) fn blanks() -> String {
    let source = fs::read_to_string("src/playbook/words/blank.rs").expect("reads");
    let table = source.split("const BLANKS").nth(1).expect("a table");
    let table = table.split("\n];").next().unwrap_or_default();
    let names = table.lines().filter_map(|line| line.strip_prefix("    (\"")?.split('"').next());
    let names: Vec<String> = names.map(|name| format!("`{{{name}}}`")).collect();
    assert!(names.len() > 20, "{names:?}");
    format!("\n{}\n\n", names.join(", "))
}

/// The ids of what a playbook has, by the list in which they stand.
pub(crate) fn ids(id: &str) -> String {
    let source = fs::read_to_string(format!("assets/playbooks/{id}.ron")).expect("reads");
    let mut made = "\n| list | ids |\n|---|---|\n".to_owned();
    let mut list: Option<(&str, Vec<&str>)> = None;
    for line in source.lines() {
        let opens = line.strip_prefix("    ").and_then(|line| line.strip_suffix(": ["));
        if let Some(name) = opens.filter(|name| !name.contains(' ')) {
            list = Some((name, Vec::new()));
        } else if line == "    ]," {
            if let Some((name, ids)) = list.take().filter(|(_, ids)| !ids.is_empty()) {
                made += &format!("| `{name}` | {} |\n", ids.join(", "));
            }
        } else if let Some((_, ids)) = &mut list {
            let item = line.strip_prefix("            id: \"");
            let item = item.or_else(|| line.strip_prefix("        (id: \""));
            ids.extend(item.and_then(|rest| rest.split('"').next()));
        }
    }
    made.push('\n');
    made
}
