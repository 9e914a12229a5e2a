#!/usr/bin/env python3
"""Makes holidays.txt, the table of days off that ringoff counts with.

    pip install holidays==0.109
    python3 assets/calendars/generate.py            writes the table
    python3 assets/calendars/generate.py --check    fails if it would differ

Only facts are taken from the package: which date is off and why. The same
version of the package gives the same bytes. What it gets wrong is put right in
overrides.ron, and weekends are in weekends.ron; neither is read here.
"""

import re
import sys
from datetime import timedelta
from pathlib import Path

import holidays

VERSION = "0.109"
TAKEN = "2026-11-24"
YEARS = range(2024, 2032)
EVE = "chinese-new-years-eve"

# Region -> (country, subdivision, categories, last year whose days off were
# published by the authority that sets them; None where a law fixes them).
# The years are those of the official lists that the package cites.
MALAYSIA = {f"MY-{n:02}": ("MY", f"{n:02}", ("public",), 2027) for n in range(1, 17)}
REGIONS = MALAYSIA | {
    # The State Council publishes the year to come late in the year.
    "CN": ("CN", None, ("public",), 2026),
    # Offices also close on Good Friday and on the day after it, which the
    # package keeps among the optional days.
    # The Gazette publishes the year to come in the middle of the year.
    "HK": ("HK", None, ("optional", "public"), 2027),
    "SG": ("SG", None, ("public",), 2027),
    "TW": ("TW", None, ("public",), 2026),
    "MO": ("MO", None, ("public",), 2029),
    "TH": ("TH", None, ("public",), 2026),
    "ID": ("ID", None, ("public",), 2027),
    "PH": ("PH", None, ("public",), 2027),
    # The equinoxes of the year to come are published in February.
    "JP": ("JP", None, ("public",), 2027),
    "US": ("US", None, ("public",), None),
    # New Year's Day and the one in May are proclaimed each year.
    "GB-ENG": ("GB", "ENG", ("public",), 2027),
    "GB-SCT": ("GB", "SCT", ("public",), 2027),
    "GB-NIR": ("GB", "NIR", ("public",), 2027),
    "GB-WLS": ("GB", "WLS", ("public",), 2027),
}

HEAD = f"""\
# Days off by region and year. Made by generate.py from the facts in the Python
# package `holidays` {VERSION}, taken on {TAKEN}; see LICENSE-holidays. Do not
# edit: what is wrong here is put right in overrides.ron.
#
# A region opens with the last year whose days off were published by the
# authority that sets them; `law` where a law fixes them for every year. Then
# come its years: a date (month and day) and what is on it, over and over.
# Names are keys of the locale files (holiday-<name>); several are joined by +.
# ' the day off stands for a holiday that fell on a day of rest
# ~ the date is an estimate: a moon has to be sighted, or a list published
# * a day of rest on which people work
"""


def slug(name):
    """The key of a name: its letters and digits, joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().replace("'", "").replace(".", "")).strip("-")


def token(name):
    """One holiday as it is written: key, then ' and ~ as they apply."""
    marks = ""
    if match := re.search(r"\s*\((observed|estimated|observed, estimated|in lieu)\)$", name):
        name = name[: match.start()]
        marks = "'" * (match[1] != "estimated") + "~" * match[1].endswith("estimated")
    if name.startswith("Day off (substituted from"):
        name = "Day off in exchange"
    return slug(name) + marks


def year_of(days, year):
    """The tokens of one year, in the order of their dates."""
    entries = {}
    for date, names in days.items():
        if date.year == year:
            entries[date] = "+".join(sorted({token(name) for name in names.split("; ")}))
    for date in days.weekend_workdays:
        if date.year == year:
            assert date not in entries, f"{date} is a day off and worked"
            entries[date] = "*"
    # The package has one name for the last two days of the lunar year.
    for date, what in sorted(entries.items()):
        if what == EVE and entries.get(date + timedelta(days=1)) == EVE:
            entries[date] = f"day-before-{EVE}"
    return " ".join(f"{date:%m%d} {what}" for date, what in sorted(entries.items()))


def table():
    """The whole text."""
    lines = [HEAD]
    for region, (country, part, categories, published) in REGIONS.items():
        lines.append(f"{region} published {published or 'law'}\n")
        days = holidays.country_holidays(
            country,
            subdiv=part,
            years=YEARS,
            categories=categories,
            language="en_US",
        )
        lines += [f"{region} {year} {year_of(days, year)}\n" for year in YEARS]
    return "".join(lines)


def main():
    if holidays.__version__ != VERSION:
        sys.exit(f"holidays {VERSION} is needed, this is {holidays.__version__}")
    path = Path(__file__).with_name("holidays.txt")
    text = table()
    if "--check" in sys.argv[1:]:
        if path.read_text(encoding="utf-8") != text:
            sys.exit(f"{path.name} is not what this script makes")
    else:
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
