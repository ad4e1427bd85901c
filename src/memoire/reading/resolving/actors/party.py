"""Who an actor is, apart from the words that say so."""

from dataclasses import dataclass
from typing import Literal

from memoire.registries.states import name_of_state


@dataclass(frozen=True, slots=True)
class Party:
    """A person, state, body or group."""

    name: str
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    kind: Literal["person", "state", "body", "place", "group"] = "group"


# What a resolution gives: who it is, and the rule that found them.
Found = tuple[list[Party], str]


def of_state(country: str, name: str | None = None) -> Party:
    """The government of a country, under the country's name."""
    return Party(name or name_of_state(country) or country, country, "GOV", None, "state")
