"""Whose undertakings they are: ours, theirs or joint, seen from one state."""

from dataclasses import dataclass

from django.db.models import Count
from django.http import HttpRequest

from memoire.desk.countries import country_name, country_names
from memoire.ledger.owners import OWNERS, count_owners, with_owner
from memoire.ledger.queries import INTERNATIONAL
from memoire.ledger.tables import CountryRow

__all__ = ["OWNERS", "Side", "count_owners", "side_of", "states", "with_owner"]


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
