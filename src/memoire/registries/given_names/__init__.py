"""First names with the gender they usually go with."""

from functools import cache
from typing import Literal

from memoire.registries.tables import read_table

Gender = Literal["m", "f", ""]


@cache
def given_names() -> dict[str, Gender]:
    """Gender by first name in small letters; empty where a name is borne by both."""
    return {row["name"].lower(): _gender(row["gender"]) for row in read_table("given_names", "given_names.tsv")}


def _gender(cell: str) -> Gender:
    return "m" if cell == "m" else "f" if cell == "f" else ""
