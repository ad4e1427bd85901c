"""Closed lists of English words that the rules for actors go by."""

from functools import cache

from memoire.registries.tables import read_table


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of a list, in small letters, signs among them; SOURCE.md says what each list is for.

    Raises:
        KeyError: there is no list of that name.
    """
    lists = {row["list"]: frozenset(row["words"].split(" ")) for row in read_table("grammar", "words.tsv")}
    return lists[name]
