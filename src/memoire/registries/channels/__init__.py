"""Closed lists of English words by which recurring meetings and their rounds are known."""

from functools import cache
from typing import Final

from memoire.registries.tables import read_table

_WORDS: Final = "channels.tsv"


@cache
def channel_words(name: str) -> frozenset[str]:
    """The words of a list, in small letters; SOURCE.md says what each list is for.

    Raises:
        KeyError: there is no list of that name.
    """
    return frozenset(_lists()[name].split(" "))


@cache
def ordinals() -> dict[str, int]:
    """ "third" → 3."""
    pairs = (pair.partition("=") for pair in _lists()["ordinals"].split(" "))
    return {word: int(number) for word, _, number in pairs}


@cache
def _lists() -> dict[str, str]:
    return {row["list"]: row["words"] for row in read_table("channels", _WORDS)}
