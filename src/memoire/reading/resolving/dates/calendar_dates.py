"""Dates of the calendar → what they mean: which year, month and day a date without them is."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from memoire.reading.resolving.dates.anchors import SLACK, Anchor, choose, weekday_near
from memoire.reading.resolving.dates.meaning import Meaning
from memoire.reading.resolving.dates.partial_dates import PartialDate
from memoire.reading.resolving.dates.periods import Interval, Period, day, month, year

_SIDE: Final = {"past": "before", "future": "after", "none": "near"}
_YEARS_AROUND: Final = range(-8, 9)  # a 29 February is at most eight years away


def meaning_of_dates(said: Sequence[PartialDate], anchor: Anchor) -> Meaning | None:
    """Return what a date, or a run of dates in order, means; None for a bare day of the month.

    Raises:
        PublicationNeeded: it lacks its year, and no day of publication is known.
        OtherTimeNeeded: it is "of that year", and none was named.
        ValueError: there is no such day.
    """
    if said[-1].day and not said[-1].month:
        return None
    ends = _last_of(said[-1], anchor)
    starts = _period(said[0], anchor) if len(said) == 1 else _start_before(ends, said[0], anchor)
    if starts.first > ends.last:
        return None
    meaning = _meaning(Interval(starts, ends), said, anchor)
    return meaning if starts == ends else replace(meaning, type="DURATION")


def meaning_in_run(one: PartialDate, said: Sequence[PartialDate], anchor: Anchor) -> Meaning:
    """Return what one date of a run means by itself: in "5 to 7 May 2024" the 5 is 5 May 2024."""
    ends = _last_of(said[-1], anchor)
    period = ends if one is said[-1] else _start_before(ends, one, anchor)
    return _meaning(Interval(period, period), said, anchor)


def _meaning(interval: Interval, said: Sequence[PartialDate], anchor: Anchor) -> Meaning:
    by_tense = not any(part.has_year for part in said)
    explicit = said[-1].year is not None  # the others take theirs from it
    unit = interval.start.unit if interval.start else "day"
    side = f"{_SIDE[anchor.tense]}-publication" if by_tense else "of-year-told"
    return Meaning(
        interval, "rule:as-written" if explicit else f"rule:{unit}-{side}", explicit=explicit, by_tense=by_tense
    )


def _period(said: PartialDate, anchor: Anchor) -> Period:
    if said.weekday is not None and said.shape == "weekday":
        return weekday_near(said.weekday, anchor)
    if said.year is not None:
        return _in_year(said.year, said)
    if said.of_that_year:
        return _in_year(anchor.named_last.first.year, said)
    if said.which_year is not None:
        return _in_year(anchor.day.year + said.which_year, said)
    return choose(_candidates(said, anchor), anchor, slack=SLACK)


def _last_of(said: PartialDate, anchor: Anchor) -> Period:
    return year(said.last_year) if said.last_year else _period(said, anchor)


def _start_before(ends: Period, said: PartialDate, anchor: Anchor) -> Period:
    """The beginning of a range, its year taken from the end where it has none."""
    if said.has_year:
        return _period(said, anchor)
    if said.weekday is not None and said.shape == "weekday":
        return day(ends.first - timedelta(days=(ends.first.weekday() - said.weekday) % 7))
    return _in_year(ends.first.year - ((said.month or 0) > ends.first.month), said)


def _in_year(number: int, said: PartialDate) -> Period:
    if said.month is None:
        return year(number)
    return day(date(number, said.month, said.day)) if said.day else month(number, said.month)


def _candidates(said: PartialDate, anchor: Anchor) -> list[Period]:
    """The same day or month of the years around; of those near, only the ones on the weekday said, if it is."""
    periods = list(_in_years_around(said, anchor.day.year))
    if not periods:
        raise ValueError(f"no year has a day {said.day} in month {said.month}")
    near = [period for period in periods if abs(period.first.year - anchor.day.year) <= 1]
    on_weekday = [period for period in near if said.day and period.first.weekday() == said.weekday]
    return on_weekday or periods


def _in_years_around(said: PartialDate, number: int) -> Iterator[Period]:
    for offset in _YEARS_AROUND:
        with suppress(ValueError):  # no 29 February in that year
            yield _in_year(number + offset, said)
