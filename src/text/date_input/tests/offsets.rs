//! Days that are told by other days, and words that name none.

use super::*;

pub(super) fn ahead() -> DateRule {
    DateRule::leaning(TODAY, Lean::Future).at_place(in_kuala_lumpur())
}

#[test]
fn a_distance_counts_from_every_day_that_is_read() {
    for (typed, day) in [
        // Thursday 5 November 2026; Monday the ninth is off.
        ("2 weeks from tomorrow", date(2026, 11, 20)),
        ("5 working days from tomorrow", date(2026, 11, 16)),
        ("two weeks from Monday", date(2026, 11, 23)),
        ("a week from Friday", date(2026, 11, 13)),
        ("3 days after 9 Nov", date(2026, 11, 12)),
        ("3 days after 3 Nov", date(2026, 11, 6)),
        ("2 days before 16 Dec 2026", date(2026, 12, 14)),
        ("the day after 9 Nov", date(2026, 11, 10)),
        ("the day before 16 Dec", date(2026, 12, 15)),
        ("in 2 weeks from the 9th", date(2026, 11, 23)),
        ("within 14 days of 9 Nov", date(2026, 11, 23)),
        ("a fortnight from Friday", date(2026, 11, 20)),
        ("a month before 9/1/2027", date(2026, 12, 9)),
        ("one week after end of Nov", date(2026, 12, 7)),
        ("3 days before the end of November", date(2026, 11, 27)),
        ("2 days after the 15th of next month", date(2026, 12, 17)),
        ("2 days after 3 days before 16 Dec", date(2026, 12, 15)),
        ("3 days from 2027-01-09", date(2027, 1, 12)),
        ("2 weeks from today", date(2026, 11, 19)),
        ("2 weeks from now", date(2026, 11, 19)),
        ("tomorrow + 2 weeks", date(2026, 11, 20)),
        ("9 Nov +3d", date(2026, 11, 12)),
        ("2026-12-16 - 2 days", date(2026, 12, 14)),
        ("from tomorrow, 2 weeks", date(2026, 11, 20)),
        ("from 9 Nov 3 days", date(2026, 11, 12)),
        ("48 hours from tomorrow", date(2026, 11, 8)),
        ("2 days before 16 Dec at 10:00", date(2026, 12, 14)),
        ("从明天起两周", date(2026, 11, 20)),
        ("明天起两周后", date(2026, 11, 20)),
        ("明天起两周", date(2026, 11, 20)),
        ("自明天开始两周内", date(2026, 11, 20)),
        ("后天起5个工作日", date(2026, 11, 16)),
        ("从今天起5个工作日", date(2026, 11, 13)),
        ("从现在起两周", date(2026, 11, 19)),
        ("12月16日前两天", date(2026, 12, 14)),
        ("12月16日之前两天", date(2026, 12, 14)),
        ("12月16日的前两天", date(2026, 12, 14)),
        ("12月9日后3天", date(2026, 12, 12)),
        ("12月9日之后三天", date(2026, 12, 12)),
        ("12月9日3天后", date(2026, 12, 12)),
        ("十二月九日的三天后", date(2026, 12, 12)),
        ("周一两天后", date(2026, 11, 11)),
        ("周五后一周", date(2026, 11, 13)),
        ("2027年1月9日起10天", date(2027, 1, 19)),
        ("月底前三天", date(2026, 11, 27)),
        ("下个月9号前两天", date(2026, 12, 7)),
        ("从12月9日算起3天", date(2026, 12, 12)),
        ("2 minggu dari esok", date(2026, 11, 20)),
        ("3 hari dari Isnin", date(2026, 11, 12)),
        ("sehari selepas esok", date(2026, 11, 7)),
        ("2 hari sebelum 16 Dis", date(2026, 12, 14)),
        ("seminggu dari hari Jumaat", date(2026, 11, 13)),
        ("5 hari bekerja dari esok", date(2026, 11, 16)),
        ("dalam tempoh 14 hari daripada 9 Nov", date(2026, 11, 23)),
        ("sehari sebelum hujung bulan", date(2026, 11, 29)),
        ("dua minggu selepas 9hb", date(2026, 11, 23)),
        ("3 hari selepas hujung bulan November", date(2026, 12, 3)),
        ("dari esok, 2 minggu", date(2026, 11, 20)),
        ("hari selepas Jumaat", date(2026, 11, 7)),
    ] {
        assert_eq!(ahead().read(typed), Ok(day), "{typed}");
    }
    let short = NoDay::Short { year: None, month: 2, days: 29 };
    let typed = "2 days after 31 Feb";
    assert_eq!(read(typed), Err(DateFault::NoSuchDay(typed.into(), short)));
    let typed = "5 working days from tomorrow";
    assert_eq!(read(typed), Err(DateFault::NoWorkdays(typed.into())));
    // What is typed as counted from today is, also where `+7d` counts from another day.
    let later = DateRule::after(TODAY, date(2026, 11, 17));
    assert_eq!(later.read("+7d"), Ok(date(2026, 11, 24)));
    for (typed, day) in [
        ("7 days from today", date(2026, 11, 12)),
        ("7 days from now", date(2026, 11, 12)),
        ("in 2 weeks", date(2026, 11, 19)),
        ("两周后", date(2026, 11, 19)),
        ("dalam 2 minggu", date(2026, 11, 19)),
        ("next week", date(2026, 11, 12)),
        // It lies before that day, and is refused there; no other year is meant.
        ("16 Nov", date(2026, 11, 16)),
        ("20 Nov", date(2026, 11, 20)),
        ("9 Jan", date(2027, 1, 9)),
    ] {
        assert_eq!(later.read(typed), Ok(day), "{typed}");
    }
    for typed in [
        "2 weeks ago from tomorrow",
        "days after 9 Nov",
        "2 weeks from soon",
        "few days after 9 Nov",
        "2 weeks of Monday",
        "Monday 2 weeks",
        "9 Nov +3",
    ] {
        assert!(read(typed).is_err(), "{typed}: {:?}", read(typed));
    }
    let past = DateRule::leaning(TODAY, Lean::Past);
    assert_eq!(past.read("3 days before 7 Nov"), Ok(date(2026, 11, 4)));
    assert_eq!(past.read("2 days after Monday"), Ok(date(2026, 11, 4)));
}

