"""Parts of a longer time: "early next year", "mid-April", "the end of 2025", "the first week of June"."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Final

from memoire.reading.resolving.dates.anchors import Anchor
from memoire.reading.resolving.dates.meaning import Meaning
from memoire.reading.resolving.dates.periods import Interval, Period, Unit, day, enclosing, single
from memoire.reading.resolving.dates.vocabulary import DASH, GAP, MONTH, ORDINALS, UNIT, UNITS, YEAR, phrase
from memoire.reading.resolving.dates.writing import as_timex

# Those before a time, "mid-April", and those that need an "of", "the end of April".
_BEFORE: Final = {"early": "early", "mid": "mid", "late": "late", "earlier": "earlier", "later": "later"}
_OF: Final = {
    "beginning": "start", "start": "start", "middle": "mid", "end": "end", "close": "end", "rest": "later",
    "remainder": "later",
}  # fmt: skip
_KINDS: Final = _BEFORE | _OF
_PIECES: Final[dict[str, Unit]] = {
    "half": "half", "quarter": "quarter", "month": "month", "months": "month", "week": "week", "weeks": "week",
    "day": "day", "days": "day",
}  # fmt: skip
PART: Final = re.compile(
    rf"(?:{phrase('the very', 'the', 'very')}{GAP})?"
    rf"(?:(?P<before>{phrase(*_BEFORE)}|{phrase('end')}(?=[\s-](?:{MONTH}|{YEAR})))"
    rf"(?:{DASH}|{GAP}(?:{phrase('in', 'on')}{GAP})?)"
    rf"|(?:(?P<of>{phrase(*_OF)})|(?P<nth>{phrase(*ORDINALS)}){GAP}(?P<piece>{phrase(*_PIECES)})){GAP}{phrase('of')}{GAP})"
    rf"(?:(?:{phrase('the')}{GAP})?(?P<unit>{UNIT})\b)?"
)
UNIT_END: Final = re.compile(
    rf"(?:{phrase('the')}{GAP})?(?P<unit>{phrase('year', 'month')})(?:{GAP}|-){phrase('end')}\b"
)

_YEARS_OF_DECADE: Final = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
# Months of the year that a plan means; a report of the past is taken to mean no more than the year.
_MONTHS_OF_YEAR: Final = {"early": (1, 4), "mid": (5, 8), "late": (10, 12), "end": (12, 12)}
_MONTHS_AT_AN_END: Final = 3  # "the last months of 2013"
# "Later this week" begins tomorrow, "later this year" today; later this month is as much as this month.
_LATER_BEGINS: Final[dict[Unit, int]] = {"week": 1, "year": 0}


def unit_end(found: re.Match[str], anchor: Anchor) -> Meaning:
    """As in "year end"."""
    whole = anchor.this(UNITS[found["unit"].lower()])
    return Meaning(_kind(whole, "end", anchor), f"rule:end-of-{whole.unit}", closes=day(whole.last))


def part_of_unit(found: re.Match[str], anchor: Anchor) -> Meaning:
    """As in "the end of the year": of the one in which the document was published."""
    whole = anchor.this(UNITS[found["unit"].lower()])
    return replace(part_of(whole, found, anchor), by_tense=True)


def part_of_interval(whole: Interval, found: re.Match[str], anchor: Anchor) -> Meaning:
    """The part of a longer time: where that has two ends, the beginning is in the first and the end in the last."""
    first, last = whole.start or whole.end, whole.end or whole.start
    is_end = _kind_of(found) in ("end", "late")
    period = last if is_end else first
    if period is None:
        raise ValueError("an interval has at least one end")
    return part_of(period, found, anchor)


def part_of(whole: Period, found: re.Match[str], anchor: Anchor) -> Meaning:
    """The part of `whole` that the words before it name."""
    if found["piece"]:
        interval = _piece(whole, _PIECES[found["piece"].lower()], ORDINALS[found["nth"].lower()], found["piece"])
        value = "P1W" if found["piece"] == "week" else None
        return Meaning(interval, f"rule:{found['nth']}-{found['piece']}".lower(), timex_value=value)
    kind = _kind_of(found)
    closes = day(whole.last) if kind == "end" else None
    interval = _kind(whole, kind, anchor)
    return Meaning(interval, f"rule:{kind}-of-{whole.unit}", timex_value=as_timex(single(whole)), closes=closes)


def _kind_of(found: re.Match[str]) -> str:
    return _KINDS.get((found["before"] or found["of"] or "").lower(), "")


def _kind(whole: Period, kind: str, anchor: Anchor) -> Interval:
    if whole.unit == "decade" and kind in _YEARS_OF_DECADE:
        return _between(whole, "year", *_YEARS_OF_DECADE[kind], approximate=True)
    if whole.unit == "year" and kind == "start":
        return single(enclosing("month", whole.first))
    if whole.unit == "year" and kind in _MONTHS_OF_YEAR and anchor.tense == "future":
        first, last = _MONTHS_OF_YEAR[kind]
        return _between(whole, "month", first - 1, last - 1)
    if kind in ("earlier", "later") and whole.unit in _LATER_BEGINS:
        return _up_to_now(whole, anchor) if kind == "earlier" else _from_now(whole, anchor)
    return single(whole)


def _between(whole: Period, unit: Unit, first: int, last: int, *, approximate: bool = False) -> Interval:
    start = Period(unit, whole.first, approximate)
    return Interval(start.moved(first), start.moved(last))


def _up_to_now(whole: Period, anchor: Anchor) -> Interval:
    is_now = whole.unit == "week" and whole.first <= anchor.day <= whole.last
    return Interval(day(whole.first), day(anchor.day)) if is_now else single(whole)


def _from_now(whole: Period, anchor: Anchor) -> Interval:
    start = anchor.day + timedelta(days=_LATER_BEGINS[whole.unit])
    return Interval(day(start), day(whole.last)) if whole.first <= start <= whole.last else single(whole)


def _piece(whole: Period, unit: Unit, nth: int, word: str) -> Interval:
    if word.endswith("s"):
        return _months_at_an_end(whole, nth) if word == "months" else single(whole)
    if unit == "week":
        first = whole.first + timedelta(weeks=nth - 1) if nth > 0 else whole.last - timedelta(days=6)
        return Interval(day(first), day(first + timedelta(days=6)))
    if nth < 0:
        return single(enclosing(unit, whole.last))
    return single(Period(unit, whole.first).moved(nth - 1))


def _months_at_an_end(whole: Period, nth: int) -> Interval:
    edge = enclosing("month", whole.last if nth < 0 else whole.first)
    other = edge.moved((_MONTHS_AT_AN_END - 1) * nth).circa()
    return Interval(other, edge) if nth < 0 else Interval(edge, other)
