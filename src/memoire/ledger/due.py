"""When a commitment is due, and how late a deed was (codebook §6)."""

import re
from datetime import date
from typing import Final, Literal, NamedTuple

from memoire.records.edtf import OPEN, bounds
from memoire.records.entry import When

Basis = Literal["explicit", "derived", "house-default", "none"]

# "From 26 September" promises a beginning on that day; "since March" and "immediately" promise none.
_BEGINS: Final = re.compile(r"\b(from|as of|starting|beginning|effective|with effect)\b", re.IGNORECASE)


class Due(NamedTuple):
    """The interval in which a commitment is due, and who says so."""

    edtf: str | None
    basis: Basis

    @property
    def first(self) -> date | None:
        """None where nothing is stated, or it is due from the beginning."""
        return bounds(self.edtf)[0] if self.edtf else None

    @property
    def last(self) -> date | None:
        """None for an open end: nothing can then be overdue."""
        return bounds(self.edtf)[1] if self.edtf else None


class Done(NamedTuple):
    """When a deed was done; both None where nobody tells."""

    first: date | None
    last: date | None

    def slip(self, due: date) -> int | None:
        """Days after `due`; 0 for not late; None where the days told do not settle it."""
        if self.last and self.last <= due:
            return 0
        return (self.first - due).days if self.first and self.first == self.last and self.first > due else None

    def is_late(self, due: date) -> bool:
        return self.first is not None and self.first > due


def due_of(when: When | None, *, given: str | None = None, default: str | None = None) -> Due:
    """A person's day goes before that of the entry, and that before the house's."""
    if given:
        return Due(given, "explicit")
    if when and when.edtf:
        return Due(_beginning(when), "explicit" if when.basis == "explicit" else "derived")
    return Due(default, "house-default") if default else Due(None, "none")


def done_in(edtf: str | None) -> Done:
    """The days of a deed; one that goes on "since March" was done when it began."""
    if not edtf:
        return Done(None, None)
    start, _, end = edtf.partition("/")
    return Done(*bounds(start if end == OPEN else edtf))


def _beginning(when: When) -> str | None:
    start, _, end = (when.edtf or "").partition("/")
    return start if end == OPEN and _BEGINS.search(when.text) else when.edtf
