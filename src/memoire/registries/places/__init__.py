"""Cities and first-level regions."""

from dataclasses import dataclass
from functools import cache

from memoire.registries.tables import many, read_table


@dataclass(frozen=True, slots=True)
class Place:
    """A name and the countries it may lie in, the likeliest first."""

    name: str
    countries: tuple[str, ...]


@cache
def places() -> tuple[Place, ...]:
    return tuple(Place(row["name"], many(row["countries"])) for row in read_table("places", "places.tsv"))
