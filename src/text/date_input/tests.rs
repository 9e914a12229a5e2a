use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::text::Lang;

const TODAY: Date = date(2026, 11, 5);
const SOON: Date = date(2027, 1, 9);

fn read(text: &str) -> Result<Date, DateFault> {
    parse_date(text, TODAY)
}

#[test]
fn dates_and_distances() {
    assert_eq!(read("2026-11-05"), Ok(TODAY));
    assert_eq!(read(" yesterday "), Ok(date(2026, 11, 4)));
    assert_eq!(read("+3d"), Ok(date(2026, 11, 8)));
    assert_eq!(read("-1w"), Ok(date(2026, 10, 29)));
    assert_eq!(read("+1m"), Ok(date(2026, 12, 5)));
    assert_eq!(read("+5"), Ok(date(2026, 11, 10)));
    assert_eq!(read("soon"), Err(DateFault::NotADate("soon".into())));
    for none in [
        "2026-02-30",
        "31/2/2026",
        "1/13/2027",
        "30 Feb",
        "2027年13月1日",
        "29 Feb 2027",
        "9/1/0027",
    ] {
        assert_eq!(read(none), Err(DateFault::NoSuchDay(none.into())), "{none}");
    }
}

#[test]
fn a_date_is_read_as_people_write_it() {
    for typed in [
        "9 Jan 2027",
        "9 January 2027",
        "9 Januari 2027",
        "9th of January, 2027",
        "Jan 9, 2027",
        "January 9 2027",
        "9-1-2027",
        "9.1.2027",
        "9/1/2027",
        "9/1/27",
        "09/01/27",
        "09.01.2027",
        "2027/1/9",
        "2027.01.09",
        "20270109",
        "9-Jan-27",
        "9 JAN 27",
        "9Jan2027",
        "9 Jan. 2027",
        "Sat 9 Jan 2027",
        "Saturday, 9 January 2027",
        "Sabtu, 9 Januari 2027",
        "Sab 9 Jan 2027",
        "2027年1月9日",
        "2027年1月9日周六",
        "2027年1月9日（星期六）",
        "2027 年 1 月 9 日",
        "2027年01月09号",
        "２０２７－０１－０９",
        "２０２７年１月９日",
        "９／１／２０２７",
        "二〇二七年一月九日",
        "27年1月9日",
        "1月9日",
        "9 Jan",
        "9/1",
        "Sat 9 Jan",
        "1月9日周六",
        "9 haribulan Januari 2027",
        "2027-1-9",
    ] {
        assert_eq!(read(typed), Ok(SOON), "{typed}");
    }
    let november = date(2026, 11, 26);
    for typed in ["Kha 26 Nov 2026", "26 Nov 2026", "26 november", "十一月二十六日", "Khamis 26/11"]
    {
        assert_eq!(read(typed), Ok(november), "{typed}");
    }
    for typed in ["today", "今天", "hari ini", "Hari  Ini", "+0d", "-0"] {
        assert_eq!(read(typed), Ok(TODAY), "{typed}");
    }
    for typed in ["+7d", "+1w", "+7 days", "＋７d", "in 7 days", "7 hari lagi", "7天后", "+7天"]
    {
        assert_eq!(read(typed), Ok(date(2026, 11, 12)), "{typed}");
    }
    for typed in ["7 days ago", "7 hari yang lalu", "7天前", "-7d"] {
        assert_eq!(read(typed), Ok(date(2026, 10, 29)), "{typed}");
    }
    let slip = DateFault::OtherWeekday("Fri 9 Jan 2027".into(), SOON);
    assert_eq!(read("Fri 9 Jan 2027"), Err(slip));
}

