"""Where a commitment stands in time (codebook §6), as a function of its life and as a condition on rows.

Both go by `LifeRow`, which is laid from ledger/life.py; the days of a run decide between open, due and overdue.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from memoire.ledger.life_tables import LifeRow
from memoire.records.following import LIFECYCLE, ClaimStanding, Lifecycle

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
    begun = Q(due__isnull=False) & (Q(earliest__isnull=True) | Q(earliest__lte=as_of))
    stages = {
        "open": Q(is_closed=False) & (Q(due__isnull=True) | Q(earliest__gt=as_of)),
        "due": Q(is_closed=False) & begun & (Q(latest__isnull=True) | Q(latest__gte=as_of)),
        "overdue": Q(is_closed=False, latest__lt=as_of),
        "closed": Q(is_closed=True),
    }
    return Q(kind="commitment", pk__in=_entries(stages[stage], as_of))


def has_outcome(outcome: str, as_of: date) -> Q:
    """Commitments with this outcome; one partly kept may be open still."""
    return Q(kind="commitment", pk__in=_entries(Q(outcome=outcome), as_of))


def has_standing(standing: ClaimStanding, as_of: date) -> Q:
    """Claims that later entries leave so."""
    return Q(kind="claim", pk__in=_entries(Q(standing=standing), as_of))


def _entries(condition: Q, as_of: date) -> QuerySet[LifeRow, str]:
    held = LifeRow.objects.filter(condition, begins_on__lte=as_of, ends_on__gte=as_of)
    return held.order_by().values_list("entry_id", flat=True)


def days_late(latest: date | None, as_of: date) -> int:
    """Days since the last day on which it was due; 0 where it is not overdue."""
    return max(0, (as_of - latest).days) if latest else 0
