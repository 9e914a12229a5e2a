use jiff::{Timestamp, civil::date};
use proptest::prelude::*;

use super::*;
use crate::{
    domain::{
        AccountKind, AccountState, Application, Asked, Case, Change, Contact, DayOverrides, Mark,
        Route, Terms,
    },
    text::{Position, ron_options},
};

fn book(names: &[&str]) -> Book {
    let mut book = Book::default();
    let (at, today) = (Timestamp::UNIX_EPOCH, date(2026, 11, 5));
    let id = Id::new("kl");
    let case = Case::new(id.clone(), "KL".into(), Id::new("hotlink"), Route::Apply, today);
    book.open(case, at).expect("opens");
    for name in names {
        let case = book.case(&id).expect("there");
        let (kind, state) = (AccountKind::Bank, AccountState::ToDo);
        if let Ok(change) = case.add_account(name, kind, state, None, today) {
            book.record(&id, change, at).expect("records");
        }
    }
    book
}

#[test]
fn a_book_reads_as_it_was_printed_and_prints_the_same_again() {
    let book = book(&["Maybank", "微信支付", "Touch 'n Go"]);
    let text = print(&book).expect("prints");
    let (read, intact) = read(text.as_bytes()).expect("reads");
    assert!(intact);
    assert_eq!(read, book);
    assert_eq!(print(&read).expect("prints"), text);
}

#[test]
fn one_account_is_one_line() {
    let text = print(&book(&["Maybank"])).expect("prints");
    let lines = text
        .lines()
        .filter(|line| line.contains("name: \"Maybank\"") || line.contains("name:\"Maybank\""));
    assert!(lines.count() >= 1, "{text}");
    assert!(text.lines().all(|line| line.chars().count() < 400), "{text}");
}

#[test]
fn every_sort_of_foreign_file_is_called_by_its_name() {
    let refusal = |bytes: &[u8]| read(bytes).expect_err("is refused");
    assert!(matches!(refusal(b""), Damage::Empty));
    assert!(matches!(refusal(b"\n  \n"), Damage::Empty));
    assert!(matches!(refusal(&[0; 512]), Damage::Zeros));
    assert!(matches!(refusal(b"\xFF\xFEV\0"), Damage::Utf16));
    assert!(matches!(refusal(b"V1((\n\xC3\x28))"), Damage::NotText(2)));
    assert!(matches!(refusal(b"{\"cases\": []}"), Damage::Json));
    assert!(matches!(refusal(b"// a\n<<<<<<< ours\n"), Damage::Conflict(2)));
    assert!(matches!(refusal(b"// <<<<<<<\n|||||||\n<<<<<<<\n"), Damage::Conflict(2)));
    assert!(matches!(refusal(b"// not <<<<<<< at the beginning\nV1"), Damage::Foreign));
    assert!(matches!(refusal(b"// a\nV2((cases: []))"), Damage::Newer(2)));
    assert!(matches!(refusal(b"[package]\nname"), Damage::Json | Damage::Foreign));
    assert!(matches!(refusal(b"hello"), Damage::Foreign));
    let broken = refusal(b"V1((\n  cases: [],\n  colour: 1,\n))");
    assert!(
        matches!(&broken, Damage::Broken(error) if error.place == Position { line: 3, column: 3 }),
        "{broken:?}"
    );
}

#[test]
fn a_file_without_its_end_is_called_cut_off() {
    let text = print(&book(&["Maybank", "Alipay"])).expect("prints");
    let (begins, closes) = (text.find("V1"), text.rfind("))"));
    let places = begins.expect("begins") + 5..closes.expect("closes");
    assert!(places.len() > 100, "{text}");
    for at in places {
        let kept = &text[..at];
        let last = kept.trim_end().lines().count();
        let refused = read(kept.as_bytes()).expect_err("is refused");
        let ends = kept.trim_end().ends_with(')');
        assert!(
            ends || matches!(refused, Damage::CutOff(line) if line == last),
            "{refused:?}: {kept}"
        );
    }
}

#[test]
fn a_byte_order_mark_and_other_line_ends_change_nothing() {
    let book = book(&["Maybank", "Alipay"]);
    let text = print(&book).expect("prints");
    let windows = text.replace('\n', "\r\n");
    for same in [windows.clone(), format!("\u{feff}{text}"), format!("\u{feff}{windows}")] {
        assert_eq!(read(same.as_bytes()).expect("reads"), (book.clone(), true));
        let edited = same.replace("Alipay", "Alipey");
        assert!(!read(edited.as_bytes()).expect("reads").1, "a changed word is seen");
    }
}