#[test]
fn days_of_the_week_and_lengths_are_read() {
    // Thursday.
    let (monday, friday) = (date(2026, 11, 9), date(2026, 11, 6));
    for typed in ["monday", "next Monday", "下周一", "下个星期一", "isnin", "Isnin depan", "on Mon"]
    {
        assert_eq!(read(typed), Ok(monday), "{typed}");
    }
    for typed in ["Fri", "this friday", "本周五", "Jumaat ini", "周五"] {
        assert_eq!(read(typed), Ok(friday), "{typed}");
    }
    for typed in ["last friday", "上周五", "Jumaat lalu"] {
        assert_eq!(read(typed), Ok(date(2026, 10, 30)), "{typed}");
    }
    // The day it is says nothing of today.
    assert_eq!(read("thursday"), Ok(date(2026, 11, 12)));
    let past = DateRule::leaning(TODAY, Lean::Past);
    assert_eq!(past.read("thursday"), Ok(date(2026, 10, 29)));
    assert_eq!(past.read("friday"), Ok(date(2026, 10, 30)));
    assert_eq!((read("3d"), past.read("3d")), (Ok(date(2026, 11, 8)), Ok(date(2026, 11, 2))));
    for typed in ["两周后", "2 weeks", "十四天", "14天"] {
        assert_eq!(read(typed), Ok(date(2026, 11, 19)), "{typed}");
    }
    for typed in ["大后天", "tulat"] {
        assert_eq!(read(typed), Ok(date(2026, 11, 8)), "{typed}");
    }
    for typed in ["9 Jan 2027 10:00", "9 Jan 2027, 10:00", "2027-01-09T10:00:30", "2027年元月9日"]
    {
        assert_eq!(read(typed), Ok(SOON), "{typed}");
    }
}

#[test]
fn a_moment_is_the_day_that_is_written_in_it() {
    for typed in [
        "2027-01-09T10:00:00+08:00",
        "2027-01-09T23:59:59.999Z",
        "2027-01-09T00:00Z",
        "2027-01-09T10:00+08:00[Asia/Kuala_Lumpur]",
        "20270109T100000Z",
        "2027-01-09 10:00",
        "2027-01-09 10:00 UTC",
        "2027-01-09 10:00:00 -0500",
        "2027-01-09 10:00:00.123 +08",
        "9 Jan 2027, 10:00",
        "9 Jan 2027 at 10:00 a.m.",
        "9 Jan 2027 10am",
        "9/1/2027 10:00 PM",
        "10:00, 9 Jan 2027",
        "10:00 AM, Sat 9 Jan 2027",
        "Sat, 09 Jan 2027 10:00:00 +0800 (MYT)",
        "Sat Jan  9 10:00:00 2027",
        "Sat Jan  9 10:00:00 MYT 2027",
        "9 Januari 2027, 10.30 pagi",
        "9 Jan 2027 pukul 10.30 malam",
        "Sabtu 9 Jan 2027 jam 10:00 waktu Malaysia",
        "2027年1月9日 10:00",
        "2027年1月9日10时30分",
        "2027年1月9日上午10点",
        "2027年1月9日 下午3点半",
        "2027年1月9日（周六）晚上 10：00",
        "2027-01-09，10:00",
    ] {
        assert_eq!(read(typed), Ok(SOON), "{typed}");
        assert!(has_time(typed), "{typed}");
    }
    for typed in ["2027-01-09", "9.1.2027", "+3h", "3 hari", "2027年1月9日（周六）", "9 Jan"]
    {
        assert!(!has_time(typed), "{typed}");
    }
}

#[test]
fn what_is_no_date_is_refused() {
    for typed in [
        "",
        "-",
        "9",
        "2027",
        "9 1",
        "Jan 2027",
        "9-1/2027",
        "9/1/270",
        "9/1/2027/3",
        "9 Jan 2027 x",
        // A time alone is no date, and no part of one that is no time is left out.
        "10:00",
        "10pm",
        "上午10点",
        "2027-01-09 10:75",
        "2027-01-09 25:00",
        "2027-01-09 10:00 11:00",
        "2027-01-09 10:00 soon",
        "2027-01-09T10",
        "monday tuesday",
        "next",
        "1e3",
        "d",
        "+",
        "+d",
        "in days",
        "9 Jan Feb 2027",
        "月日",
        "123456789",
        "9//1/2027",
        "+99999d",
        "99999999999999999999",
    ] {
        let refused = read(typed);
        assert!(matches!(refused, Err(DateFault::NotADate(_))), "{typed}: {refused:?}");
    }
}

