"""Everything the reader found in one document."""

from dataclasses import dataclass
from typing import Literal

from memoire.records.document import Document
from memoire.records.entry import Entry
from memoire.records.spans import Span


@dataclass(frozen=True, slots=True)
class ReaderVersion:
    """Who read: name and version of the program, fingerprint of the encoder's weights."""

    name: str
    version: str
    encoder: str  # "sha256:…"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text."""

    span: Span
    type: Literal["PER", "ORG", "LOC"]
    name: str
    country: str | None = None
    sector: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, in TIMEX3 and EDTF."""

    span: Span
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    timex: str | None
    edtf: str | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content: who says what."""

    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class RefusedEntry:
    """What a reader said that does not count, and why: words that are not in the text, a value of no closed list."""

    quote: str  # as it was said, shortened; not words of the document
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A pure function of document and reader version."""

    document: Document
    reader: ReaderVersion
    entries: tuple[Entry, ...]
    sentences: tuple[Span, ...] = ()
    names: tuple[Name, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    refused: tuple[RefusedEntry, ...] = ()  # by the reader that comes with the program always none
