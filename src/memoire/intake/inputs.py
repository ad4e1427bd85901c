"""What the user named → the inputs behind it: files one by one, folders walked, corpora with their number of lines."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

STANDARD_INPUT: Final = "-"
CORPUS_SUFFIXES: Final = (".jsonl", ".ndjson")
_BLOCK_BYTES: Final = 2**20


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to take in. Nothing is checked yet: `take_in` refuses what cannot be read.

    `documents` is how many it holds, for progress: lines for a corpus, None where only reading will tell.
    """

    source: str  # as shown to the user
    path: Path | None = None
    stream: BinaryIO | None = None  # standard input or an upload; read once, not closed
    documents: int | None = 1
    size_bytes: int | None = None


def list_inputs(sources: Sequence[str | Path], *, stdin: BinaryIO | None = None) -> list[Input]:
    """Return the inputs behind `sources`, in the order given; folders recursively, by name, without hidden files."""
    return [found for source in sources for found in _behind(str(source), stdin)]


def _behind(source: str, stdin: BinaryIO | None) -> Iterator[Input]:
    if source == STANDARD_INPUT:
        yield Input(source, stream=stdin or sys.stdin.buffer, documents=None)
    elif source and Path(source).is_dir():  # Path("") would be the current folder
        # A folder without a file stands for itself, so that it is refused rather than passed over.
        yield from _in_folder(Path(source)) or [Input(source, path=Path(source))]
    else:
        yield _file(Path(source), source)


def _in_folder(folder: Path) -> list[Input]:
    try:
        names = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return [Input(str(folder), path=folder)]  # opening it will say why
    found: list[Input] = []
    for path in names:
        if path.is_dir():
            found += [] if path.is_symlink() else _in_folder(path)  # a link may lead back to a folder above
        elif path.is_file():
            found.append(_file(path, str(path)))
    return found


def _file(path: Path, source: str) -> Input:
    try:
        size = path.stat().st_size
        documents = _count_lines(path) if path.suffix.lower() in CORPUS_SUFFIXES and path.is_file() else 1
    except (OSError, ValueError):  # ValueError: a name with a NUL
        return Input(source, path=path)
    return Input(source, path=path, documents=documents, size_bytes=size)


def _count_lines(path: Path) -> int:
    lines, last = 0, b"\n"
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK_BYTES):
            lines += block.count(b"\n")
            last = block[-1:]
    return lines + (last != b"\n")
