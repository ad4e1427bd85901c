"""Inputs → the ledger, one transaction a document, with progress. `add` and `demo` both go this way."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from memoire.cli.progress import Steps, progress
from memoire.cli.reading import Reader, documents_of, name_refused, read_or_refuse
from memoire.errors import InputRefused, MemoireError
from memoire.intake.inputs import CORPUS_SUFFIXES, Input
from memoire.ledger import actions, queries
from memoire.ledger.place import who_works_here
from memoire.records.document import Document
from memoire.records.reading import Reading


@dataclass
class Tally:
    """What became of the documents so far."""

    added: int = 0
    read_again: int = 0
    there: int = 0
    refused: int = 0
    entries: int = 0

    @property
    def done(self) -> int:
        return self.added + self.read_again + self.there

    def __str__(self) -> str:
        again = f"read again {self.read_again:,}, " if self.read_again else ""
        return (
            f"added {self.added:,}, {again}already there {self.there:,}, refused {self.refused:,}; "
            f"entries proposed {self.entries:,}"
        )


def store(
    inputs: Sequence[Input],
    reader: Reader,
    tally: Tally,
    *,
    published: date | None = None,
    marking: str | None = None,
) -> None:
    """Add every document of the inputs that this reader has not read yet; what cannot be is named and passed over."""
    numbers = [source.documents for source in inputs]
    total = None if None in numbers else sum(number or 0 for number in numbers)
    with progress(total) as steps:
        for source in inputs:
            _store_input(source, reader, tally, steps, published=published, marking=marking)


def _store_input(
    source: Input, reader: Reader, tally: Tally, steps: Steps, *, published: date | None, marking: str | None
) -> None:
    if _was_read(source.path, reader):
        tally.there += 1
        steps.step()
        return
    for document in documents_of(source, published):
        _store_document(document, reader, tally, marking)
        steps.step()


def _was_read(path: Path | None, reader: Reader) -> bool:
    """Whether the ledger has this file; a corpus is asked about line by line instead."""
    if path is None or path.suffix.lower() in CORPUS_SUFFIXES:
        return False
    try:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):  # taking it in will say why
        return False
    return queries.was_read(sha256, reader.version)


def _store_document(document: Document | InputRefused, reader: Reader, tally: Tally, marking: str | None) -> None:
    if isinstance(document, Document) and queries.was_read(document.sha256, reader.version):
        tally.there += 1
        return
    found = read_or_refuse(reader, document)
    if isinstance(found, Reading):
        found = _keep(found, tally, marking)
    if isinstance(found, InputRefused):
        tally.refused += 1
        name_refused(found)


def _keep(reading: Reading, tally: Tally, marking: str | None) -> Reading | InputRefused:
    try:
        added = actions.add_reading(reading, marking=marking, who=who_works_here())
    except MemoireError as error:
        return InputRefused(reading.document.source or reading.document.id, str(error))
    tally.added += added.is_new
    tally.read_again += not added.is_new
    tally.entries += len(reading.entries)
    return reading
