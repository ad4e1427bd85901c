"""Common nouns that name groups and organs: "the ministry", "violent mob", "American officials"."""

from dataclasses import dataclass
from functools import cache

from memoire.reading.resolving.actors.page import Page
from memoire.reading.resolving.actors.words import Words
from memoire.registries.grammar import word_list
from memoire.registries.groups import group_sectors

DETERMINERS = word_list("determiners")
# Words that a noun phrase does not reach across to the left.
_STOPS = word_list("noun-stops")
_FURTHEST = 5
_LONGEST_NOUN = 3


@dataclass(frozen=True, slots=True)
class Noun:
    """Words [first, stop) with a group noun as their head, determiner included."""

    first: int
    stop: int
    sector: str
    is_plural: bool


@cache
def _by_last_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    nouns: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for noun, sector in group_sectors().items():
        words = tuple(noun.replace("-", " - ").split())
        nouns.setdefault(words[-1], []).append((words, sector))
    for entries in nouns.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return nouns


def find_nouns(page: Page) -> list[Noun]:
    """Return the group nouns of a page, in order, the longest at each place."""
    lows, nouns = page.words.lows, _by_last_word()
    found = []
    for at, low in enumerate(lows):
        for words, sector in nouns.get(low, ()):
            first = at + 1 - len(words)
            if first >= 0 and tuple(lows[first : at + 1]) == words:
                found.append(Noun(_start(page, first), at + 1, sector, is_plural(low)))
                break
    return found


def is_plural(low: str) -> bool:
    """Whether a noun in small letters is one of several."""
    return low in _PLURALS or (low.endswith("s") and not low.endswith(("ss", "us", "press", "is")))


_PLURALS = frozenset("people men women children police media personnel troops staff public youth".split())


def _start(page: Page, first: int) -> int:
    """Where the phrase begins: at a determiner not far before, else at the names and capitals before the noun."""
    words = page.words
    for at in range(first - 1, max(first - 1 - _FURTHEST, -1), -1):
        if words.lows[at] in DETERMINERS:
            return at
        if words.lows[at] in _STOPS or not (words.forms[at][0].isalnum() or words.forms[at] in "-'."):
            break
    at = first
    while at > 0 and (
        page.sighting_at[at - 1]
        or _is_capital(words, at - 1)
        or (words.forms[at - 1] == "-" and _is_capital(words, at - 2))
    ):
        at -= 1
    return at


def _is_capital(words: Words, at: int) -> bool:
    return at >= 0 and words.forms[at][0].isupper() and words.lows[at] not in _STOPS


def find_letters(words: Words) -> dict[str, tuple[int, int]]:
    """Words [first, stop) of the long form by its letters: "ASEAN Observer Team (AOT)"."""
    found: dict[str, tuple[int, int]] = {}
    for at in range(2, len(words.forms) - 1):
        letters = words.forms[at]
        if words.forms[at - 1] == "(" and words.forms[at + 1] == ")" and len(letters) > 1 and letters.isupper():
            first = _long_form(words, letters, at - 1)
            if first is not None:
                found.setdefault(letters, (first, at - 1))
    return found


def _long_form(words: Words, letters: str, stop: int) -> int | None:
    """Where the words before `stop` begin whose capitals are `letters`."""
    left = list(letters)
    for at in range(stop - 1, max(stop - 3 * len(letters), -1), -1):
        if left and words.forms[at][0] == left[-1]:
            left.pop()
            if not left:
                return at
    return None
