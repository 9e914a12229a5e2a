mod any_offset;
mod named;
mod offsets;

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::text::Lang;

const TODAY: Date = date(2026, 11, 5);
const SOON: Date = date(2027, 1, 9);

fn read(text: &str) -> Result<Date, DateFault> {
    DateRule::at(TODAY).read(text)
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
    let short = |year, month, days| NoDay::Short { year, month, days };
    for (none, why) in [
        ("2026-02-30", short(Some(2026), 2, 28)),
        ("31/2/2026", short(Some(2026), 2, 28)),
        ("2026年2月30日", short(Some(2026), 2, 28)),
        ("31 Apr", short(None, 4, 30)),
        ("30 Feb", short(None, 2, 29)),
        ("29 Feb 2027", short(Some(2027), 2, 28)),
        ("1/13/2027", NoDay::Order),
        ("2027年13月1日", NoDay::Shape),
        ("2027-13-01", NoDay::Shape),
        ("2027-11-00", NoDay::Shape),
        ("32nd", NoDay::Longest),
    ] {
        assert_eq!(read(none), Err(DateFault::NoSuchDay(none.into(), why)), "{none}");
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
        assert!(typed_time(typed).is_some(), "{typed}");
    }
    for typed in ["2027-01-09", "9.1.2027", "+3h", "3 hari", "2027年1月9日（周六）", "9 Jan"]
    {
        assert!(typed_time(typed).is_none(), "{typed}");
    }
}

#[test]
fn what_is_no_date_is_refused() {
    for typed in [
        "",
        "-",
        "9",
        "9 1",
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
        "99999999999999999999",
    ] {
        let refused = read(typed);
        assert!(matches!(refused, Err(DateFault::NotADate(_))), "{typed}: {refused:?}");
    }
}

#[test]
fn a_missing_year_and_a_distance_follow_what_the_date_is_for() {
    let typed = |rule: &DateRule, text| rule.read(text);
    let past = DateRule::leaning(TODAY, Lean::Past);
    let future = DateRule::leaning(TODAY, Lean::Future);
    assert_eq!(typed(&past, "9 Jan"), Ok(date(2026, 1, 9)));
    assert_eq!(typed(&future, "9 Jan"), Ok(SOON));
    assert_eq!(typed(&future, "1 Aug"), Ok(date(2027, 8, 1)));
    assert_eq!(typed(&future, "20 Oct"), Ok(date(2026, 10, 20)));
    let last = DateRule::after(TODAY, date(2026, 11, 17));
    assert_eq!(typed(&last, "+7d"), Ok(date(2026, 11, 24)));
    assert_eq!(typed(&last, "today"), Ok(TODAY));
}