#[test]
fn a_day_of_a_month_that_is_told_by_this_one() {
    for (typed, day) in [
        ("the 15th of next month", date(2026, 12, 15)),
        ("15th of next month", date(2026, 12, 15)),
        ("15 next month", date(2026, 12, 15)),
        ("9 bulan depan", date(2026, 12, 9)),
        ("the 9th of this month", date(2026, 11, 9)),
        ("下个月9号", date(2026, 12, 9)),
        ("下月9日", date(2026, 12, 9)),
        ("下个月的9号", date(2026, 12, 9)),
        ("下下个月9号", date(2027, 1, 9)),
        ("本月9号", date(2026, 11, 9)),
        ("9hb bulan depan", date(2026, 12, 9)),
        ("9 haribulan bulan ini", date(2026, 11, 9)),
        ("下下周一", date(2026, 11, 16)),
        ("下下个星期一", date(2026, 11, 16)),
        ("上上周五", date(2026, 10, 23)),
        ("下下周", date(2026, 11, 19)),
        ("下周的周一", date(2026, 11, 9)),
        ("hari Jumaat", date(2026, 11, 6)),
        ("hari Isnin depan", date(2026, 11, 9)),
        ("hari Isnin, 9 Nov", date(2026, 11, 9)),
        ("a fortnight", date(2026, 11, 19)),
        ("in a fortnight's time", date(2026, 11, 19)),
        ("two fortnights", date(2026, 12, 3)),
        ("last day of Nov", date(2026, 11, 30)),
        ("last day of this month", date(2026, 11, 30)),
        ("the last day of the month", date(2026, 11, 30)),
        ("last day of February 2028", date(2028, 2, 29)),
        ("first day of next month", date(2026, 12, 1)),
        ("first of December", date(2026, 12, 1)),
        ("后年1月9日", date(2028, 1, 9)),
        ("再过3天", date(2026, 11, 8)),
        ("过两周", date(2026, 11, 19)),
        ("hari bekerja seterusnya", date(2026, 11, 6)),
        ("11月最后一天", date(2026, 11, 30)),
        ("本月的最后一天", date(2026, 11, 30)),
        ("今年最后一天", date(2026, 12, 31)),
        ("下个月第一天", date(2026, 12, 1)),
        ("hari terakhir bulan ini", date(2026, 11, 30)),
        ("hari terakhir November", date(2026, 11, 30)),
        ("hujung bulan November", date(2026, 11, 30)),
    ] {
        assert_eq!(ahead().read(typed), Ok(day), "{typed}");
    }
    let none = "31st of the month after next and more";
    assert!(read(none).is_err());
    assert!(matches!(
        ahead().read("31 bulan ini"),
        Err(DateFault::NoSuchDay(_, NoDay::Short { days: 30, .. }))
    ));
}

