"""Words of time, and the regular expressions of their parts. Names keep their capital: "may" is no month."""

import re
from collections.abc import Iterable
from typing import Final

from dateutil.relativedelta import relativedelta

from memoire.reading.resolving.dates.periods import Unit

# Full names, and short ones with the full stop that they may carry.
_MONTH_NAMES: Final = (
    "January Jan.", "February Feb.", "March Mar.", "April Apr.", "May", "June Jun.", "July Jul.", "August Aug.",
    "September Sept. Sep.", "October Oct.", "November Nov.", "December Dec.",
)  # fmt: skip
_WEEKDAY_NAMES: Final = (
    "Monday Mon.", "Tuesday Tues. Tue.", "Wednesday Wed.", "Thursday Thurs. Thur. Thu.", "Friday Fri.",
    "Saturday Sat.", "Sunday Sun.",
)  # fmt: skip
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # by first month
UNITS: Final[dict[str, Unit]] = {
    "day": "day", "night": "day", "week": "week", "weekend": "weekend", "month": "month", "quarter": "quarter",
    "year": "year", "decade": "decade", "century": "century", "fiscal year": "fiscal-year",
    "financial year": "fiscal-year",
}  # fmt: skip
# What is counted: how long one is, and its letter in TIMEX3. Hours and minutes are parts of a day.
SPANS: Final = {
    "minute": (relativedelta(), "TM"), "hour": (relativedelta(), "TH"),
    "day": (relativedelta(days=1), "D"), "night": (relativedelta(days=1), "D"),
    "week": (relativedelta(weeks=1), "W"), "weekend": (relativedelta(weeks=1), "WE"),
    "fortnight": (relativedelta(weeks=2), "F"), "month": (relativedelta(months=1), "M"),
    "quarter": (relativedelta(months=3), "Q"), "year": (relativedelta(years=1), "Y"),
    "decade": (relativedelta(years=10), "Y"), "century": (relativedelta(years=100), "Y"),
    "centurie": (relativedelta(years=100), "Y"),
}  # fmt: skip
_ONES: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS: Final = (
    {word: number for number, word in enumerate(_ONES, 1)}
    | {word: 10 * number for number, word in enumerate(_TENS, 2)}
    | {"a": 1, "an": 1, "hundred": 100}
)
ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "opening": 1,
    "last": -1, "final": -1,
}  # fmt: skip
# What comes in thousands: "in 2000 villages" names no year.
_COUNTED: Final = (
    "troops", "soldiers", "people", "persons", "men", "women", "children", "dollars", "euros", "pounds", "kilometers",
    "kilometres", "km", "miles", "meters", "metres", "feet", "tons", "tonnes", "members", "officers", "police", "cases",
    "villages", "houses", "homes", "lives", "jobs", "families", "refugees", "migrants", "workers", "employees",
    "percent", "per", "students", "times", "hectares", "acres", "barrels", "copies", "seats", "votes", "civilians",
    "Palestinians", "Ukrainians", "Israelis", "Americans", "additional", "more", "other", "such", "UTC", "GMT", "hours",
)  # fmt: skip
FIRST_MODERN_YEAR, LAST_MODERN_YEAR = 1900, 2100


def _numbered(lines: Iterable[str], start: int) -> dict[str, int]:
    return {
        form: number
        for number, names in enumerate(lines, start)
        for name in names.replace(".", "").split()
        for form in (name, name.upper())
    }


MONTHS: Final = _numbered(_MONTH_NAMES, 1)
WEEKDAYS: Final = _numbered(_WEEKDAY_NAMES, 0)
# By themselves "Sun" and "Mar" are rather other words.
SHORT_NAMES: Final = frozenset(
    name.rstrip(".") for line in (*_MONTH_NAMES, *_WEEKDAY_NAMES) for name in line.split()[1:]
)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


def _names(lines: Iterable[str]) -> str:
    forms = [form for line in lines for name in line.split() for form in (name, name.upper())]
    return any_of(form.replace(".", r"\b\.?") if "." in form else form + r"\b" for form in forms)


GAP: Final = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"  # white space, but no empty line
DASH: Final = r"(?:[^\S\n]?[-–—‑][^\S\n]?)"
MONTH: Final = _names(_MONTH_NAMES)
WEEKDAY: Final = _names(_WEEKDAY_NAMES)
UNIT: Final = rf"(?i:{any_of(UNITS)})"
SPAN: Final = rf"(?i:{any_of(SPANS)})"
YEAR: Final = rf"(?:1\d|20|21)\d\d(?![\d%]|[,.:/]\d|-\d{{3}}(?!\d\b)|{GAP}{any_of(_COUNTED)}\b)"
DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th)?(?![\w%:]|,\d)"
_IN_WORDS: Final = rf"{any_of(_TENS)}(?:[- ]{any_of(_ONES[:9])})?|{any_of(_ONES)}|(?:an?|one){GAP}hundred|an?"
NUMBER: Final = rf"(?i:(?:{_IN_WORDS}|\d{{1,4}}(?:[.]\d)?(?!\d|[,.]\d)))"
FEW: Final = rf"(?i:(?:(?:a|the){GAP})?(?:few|couple(?:{GAP}of)?)|several|many|some|multiple|recent|number of)"


def phrase(*phrases: str) -> str:
    """A pattern for any of these phrases, in either case and with any white space between their words."""
    return rf"(?i:{any_of(words.replace(' ', GAP) for words in phrases)})"


def number_of(words: str) -> int:
    """The number written in digits or words ("twenty-four", "a hundred", "3")."""
    parts = re.split(r"[\s-]+", words.lower())
    if parts[-1] == "hundred":
        return NUMBERS["hundred"]
    return sum(int(float(part)) if part[0].isdigit() else NUMBERS[part] for part in parts)
