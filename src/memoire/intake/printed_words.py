"""Paragraphs of printed lines → text: line ends become spaces, words broken at a line end are put together again."""

import re
from collections.abc import Sequence, Set
from typing import Final

from memoire.intake.character_map import MappedText
from memoire.intake.printed_lines import PrintedLine

# Letters drawn as one, and what is not seen; instead comes what a reader expects.
_SHOWN: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xa0": " "}
_ODD = re.compile("[\ufb00-\ufb06\xa0\x00-\x08\x0e-\x1f\x7f\xad\ufffe\u200b]")

# PDFium gives U+0002 or U+FFFE for a hyphen at the end of a line.
_BROKEN = re.compile("([^\\W\\d_]+)[-\u2010\xad\x02\ufffe]$")
_LONGEST_WORD: Final = 60
_WORD = re.compile(r"[^\W\d_]+")
_WORD_OR_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:[\x02\ufffe]|[-\u2010\xad]\s*[\r\n])\s*[^\W\d_]+")
_SHORTEST_PART: Final = 3


def vocabulary(source: str) -> Set[str]:
    """Return the words and compounds of a text in small letters, but for those broken at a line end."""
    return frozenset(_WORD_OR_COMPOUND.findall(_BROKEN_WORD.sub(" ", source.lower())))


def is_broken(line: str) -> bool:
    """Whether a line ends within a word."""
    return bool(_BROKEN.search(line[-_LONGEST_WORD:]))


def add_paragraph(mapped: MappedText, lines: Sequence[PrintedLine], *, known: Set[str]) -> None:
    """Add the lines of a paragraph; `known` words tell whether a hyphen at a line end belongs to its word."""
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        kept, joint = _joint(line.text, after.text, known) if after else (len(line.text), "")
        _add(mapped, line.text[:kept], line.at)
        mapped.put(joint)


def _joint(before: str, after: str, known: Set[str]) -> tuple[int, str]:
    """How many characters of `before` stay, and what stands between it and `after`."""
    broken = _BROKEN.search(before[-_LONGEST_WORD:])
    if not broken:
        return len(before), "" if before.endswith("—") else " "
    return len(before) - 1, "-" if _is_compound(broken[1].lower(), after, known) else ""


def _is_compound(first: str, after: str, known: Set[str]) -> bool:
    found = _WORD.match(after)
    if not found or not after[0].islower():  # "US-/Pakistan", "mid-/2025"
        return True
    second = found[0]
    if f"{first}-{second}" in known or first + second in known:
        return first + second not in known
    return {first, second} <= known and min(len(first), len(second)) >= _SHORTEST_PART


def _add(mapped: MappedText, words: str, at: int) -> None:
    done = 0
    for odd in _ODD.finditer(words):
        mapped.take(words[done : odd.start()], at + done)
        mapped.put(_SHOWN.get(odd[0], ""))
        done = odd.end()
    mapped.take(words[done:], at + done)