#[test]
fn a_missing_year_and_a_distance_follow_what_the_date_is_for() {
    let typed = |rule: DateRule, text| rule.read(text);
    let past = DateRule::leaning(TODAY, Lean::Past);
    let future = DateRule::leaning(TODAY, Lean::Future);
    assert_eq!(typed(past, "9 Jan"), Ok(date(2026, 1, 9)));
    assert_eq!(typed(future, "9 Jan"), Ok(SOON));
    assert_eq!(typed(future, "1 Aug"), Ok(date(2027, 8, 1)));
    assert_eq!(typed(future, "20 Oct"), Ok(date(2026, 10, 20)));
    let last = DateRule::after(TODAY, date(2026, 11, 17));
    assert_eq!(typed(last, "+7d"), Ok(date(2026, 11, 24)));
    assert_eq!(typed(last, "today"), Ok(TODAY));
}

proptest! {
    #[test]
    fn anything_typed_is_a_date_or_refused(text in "[-+0-9dwm./年月日 ]{0,12}|\\PC{0,8}") {
        let _ = parse_date(&text, TODAY);
    }

    #[test]
    fn every_date_the_program_prints_is_read_back(
        days in -20_000_i32..40_000, back in 0_i32..360, ahead in -50_i32..300,
    ) {
        let later = |days: i32| TODAY.checked_add(days.days()).expect("a day");
        for lang in Lang::ALL {
            let text = Text::new(lang);
            let any = later(days);
            prop_assert_eq!(read(&text.full_date(any)), Ok(any));
            prop_assert_eq!(read(&any.to_string()), Ok(any));
            prop_assert_eq!(read(&text.date_near(any.with().year(2031).build().unwrap_or(SOON), TODAY)),
                Ok(any.with().year(2031).build().unwrap_or(SOON)));
            for (day, lean) in [(later(-back), Lean::Past), (later(ahead), Lean::Future)] {
                let rule = DateRule::leaning(TODAY, lean);
                prop_assert_eq!(rule.read(&text.date(day)), Ok(day));
                prop_assert_eq!(rule.read(&text.day(day)), Ok(day));
                prop_assert_eq!(rule.read(&text.date_near(day, TODAY)), Ok(day));
            }
        }
    }
}

#[test]
fn a_day_of_the_week_leads_to_no_other_year() {
    let years = |typed: &str| match DateRule::leaning(TODAY, Lean::Future).read(typed) {
        Err(DateFault::OtherWeekdays(_, days)) => days,
        other => panic!("{typed}: {other:?}"),
    };
    let expected = [date(2025, 11, 17), date(2026, 11, 17), date(2027, 11, 17)];
    for typed in ["Fri 17 Nov", "11月17日周五", "Thu 17 Nov", "Mon 17 Nov", "Sat 17/11"] {
        assert_eq!(years(typed), expected, "{typed}");
    }
    let tuesday = DateRule::leaning(TODAY, Lean::Future).read("Tue 17 Nov");
    assert_eq!(tuesday, Ok(date(2026, 11, 17)));
    let last = DateRule::leaning(TODAY, Lean::Past).read("Mon 17 Nov");
    assert_eq!(last, Ok(date(2025, 11, 17)));
    let told = Text::new(Lang::En)
        .date_fault(&DateFault::OtherWeekdays("Fri 17 Nov".into(), expected.to_vec()));
    assert!(told.contains("Tue 17 Nov 2026"), "{told}");
}

