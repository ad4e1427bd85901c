"""The first and last day of a time in EDTF (ISO 8601-2, level 1, without seasons and years beyond four digits)."""

import calendar
import re
from datetime import date

from memoire.errors import UsageError

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?[~?%]?")
Days = tuple[date | None, date | None]


def days_of(edtf: str | None) -> Days:
    """First and last day; None where the interval is open or nothing is known.

    Raises:
        UsageError: `edtf` is no time that the ledger can place.
    """
    if edtf is None:
        return None, None
    try:
        return _days(edtf)
    except ValueError as error:
        raise UsageError(f"{edtf!r} is not a time; write 2024-10-05, 2024-10, 2024 or 2024-03/2025-12-31") from error


def _days(edtf: str) -> Days:
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point(start)
    earliest, latest = _bound(start)[0], _bound(end)[1]
    if earliest and latest and earliest > latest:
        raise ValueError("ends before it begins")
    return earliest, latest


def _bound(words: str) -> Days:
    return (None, None) if words in ("..", "") else _point(words)


def _point(words: str) -> tuple[date, date]:
    found = _POINT.fullmatch(words)
    if not found:
        raise ValueError("no date")
    year, month, day = (int(part) if part else None for part in found.group("year", "month", "day"))
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
