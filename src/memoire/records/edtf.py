"""Days in Extended Date/Time Format (ISO 8601-2, EDTF level 1), as the codebook writes them.

A value is a year, month, day, season (21-24) or quarter (33-36), or an interval of the first three whose one end may
be open (`..`). `~` `?` `%` after a date say that it is approximate, uncertain or both; they do not move its days.
"""

import calendar
import re
from datetime import date
from typing import Final

from memoire.errors import MemoireError

OPEN: Final = ".."

_MONTHS: Final = 12
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[~?%]?", re.ASCII)
_PART_OF_YEAR = re.compile(r"(\d{4})-(2[1-4]|3[3-6])", re.ASCII)

# First month of each part and its length in months. Seasons are those of the northern hemisphere, in whole months;
# winter is counted to the year in which it begins, and so ends in the next.
_PARTS_OF_YEAR: Final = {
    "21": (3, 3), "22": (6, 3), "23": (9, 3), "24": (12, 3),
    "33": (1, 3), "34": (4, 3), "35": (7, 3), "36": (10, 3),
}  # fmt: skip


class EdtfError(MemoireError, ValueError):
    """The text is no date of the form the ledger keeps."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(
            f"{text!r} is not a date the ledger can keep ({reason}); write it as 2024, 2024-10, 2024-10-31, "
            "2024-33 for a quarter, 2024-01/2024-06, ../2024-12-31 or 2024-03/.."
        )


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of `edtf`; None where that end is open.

    Raises:
        EdtfError: names the value, why it is none and how to write one.
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        return _first_and_last(edtf, of=edtf)
    if start == end == OPEN:
        raise EdtfError(edtf, "both ends are open")
    earliest = None if start == OPEN else _date_bounds(start, of=edtf)[0]
    latest = None if end == OPEN else _date_bounds(end, of=edtf)[1]
    if earliest and latest and earliest > latest:
        raise EdtfError(edtf, "it ends before it begins")
    return earliest, latest


def is_edtf(text: str) -> bool:
    """Whether `bounds` can read it."""
    try:
        bounds(text)
    except EdtfError:
        return False
    return True


def _first_and_last(text: str, *, of: str) -> tuple[date, date]:
    part = _PART_OF_YEAR.fullmatch(text)
    if part is None:
        return _date_bounds(text, of=of)
    first_month, months = _PARTS_OF_YEAR[part[2]]
    return _months(int(part[1]), first_month, months, of=of)


def _date_bounds(text: str, *, of: str) -> tuple[date, date]:
    parts = _DATE.fullmatch(text)
    if parts is None:
        raise EdtfError(of, f"{text!r} cannot be read" if text else "one end is missing; an open end is written ..")
    year, month, day = int(parts[1]), int(parts[2] or 0), int(parts[3] or 0)
    if not month:
        return _months(year, 1, _MONTHS, of=of)
    if parts[3] is None:
        return _months(year, month, 1, of=of)
    exact = _day(year, month, day, of=of)
    return exact, exact


def _months(year: int, first: int, count: int, *, of: str) -> tuple[date, date]:
    years, month = divmod(first + count - 2, _MONTHS)
    last = calendar.monthrange(year + years, month + 1)[1]
    return _day(year, first, 1, of=of), _day(year + years, month + 1, last, of=of)


def _day(year: int, month: int, day: int, *, of: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise EdtfError(of, "there is no such day") from error
