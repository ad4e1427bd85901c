"""States: how they, their people and the seats of their governments are named."""

from dataclasses import dataclass
from functools import cache

from memoire.registries.tables import many, read_table


@dataclass(frozen=True, slots=True)
class State:
    """A country of ISO 3166-1, and Kosovo (XKX)."""

    iso3: str
    name: str
    domain: str  # of the internet, without the dot: "pk"
    names: dict[str, str]  # as written → as named after that: "ROK" → "Republic of Korea"; most are named `name`
    demonyms: tuple[str, ...]
    seats: tuple[str, ...]  # capitals and houses that stand for the government: "Islamabad", "the Kremlin"


@cache
def states() -> tuple[State, ...]:
    return tuple(
        State(row["iso3"], row["name"], row["domain"], _names(row), many(row["demonyms"]), many(row["seats"]))
        for row in read_table("states", "states.tsv")
    )


@cache
def name_of_state(iso3: str) -> str | None:
    return next((state.name for state in states() if state.iso3 == iso3), None)


def _names(row: dict[str, str]) -> dict[str, str]:
    pairs = (name.partition(">") for name in many(row["names"]))
    return {written: named or row["name"] for written, _, named in pairs}