#[test]
fn numbers_stand_in_the_order_of_the_language() {
    let chinese = |typed| Text::new(Lang::ZhCn).date_typed(typed, TODAY);
    for typed in ["11/6", "11.6", "11-06", "11/6 周五"] {
        assert_eq!(chinese(typed), Ok(date(2026, 11, 6)), "{typed}");
    }
    assert_eq!(chinese("1/9"), Ok(SOON));
    // The rule is the same with a year, which makes no difference where it stands in front.
    for typed in ["1/9/2027", "1-9-2027", "1.9.27", "01-09-27", "2027/1/9"] {
        assert_eq!(chinese(typed), Ok(SOON), "{typed}");
    }
    assert_eq!(chinese("9/1/2027"), Ok(date(2027, 9, 1)));
    // There is no month 26.
    assert_eq!(chinese("26/11"), Ok(date(2026, 11, 26)));
    assert_eq!(chinese("26/11/2026"), Ok(date(2026, 11, 26)));
    for lang in [Lang::En, Lang::Ms] {
        let read = Text::new(lang).date_typed("11/6", TODAY);
        assert_eq!(read.map(|day| (day.month(), day.day())), Ok((6, 11)), "{lang:?}");
    }
    for lang in Lang::ALL {
        let read = |typed| Text::new(lang).date_typed(typed, TODAY);
        assert_eq!(read("27-01-09"), Ok(SOON));
        let last = if lang == Lang::ZhCn { date(2027, 9, 1) } else { SOON };
        assert_eq!(read("09-01-27"), Ok(last), "{lang:?}");
    }
}

#[test]
fn what_lies_ahead_is_the_next_such_day() {
    let ahead = DateRule::leaning(TODAY, Lean::Future).not_before(TODAY);
    assert_eq!(ahead.read("11-09"), Ok(date(2027, 9, 11)));
    assert_eq!(ahead.read("12/10"), Ok(date(2027, 10, 12)));
    assert_eq!(ahead.read("5/11"), Ok(TODAY));
    assert_eq!(ahead.read("4 Nov"), Ok(date(2027, 11, 4)));
    let past = DateRule::leaning(TODAY, Lean::Past);
    assert_eq!(past.read("6/11"), Ok(date(2025, 11, 6)));
    assert_eq!(
        (ahead.read("9th"), past.read("9th")),
        (Ok(date(2026, 11, 9)), Ok(date(2026, 10, 9)))
    );
    assert_eq!(ahead.read("4日"), Ok(date(2026, 12, 4)));
}

#[test]
fn words_for_days_are_read() {
    let week = date(2026, 11, 12);
    for typed in [
        "next week",
        "in a week",
        "a week",
        "下周",
        "下星期",
        "下个星期",
        "minggu depan",
        "seminggu lagi",
        "\u{22}2026-11-12\u{22}",
    ] {
        assert_eq!(read(typed), Ok(week), "{typed}");
    }
    for typed in ["in two weeks", "two weeks", "dua minggu lagi", "fortnight", "2 weeks"] {
        assert_eq!(read(typed), Ok(date(2026, 11, 19)), "{typed}");
    }
    for typed in ["Monday next week", "Isnin minggu depan", "Isnin hadapan", "next week Monday"] {
        assert_eq!(read(typed), Ok(date(2026, 11, 9)), "{typed}");
    }
    for (typed, day) in [
        ("下个月", date(2026, 12, 5)),
        ("月底", date(2026, 11, 30)),
        ("end of month", date(2026, 11, 30)),
        ("hujung bulan", date(2026, 11, 30)),
        ("明早", date(2026, 11, 6)),
        ("tmr", date(2026, 11, 6)),
        ("coming Friday", date(2026, 11, 6)),
        ("后日", date(2026, 11, 7)),
        ("半个月后", date(2026, 11, 20)),
        ("大前天", date(2026, 11, 2)),
        ("now", TODAY),
        ("明年1月9日", SOON),
        ("9 Jan next year", SOON),
        ("9 Januari tahun depan", SOON),
        ("2 hari lepas", date(2026, 11, 3)),
        ("last week", date(2026, 10, 29)),
        ("9日", date(2026, 11, 9)),
        ("9号", date(2026, 11, 9)),
        ("9th", date(2026, 11, 9)),
        ("9hb", date(2026, 11, 9)),
    ] {
        assert_eq!(read(typed), Ok(day), "{typed}");
    }
    for typed in ["week", "next", "next day", "minggu", "9", "next year", "32nd"] {
        assert!(read(typed).is_err(), "{typed}");
    }
}
