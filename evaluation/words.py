"""When two runs of words count as the same."""

import re
import unicodedata

_ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their|our)\s+")
_NOT_WORD = re.compile(r"[^\w\s]+")


def plain(words: str) -> str:
    """`words` without case, accents, punctuation and the article before them."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
    return _ARTICLE.sub("", " ".join(_NOT_WORD.sub(" ", letters).split()))


def exact(words: str) -> str:
    """`words` with single spaces, else untouched: what "exact words" compares."""
    return " ".join(words.split())


def is_alike(one: str, other: str) -> bool:
    """Whether the words of one name are all among those of the other ("Naqvi", "Mohsin Naqvi")."""
    mine, theirs = set(plain(one).split()), set(plain(other).split())
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)
