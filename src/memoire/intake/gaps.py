"""The white space between two pieces of a cleaned text, weakest first: of several the strongest stands."""

from typing import Final

BLOCK: Final = "\n\n"
LINE: Final = "\n"
CELL: Final = "\t"
SPACE: Final = " "
_BY_STRENGTH: Final = ("", SPACE, CELL, LINE, BLOCK)


def stronger(one: str, other: str) -> str:
    """Return the gap that sets further apart."""
    return max(one, other, key=_BY_STRENGTH.index)
