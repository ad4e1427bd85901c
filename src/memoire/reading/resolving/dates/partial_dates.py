"""Dates as they stand in a text, whole or in part, and runs of them: "5 to 7 May 2024", "July 28 and 29, 2025"."""

import re
from dataclasses import dataclass, replace
from typing import Final

from memoire.reading.resolving.dates.vocabulary import DASH, DAY, GAP, MONTH, MONTHS, WEEKDAY, WEEKDAYS, YEAR
from memoire.records.spans import Span

_WHICH_YEAR: Final = {"last": -1, "this": 0, "next": 1}
_DATE: Final = re.compile(
    rf"""
    (?:(?P<weekday>{WEEKDAY})(?:,?{GAP}(?:the{GAP})?(?=\d|{MONTH}))?)?
    (?: (?P<iso_year>\d{{4}})-(?P<iso_month>0[1-9]|1[0-2])-(?P<iso_day>\d\d)(?![\w-])
      | (?: (?:the{GAP})?(?P<day_before>{DAY})(?:{GAP}of)?{GAP}(?P<month_after>{MONTH})
          | (?P<month>{MONTH})(?:{GAP}(?:the{GAP})?(?P<day_after>{DAY}))?
          | (?P<day>{DAY})
        )
        (?:,?{GAP}(?:(?:of|in){GAP})?(?:(?P<year>{YEAR})|(?P<which>last|this|next|that|the{GAP}same){GAP}year\b))?
      | (?P<bare_year>{YEAR})(?:[-–/](?P<short_year>\d\d)(?![\w-]))?
    )?
    """,
    re.VERBOSE,
)
_JOINT: Final = re.compile(
    rf"(?P<range>{DASH}|{GAP}(?:to|through|until|till){GAP}(?:the{GAP})?)|,?{GAP}(?:and|&){GAP}|,{GAP}"
)
# What may follow what in a run; the text between must say "to" or a dash where the second could stand by itself.
_RUNS: Final = {
    ("day", "day"), ("day", "day month"), ("day month", "day"), ("month", "month"), ("year", "year"),
}  # fmt: skip
_RANGES: Final = {("day month", "day month"), ("weekday", "weekday"), ("month", "month"), ("year", "year")}


_LONGEST_RUN: Final = 12  # more are no dates but a table of numbers


@dataclass(frozen=True, slots=True)
class PartialDate:
    """As much of a date as is written."""

    weekday: int | None = None  # Monday is 0
    day: int | None = None
    month: int | None = None
    year: int | None = None
    last_year: int | None = None  # 2025, in "2024-25"
    which_year: int | None = None  # -1, 0, 1: last, this, next
    of_that_year: bool = False  # "in November of that year"

    @property
    def has_year(self) -> bool:
        """Whether the year is said: in digits, or as "last year", "that year"."""
        return self.year is not None or self.which_year is not None or self.of_that_year

    @property
    def shape(self) -> str:
        """Its parts, which decide what may stand beside it."""
        if self.day or self.month:
            return " ".join(name for name in ("day", "month") if getattr(self, name))
        return "year" if self.year else "weekday"


def read_run(text: str, at: int) -> tuple[tuple[PartialDate, ...], tuple[Span, ...]] | None:
    """Return the dates that begin at this code point, two or more where a range or list stands there, and their places.

    A date whose month stands only beside its neighbour ("5 to 7 May") is given it.
    """
    if (first := _read(text, at)) is None:
        return None
    dates, places = [first[0]], [first[1]]
    while (joint := _JOINT.match(text, places[-1].end)) and (more := _read(text, joint.end())):
        if len(dates) == _LONGEST_RUN or not _may_follow(dates[-1], more[0], is_range=bool(joint["range"])):
            break
        dates.append(more[0])
        places.append(more[1])
    return _completed(dates), tuple(places)


def _read(text: str, at: int) -> tuple[PartialDate, Span] | None:
    found = _DATE.match(text, at)
    return (_partial(found), Span(at, found.end())) if found and found.end() > at else None


def _partial(found: re.Match[str]) -> PartialDate:
    said = found.groupdict()
    month_name = said["month"] or said["month_after"]
    day, year = _first(said, "iso_day", "day_before", "day_after", "day"), _first(said, "iso_year", "year", "bare_year")
    return PartialDate(
        weekday=WEEKDAYS[said["weekday"].rstrip(".")] if said["weekday"] else None,
        day=day,
        month=MONTHS[month_name.rstrip(".")] if month_name else _first(said, "iso_month"),
        year=year,
        last_year=_in_the_century_of(year, int(said["short_year"])) if year and said["short_year"] else None,
        which_year=_WHICH_YEAR.get(said["which"] or ""),
        of_that_year=bool(said["which"]) and said["which"] not in _WHICH_YEAR,
    )


def _first(said: dict[str, str | None], *names: str) -> int | None:
    return next((int(re.sub(r"\D", "", number)) for name in names if (number := said[name])), None)


def _in_the_century_of(year: int, short: int) -> int:
    return year - year % 100 + short + 100 * (short < year % 100)


def _may_follow(first: PartialDate, second: PartialDate, *, is_range: bool) -> bool:
    shapes = (first.shape, second.shape)
    if first.year and shapes != ("year", "year") and not is_range:
        return False  # "on 9 June 2025 and 3 July": two dates
    return shapes in (_RANGES | _RUNS if is_range else _RUNS)


def _completed(dates: list[PartialDate]) -> tuple[PartialDate, ...]:
    """Let a bare day have the month of the date before it, or else of the one after."""
    whole = list(dates)
    for n in range(1, len(whole)):
        whole[n] = _with_month_of(whole[n - 1], whole[n])
    for n in reversed(range(len(whole) - 1)):
        whole[n] = _with_month_of(whole[n + 1], whole[n])
    return tuple(whole)


def _with_month_of(other: PartialDate, date: PartialDate) -> PartialDate:
    return replace(date, month=other.month) if date.day and not date.month else date