#[test]
fn the_last_day_on_which_something_can_be_is_that_day() {
    let ahead = ahead();
    let (ninth, sixteenth) = (date(2027, 1, 9), date(2026, 11, 16));
    for typed in [
        "until 9 Jan 2027",
        "till 9 Jan",
        "up to 9 January 2027",
        "no later than 9 Jan 2027",
        "9 Jan 2027 at the latest",
        "hingga 9 Jan 2027",
        "sehingga 9 Januari",
        "selewat-lewatnya 9 Jan",
        "截至2027年1月9日",
        "2027年1月9日为止",
        "到1月9日",
        "1月9日之前",
        "1月9日前",
    ] {
        assert_eq!(ahead.read(typed), Ok(ninth), "{typed}");
    }
    for typed in ["16号之前", "16号前", "16日前", "by the 16th", "until the 16th"] {
        assert_eq!(ahead.read(typed), Ok(sixteenth), "{typed}");
    }
    for typed in ["周五前", "周五之前", "by Friday", "hingga Jumaat", "until tomorrow"] {
        assert_eq!(ahead.read(typed), Ok(date(2026, 11, 6)), "{typed}");
    }
    // Behind, 9日前 is nine days ago; and 9天前 is so everywhere.
    let past = DateRule::leaning(TODAY, Lean::Past);
    for rule in [&past, &ahead] {
        assert_eq!(rule.read("9天前"), Ok(date(2026, 10, 27)));
    }
    assert_eq!(past.read("9日前"), Ok(date(2026, 10, 27)));
}

#[test]
fn words_that_name_no_day_are_told_so() {
    for typed in [
        "mid Nov",
        "mid-November",
        "early Dec",
        "late Nov 2026",
        "middle of next month",
        "next year",
        "this year",
        "tahun depan",
        "明年",
        "2027",
        "2027年",
        "Nov",
        "Jan 2027",
        "11月",
        "11月中",
        "12月中旬",
        "12月上旬",
        "pertengahan November",
        "early next week",
        "this weekend",
        "周末",
        "hujung minggu",
        "end of the week",
        "after 5 Nov",
        "from Friday",
        "before 16 Dec",
        "around 9 Nov",
        "sebelum 16 Dis",
        "selepas esok",
        "11月9日左右",
        "11月9日之后",
        "in November",
        "bulan Disember",
        "from now",
    ] {
        let read = ahead().read(typed);
        assert_eq!(read, Err(DateFault::NoSingleDay(typed.into())), "{typed}");
    }
    for lang in Lang::ALL {
        let told = Text::new(lang).date_fault(&DateFault::NoSingleDay("mid Nov".into()));
        assert!(told.contains("mid Nov"), "{told}");
    }
}

#[test]
fn hours_are_days_only_where_they_make_whole_ones() {
    let rule = |lang| DateRule::at(TODAY).in_language(lang);
    for lang in Lang::ALL {
        for typed in ["48 hours", "in 48 hours", "48小时后", "48小时内", "48 jam", "48 jam lagi"]
        {
            assert_eq!(rule(lang).read(typed), Ok(date(2026, 11, 7)), "{typed}");
        }
        for typed in ["36 hours", "3小时后", "10 jam lagi"] {
            assert_eq!(rule(lang).read(typed), Err(DateFault::Hours(typed.into())), "{typed}");
        }
    }
    for lang in [Lang::En, Lang::ZhCn] {
        assert_eq!(rule(lang).read("48h"), Ok(date(2026, 11, 7)));
        assert_eq!(rule(lang).read("+3h"), Err(DateFault::Hours("+3h".into())));
    }
    assert_eq!(rule(Lang::Ms).read("48h"), Err(DateFault::HourOrDay("48h".into())));
    assert_eq!(rule(Lang::Ms).read("2 hari"), Ok(date(2026, 11, 7)));
}

#[test]
fn eight_figures_are_read_from_the_end_that_has_the_year() {
    let day = date(2027, 1, 9);
    for lang in Lang::ALL {
        let read = |typed| Text::new(lang).date_typed(typed, TODAY);
        assert_eq!(read("20270109"), Ok(day));
        assert_eq!(read("09012027"), Ok(day), "{lang:?}");
        assert_eq!(read("26112026"), Ok(date(2026, 11, 26)), "{lang:?}");
    }
    let short = NoDay::Short { year: Some(2027), month: 2, days: 28 };
    assert_eq!(read("31022027"), Err(DateFault::NoSuchDay("31022027".into(), short)));
}

#[test]
fn a_text_of_distances_without_an_end_is_no_date() {
    let rule = DateRule::leaning(TODAY, Lean::Future);
    let day = date(2026, 11, 25);
    assert_eq!(rule.read("3 days after 2 days after 1 week after a week from 6 Nov"), Ok(day));
    // Each of them can be read in several ways: all ways together would take for ever.
    for distance in ["2天后", "2 days from ", "the day after ", "2天后起", "天后", "+2d"] {
        let many = distance.repeat(120 / distance.len() - 1);
        for text in [format!("x{many}"), format!("{many}x"), format!("x {}", many.trim())] {
            assert!(rule.read(&text).is_err(), "{text}");
        }
    }
}
