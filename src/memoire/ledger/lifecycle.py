"""Where a commitment stands in time (codebook §6): a function of the days it is due and of the day it is looked at.

No verdict is recorded yet, so that nothing is `closed`, no outcome is known, and evidence has not been sought.
"""

from datetime import date
from typing import Final, Literal

from django.db.models import Q

Lifecycle = Literal["open", "due", "overdue"]
LIFECYCLE: Final[tuple[Lifecycle, ...]] = ("open", "due", "overdue")


def lifecycle(earliest: date | None, latest: date | None, as_of: date) -> Lifecycle:
    """`due` begins on the first day of the interval and ends with its last.

    With no last day (none stated, or "since March") a commitment stays open until a review; with no first day ("by the
    end of 2025") it is due from the beginning.
    """
    if latest is None or (earliest is not None and as_of < earliest):
        return "open"
    return "due" if as_of <= latest else "overdue"


def is_in(stage: Lifecycle, as_of: date) -> Q:
    """The same as a condition on commitments."""
    not_begun = Q(latest__isnull=True) | Q(earliest__gt=as_of)
    overdue = Q(latest__lt=as_of)
    stages = {"open": not_begun, "overdue": overdue, "due": Q(latest__gte=as_of) & ~Q(earliest__gt=as_of)}
    return Q(kind="commitment") & stages[stage]


def days_late(latest: date | None, as_of: date) -> int:
    """Days since the last day on which it was due; 0 where it is not overdue."""
    return max(0, (as_of - latest).days) if latest else 0
