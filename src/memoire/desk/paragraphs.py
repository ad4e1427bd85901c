"""A text cut into the paragraphs it is printed in. No character moves: each paragraph is a span of the text."""

import re
from collections.abc import Iterator
from typing import Final

from memoire.records.spans import Span

# A line this long that is followed by another was broken by a machine, not by its author (typewriters: 60 and more).
_WRAPPED_AT: Final = 50
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LIST_ITEM = re.compile(r"\s*(?:[-•*–]|\(?[0-9ivxlc]{1,4}[.)]|[a-z]\))\s", re.IGNORECASE)


def paragraphs(text: str) -> list[Span]:
    """Every run of text that is printed as one block, in order; white space around them belongs to none."""
    wrapped = bool(_BLANK_LINE.search(text))
    blocks: list[Span] = []
    for line in _lines(text):
        if blocks and wrapped and _goes_on(text, blocks[-1], line):
            blocks[-1] = Span(blocks[-1].start, line.end)
        else:
            blocks.append(line)
    return blocks


def _lines(text: str) -> Iterator[Span]:
    for found in re.finditer(r"[^\n]*\S[^\n]*", text):
        words = found[0]
        start = found.start() + len(words) - len(words.lstrip())
        yield Span(start, found.start() + len(words.rstrip()))


def _goes_on(text: str, block: Span, line: Span) -> bool:
    """Whether `line` only continues `block`: no blank line between, the last line full, no list item begun."""
    last_line = text[text.rfind("\n", block.start, block.end) + 1 or block.start : block.end]
    touching = text.count("\n", block.end, line.start) == 1
    return touching and len(last_line.strip()) >= _WRAPPED_AT and not _LIST_ITEM.match(text[line.start : line.end])
