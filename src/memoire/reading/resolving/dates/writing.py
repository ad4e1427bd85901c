"""Intervals as text: EDTF for the ledger, TIMEX3 values for those who study time expressions."""

from typing import Final

from memoire.reading.resolving.dates.periods import Interval, Period, Unit
from memoire.records.edtf import OPEN, EdtfError, bounds

# How much of an ISO day is written for the end of an interval that is a whole of this unit: 2024, 2024-10, 2024-10-31.
_YEAR, _MONTH, _DAY = 4, 7, 10
_WRITTEN: Final[dict[Unit, int]] = {
    "day": _DAY, "weekend": _DAY, "week": _DAY, "fiscal-year": _DAY,
    "month": _MONTH, "season": _MONTH, "quarter": _MONTH, "half": _MONTH,
    "year": _YEAR, "decade": _YEAR, "century": _YEAR,
}  # fmt: skip
_WHOLE: Final = {"day", "month", "year"}
# EDTF level 1 codes by first month. Winter has one (24) but EDTF does not say of which year, so months are written.
_SEASON_CODES: Final = {3: "21", 6: "22", 9: "23"}
_QUARTER_CODES: Final = {1: "33", 4: "34", 7: "35", 10: "36"}
_TIMEX_SEASONS: Final = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_TIMEX_UNITS: Final = {_DAY: "D", _MONTH: "M", _YEAR: "Y"}


def as_edtf(interval: Interval) -> str:
    """Write the interval in EDTF level 1, as `memoire.records.edtf` reads it."""
    start, end = interval.start, interval.end
    if start and start == end and (alone := _edtf_alone(start)):
        return alone
    return f"{_first(start) if start else OPEN}/{_last(end) if end else OPEN}"


def as_timex(interval: Interval) -> str:
    """Write the value of TIMEX3; one with an open end has the value of the other, and two ends make a duration."""
    start, end = interval.start or interval.end, interval.end or interval.start
    if start is None or end is None:
        raise ValueError("an interval has at least one end")
    return _timex_alone(start) if start == end else _timex_between(start, end)


def first_period(edtf: str) -> Period:
    """Return the period with which an EDTF value begins, or ends where its beginning is open."""
    start, _, end = edtf.partition("/")
    written = (end if start == OPEN else start).rstrip("~?%")
    first = bounds(written)[0]
    if first is None:
        raise EdtfError(edtf, "it has no end")
    unit: Unit = "day" if len(written) == _DAY else "year" if len(written) == _YEAR else "month"
    return Period(unit, first)


def _edtf_alone(period: Period) -> str | None:
    if period.unit in _WHOLE:
        return _first(period)
    codes = {"season": _SEASON_CODES, "quarter": _QUARTER_CODES}.get(period.unit, {})
    code = codes.get(period.first.month)
    return f"{period.first.year:04}-{code}" if code else None


def _first(period: Period) -> str:
    return period.first.isoformat()[: _WRITTEN[period.unit]] + "~" * period.approximate


def _last(period: Period) -> str:
    return period.last.isoformat()[: _WRITTEN[period.unit]] + "~" * period.approximate


def _timex_alone(period: Period) -> str:  # noqa: PLR0911 - one return a unit
    first = period.first
    match period.unit:
        case "week":
            return f"{first:%G-W%V}"
        case "weekend":
            return f"{first:%G-W%V}-WE"
        case "season":
            return f"{first.year}-{_TIMEX_SEASONS[first.month]}"
        case "quarter":
            return f"{first.year}-Q{first.month // 3 + 1}"
        case "half":
            return f"{first.year}-H{first.month // 6 + 1}"
        case "fiscal-year":
            return f"FY{period.last.year}"
        case "decade":
            return f"{first.year:04}"[:3]
        case "century":
            return f"{first.year:04}"[:2]
    return first.isoformat()[: _WRITTEN[period.unit]]


def _timex_between(start: Period, end: Period) -> str:
    """Count in the coarser of the two units: from 2003 to 2005 is P2Y, 5 to 7 May is P3D."""
    written = min(_WRITTEN[start.unit], _WRITTEN[end.unit])
    first, last = start.first, end.last
    counts = {
        _YEAR: end.last.year - first.year,
        _MONTH: (last.year - first.year) * 12 + last.month - first.month + 1,
        _DAY: (last - first).days + 1,
    }
    return f"P{counts[written]}{_TIMEX_UNITS[written]}"
