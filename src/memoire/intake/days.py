"""The day of publication: as given, or as a full date in the first lines says. Nothing is guessed from half a date."""

import re
from datetime import date
from itertools import islice
from typing import Final

from memoire.errors import UsageError

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sep(?:t(?:ember|\.)?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# Named groups may stand once in a pattern: a date is matched whole first, then taken apart.
_DAY_MONTH_YEAR = rf"{_DAY}[\s-](?:of\s)?{MONTH},?[\s-]\d{{4}}"
DATE: Final = rf"(?:{_WEEKDAY},?\s+)?(?:{_DAY_MONTH_YEAR}|{MONTH}\s{_DAY},?\s\d{{4}}|\d{{4}}-\d\d-\d\d)(?!\d)"
_PARTS = re.compile(
    r"(?:(?P<weekday>[a-z]{3})[a-z.]*,?\s+)?"
    r"(?:(?P<day>\d\d?)(?:st|nd|rd|th)?[\s-](?:of\s)?(?P<month>[a-z]{3})[a-z.]*"
    r"|(?P<month_us>[a-z]{3})[a-z.]*\s(?P<day_us>\d\d?)(?:st|nd|rd|th)?),?[\s-](?P<year>\d{4})"
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_ISO_WITH_TIME = re.compile(r"(\d{4})([-/])(\d\d)\2(\d\d)(?:[T ]\d\d:\d\d\S*(?: ?[+-]\d\d:?\d\d)?)?")

_PLACE = rf"(?!{_WEEKDAY},)[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){{0,4}}"
_HOUR = r"(?:[\s,|–-]*(?:at\s)?\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s[A-Z]{2,4})?)?"
_ALONE = re.compile(rf"\W*(?:{_PLACE},\s){{0,3}}({DATE}){_HOUR}\W*")
_LABELLED = re.compile(
    rf"\W*(?:(?:first\s)?published|posted|issued|released?(?:\sdate)?|publication\sdate|dated?(?:\sof\s(?:issue|publication))?)"
    rf"(?:\s?(?:on|at))?\s?:?\s?({DATE}){_HOUR}\W*",
    re.IGNORECASE,
)
# A date alone near the top is that of publication; further down it may be of anything. In 15,198 documents with a known
# day, 551 have one: 378 are that day, 155 one or two days off (mostly the day of a speech put out the next), 18 others.
_TOP_LINES: Final = 8
_TOP_CHARACTERS: Final = 8000
_LONGEST_LINE: Final = 120


def parse_day(value: str) -> date:
    """Return the day that YYYY-MM-DD names.

    Raises:
        UsageError: names the value and the form that is wanted.
    """
    if day := day_of_iso(value):
        return day
    raise UsageError(f"{value!r} is not a day; give --published as YYYY-MM-DD")


def day_of_iso(value: str) -> date | None:
    """Return the day of `YYYY-MM-DD`, or None where the calendar has no such day."""
    try:
        return date.fromisoformat(value) if _ISO.fullmatch(value) else None
    except ValueError:
        return None


def day_of_moment(value: str) -> date | None:
    """Return the day of an ISO 8601 moment as the publisher's clock shows it, or of a date written out."""
    value = " ".join(value.split())[:_LONGEST_LINE]
    if moment := _ISO_WITH_TIME.fullmatch(value):
        return day_of_iso(f"{moment[1]}-{moment[3]}-{moment[4]}")
    found = _ALONE.fullmatch(value)
    return day_of_words(found[1]) if found else None


def day_of_words(words: str) -> date | None:
    """Return the day of a full match of `DATE`; None where there is no such day, or its weekday is another."""
    if _ISO.match(words):
        return day_of_iso(words)
    parts = _PARTS.fullmatch(words.lower())
    if not parts:
        return None
    month = 1 + MONTHS.index(parts["month"] or parts["month_us"])
    try:
        day = date(int(parts["year"]), month, int(parts["day"] or parts["day_us"]))
    except ValueError:
        return None
    return day if not parts["weekday"] or WEEKDAYS.index(parts["weekday"]) == day.weekday() else None


def find_day(text: str) -> date | None:
    """Return the day that stands alone, or labelled as publication, in one of the first lines; the label first."""
    lines = [line for line in first_lines(text) if len(line) <= _LONGEST_LINE]
    for pattern in (_LABELLED, _ALONE):
        for line in lines:
            found = pattern.fullmatch(line)
            if found and (day := day_of_words(found[1])):
                return day
    return None


def first_lines(text: str) -> list[str]:
    """Return the first lines that hold something, without the white space around them."""
    lines = (line.strip() for line in text[:_TOP_CHARACTERS].splitlines())
    return list(islice((line for line in lines if line), _TOP_LINES))
