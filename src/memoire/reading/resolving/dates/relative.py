"""Times told from the day of publication: "yesterday", "last week", "this March", "next Monday"."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from memoire.reading.resolving.dates.anchors import Anchor, choose
from memoire.reading.resolving.dates.meaning import Meaning
from memoire.reading.resolving.dates.periods import Period, day, month, single, year
from memoire.reading.resolving.dates.vocabulary import (
    GAP,
    MONTH,
    MONTHS,
    SEASONS,
    UNIT,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    any_of,
    phrase,
)

_DAYS: Final = {
    "today": 0, "tonight": 0, "now": 0, "currently": 0, "yesterday": -1, "tomorrow": 1, "last night": -1,
    "this morning": 0, "this afternoon": 0, "this evening": 0, "day before yesterday": -2, "day after tomorrow": 2,
}  # fmt: skip
_PARTS_OF_DAY: Final = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "tonight": "NI"}
PART_OF_DAY: Final = r"(?i:morning|afternoon|evening|night)\b"
_STEPS: Final = {"last": -1, "this": 0, "current": 0, "present": 0, "next": 1}
_JUNE: Final = 6
_DAYS_AROUND: Final = range(-21, 22)

DAY_TOLD: Final = re.compile(
    rf"(?:{phrase('the')}{GAP}(?={phrase('day')}))?(?P<day>{phrase(*_DAYS)})\b(?:{GAP}(?P<part>{PART_OF_DAY}))?"
)
THE_WEEKEND: Final = re.compile(phrase("the weekend") + r"\b")
NEW_YEAR: Final = re.compile(phrase("the new year") + r"\b")
UNIT_TOLD: Final = re.compile(
    rf"(?:(?i:the){GAP}(?=(?i:current|present)))?(?P<which>(?i:last|this|current|present|next)){GAP}"
    rf"(?:(?P<unit>{UNIT})\b|(?P<season>(?i:{any_of(SEASONS)}))\b|(?P<month>{MONTH})|(?P<weekday>{WEEKDAY}))"
    rf"(?:{GAP}(?P<part>{PART_OF_DAY}))?"
)


def day_told(found: re.Match[str], anchor: Anchor) -> Meaning:
    """As in "today", "yesterday evening", "now"."""
    words = " ".join(found["day"].lower().split())
    on = day(anchor.day + timedelta(days=_DAYS[words]))
    value = "PRESENT_REF" if words in ("now", "currently") else None
    meaning = Meaning(single(on), f"rule:{words.replace(' ', '-')}", timex_value=value)
    return with_part_of_day(meaning, found["part"] or words.split()[-1])


def with_part_of_day(meaning: Meaning, part: str | None) -> Meaning:
    """The same day; TIMEX3 knows the morning from the night, EDTF does not."""
    code = _PARTS_OF_DAY.get((part or "").lower())
    return replace(meaning, type="TIME", timex_value=f"{meaning.timex}T{code}") if code else meaning


def unit_told(found: re.Match[str], anchor: Anchor) -> Meaning:
    """As in "last week", "this summer", "next January", "last Monday night"."""
    which = found["which"].lower()
    period = _PICKS[_STEPS[which]](_alike(found, anchor), anchor)
    what = next(name for name in ("unit", "season", "month", "weekday") if found[name])
    rule = f"rule:{which}-{found[what].lower() if what == 'unit' else what}".replace(" ", "-")
    return with_part_of_day(Meaning(single(period), rule), found["part"])


def the_weekend(_: re.Match[str], anchor: Anchor) -> Meaning:
    """As in "over the weekend"."""
    weekends = [anchor.this("weekend").moved(n) for n in range(-2, 3)]
    return Meaning(single(choose(weekends, anchor)), "rule:weekend-by-tense", by_tense=True)


def new_year(_: re.Match[str], anchor: Anchor) -> Meaning:
    """As in "the new year": the next, or this one in its first half."""
    return Meaning(single(year(anchor.day.year + (anchor.day.month > _JUNE))), "rule:new-year")


def _alike(found: re.Match[str], anchor: Anchor) -> list[Period]:
    """Every period so called, from some before the day of publication to some after it."""
    if found["weekday"]:
        number = WEEKDAYS[found["weekday"].rstrip(".")]
        days = (anchor.day + timedelta(days=n) for n in _DAYS_AROUND)
        return [day(d) for d in days if d.weekday() == number]
    if found["unit"]:
        return [anchor.this(UNITS[found["unit"].lower()]).moved(n) for n in range(-2, 2)]
    if found["month"]:
        return [month(anchor.day.year + n, MONTHS[found["month"].rstrip(".")]) for n in range(-2, 2)]
    return seasons_around(found["season"], anchor)


def seasons_around(season: str, anchor: Anchor) -> list[Period]:
    """That season of the years around; winter is counted to the year in which it begins."""
    return [Period("season", date(anchor.day.year + n, SEASONS[season.lower()], 1)) for n in range(-2, 2)]


def _last(periods: list[Period], anchor: Anchor) -> Period:
    return [p for p in periods if p.last < anchor.day][-1]


def _this(periods: list[Period], anchor: Anchor) -> Period:
    around = [p for p in periods if p.first <= anchor.day <= p.last]
    if not around and periods[0].unit in ("month", "season"):
        around = [p for p in periods if p.first.year == anchor.day.year]
    return around[0] if around else choose(periods, anchor)


def _next(periods: list[Period], anchor: Anchor) -> Period:
    return next(p for p in periods if p.first > anchor.day)


_PICKS: Final = {-1: _last, 0: _this, 1: _next}
