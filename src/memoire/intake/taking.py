"""Input → its documents, one by one. What cannot be read comes out as a refusal in its place, and the rest goes on."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import BinaryIO, Final

from memoire.errors import InputRefused
from memoire.intake.corpus import corpus_lines, read_line
from memoire.intake.documents import make_document
from memoire.intake.extract import Extract, Unreadable
from memoire.intake.inputs import Input
from memoire.intake.limits import HEAD_BYTES, MOST_BYTES
from memoire.intake.pdf import read_pdf
from memoire.intake.plain_text import read_markdown, read_plain_text
from memoire.intake.recognising import Format, recognise
from memoire.intake.replaying import replayed
from memoire.intake.web_page import read_web_page
from memoire.intake.word import read_word
from memoire.records.document import Document

_READERS: Final[dict[Format, Callable[[bytes], Extract]]] = {
    "text": read_plain_text,
    "markdown": read_markdown,
    "web-page": read_web_page,
    "pdf": read_pdf,
    "word": read_word,
}
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def take_in(taken: Input, *, published: date | None = None) -> Iterator[Document | InputRefused]:
    """Yield the documents of one input in order, and a refusal for each that cannot be read.

    `published` is the day given by the user; it goes before what a document says of itself.
    """
    try:
        with _opened(taken) as stream:
            head = stream.read(HEAD_BYTES)
            form = recognise(head, taken.source)
            if form == "corpus":
                yield from _corpus(replayed(head, stream), taken.source, published)
            else:
                data = head + stream.read(MOST_BYTES + 1 - len(head))
                yield _one(data, _READERS[form], taken.source, published)
    except Unreadable as found:
        yield InputRefused(taken.source, str(found))
    except OSError as error:
        yield InputRefused(taken.source, _reason(error))


@contextmanager
def _opened(taken: Input) -> Iterator[BinaryIO]:
    if _ADDRESS.match(taken.source):
        raise Unreadable("is an address; nothing is fetched yet: save the page and give the file")
    if taken.stream:
        yield taken.stream
    elif taken.path is None or not taken.source or "\0" in taken.source:
        raise Unreadable("is no name of a file; check it")
    elif taken.path.is_dir():
        next(taken.path.iterdir(), None)  # says so if the folder may not be looked into
        raise Unreadable("holds no file to read; hidden files are left out")
    else:
        with taken.path.open("rb") as stream:
            yield stream


def _one(data: bytes, read: Callable[[bytes], Extract], source: str, published: date | None) -> Document:
    if not data:
        raise Unreadable("is empty")
    if len(data) > MOST_BYTES:
        raise Unreadable(f"is larger than {MOST_BYTES // 2**20} MB; split it")
    return make_document(read(data), original=data, source=source, published=published)


def _corpus(stream: BinaryIO, source: str, published: date | None) -> Iterator[Document | InputRefused]:
    is_empty = True
    for line in corpus_lines(stream):
        is_empty = False
        place = f"{source}, line {line.number}"
        try:
            yield read_line(line, source=place, published=published)
        except Unreadable as found:
            yield InputRefused(place, str(found))
    if is_empty:
        raise Unreadable("is empty")


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file; check the name"
    if isinstance(error, PermissionError):
        return "may not be opened (permission denied); ask for the right to read it"
    return f"cannot be read ({error.strerror or error}); check the disk or the name"
