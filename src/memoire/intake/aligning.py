"""Finds the words of an article again in the source of its page: the character map of HTML (docs/adr/0004).

White space is left out of the comparison, since pages and browsers treat it freely. Long blocks are looked up first, in
order; the others between their neighbours, from the end, because a heading may also stand in the menu above.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from memoire.intake.extract import CharacterMap
from memoire.intake.visible_letters import Letters, visible_letters

_BLOCK = re.compile(r"[^\n\t]+")
_WORD = re.compile(r"\S+")

# A block of so many letters hardly stands twice by chance.
_LONG_LETTERS: Final = 60
# A block that is not found whole is looked up in halves, down to this many letters.
_SHORTEST_HALF: Final = 12
# What is not found costs a search through its region; all such searches together may go through the page so often.
_MOST_SEARCHES: Final = 50


@dataclass(frozen=True, slots=True)
class _Place:
    """A range of the text and where its letters begin among the letters of the page."""

    start: int
    end: int
    at: int


def align(text: str, source: str) -> CharacterMap:
    """Return the runs of `text` that stand unbroken in `source`, in the order of `text`.

    Each run is the same in both, letter by letter: an entity or other white space ends it. What is not found has none.
    """
    letters = visible_letters(source)
    runs = _Runs(text, source)
    for place in _Search(text, "".join(letters.pieces)).places():
        runs.add(place, letters)
    return tuple(runs.found)


class _Search:
    """Looks up blocks of the text among the letters of the page, at a bounded cost."""

    def __init__(self, text: str, letters: str) -> None:
        self._text, self._letters = text, letters
        self._budget = _MOST_SEARCHES * len(letters)

    def places(self) -> list[_Place]:
        """All places in order."""
        anchors = list(self._anchors())
        floors = [0]
        for place in anchors:
            floors.append(place.at + len(self._squeezed(place.start, place.end)) if place.at >= 0 else floors[-1])
        found: list[_Place] = []
        ceiling = len(self._letters)
        for place, floor in zip(reversed(anchors), reversed(floors[:-1]), strict=True):
            here = [place] if place.at >= 0 else self._between(place.start, place.end, floor, ceiling)
            # trafilatura moves a block now and then: what is not between its neighbours may stand anywhere.
            found += here or self._between(place.start, place.end, 0, len(self._letters))
            ceiling = here[-1].at if here else ceiling
        return found[::-1]

    def _anchors(self) -> Iterator[_Place]:
        """Every block in order; `at` is -1 for the short ones and those not found."""
        cursor = 0
        for block in _BLOCK.finditer(self._text):
            wanted = self._squeezed(block.start(), block.end())
            at = self._find(wanted, cursor, len(self._letters)) if len(wanted) >= _LONG_LETTERS else -1
            cursor = at + len(wanted) if at >= 0 else cursor
            yield _Place(block.start(), block.end(), at)

    def _between(self, start: int, end: int, floor: int, ceiling: int) -> list[_Place]:
        """The places of a block within a region, last first; halved where it does not stand there whole."""
        wanted = self._squeezed(start, end)
        at = self._find(wanted, floor, ceiling, from_end=True) if wanted else -1
        if at >= 0:
            return [_Place(start, end, at)]
        middle = self._text.find(" ", (start + end) // 2, end)
        if middle < 0 or len(wanted) < 2 * _SHORTEST_HALF or self._budget <= 0:
            return []
        right = self._between(middle, end, floor, ceiling)
        return right + self._between(start, middle, floor, right[-1].at if right else ceiling)

    def _find(self, wanted: str, floor: int, ceiling: int, *, from_end: bool = False) -> int:
        if self._budget <= 0:
            return -1
        at = (self._letters.rfind if from_end else self._letters.find)(wanted, floor, ceiling)
        if at < 0:
            self._budget -= ceiling - floor
        return at

    def _squeezed(self, start: int, end: int) -> str:
        return "".join(self._text[start:end].split())


class _Runs:
    """Puts words that follow one another in text and source alike into one run."""

    def __init__(self, text: str, source: str) -> None:
        self._text, self._source = text, source
        self.found: list[tuple[int, int, int]] = []

    def add(self, place: _Place, letters: Letters) -> None:
        at = place.at
        for word in _WORD.finditer(self._text, place.start, place.end):
            origin, length = letters.positions[at], len(word[0])
            if self._source.startswith(word[0], origin):
                self._extend(word.start(), origin, length)
            else:  # broken by a tag or an entity
                for step in range(length):
                    self._add_letter(word.start() + step, letters.positions[at + step])
            at += length

    def _add_letter(self, start: int, origin: int) -> None:
        if self._source[origin] == self._text[start]:
            self._extend(start, origin, 1)

    def _extend(self, start: int, origin: int, length: int) -> None:
        if self.found:
            before, before_origin, before_length = self.found[-1]
            end, end_origin = before + before_length, before_origin + before_length
            if start - end == origin - end_origin and self._text[end:start] == self._source[end_origin:origin]:
                self.found[-1] = (before, before_origin, start + length - before)
                return
        self.found.append((start, origin, length))
