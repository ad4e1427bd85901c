"""Who holds an office: the document's own persons first, then the registry."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from memoire.reading.resolving.actors.person import Person
from memoire.reading.resolving.actors.runs import Run
from memoire.registries.persons import Tenure, tenures

# Offices that speak for others and lead nobody.
SPEAKS = re.compile(r"spokes|press secretary|communications", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Holders:
    """The persons of a document on its day."""

    people: Sequence[Person]
    published: date | None

    def named(self, run: Run) -> Person | None:
        """The person that a run names."""
        names = frozenset(run.names)
        return next((person for person in self.people if names <= person.words), None)

    def head_of(self, country: str, office: str) -> Person | None:
        """Who holds an office of a country; nobody of the registry without a day of publication."""
        low = office.lower()
        here = (p for p in self.people if p.country == country and (p.office or "").lower() == low)
        return next(here, None) or self._registered(country, low)

    def _registered(self, country: str, office: str) -> Person | None:
        day = self.published
        held = (t for t in _by_office().get((country, office), ()) if day and t.covers(day))
        tenure = next(held, None)
        if tenure is None:
            return None
        return Person(tenure.name, frozenset(), "", country, tenure.sector, tenure.office, rule="rule:office-holder")


@cache
def _by_office() -> dict[tuple[str, str], list[Tenure]]:
    """Tenures by country and office in small letters."""
    offices: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in tenures():
        offices.setdefault((tenure.country, (tenure.office or "").lower()), []).append(tenure)
    return offices
