"""Words that somebody says are in a text → where they stand. White space may differ; nothing else may."""

import re
import unicodedata
from typing import Final

from memoire.records.spans import Span

LONGEST_SHOWN: Final = 120


def places_of(words: str, text: str, *, within: Span) -> list[Span]:
    """Return every place in a part of the text where these whole words stand, in order; none for empty words."""
    pieces = words.split()
    if not pieces:
        return []
    pattern = r"\s+".join(map(re.escape, pieces))
    before = r"(?<!\w)" if pieces[0][0].isalnum() else ""
    after = r"(?!\w)" if pieces[-1][-1].isalnum() else ""
    found = re.compile(before + pattern + after).finditer(text, within.start, within.end)
    return [Span(*match.span()) for match in found]


def shown(words: str) -> str:
    """Words from elsewhere on one short line, without signs that could repaint a terminal."""
    kept = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in words[: 4 * LONGEST_SHOWN])
    line = " ".join(kept.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"
