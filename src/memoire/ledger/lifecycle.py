"""Where a commitment stands in time (codebook §6), as a function of its life and as a condition on rows.

Both go by what ledger/lives.py lays: runs of days in `LifeRow`, of which the entry's own row holds the last. The days
of a run decide between open, due and overdue.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from memoire.ledger.life_tables import LifeRow
from memoire.records.following import LIFECYCLE, ClaimStanding, Lifecycle, Outcome

__all__ = ["LIFECYCLE", "Lifecycle", "days_late", "has_outcome", "has_standing", "is_in", "life_on", "stage_of"]


def stage_of(life: LifeRow, as_of: date) -> Lifecycle:
    """`due` begins on the first day of the interval and ends with its last.

    With no due day a commitment stays open until a review; with no first day ("by the end of 2025") it is due from the
    beginning; with no last day ("since March") it is due for ever once it has begun.
    """
    if life.is_closed:
        return "closed"
    if life.due is None or (life.earliest is not None and as_of < life.earliest):
        return "open"
    return "due" if life.latest is None or as_of <= life.latest else "overdue"


def life_on(lives: Iterable[LifeRow], as_of: date) -> LifeRow | None:
    """The one of an entry's runs of days that holds `as_of`; None for what has no life (requests, stances, events)."""
    return next((life for life in lives if life.begins_on <= as_of <= life.ends_on), None)


def is_in(stage: Lifecycle, as_of: date) -> Q:
    """The same as `stage_of` as a condition on entries."""
    standing = Q(is_closed__in=(False,))  # written so because SQLite finds `NOT is_closed` in no index
    dated = Q(earliest__isnull=False) | Q(latest__isnull=False)
    begun = dated & (Q(earliest__isnull=True) | Q(earliest__lte=as_of))
    stages = {
        "open": standing & (~dated | Q(earliest__gt=as_of)),
        "due": standing & begun & (Q(latest__isnull=True) | Q(latest__gte=as_of)),
        "overdue": standing & Q(latest__lt=as_of),
        "closed": Q(is_closed__in=(True,)),
    }
    return Q(kind="commitment") & _on(as_of, stages[stage])


def has_outcome(outcome: Outcome, as_of: date) -> Q:
    """Commitments with this outcome; one partly kept may be open still."""
    return Q(kind="commitment") & _on(as_of, Q(outcome=outcome))


def has_standing(standing: ClaimStanding, as_of: date) -> Q:
    """Claims that later entries leave so."""
    return Q(kind="claim") & _on(as_of, Q(standing=standing))


def _on(as_of: date, condition: Q) -> Q:
    """Of entries that have stood the same since, what they are now; of others, what they were then.

    Seen from today there are hardly any others; asking first spares the database a condition that no index serves.
    """
    earlier = LifeRow.objects.filter(ends_on__gte=as_of, ends_on__lt=date.max).order_by()
    if not earlier.exists():
        return condition
    then = earlier.filter(condition, begins_on__lte=as_of)
    return Q(stands_since__lte=as_of) & condition | Q(pk__in=then.values("entry_id"))


def days_late(latest: date | None, as_of: date) -> int:
    """Days since the last day on which it was due; 0 where it is not overdue."""
    return max(0, (as_of - latest).days) if latest else 0