/// Gives a few bytes at a time, and is interrupted before each.
struct Slow<'a>(&'a [u8], bool);

impl io::Read for Slow<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.1 = !self.1;
        if self.1 {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let count = into.len().min(700).min(self.0.len());
        let (now, rest) = self.0.split_at(count);
        into[..count].copy_from_slice(now);
        self.0 = rest;
        Ok(count)
    }
}

#[test]
fn a_file_that_is_read_in_pieces_has_the_digest_of_its_bytes() {
    let names: Vec<String> = (0..900).map(|at| format!("Account {at}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let text = print(&book(&names)).expect("prints");
    assert!(text.len() > 2 * PIECE);
    let short = print(&book(&[])).expect("prints");
    let edited = text.replace("Account 5", "Account 6");
    for text in [text.as_str(), &short, &edited, "", "V1", &text[..PIECE], &text[..text.len() - 1]]
    {
        let (whole, pieces) = (digest(text.as_bytes()), digest_read(Slow(text.as_bytes(), false)));
        let pieces = pieces.expect("reads");
        assert_eq!((whole.whole, whole.sealed), (pieces.whole, pieces.sealed));
    }
}

/// What a disk does not give has no digest.
#[test]
fn a_file_that_breaks_off_has_no_digest() {
    struct Broken;
    impl io::Read for Broken {
        fn read(&mut self, _into: &mut [u8]) -> io::Result<usize> {
            Err(io::ErrorKind::TimedOut.into())
        }
    }
    let text = print(&book(&["Maybank"])).expect("prints");
    let read = digest_read(io::Read::chain(text.as_bytes(), Broken));
    assert_eq!(read.err().map(|error| error.kind()), Some(io::ErrorKind::TimedOut));
}

/// Values that lie in one another without end are refused, and end no program.
#[test]
fn values_in_one_another_without_end_are_refused() {
    let whole = print(&book(&["Maybank"])).expect("prints");
    let (before, after) = whole.split_once("id: \"maybank\"").expect("an account");
    for (open, close) in [("[", "]"), ("(", ")"), ("Some(", ")"), ("{1:", "}")] {
        let (open, close) = (open.repeat(1_000_000), close.repeat(1_000_000));
        let text = format!("{before}unknown: {open}{close}, id: \"maybank\"{after}");
        assert!(matches!(read(text.as_bytes()), Err(Damage::Broken(_))), "{}", &open[..9]);
    }
}

/// Behind the check line there is nothing, and before it the book is whole.
#[test]
fn what_stands_behind_the_check_line_is_refused() {
    let whole = print(&book(&["Maybank"])).expect("prints");
    assert!(read(format!("{whole}\n\n").as_bytes()).is_ok());
    for more in ["more", "\nmore\n", "(", "\n(cases: [])\n"] {
        let text = format!("{whole}{more}");
        assert!(matches!(read(text.as_bytes()), Err(Damage::Broken(_))), "{more:?}");
    }
}

#[test]
fn the_same_id_twice_is_refused() {
    let mut book = book(&["Maybank"]);
    let case = Arc::make_mut(book.cases.first_mut().expect("a case"));
    let again = case.accounts.clone();
    case.accounts.extend(again);
    let text = print(&book).expect("prints");
    assert!(matches!(read(text.as_bytes()), Err(Damage::Twice(id)) if id == "account:maybank"));
}

#[test]
fn a_hand_edit_is_read_and_noticed() {
    let text = print(&book(&["Maybank"])).expect("prints").replace("Maybank", "CIMB");
    let (_, intact) = read(text.as_bytes()).expect("reads");
    assert!(!intact);
}

#[test]
fn no_flipped_bit_goes_unnoticed() {
    let text = print(&book(&["Maybank"])).expect("prints");
    let body = text.rfind(SUM).expect("a check line");
    for at in 0..body {
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            assert!(!matches!(read(&bytes), Ok((_, true))), "byte {at} bit {bit}");
        }
    }
}

/// Books with every kind of entry, as they were and are written.
const BOOKS: [&str; 3] = [
    include_str!("../../../tests/books/0.1.0.ron"),
    include_str!("../../../tests/books/v1.ron"),
    include_str!("../../../tests/books/v1-accounts.ron"),
];

/// A book as `ron` reads it.
fn by_ron(text: &str) -> Option<Book> {
    read_ron(text).ok().map(|Format::V1(book): Format<Book>| book)
}

/// The text of a book as `ron` writes it, without the lines around it.
fn written_by_ron(book: &Book) -> String {
    let pretty = ron::ser::PrettyConfig::new().new_line("\n").indentor("  ").depth_limit(DEPTH);
    ron_options().to_string_pretty(&Format::V1(book), pretty).expect("writes")
}

/// A book as it is read when it stands there as ringoff wrote it.
fn by_us(text: &str) -> Option<Book> {
    as_written(text).map(|Format::V1(book)| book)
}

#[test]
fn what_ringoff_wrote_is_read_without_a_reader_of_all_ron() {
    for text in BOOKS {
        assert!(by_us(text).is_some());
        assert_eq!(by_us(text), by_ron(text), "both readers agree");
        let printed = print(&by_us(text).expect("reads")).expect("prints");
        assert_eq!(by_us(&printed), by_ron(&printed), "both readers agree");
        let written = written_by_ron(&by_us(text).expect("reads"));
        assert!(printed.contains(&format!("\n{written}\n{SUM}")), "both writers agree");
    }
}

proptest! {
    #[test]
    fn both_readers_agree_on_any_names(names in prop::collection::vec("\\PC{0,20}|[\"'\\\\\n\t\r\u{0}a]{0,6}", 0..5)) {
        let mut book = book(&[]);
        let case = Arc::make_mut(book.cases.first_mut().expect("a case"));
        case.label = names.join(" ");
        for (at, name) in names.into_iter().enumerate() {
            let id = Id::new(format!("a{at}"));
            let case = Case::new(id.clone(), name, id, Route::Lapse, date(2026, 11, 5));
            book.taken_back.push(Arc::new(case));
        }
        let text = print(&book).expect("prints");
        prop_assert_eq!(by_us(&text), by_ron(&text));
        let written = format!("\n{}\n{SUM}", written_by_ron(&book));
        prop_assert!(text.contains(&written));
    }

    #[test]
    fn what_our_reader_takes_ron_takes_too(
        book in 0..BOOKS.len(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..4, 0_usize..24), 1..4),
    ) {
        const SIGNS: [&str; 24] = [
            ",", ",,", "(", ")", "()", "[", "]", "{", "}", ":", "\"", "\\", "None", "Some(", "0", "01",
            "-1", " ", "\n", "\t", "//", "a", "\\u{41}", "true",
        ];
        let mut chars: Vec<char> = BOOKS[book].chars().collect();
        for (at, length, sign) in edits {
            let at = at.index(chars.len());
            let end = (at + length).min(chars.len());
            chars.splice(at..end, SIGNS[sign].chars());
        }
        let text: String = chars.into_iter().collect();
        if let Some(ours) = by_us(&text) {
            prop_assert_eq!(Some(ours), by_ron(&text));
        }
    }

    #[test]
    fn any_bytes_are_refused_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    #[test]
    fn any_cut_is_refused_or_noticed(at in 0_usize..4000) {
        let text = print(&book(&["Maybank", "CIMB"])).expect("prints");
        let cut = text.as_bytes().get(..at.min(text.len() - 2)).expect("in range");
        prop_assert!(!matches!(read(cut), Ok((_, true))));
    }

    #[test]
    fn any_name_survives_the_file(name in "\\PC{1,20}") {
        let book = book(&[&crate::text::clean_line(&name)]);
        let text = print(&book).expect("prints");
        prop_assert_eq!(read(text.as_bytes()).expect("reads"), (book, true));
    }
}