proptest! {
    #[test]
    fn anything_typed_is_a_date_or_refused(text in "[-+0-9dwm./年月日 ]{0,12}|\\PC{0,8}") {
        let _ = read(&text);
    }

    #[test]
    fn every_date_the_program_prints_is_read_back(
        days in -18_000_i32..18_000, back in 0_i32..360, ahead in -50_i32..300,
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
    // With its year behind it the day stands first everywhere, as the carrier prints it.
    for typed in ["9/1/2027", "9-1-2027", "9.1.27", "09-01-27", "09/01/2027", "2027/1/9"] {
        assert_eq!(chinese(typed), Ok(SOON), "{typed}");
    }
    assert_eq!(chinese("1/9/2027"), Ok(date(2027, 9, 1)));
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
        assert_eq!(read("09-01-27"), Ok(SOON), "{lang:?}");
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

/// The working days and the clocks of Kuala Lumpur.
fn in_kuala_lumpur() -> DatePlace {
    let calendar = crate::calendar::Calendar::find("MY-14").expect("a region");
    let zone = TimeZone::fixed(jiff::tz::offset(8));
    DatePlace { workdays: Workdays::by(calendar), zone: Some(zone) }
}

#[test]
fn working_days_are_those_of_the_place() {
    let rule = |lean| DateRule::leaning(TODAY, lean).at_place(in_kuala_lumpur());
    let (ahead, past) = (rule(Lean::Future), rule(Lean::Past));
    // Monday 9 November is off for Deepavali.
    for typed in [
        "5 working days",
        "in 5 working days",
        "5 wd",
        "5wd",
        "+5wd",
        "+5 working days",
        "five working days",
        "5 business days",
        "5个工作日后",
        "5个工作日",
        "五个工作日之后",
        "5工作日",
        "5 hari bekerja",
        "5 hari bekerja lagi",
        "dalam 5 hari bekerja",
        "lima hari bekerja",
        "+5 hari bekerja",
        "within 5 working days",
        "5 working days from now",
        "in 5 working days' time",
        "五个工作日内",
        "dalam masa 5 hari bekerja",
        "5 hari bekerja dari sekarang",
    ] {
        assert_eq!(ahead.read(typed), Ok(date(2026, 11, 13)), "{typed}");
        assert_eq!(read(typed), Err(DateFault::NoWorkdays(typed.into())), "{typed}");
    }
    for typed in ["next working day", "下个工作日", "1 working day"] {
        assert_eq!(ahead.read(typed), Ok(date(2026, 11, 6)), "{typed}");
    }
    let back = ["4 working days ago", "4个工作日前", "4 hari bekerja lalu", "-4wd"];
    for typed in back {
        assert_eq!(ahead.read(typed), Ok(date(2026, 10, 30)), "{typed}");
    }
    assert_eq!(past.read("4 working days"), Ok(date(2026, 10, 30)));
    assert!(matches!(ahead.read("99999 wd"), Err(DateFault::TooFar(_))));
    assert!(matches!(ahead.read("5 working weeks"), Err(DateFault::NotADate(_))));
}

#[test]
fn years_and_the_ends_of_months_are_read() {
    let future = DateRule::leaning(TODAY, Lean::Future);
    for (typed, day) in [
        ("+1y", date(2027, 11, 5)),
        ("in 1 year", date(2027, 11, 5)),
        ("in a year", date(2027, 11, 5)),
        ("in 2 years", date(2028, 11, 5)),
        ("in a year's time", date(2027, 11, 5)),
        ("a year from today", date(2027, 11, 5)),
        ("twelve months", date(2027, 11, 5)),
        ("半年后", date(2027, 5, 5)),
        ("1年后", date(2027, 11, 5)),
        ("两年后", date(2028, 11, 5)),
        ("setahun lagi", date(2027, 11, 5)),
        ("1 tahun lagi", date(2027, 11, 5)),
        ("2 tahun lalu", date(2024, 11, 5)),
        ("2 years ago", date(2024, 11, 5)),
        ("minggu lalu", date(2026, 10, 29)),
        ("EOM", date(2026, 11, 30)),
        ("month end", date(2026, 11, 30)),
        ("the end of the month", date(2026, 11, 30)),
        ("月底", date(2026, 11, 30)),
        ("本月底", date(2026, 11, 30)),
        ("hujung bulan ini", date(2026, 11, 30)),
        ("end of next month", date(2026, 12, 31)),
        ("下个月底", date(2026, 12, 31)),
        ("下月底", date(2026, 12, 31)),
        ("hujung bulan depan", date(2026, 12, 31)),
        ("end of Nov", date(2026, 11, 30)),
        ("End of November", date(2026, 11, 30)),
        ("end Nov", date(2026, 11, 30)),
        ("11月底", date(2026, 11, 30)),
        ("十一月底", date(2026, 11, 30)),
        ("hujung November", date(2026, 11, 30)),
        ("akhir Jan", date(2027, 1, 31)),
        ("end of February", date(2027, 2, 28)),
        ("end of Feb 2028", date(2028, 2, 29)),
        ("2028年2月底", date(2028, 2, 29)),
        ("明年2月底", date(2027, 2, 28)),
        ("end of Feb next year", date(2027, 2, 28)),
        ("beginning of December", date(2026, 12, 1)),
        ("12月初", date(2026, 12, 1)),
        ("awal Disember", date(2026, 12, 1)),
        ("start of next month", date(2026, 12, 1)),
        ("end of year", date(2026, 12, 31)),
        ("年底", date(2026, 12, 31)),
        ("明年年底", date(2027, 12, 31)),
        ("hujung tahun", date(2026, 12, 31)),
        ("end of 2027", date(2027, 12, 31)),
    ] {
        assert_eq!(future.read(typed), Ok(day), "{typed}");
    }
    let past = DateRule::leaning(TODAY, Lean::Past);
    assert_eq!(past.read("end of month"), Ok(date(2026, 10, 31)));
    assert_eq!(past.read("end of Oct"), Ok(date(2026, 10, 31)));
    for typed in ["end", "end of", "底", "end of 5 Nov", "end of next", "初"] {
        assert!(matches!(read(typed), Err(DateFault::NotADate(_))), "{typed}: {:?}", read(typed));
    }
}

#[test]
fn a_part_of_the_day_beside_a_date_is_read_over() {
    let (tomorrow, friday) = (date(2026, 11, 6), date(2026, 11, 6));
    for typed in [
        "tomorrow morning",
        "tomorrow at noon",
        "明天上午",
        "明天晚上",
        "明晚",
        "esok pagi",
        "esok, petang",
    ] {
        assert_eq!(read(typed), Ok(tomorrow), "{typed}");
    }
    for typed in ["Friday afternoon", "on Friday evening", "周五下午", "周五晚", "petang Jumaat"]
    {
        assert_eq!(read(typed), Ok(friday), "{typed}");
    }
    for typed in
        ["9 Jan morning", "morning of 9 Jan", "9 Jan in the morning", "1月9日上午", "9 Jan pagi"]
    {
        assert_eq!(read(typed), Ok(SOON), "{typed}");
    }
    for typed in ["tonight", "this afternoon", "今晚", "malam ini"] {
        assert_eq!(read(typed), Ok(TODAY), "{typed}");
    }
    for typed in ["morning", "上午", "morning afternoon", "the morning"] {
        assert!(matches!(read(typed), Err(DateFault::NotADate(_))), "{typed}");
    }
}

#[test]
fn what_lies_more_than_fifty_years_away_is_a_slip() {
    for typed in
        ["9999-12-31", "9/1/0027", "2077-01-01", "1975-01-01", "+60y", "+99999d", "+999999999999d"]
    {
        assert_eq!(read(typed), Err(DateFault::TooFar(typed.into())), "{typed}");
    }
    assert_eq!(read("2076-12-31"), Ok(date(2076, 12, 31)));
    assert_eq!(read("1976-01-01"), Ok(date(1976, 1, 1)));
    let any = DateRule::at(TODAY).endless();
    assert_eq!(any.read("9999-12-31"), Ok(Date::MAX));
}

#[test]
fn a_moment_of_another_zone_is_the_day_that_it_is_then_in_the_place() {
    let there = |typed| DateRule::at(TODAY).at_place(in_kuala_lumpur()).read(typed);
    for typed in [
        "2027-01-08T23:30:00Z",
        "2027-01-08 16:00Z",
        "2027-01-08 20:00 UTC",
        "2027-01-08 8 pm UTC",
        "20270108T230000Z",
        "2027-01-09 23:59 +08:00",
        "2027-01-09 23:59 MYT",
        "2027-01-08T11:30-0500",
        "2027-01-10 00:30 +0900",
        "Fri, 08 Jan 2027 17:00:00 GMT",
        // Nobody said in which zone: as it is written.
        "2027-01-09 23:59",
        "2027-01-09 00:00",
        "2027-01-09 23:00 CST",
    ] {
        assert_eq!(there(typed), Ok(SOON), "{typed}");
    }
    assert_eq!(there("2027-01-09 12:30 am UTC"), Ok(SOON));
    assert_eq!(there("2027-01-08T15:59:59Z"), Ok(date(2027, 1, 8)));
    assert!(typed_time("9 Jan 10:00Z").is_some_and(|time| time.offset.is_some()));
    assert!(typed_time("9 Jan 10:00").is_some_and(|time| time.offset.is_none()));
}

#[test]
fn a_day_that_its_month_does_not_have_is_told_so() {
    for (lang, month) in
        [(Lang::En, "February 2027"), (Lang::ZhCn, "2027年2月"), (Lang::Ms, "Februari 2027")]
    {
        let text = Text::new(lang);
        let fault = text.date_typed("2027-02-30", TODAY).expect_err("no such day");
        let told = text.date_fault(&fault);
        assert!(told.contains(month) && told.contains("28"), "{told}");
    }
}
