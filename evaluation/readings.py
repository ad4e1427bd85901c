"""What a reader finds in documents, in the shape of the labels."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from evaluation.folders import Labelled, lines_of
from memoire.errors import InputRefused, UsageError
from memoire.records.document import Document
from memoire.records.reading import Reading
from memoire.records.shapes import entry_as_json

Readings = Mapping[str, Sequence[Labelled]]  # by id of the document


class Reads(Protocol):
    """Anything that reads a document."""

    def read(self, document: Document, /) -> Reading: ...


def read_all(reader: Reads, documents: Iterable[Document]) -> Iterator[Reading]:
    """Read all documents but those that the reader refuses, which are named on standard error."""
    for document in documents:
        try:
            yield reader.read(document)
        except InputRefused as refused:
            print(f"refused: {refused}", file=sys.stderr)


def read_by_id(reader: Reads, documents: Iterable[Document]) -> dict[str, Reading]:
    """The whole readings by the id of their document; of one that was refused there is none."""
    return {reading.document.id: reading for reading in read_all(reader, documents)}


def read_documents(reader: Reads, documents: Sequence[Document]) -> dict[str, list[dict[str, Any]]]:
    """The entries of every document by its id; one that was refused has none."""
    nothing: dict[str, list[dict[str, Any]]] = {document.id: [] for document in documents}
    return nothing | {
        reading.document.id: [entry_as_json(entry) for entry in reading.entries]
        for reading in read_all(reader, documents)
    }


def write_readings(readings: Readings, path: Path) -> None:
    """Write one line a document in the shape of labels.jsonl."""
    lines = (json.dumps({"id": name, "entries": entries}, ensure_ascii=False) for name, entries in readings.items())
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def load_readings(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Read what `write_readings` wrote, a labels.jsonl, or the output of `memoire read --as json`.

    Raises:
        UsageError: a line has no `id` (or `document`) with `entries`.
    """
    return dict(_named(line, path) for line in lines_of(path))


def _named(line: Mapping[str, Any], path: Path) -> tuple[str, list[dict[str, Any]]]:
    try:
        return line["document"]["id"] if "document" in line else line["id"], line["entries"]
    except KeyError as error:
        raise UsageError(f"{path}: a line has no {error}; give lines of {{'id', 'entries'}}") from error
