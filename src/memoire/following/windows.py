"""When a deed was done, against when it was promised and when it was due."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from memoire.records.edtf import OPEN, EdtfError, bounds
from memoire.records.following import Told

Position = Literal["before promise", "early", "within", "late", "undated", "no due day"]

# Days by which a deed may come before its window and still be the one promised: reports differ by a day or two.
LEEWAY: Final = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day; None where that end is open or unknown."""

    first: date | None
    last: date | None

    @property
    def days(self) -> int | None:
        return (self.last - self.first).days if self.first and self.last else None

    def meets(self, other: "Window", *, leeway: timedelta = timedelta(0)) -> bool:
        """Whether both may share a day, or lie no more than `leeway` apart."""
        return not (
            (self.last and other.first and self.last + leeway < other.first)
            or (other.last and self.first and other.last + leeway < self.first)
        )


NEVER: Final = Window(None, None)


def window_of(edtf: str | None) -> Window:
    """The days of `edtf`; both ends open where there is none, or where it is none that can be read."""
    if not edtf:
        return NEVER
    try:
        return Window(*bounds(edtf))
    except EdtfError:
        return NEVER


def beginning_of(edtf: str | None) -> Window:
    """As `window_of`, but what goes on "since March" counts as done when it began."""
    start, _, end = (edtf or "").partition("/")
    return window_of(start if end == OPEN and start != OPEN else edtf)


def position(  # noqa: PLR0911 - a ladder
    due: Window, promised_on: date | None, deed: Window, told: Told
) -> Position:
    """Where a deed lies.

    What was over when the promise was made is not its fulfilment, nor is what the promise's own day already saw, unless
    that day was the day that it was due.
    """
    is_dated = deed != NEVER
    latest = deed.last if is_dated else told.published
    if promised_on and latest and latest <= promised_on and not (due.first and due.first <= latest):
        return "before promise"
    if promised_on and latest and latest < promised_on:
        return "before promise"
    if due == NEVER:
        return "no due day"
    if not is_dated:
        return "early" if due.first and told.published and told.published < due.first else "undated"
    leeway = LEEWAY if deed.first == deed.last else timedelta(0)
    if due.first and deed.last and deed.last < due.first - leeway:
        return "early"
    if due.last and deed.first and deed.first > due.last:
        return "late"
    return "within"


def days_late(due: Window, deed: Window) -> int:
    """Days from the end of the window to the first day on which it may have been done; 0 within."""
    return max(0, (deed.first - due.last).days) if due.last and deed.first else 0