/// Fails once in this way, and holds nothing.
struct Fails(Option<io::ErrorKind>);

impl io::Read for Fails {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), |kind| Err(kind.into()))
    }
}

#[test]
fn a_reader_that_is_interrupted_goes_on_and_one_that_fails_does_not() {
    let text = print(&book(&["Maybank"])).expect("prints");
    let (before, after) = text.as_bytes().split_at(300);
    let read = |kind| digest_read(before.chain(Fails(Some(kind))).chain(after));
    let pieces = read(io::ErrorKind::Interrupted).expect("reads");
    let whole = digest(text.as_bytes());
    assert_eq!((pieces.whole, pieces.sealed), (whole.whole, true));
    let failed = read(io::ErrorKind::StorageFull).err().map(|error| error.kind());
    assert_eq!(failed, Some(io::ErrorKind::StorageFull));
}

#[test]
fn what_stands_after_the_check_line_is_not_passed_over() {
    let text = print(&book(&["Maybank"])).expect("prints");
    for more in ["cases: []\n", "V1((cases: []))\n"] {
        let damage = read(format!("{text}{more}").as_bytes()).expect_err("is refused");
        assert!(matches!(damage, Damage::Broken(_)), "{more}: {damage:?}");
    }
    // A remark is none of the book's business.
    let (_, sealed) = read(format!("{text}// mine\n").as_bytes()).expect("reads");
    assert!(!sealed);
}

