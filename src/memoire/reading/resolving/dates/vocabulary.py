"""Words of time, and the regular expressions of their parts. Names keep their capital: "may" is no month."""

import re
from collections.abc import Iterable
from typing import Final

from dateutil.relativedelta import relativedelta

from memoire.reading.resolving.dates.periods import Unit

_MONTH_NAMES: Final = (
    "January Jan.", "February Feb.", "March Mar.", "April Apr.", "May", "June Jun.", "July Jul.", "August Aug.",
    "September Sept. Sep.", "October Oct.", "November Nov.", "December Dec.",
)  # fmt: skip
_WEEKDAY_NAMES: Final = (
    "Monday Mon.", "Tuesday Tues. Tue.", "Wednesday Wed.", "Thursday Thurs. Thur. Thu.", "Friday Fri.",
    "Saturday Sat.", "Sunday Sun.",
)  # fmt: skip
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
UNITS: Final[dict[str, Unit]] = {
    "day": "day", "night": "day", "week": "week", "weekend": "weekend", "month": "month", "quarter": "quarter",
    "year": "year", "decade": "decade", "century": "century", "centurie": "century",
    "fiscal year": "fiscal-year", "financial year": "fiscal-year",
}  # fmt: skip
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS: Final = (
    {word: number for number, word in enumerate(_ONES.split(), 1)}
    | {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
    | {"a": 1, "an": 1, "the": 1, "hundred": 100, "": 1}
)
ORDINALS: Final = {
    word: number for number, word in enumerate("first second third fourth fifth sixth".split(), 1)
} | {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": -1, "final": -1, "opening": 1}


def _numbered(lines: Iterable[str], start: int) -> dict[str, int]:
    return {
        form: number
        for number, names in enumerate(lines, start)
        for name in names.replace(".", "").split()
        for form in (name, name.upper())
    }


MONTHS: Final = _numbered(_MONTH_NAMES, 1)
WEEKDAYS: Final = _numbered(_WEEKDAY_NAMES, 0)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


def _names(lines: Iterable[str]) -> str:
    """Full names stand alone; short ones may carry a full stop."""
    forms = [form for line in lines for name in line.split() for form in (name, name.upper())]
    return any_of(form.replace(".", r"\b\.?") if "." in form else form + r"\b" for form in forms)


GAP: Final = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"  # white space, but no empty line
DASH: Final = r"(?:[^\S\n]?[-–—‑][^\S\n]?)"
MONTH: Final = _names(_MONTH_NAMES)
WEEKDAY: Final = _names(_WEEKDAY_NAMES)
SEASON: Final = rf"(?i:{any_of(SEASONS)})\b"
# What is counted: the days or months of one, and its letter in TIMEX3. Hours and minutes are parts of a day.
SPANS: Final = {
    "minute": (relativedelta(), "TM"), "hour": (relativedelta(), "TH"),
    "day": (relativedelta(days=1), "D"), "night": (relativedelta(days=1), "D"),
    "week": (relativedelta(weeks=1), "W"), "weekend": (relativedelta(weeks=1), "WE"),
    "fortnight": (relativedelta(weeks=2), "F"), "month": (relativedelta(months=1), "M"),
    "quarter": (relativedelta(months=3), "Q"), "year": (relativedelta(years=1), "Y"),
    "decade": (relativedelta(years=10), "Y"), "century": (relativedelta(years=100), "Y"),
    "centurie": (relativedelta(years=100), "Y"),
}  # fmt: skip
UNIT: Final = rf"(?i:{any_of(UNITS)})"
SPAN: Final = rf"(?i:{any_of(SPANS)})"
# What is counted in the thousands is no year: "in 2000 villages".
_COUNTED: Final = any_of(
    "troops soldiers people persons men women children dollars euros pounds kilometers kilometres km miles meters "
    "metres feet tons tonnes members officers police cases villages houses homes lives jobs families refugees "
    "migrants workers employees percent per students times hectares acres barrels copies seats votes civilians "
    "Palestinians Ukrainians Israelis Americans additional more other such UTC GMT hours".split()
)
YEAR: Final = rf"(?:1\d|20|21)\d\d(?![\d%]|[,.:/]\d|-\d{{3}}(?!\d\b)|{GAP}{_COUNTED}\b)"
DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th)?(?![\w%:]|,\d)"
_NUMBER = (
    rf"(?:{any_of(_TENS.split())}(?:[- ]{any_of(_ONES.split()[:9])})?|{any_of(_ONES.split())}|(?:an?|one){GAP}hundred|an?"
    r"|\d{1,4}(?:[.]\d)?(?!\d|[,.]\d))"
)
NUMBER: Final = rf"(?i:{_NUMBER})"
# With these a time expression can begin, in small letters; so it can with a digit.
FIRST_WORDS: Final = frozenset(
    [name.lower() for name in (*MONTHS, *WEEKDAYS, *SEASONS, *NUMBERS) if name]
    + "last past previous preceding next coming following upcoming current present today tonight yesterday tomorrow "
    "now currently early mid late earlier later very beginning start middle end close rest remainder first second "
    "third fourth fifth sixth final opening right fy fiscal financial year month world wwi wwii christmas boxing "
    "valentine halloween cold every each per daily weekly monthly quarterly annual annually yearly recently recent "
    "lately soon shortly nowadays days weeks months years decades centuries several many some few multiple couple "
    "more less least over about around nearly almost approximately roughly up noon midnight apartheid arab great "
    "korean vietnam persian gulf holocaust q".split()
)
# And with these only before one of those, of a unit, or of some other words.
WEAK_WORDS: Final = frozenset("the this that these a an its our at more less over about around some up new".split())
SECOND_WORDS: Final = (FIRST_WORDS - WEAK_WORDS) | frozenset(
    [form for span in SPANS for form in (span, span + "s")]
    + "a an morning afternoon evening same near future to than just date weekend eve".split()
)
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
