"""Several times among the words of one entry: "from February 2020 to the end of 2021"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from memoire.reading.resolving.dates import counts
from memoire.reading.resolving.dates.meaning import Meaning
from memoire.reading.resolving.dates.periods import Interval, day
from memoire.reading.resolving.dates.vocabulary import GAP, phrase
from memoire.records.spans import Span

_JOINS: Final = re.compile(r",|\b(?:and|to|through|until|till)\b|[-–—]")
_COUNT_FROM: Final = re.compile(
    rf"(?:{phrase('for')}\b.*?)?{counts.COUNT},?{GAP}{phrase('starting', 'beginning', 'commencing', 'from')}\b"
)


def joined(words: str, dated: Sequence[tuple[Meaning, Span]]) -> Meaning:
    """Return the first time named, and with it those that "and", "to", a comma or a dash join to it."""
    (meaning, place), *others = dated
    for other, at in others:
        if not _JOINS.search(words, place.end, at.start):
            break
        meaning, place = replace(other, interval=_hull(meaning, other)), at
    return meaning


def counted_on(words: str, meaning: Meaning) -> Meaning:
    """Begin a count on the day named beside it, as in "for 90 days, starting on 12 August 2025"."""
    start = meaning.interval.start if meaning.interval else None
    found = _COUNT_FROM.match(words)
    if start is None or found is None or (stretch := counts.stretch_of(found)).number is None:
        return meaning
    return replace(meaning, interval=Interval(start, day(stretch.after(start.first))), rule="rule:count-from-date")


def _hull(first: Meaning, second: Meaning) -> Interval | None:
    """The shortest interval that holds both; of two where one lies in the other, that one."""
    if first.interval is None or second.interval is None:
        return first.interval or second.interval
    one, other = first.interval, replace(second.interval, end=second.closes or second.interval.end)
    if _holds(one, other):
        return other
    if _holds(other, one):
        return one
    return Interval(one.start, other.end) if _days(one) <= _days(other) else Interval(other.start, one.end)


def _holds(outer: Interval, inner: Interval) -> bool:
    return _days(outer)[0] <= _days(inner)[0] and _days(inner)[1] <= _days(outer)[1]


def _days(interval: Interval) -> tuple[date, date]:
    return interval.start.first if interval.start else date.min, interval.end.last if interval.end else date.max