#[test]
fn a_book_is_known_by_how_it_begins() {
    let text = print(&book(&["微信支付"])).expect("prints");
    let cut = text.find('信').expect("there") + 1;
    let (bom, newer) = (format!("\u{feff}{text}"), text.replacen("V1(", "V9(", 1));
    for bytes in [text.as_bytes(), &text.as_bytes()[..cut], bom.as_bytes(), newer.as_bytes()] {
        assert!(begins_a_book(bytes), "{}", String::from_utf8_lossy(bytes));
    }
    for other in ["", "hello", "{\"cases\": []}", "// a remark\n"] {
        assert!(!begins_a_book(other.as_bytes()), "{other}");
    }
}

#[test]
fn how_the_days_of_one_case_are_counted_is_in_its_file() {
    let mut book = book(&[]);
    assert!(!print(&book).expect("prints").contains("terms"), "as the playbook has it");
    let day = || [(date(2026, 12, 1), "moving".to_owned())].into();
    let days = [
        (false, DayOverrides::default()),
        (true, DayOverrides { closed: day(), ..DayOverrides::default() }),
        (true, DayOverrides { open: day(), ..DayOverrides::default() }),
    ];
    for (is_there, days) in days {
        let terms = Terms { region: Some("MY-10".into()), days, ..Terms::default() };
        Arc::make_mut(&mut book.cases[0]).terms = terms;
        let text = print(&book).expect("prints");
        assert_eq!(
            (read(text.as_bytes()).expect("reads").0, text.contains("days")),
            (book.clone(), is_there)
        );
    }
}

/// Marks, what was undone, and a case that was taken back.
#[test]
fn what_0_1_0_noted_of_services_is_noted_of_accounts() {
    let made = |playbook: &str, name: &str| {
        let mut book = book(&[]);
        Arc::make_mut(&mut book.cases[0]).playbook = Id::new(playbook);
        let note = |of: &str, note: &str| Change::Mark {
            item: Item::new(ItemKind::Precondition, &Id::new(of)),
            mark: Some(Box::new(Mark { note: Some(note.into()), ..Mark::default() })),
        };
        let (kl, at) = (Id::new("kl"), Timestamp::UNIX_EPOCH);
        for change in [note("arrears", "paid"), note(name, "mine"), note(name, "undone")] {
            book.record(&kl, change, at).expect("records");
        }
        book.undo(&kl).expect("undoes");
        let taken = Case { id: Id::new("taken"), ..book.cases[0].as_ref().clone() };
        book.taken_back.push(Arc::new(taken));
        book
    };
    for playbook in ["hotlink", "generic"] {
        assert_eq!(adopt(made(playbook, "services")), made(playbook, "accounts"));
    }
    assert_eq!(adopt(made("another", "services")), made("another", "services"));
}

/// What is usual is left out, and what is not is there.
#[test]
fn what_was_asked_for_is_in_the_file() {
    let day = date(2026, 11, 5);
    let mut book = book(&[]);
    let case = Arc::make_mut(&mut book.cases[0]);
    case.contacts = vec![Contact { id: Id::new("1"), ..Contact::on(day, "hotline") }];
    case.applications = vec![Application { id: Id::new("1"), ..Application::on(day) }];
    let usual = print(&book).expect("prints");
    assert!(!usual.contains("asked") && !usual.contains("ports"), "{usual}");
    let case = Arc::make_mut(&mut book.cases[0]);
    case.contacts[0].asked = Asked::Other;
    case.applications[0].ports = true;
    let text = print(&book).expect("prints");
    assert_eq!(read(text.as_bytes()).expect("reads").0, book);
}
