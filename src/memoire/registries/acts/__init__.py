"""Groups of verbs and nouns that tell the same deed, with those that undo it, and nouns that stand for one another."""

from dataclasses import dataclass
from functools import cache

from memoire.registries.tables import many, read_table


@dataclass(frozen=True, slots=True)
class Act:
    """One group; words are base forms, phrases have spaces."""

    name: str
    doing: tuple[str, ...]
    undoing: tuple[str, ...]
    nouns: tuple[str, ...]
    counter_nouns: tuple[str, ...]


@cache
def acts() -> tuple[Act, ...]:
    return tuple(
        Act(row["act"], *(many(row[column]) for column in ("doing", "undoing", "nouns", "counter_nouns")))
        for row in read_table("acts", "acts.tsv")
    )


@cache
def irregular_forms() -> dict[str, str]:
    """Base form by irregular form: "held" → "hold"."""
    return {form: row["verb"] for row in read_table("acts", "irregular.tsv") for form in many(row["forms"])}


@cache
def concepts() -> dict[str, str]:
    """Concept by word: "lorry" → "vehicle"."""
    return {word: row["concept"] for row in read_table("acts", "concepts.tsv") for word in many(row["words"])}


@cache
def shown_by() -> dict[str, frozenset[str]]:
    """Acts whose doing shows that another was done: who is received has visited."""
    return {row["act"]: frozenset(many(row["shown_by"])) for row in read_table("acts", "shown.tsv")}
