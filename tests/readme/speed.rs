//! The short table of speed in the READMEs, made from the tables of `docs/speed.md`.

use ringoff::text::Lang;

/// A row of a table: its cells, as they are written.
type Row<'a> = Vec<&'a str>;

/// What is told of, as `docs/speed.md` names it and as each README does.
const TOLD: [(&str, [&str; 3]); 5] = [
    ("start, ms", ["start", "启动", "permulaan"]),
    (
        "key to last byte, ms",
        ["a key, until it is shown", "一次按键到显示", "kekunci, hingga dipaparkan"],
    ),
    ("processor a key, ms", ["processor a key", "一次按键的 CPU", "pemproses bagi satu kekunci"]),
    ("peak memory, MB", ["peak memory", "内存峰值", "memori puncak"]),
    ("leaving, ms", ["leaving", "退出", "keluar"]),
];

/// The heads of its columns: accounts, the bare list, ringoff, and the best of the others.
const HEADS: [[&str; 4]; 3] = [
    ["accounts", "a bare list", "ringoff", "the best of 14 others"],
    ["账户数", "最简列表", "ringoff", "其他 14 个程序中最好的"],
    ["akaun", "senarai ringkas", "ringoff", "terbaik antara 14 yang lain"],
];

/// The rows of the table between two marks of a page.
fn rows<'a>(page: &'a str, mark: &str) -> Vec<Row<'a>> {
    let (_, rest) = page.split_once(&format!("<!-- {mark}:")).expect("a mark");
    let (table, _) = rest.split_once(&format!("<!-- /{mark} -->")).expect("its end");
    let lines = table.lines().filter(|line| line.starts_with("| "));
    let cells = |line: &'a str| line.trim_matches('|').split('|').map(str::trim).collect();
    lines.skip(1).map(cells).collect()
}

/// How many times as much as the bare list of the same run.
fn times(of: &str, bare: &str) -> String {
    let number = |cell: &str| cell.parse::<f64>().expect("a number");
    format!("× {:.1}", number(of) / number(bare))
}

/// `1000` as people read it.
fn count(number: &str) -> String {
    number.strip_suffix("000").map_or(number.to_owned(), |thousands| format!("{thousands},000"))
}

/// The table in a language.
pub(crate) fn table(page: &str, lang: Lang) -> String {
    let at = Lang::ALL.iter().position(|one| *one == lang).expect("a language");
    let (ours, others) = (rows(page, "ours"), rows(page, "others"));
    let [accounts, bare, ringoff, best] = HEADS[at];
    let mut table =
        format!("\n| | {accounts} | {bare} | {ringoff} | | {best} |\n|---|--:|--:|--:|--:|---|\n");
    for (what, told) in TOLD {
        for row in ours.iter().filter(|row| row[0] == what) {
            let [_, items, bare, ringoff, _] = row[..] else { panic!("five cells: {row:?}") };
            let beside = others.iter().find(|other| other[..2] == row[..2]);
            let beside = beside.map(|other| format!("{} {}", times(other[3], other[2]), other[4]));
            let (told, items, times) = (told[at], count(items), times(ringoff, bare));
            let unit = what.rsplit(' ').next().expect("a unit");
            table += &format!(
                "| {told}, {unit} | {items} | {bare} | {ringoff} | {times} | {} |\n",
                beside.unwrap_or_default()
            );
        }
    }
    table.push('\n');
    table
}
