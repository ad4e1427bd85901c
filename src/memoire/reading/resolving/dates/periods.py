"""Whole days, months, years…, and intervals between them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

from dateutil.relativedelta import relativedelta

Unit = Literal[
    "day", "weekend", "week", "month", "season", "quarter", "half", "fiscal-year", "year", "decade", "century"
]

LENGTHS: Final[dict[Unit, relativedelta]] = {
    "day": relativedelta(days=1),
    "weekend": relativedelta(days=2),
    "week": relativedelta(weeks=1),
    "month": relativedelta(months=1),
    "season": relativedelta(months=3),
    "quarter": relativedelta(months=3),
    "half": relativedelta(months=6),
    "fiscal-year": relativedelta(years=1),
    "year": relativedelta(years=1),
    "decade": relativedelta(years=10),
    "century": relativedelta(years=100),
}
# How many months of the unit have passed when month m (1 to 12) begins. Seasons are those of the north, in whole
# months; the fiscal year is that of the United States and begins in October before the year it is named by.
_MONTHS_INTO: Final[dict[Unit, Callable[[int], int]]] = {
    "month": lambda _: 0,
    "season": lambda month: month % 3,
    "quarter": lambda month: (month - 1) % 3,
    "half": lambda month: (month - 1) % 6,
    "fiscal-year": lambda month: (month - 10) % 12,
    "year": lambda month: month - 1,
}
_YEARS: Final[dict[Unit, int]] = {"decade": 10, "century": 100}
_SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Period:
    """A whole of some unit, by its first day."""

    unit: Unit
    first: date
    approximate: bool = False

    @property
    def last(self) -> date:
        """The last day."""
        return self.first + LENGTHS[self.unit] - timedelta(days=1)

    def moved(self, count: int) -> "Period":
        """The period of its kind so many later; from weekend to weekend is a week."""
        return replace(self, first=self.first + LENGTHS["week" if self.unit == "weekend" else self.unit] * count)

    def circa(self) -> "Period":
        """The same, known only approximately."""
        return replace(self, approximate=True)


@dataclass(frozen=True, slots=True)
class Interval:
    """From the first day of `start` to the last day of `end`; None is open, but never both."""

    start: Period | None
    end: Period | None


def single(period: Period) -> Interval:
    """The interval that is just this period."""
    return Interval(period, period)


def day(first: date) -> Period:
    """One day."""
    return Period("day", first)


def month(year: int, number: int) -> Period:
    """One month, 1 to 12."""
    return Period("month", date(year, number, 1))


def year(number: int) -> Period:
    """One calendar year."""
    return Period("year", date(number, 1, 1))


def enclosing(unit: Unit, on: date) -> Period:
    """The whole of `unit` that holds the day; weeks begin on Monday, and the weekend is the one that ends its week."""
    if unit == "day":
        return day(on)
    if unit in ("week", "weekend"):
        monday = on - timedelta(days=on.weekday())
        return Period(unit, monday if unit == "week" else monday + timedelta(days=_SATURDAY))
    if unit in _YEARS:
        return Period(unit, date(on.year - on.year % _YEARS[unit], 1, 1))
    return Period(unit, on.replace(day=1) - relativedelta(months=_MONTHS_INTO[unit](on.month)))
