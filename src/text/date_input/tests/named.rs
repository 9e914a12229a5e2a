//! Days that have a name, ends in working days, and figures side by side.

use super::*;

fn there(lean: Lean, lang: Lang) -> DateRule {
    DateRule::leaning(TODAY, lean).in_language(lang).at_place(in_kuala_lumpur())
}

#[test]
fn a_week_more_than_a_day_of_the_week_is_read_where_it_is_one_day() {
    for lean in [Lean::Near, Lean::Past, Lean::Future] {
        let read = |typed| there(lean, Lang::En).read(typed);
        assert_eq!(read("Friday week"), Ok(date(2026, 11, 13)), "{lean:?}");
        assert_eq!(read("on fri week"), Ok(date(2026, 11, 13)), "{lean:?}");
    }
    assert_eq!(read("Tuesday fortnight"), Ok(date(2026, 11, 24)));
    // It is Thursday.
    assert_eq!(read("Thursday week"), Err(DateFault::NoSingleDay("Thursday week".into())));
}

#[test]
fn an_end_in_working_days_is_read() {
    let rule = there(Lean::Future, Lang::En);
    for (typed, day) in [
        ("last working day of Nov", date(2026, 11, 30)),
        ("the last working day of the month", date(2026, 11, 30)),
        ("last business day of Jan 2027", date(2027, 1, 29)),
        ("first working day of next month", date(2026, 12, 1)),
        ("hari bekerja terakhir bulan November", date(2026, 11, 30)),
        ("11月最后一个工作日", date(2026, 11, 30)),
        ("本月最后一个工作日", date(2026, 11, 30)),
        ("下个月的第一个工作日", date(2026, 12, 1)),
        ("last working day of the year", date(2026, 12, 31)),
    ] {
        assert_eq!(rule.read(typed), Ok(day), "{typed}");
    }
    let nobodys = DateRule::at(TODAY).read("last working day of Nov");
    assert!(matches!(nobodys, Err(DateFault::NoWorkdays(_))), "{nobodys:?}");
}

#[test]
fn a_day_with_a_name_is_that_day() {
    let rule = there(Lean::Future, Lang::En);
    for (typed, day) in [
        ("元旦", date(2027, 1, 1)),
        ("明年元旦", date(2027, 1, 1)),
        ("2028年元旦", date(2028, 1, 1)),
        ("元旦前", date(2027, 1, 1)),
        ("New Year's Day", date(2027, 1, 1)),
        ("new year’s eve", date(2026, 12, 31)),
        ("3 days before Christmas", date(2026, 12, 22)),
        ("Christmas 2027", date(2027, 12, 25)),
        ("Tahun Baru", date(2027, 1, 1)),
        ("Hari Malaysia", date(2026, 9, 16)),
    ] {
        assert_eq!(rule.read(typed), Ok(day), "{typed}");
    }
    for typed in ["Tahun Baru Cina", "Chinese New Year", "Christmases", "national day", "国庆"] {
        let read = rule.read(typed);
        assert!(matches!(read, Err(DateFault::NotADate(_))), "{typed}: {read:?}");
    }
}

#[test]
fn six_figures_are_a_day_only_where_they_can_be_no_other() {
    let days = |one, other| Err(vec![one, other]);
    for (lean, lang, typed, read) in [
        (Lean::Future, Lang::En, "090127", Ok(SOON)),
        (Lean::Future, Lang::Ms, "090127", Ok(SOON)),
        (Lean::Future, Lang::ZhCn, "090127", days(date(2009, 1, 27), SOON)),
        (Lean::Future, Lang::ZhCn, "270109", Ok(SOON)),
        (Lean::Future, Lang::En, "270109", days(date(2009, 1, 27), SOON)),
        (Lean::Past, Lang::En, "310825", Ok(date(2025, 8, 31))),
        (Lean::Past, Lang::En, "010203", days(date(2003, 2, 1), date(2001, 2, 3))),
    ] {
        let told = there(lean, lang).read(typed).map_err(|fault| match fault {
            DateFault::SixFigures(_, days) => days,
            other => panic!("{typed}: {other:?}"),
        });
        assert_eq!(told, read, "{typed}");
    }
    let none = read("999999");
    assert!(matches!(none, Err(DateFault::NotADate(_))), "{none:?}");
    let fault = DateFault::SixFigures("010203".into(), vec![date(2003, 2, 1), date(2001, 2, 3)]);
    let told = Text::new(Lang::En).date_fault(&fault);
    assert!(told.contains("2003-02-01") && told.contains("Sat 3 Feb 2001"), "{told}");
}

#[test]
fn traditional_characters_are_read_as_simplified_ones() {
    let rule = there(Lean::Future, Lang::ZhCn);
    for (one, other) in [
        ("下週五", "下周五"),
        ("下個禮拜五", "下个礼拜五"),
        ("後天", "后天"),
        ("三天後", "三天后"),
        ("兩個禮拜後", "两个礼拜后"),
        ("下個月9號", "下个月9号"),
        ("這個月最後一天", "这个月最后一天"),
        ("5個工作日後", "5个工作日后"),
        ("兩個月之後", "两个月之后"),
        ("下下個月1號", "下下个月1号"),
    ] {
        let read = rule.read(one);
        assert!(read.is_ok(), "{one}: {read:?}");
        assert_eq!(read, rule.read(other), "{one}");
    }
}
