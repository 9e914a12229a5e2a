#!/usr/bin/env python3
"""Makes expected.txt, what tests/calendar.rs holds the engine against.

    pip install holidays==0.109
    python3 tests/calendar/expect.py             writes it
    python3 tests/calendar/expect.py --check     fails if it would differ

It shares nothing with assets/calendars: neither the table nor its generator,
weekends or overrides are read. The package itself says whether people work on a
day, after it was told the two days off it lacks and Hong Kong's office week.

A line is a region, a year and the beginning of the SHA-256 of this: for each day
of the year as day 0, and for each n from 1 to 30, a byte that says how many days
later the n-th working day is.
"""

import hashlib
import sys
from datetime import date, timedelta
from pathlib import Path

import holidays

FIRST, LAST, WINDOW = 2024, 2030, 30
SATURDAY_AND_SUNDAY = [4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15, 16]
LACKING = {date(2024, 7, 8): SATURDAY_AND_SUNDAY, date(2027, 6, 8): [1, *SATURDAY_AND_SUNDAY]}


def calendar(country, part):
    years = range(FIRST, LAST + 2)
    if country == "HK":
        days = holidays.HK(years=years, categories=("public", "optional"))
        days.weekend = {5, 6}
    else:
        days = holidays.country_holidays(country, subdiv=part, years=years)
    if country == "MY":
        for day, states in LACKING.items():
            if int(part) in states and day not in days:
                days[day] = "Awal Muharam"
    return days


def digest(works, year):
    told = bytearray()
    day = date(year, 1, 1)
    while day.year == year:
        later, found = 0, 0
        while found < WINDOW:
            later += 1
            if works[day + timedelta(later)]:
                found += 1
                told.append(later)
        day += timedelta(1)
    return hashlib.sha256(told).hexdigest()[:16]


def main():
    places = [("MY", f"{n:02}") for n in range(1, 17)]
    places += [(one, None) for one in "CN HK SG TW MO TH ID PH JP US".split()]
    places += [("GB", part) for part in "ENG SCT NIR WLS".split()]
    lines = []
    for country, part in places:
        days = calendar(country, part)
        works, day = {}, date(FIRST, 1, 1)
        while day.year <= LAST + 1:
            works[day] = days.is_working_day(day)
            day += timedelta(1)
        # The package's own counting agrees with the walk above.
        for start in (date(2026, 3, 17), date(2026, 12, 22), date(2027, 6, 1)):
            walked = [d for d in works if d > start and works[d]][6]
            assert days.get_nth_working_day(start, 7) == walked, (country, part, start)
        region = f"{country}-{part}" if part else country
        lines += [f"{region} {year} {digest(works, year)}\n" for year in range(FIRST, LAST + 1)]
    path = Path(__file__).with_name("expected.txt")
    text = "".join(lines)
    if "--check" in sys.argv[1:]:
        if path.read_text(encoding="utf-8") != text:
            sys.exit(f"{path.name} is not what this script makes")
    else:
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
