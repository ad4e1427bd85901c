"""Bodies that have a name of their own: ministries, parliaments, parties, forces, armed groups, media, companies."""

from dataclasses import dataclass
from functools import cache

from memoire.registries.tables import many, read_table


@dataclass(frozen=True, slots=True)
class Body:
    """A body with its country (XXI: international; empty: none) and sector."""

    name: str
    names: tuple[str, ...]  # `name` first
    country: str
    sector: str


@cache
def bodies() -> tuple[Body, ...]:
    return tuple(
        Body(row["name"], (row["name"], *many(row["aliases"])), row["country"], row["sector"])
        for file in ("bodies.tsv", "armed_groups.tsv")
        for row in read_table("bodies", file)
    )
