"""What `read` and `add` share: sources → documents → readings, with what was refused and why."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, Protocol

import click

from memoire.cli.other_reader import other_reader
from memoire.errors import InputRefused
from memoire.records.document import Document
from memoire.records.reading import ReaderVersion, Reading

if TYPE_CHECKING:
    from memoire.intake.inputs import Input

SOME_REFUSED: Final = 1
NOTHING_DONE: Final = 3


class Reader(Protocol):
    """Whoever reads documents; memoire.reading.pipeline.Reader is the one that comes with the program."""

    @property
    def version(self) -> ReaderVersion: ...

    def read(self, document: Document) -> Reading: ...


def reader_for(ctx: click.Context, markings_of: Callable[[Document], Sequence[str | None]] = lambda _: ()) -> Reader:
    """The reader that --reader names, else the one that the caller put in the context, else our own.

    `markings_of` says how a document is marked besides its own marking: what is marked strictly leaves no machine.
    """
    if named := other_reader(ctx, markings_of):
        return named
    if ctx.obj is not None:
        given: Reader = ctx.obj
        return given
    from memoire.reading.pipeline import load_reader  # noqa: PLC0415 - numpy and ONNX Runtime take 0.6 s

    return load_reader()


def documents_of(source: "Input", published: date | None) -> Iterator[Document | InputRefused]:
    from memoire.intake.taking import take_in  # noqa: PLC0415

    return take_in(source, published=published)


def read_or_refuse(reader: Reader, document: Document | InputRefused) -> Reading | InputRefused:
    """What was read; or why it was not, passed on where the document was refused already."""
    if isinstance(document, InputRefused):
        return document
    try:
        return reader.read(document)
    except InputRefused as refused:
        return refused


def name_refused(refused: InputRefused) -> None:
    """Tell on standard error what was not read, and why."""
    click.echo(f"refused: {refused}", err=True)


def exit_status(done: int, refused: int) -> int:
    """0 where all was done, 1 where some was refused, 3 where nothing was done."""
    if not refused:
        return 0
    return SOME_REFUSED if done else NOTHING_DONE
