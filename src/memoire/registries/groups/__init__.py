"""Common nouns for groups and organs, with the sector of those they name."""

from functools import cache

from memoire.registries.tables import many, read_table


@cache
def group_sectors() -> dict[str, str]:
    """Sector by noun, in small letters, singular and plural as they stand in the file."""
    sectors: dict[str, str] = {}
    for row in read_table("groups", "groups.tsv"):
        for noun in many(row["nouns"]):
            sectors.setdefault(noun, row["sector"])
    return sectors
