"""Whose undertakings they are, seen from one state: ours, theirs, joint, or nobody's whose state is known."""

from typing import Any, Final

from django.db.models import Case, Count, Exists, OuterRef, QuerySet, Value, When

from memoire.ledger.tables import EntryRow, PartyRow

OWNERS: Final = ("ours", "theirs", "joint", "nobody")


def with_owner(entries: QuerySet[EntryRow], side: str, other: str | None = None) -> QuerySet[EntryRow]:
    """Each entry with its `owner`: ours, theirs, joint or nobody; theirs is the `other` state's, or any other's."""
    doers = PartyRow.objects.filter(entry=OuterRef("pk"), role="by")
    ours = Exists(doers.filter(actor__country=side))
    of_others = doers.filter(actor__country=other) if other else doers.exclude(actor__country__in=("", side))
    theirs = Exists(of_others)
    return entries.annotate(
        owner=Case(
            When(ours & theirs, then=Value("joint")),
            When(ours, then=Value("ours")),
            When(theirs, then=Value("theirs")),
            default=Value("nobody"),
        )
    )


def count_owners(entries: QuerySet[EntryRow], side: str) -> dict[str, int]:
    """How many of the entries each owner has, zeros too."""
    owned: Any = with_owner(entries, side).order_by()
    return dict.fromkeys(OWNERS, 0) | dict(owned.values_list("owner").annotate(number=Count("pk")))
