"""Printed lines → paragraphs: a line goes on from the one before unless space, indent, size or a list mark says no."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, quantiles
from typing import Final

from memoire.intake.printed_lines import PrintedLine
from memoire.intake.printed_words import is_broken

_BULLET = re.compile(r"[•●▪■◦‣]\s*\S")
_NUMBER = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-z]|[ivxl]+)[.)]|\d{1,2}(?:\.\d{1,2})+\.?|(?:Article|ARTICLE|Section)\s\w+)\s+\S"
)
_ENDED = (".", "!", "?", ":", ";", "”", '"', "’", ")")

# In heights of a line. Lines of one paragraph lie 1.0 to 1.5 apart, whichever the page uses; a new one adds half.
_SAME_SIZE: Final = 0.15
_WIDER_PITCH: Final = 1.2
_USUAL_PITCH: Final = 1.2  # where a document has too few lines to tell
_INDENT: Final = 0.7
_SPARE: Final = 0.5
_RAGGED: Final = 3  # how much the ends of lines of one column differ
_LINES_ABOVE: Final = 40
_NEAREST, _FURTHEST = 0.8, 3.0
_COLUMN_STEP: Final = 12  # points: left edges so near belong to one column
_DEEPEST_INDENT: Final = 6  # steps: how far right of it what hangs under a line may begin


@dataclass(frozen=True, slots=True)
class _Layout:
    """What is usual in a document: distance of lines within paragraphs, their height, right edge of each column."""

    pitch: float
    height: float
    rights: Mapping[tuple[int, int], float]


def join_paragraphs(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """Return the lines grouped into paragraphs, in the order given."""
    layout = _Layout(_pitch(lines), median(line.height for line in lines) if lines else 0, _right_edges(lines))
    paragraphs: list[list[PrintedLine]] = []
    for number, line in enumerate(lines):
        after = lines[number + 1] if number + 1 < len(lines) else None
        if paragraphs and _goes_on(paragraphs[-1], line, after, layout):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _goes_on(paragraph: list[PrintedLine], line: PrintedLine, after: PrintedLine | None, layout: _Layout) -> bool:
    before = paragraph[-1]
    if is_broken(before.text):
        return True
    has_ended = before.text.endswith(_ENDED)
    if abs(line.height - before.height) > _SAME_SIZE * before.height or _begins_item(line, has_ended=has_ended):
        return False
    is_heading = line.height > (1 + _SAME_SIZE) * layout.height
    if not is_heading and _had_room(paragraph, line, after, layout):
        return False
    if line.page != before.page or line.bottom >= before.bottom:  # next page or column, or beside
        return not has_ended
    is_far = _distance(before, line) > _WIDER_PITCH * layout.pitch
    return not is_far and (is_heading or not _is_set_in(paragraph, line, after, layout.pitch))


def _is_set_in(paragraph: list[PrintedLine], line: PrintedLine, after: PrintedLine | None, pitch: float) -> bool:
    """Whether an indent shows that `line` is the first of a paragraph, and not what hangs under the mark of an item."""
    before = paragraph[-1]
    if len(paragraph) > 1:
        return _is_indented(line, before)
    if _begins_item(before, has_ended=True):
        return False
    return _is_indented(line, before) or (after is not None and _opens_paragraph(line, after, pitch))


def _had_room(paragraph: list[PrintedLine], line: PrintedLine, after: PrintedLine | None, layout: _Layout) -> bool:
    """Whether the first word of `line` would have fitted on the line before: then the break between them was meant."""
    before = paragraph[-1]
    first_word = line.text.split(" ", 1)[0]
    width = (line.right - line.left) * (1 + len(first_word)) / len(line.text)
    return before.right + width < _right_edge(paragraph, line, after, layout) - _SPARE * line.height


def _right_edge(paragraph: list[PrintedLine], line: PrintedLine, after: PrintedLine | None, layout: _Layout) -> float:
    """How far right the lines of a paragraph may go: as far as its own have gone, else as others of the column."""
    before = paragraph[-1]
    near = paragraph[-_LINES_ABOVE:]
    above = [part.right for part in near if part.page == before.page and part.bottom > before.bottom]
    if above and abs(paragraph[-2].left - before.left) < _DEEPEST_INDENT * _COLUMN_STEP:
        return max(*above, before.right)
    rights = [part.right for part in (before, line, after) if part]
    if after and max(rights) - min(rights) <= _RAGGED * line.height:
        return max(rights)  # three lines that end together: a narrow column under wide lines
    return layout.rights[_column(before)]


def _is_indented(line: PrintedLine, before: PrintedLine) -> bool:
    return line.left > before.left + _INDENT * line.height


def _opens_paragraph(line: PrintedLine, after: PrintedLine, pitch: float) -> bool:
    """Whether `line` is a first line with an indent: what follows it closely stands further left."""
    is_close = line.page == after.page and 0 < _distance(line, after) <= _WIDER_PITCH * pitch
    return is_close and _is_indented(line, after) and not _begins_item(after, has_ended=True)


def _distance(before: PrintedLine, line: PrintedLine) -> float:
    """How far down the next line is, in line heights."""
    return (before.bottom - line.bottom) / before.height


def _begins_item(line: PrintedLine, *, has_ended: bool) -> bool:
    """A number begins an item only after something has ended: "on July / 12. The two sides" goes on."""
    return bool(_BULLET.match(line.text)) or (has_ended and bool(_NUMBER.match(line.text)))


def _pitch(lines: Sequence[PrintedLine]) -> float:
    """The distance of lines within paragraphs, in line heights: the lower quarter, since paragraphs only add to it."""
    distances = [_distance(before, line) for before, line in pairwise(lines) if before.page == line.page]
    likely = [distance for distance in distances if _NEAREST <= distance <= _FURTHEST]
    return quantiles(likely)[0] if len(likely) > 1 else _USUAL_PITCH


def _right_edges(lines: Iterable[PrintedLine]) -> Mapping[tuple[int, int], float]:
    """The right edge of each column: of the lines of a page that begin about as far left, or that it hangs under."""
    edges: dict[tuple[int, int], float] = defaultdict(float)
    for line in lines:
        page, left = _column(line)
        for near in range(left - 1, left + _DEEPEST_INDENT):
            edges[page, near] = max(edges[page, near], line.right)
    return edges


def _column(line: PrintedLine) -> tuple[int, int]:
    return line.page, round(line.left / _COLUMN_STEP)
