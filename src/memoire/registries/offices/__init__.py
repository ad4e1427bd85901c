"""Titles of offices with the sector of those who hold them, and the words that may stand before a title."""

from functools import cache

from memoire.registries.tables import many, read_table


@cache
def office_sectors() -> dict[str, str]:
    """Sector by title, in small letters; where a title is in two sectors, the first in the file."""
    sectors: dict[str, str] = {}
    for row in read_table("offices", "offices.tsv"):
        for title in many(row["titles"]):
            sectors.setdefault(title, row["sector"])
    return sectors


@cache
def office_modifiers() -> frozenset[str]:
    """Words before a title ("deputy", "interior"), in small letters."""
    return frozenset(row["word"] for row in read_table("offices", "modifiers.tsv"))
