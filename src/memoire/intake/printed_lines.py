"""Lines as they stand on a page, and those in its margins: page numbers and running heads, which nobody says."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
# The same words at the same height on so many pages, and on half of all, are a running head.
_FEWEST_PAGES: Final = 3
_HEIGHT_STEP: Final = 6  # points
_MARGIN_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a page; the box is in points from the lower left corner."""

    text: str
    at: int  # in the decoded original
    page: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)


def without_margins(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Return the lines without page numbers at the edges of pages, and without what the edges of most pages repeat."""
    by_page: dict[int, list[PrintedLine]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    margins = [line for page in by_page.values() for line in _margins(page)]
    repeated = Counter(_likeness(line) for line in margins)
    most = max(_FEWEST_PAGES, len(by_page) / 2)
    left_out = {id(line) for line in margins if repeated[_likeness(line)] >= most}
    left_out |= {id(line) for page in by_page.values() for line in _edges(page) if _PAGE_NUMBER.fullmatch(line.text)}
    return [line for line in lines if id(line) not in left_out]


def _likeness(line: PrintedLine) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text), round(line.bottom / _HEIGHT_STEP)


def _margins(page: list[PrintedLine]) -> list[PrintedLine]:
    """The lines at the top and at the bottom of a page, each once."""
    by_height = sorted(page, key=lambda line: line.bottom)
    return by_height if len(page) <= 2 * _MARGIN_LINES else by_height[:_MARGIN_LINES] + by_height[-_MARGIN_LINES:]


def _edges(page: list[PrintedLine]) -> tuple[PrintedLine, PrintedLine]:
    return min(page, key=lambda line: line.bottom), max(page, key=lambda line: line.top)
