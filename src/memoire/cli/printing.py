"""Text of documents at a terminal or in a pipe: no control character of theirs reaches it."""

import unicodedata
from typing import Final

from rich.console import Console

WIDTH_IN_A_PIPE: Final = 160


def console() -> Console:
    """Standard output, as wide as the terminal; wide enough for a table where there is none."""
    out = Console(highlight=False, markup=False, emoji=False)
    return out if out.is_terminal else Console(highlight=False, markup=False, emoji=False, width=WIDTH_IN_A_PIPE)


def plain(text: str) -> str:
    """One line without control and direction-changing characters, which could repaint or reorder a terminal."""
    kept = "".join(c if unicodedata.category(c) not in ("Cc", "Cf") else " " for c in text)
    return " ".join(kept.split())
