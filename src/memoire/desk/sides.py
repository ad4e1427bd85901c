"""Whose undertakings they are: ours, theirs or joint, seen from one state."""

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Case, Count, Exists, OuterRef, QuerySet, Value, When
from django.http import HttpRequest

from memoire.desk.countries import country_name, country_names
from memoire.ledger.queries import INTERNATIONAL
from memoire.ledger.tables import CountryRow, EntryRow, PartyRow

OWNERS: Final = ("ours", "theirs", "joint", "nobody")


@dataclass(frozen=True, slots=True)
class Side:
    """A state, and whether a person chose it or the ledger suggested it."""

    code: str
    is_chosen: bool

    @property
    def name(self) -> str:
        return country_name(self.code)


def side_of(request: HttpRequest) -> Side | None:
    """The side kept in the cookie; else the state with the most entries; None in an empty ledger."""
    chosen = request.COOKIES.get("side", "")
    if chosen in country_names():
        return Side(chosen, is_chosen=True)
    busiest = states()[:1]
    return Side(busiest[0], is_chosen=False) if busiest else None


def states() -> list[str]:
    """The states of the ledger, the busiest first; rejected entries count too, which spares a join over all entries."""
    rows = CountryRow.objects.exclude(country=INTERNATIONAL)
    counted = rows.values_list("country").order_by().annotate(number=Count("entry_id"))
    return [code for code, number in sorted(counted, key=lambda pair: (-pair[1], pair[0]))]


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
