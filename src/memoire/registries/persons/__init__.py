"""Persons with the offices they held, dated."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from memoire.registries.tables import many, read_table


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in one office. Two rows of one name are two offices, or two persons if the countries differ."""

    name: str
    names: tuple[str, ...]  # `name` first; a single word only where it alone points to this person
    country: str
    sector: str
    office: str | None
    first_on: date | None
    last_on: date | None  # None: not known to have ended
    is_end_known: bool  # false: seen in office until `last_on`, perhaps longer

    def covers(self, day: date) -> bool:
        return (self.first_on is None or self.first_on <= day) and (self.last_on is None or day <= self.last_on)


@cache
def tenures() -> tuple[Tenure, ...]:
    return tuple(
        Tenure(
            row["name"], (row["name"], *many(row["aliases"])), row["country"], row["sector"], row["office"] or None,
            _day(row["from"]), _day(row["to"].rstrip("~")), not row["to"].endswith("~"),
        )
        for row in read_table("persons", "persons.tsv")
    )  # fmt: skip


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None
