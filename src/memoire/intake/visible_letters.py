"""The letters of a page that a reader sees, and where each stands in the source. One pass, linear in the page."""

import re
from array import array
from dataclasses import dataclass, field
from html import unescape
from itertools import repeat
from typing import Final

_ENTITY_OR_WORD = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?|[^\s&]+|&")
_TAG = re.compile(r"</?([A-Za-z][^\s/>]*)|<[!?]")
_QUOTE_OR_END = re.compile(r"=\s*([\"'])|>")
_CODE: Final = {"script": re.compile("</script", re.IGNORECASE), "style": re.compile("</style", re.IGNORECASE)}


@dataclass(slots=True)
class Letters:
    """Visible characters without white space; `positions` has one place in the source for each."""

    pieces: list[str] = field(default_factory=list)
    positions: "array[int]" = field(default_factory=lambda: array("I"))

    def add(self, words: str, start: int) -> None:
        """Take the words that begin at `start`; the characters of an entity stand where it begins."""
        for found in _ENTITY_OR_WORD.finditer(words):
            piece, at = found[0], start + found.start()
            shown = "".join(unescape(piece).split()) if piece[0] == "&" else piece
            self.pieces.append(shown)
            self.positions.extend(range(at, at + len(piece)) if shown == piece else repeat(at, len(shown)))


def visible_letters(source: str) -> Letters:
    """Return what is seen of a page: no tags, comments, scripts, styles or white space; entities decoded."""
    letters, at = Letters(), 0
    while (mark := source.find("<", at)) >= 0:
        letters.add(source[at:mark], at)
        at = _after_mark(source, mark)
        if at == mark + 1:  # a bracket that opens nothing is a letter
            letters.add("<", mark)
    letters.add(source[at:], at)
    return letters


def _after_mark(source: str, mark: int) -> int:
    """Return where the text goes on behind the tag, comment or script at `mark`; what never ends goes to the end."""
    if source.startswith("<!--", mark):
        return _behind(source, source.find("-->", mark + 4), 3)
    tag = _TAG.match(source, mark)
    if not tag:
        return mark + 1
    end = _after_tag(source, tag.end())
    code = _CODE.get((tag[1] or "").lower()) if source[mark + 1] != "/" else None
    if code:
        closing = code.search(source, end)
        return closing.start() if closing else len(source)
    return end


def _after_tag(source: str, at: int) -> int:
    """A bracket in a quoted attribute does not end its tag."""
    while found := _QUOTE_OR_END.search(source, at):
        if found[0] == ">":
            return found.end()
        at = _behind(source, source.find(found[1], found.end()), 1)
    return len(source)


def _behind(source: str, at: int, length: int) -> int:
    return at + length if at >= 0 else len(source)
