"""Text of documents at a terminal or in a pipe: no control character of theirs reaches it."""

import io
import re
import sys
import unicodedata
from typing import Final, TextIO, cast

from rich.console import Console

WIDTH_IN_A_PIPE: Final = 160


def console() -> Console:
    """Standard output, as wide as the terminal; wide enough for a table where there is none."""
    if sys.stdout.isatty():
        return Console(highlight=False, markup=False, emoji=False)
    return Console(
        file=cast(TextIO, _Trimmed(sys.stdout)), highlight=False, markup=False, emoji=False, width=WIDTH_IN_A_PIPE
    )


class _Trimmed(io.TextIOBase):
    """A stream whose lines end with their last letter: rich fills tables up with spaces."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(re.sub(r" +(?=\n)", "", text))

    def flush(self) -> None:
        self._stream.flush()


def plain(text: str) -> str:
    """One line without control and direction-changing characters, which could repaint or reorder a terminal."""
    kept = "".join(c if unicodedata.category(c) not in ("Cc", "Cf") else " " for c in text)
    return " ".join(kept.split())


def counted(entries: int) -> str:
    """ "1 entry", "1,200 entries"."""
    return "1 entry" if entries == 1 else f"{entries:,} entries"
