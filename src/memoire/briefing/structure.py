"""A brief before it is a file: sections of sentences, each sentence of fact with its footnotes.

Renderers (rendering/) turn this one structure into DOCX, PDF, HTML, Markdown and JSON, and add nothing of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from memoire.records.spans import Span

# fact: about the world, needs a footnote. ledger: about this record itself ("searched 16 documents"). prompt: what the
# reader may do. blank: what only a government can say, left for the desk.
SentenceKind = Literal["fact", "ledger", "prompt", "blank"]
Form = Literal["brief", "aide-memoire"]
UNSUPPORTED: Final = "[desk to confirm]"


@dataclass(frozen=True, slots=True)
class Footnote:
    """The words that support a sentence: `quote` is exactly `span` of the document's text."""

    entry: str
    document: str
    span: Span
    quote: str
    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    address: str | None = None
    grade: str = "F6"  # Admiralty scale: reliability of the source, credibility of the information
    marking: str = "clear"
    glosses: tuple[str, ...] = ()  # what words of the quote stand for: “They”: Pakistan and the United States
    is_reviewed: bool = True  # whether a person has confirmed the entry
    is_withdrawn: bool = False  # whether the document has been withdrawn since

    @property
    def key(self) -> tuple[str, int, int]:
        """Two notes of one place are one note."""
        return self.document, self.span.start, self.span.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. `text` is as written; what is printed is `printed`."""

    text: str
    kind: SentenceKind = "fact"
    notes: tuple[Footnote, ...] = ()

    @property
    def printed(self) -> str:
        if self.kind == "fact" and not self.notes:
            return f"{self.text} {UNSUPPORTED}"
        return self.text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that run on."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A list, each point a paragraph."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. Its notes support all cells and are printed after the cell `noted`."""

    cells: tuple[str, ...]
    notes: tuple[Footnote, ...] = ()
    kind: SentenceKind = "fact"
    noted: int = 0

    def printed(self) -> tuple[str, ...]:
        if self.kind != "fact" or self.notes:
            return self.cells
        return tuple(f"{cell} {UNSUPPORTED}" if n == self.noted else cell for n, cell in enumerate(self.cells))


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `widths` are parts of the whole."""

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    caption: str = ""


Block = Paragraph | Points | Grid


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it. `is_wide`: on a page laid sideways."""

    key: str
    heading: str
    blocks: tuple[Block, ...] = ()
    under: tuple["Section", ...] = ()
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole. `marking` is the strictest of what is used."""

    form: Form
    title: str
    subtitle: str
    parties: tuple[str, ...]
    side: str
    on: date
    marking: str
    sections: tuple[Section, ...]
    opening: tuple[Sentence, ...] = ()  # what the reader should know of this paper itself
    closing: tuple[str, ...] = ()  # lines at the end: the date of an aide-mémoire
    footnotes: tuple[Footnote, ...] = field(default=())  # in the order of their first use; numbered from 1

    def number_of(self, note: Footnote) -> int:
        return next(n for n, known in enumerate(self.footnotes, 1) if known.key == note.key)


def sections_of(sections: tuple[Section, ...]) -> Iterator[Section]:
    """All sections, each before those under it."""
    for section in sections:
        yield section
        yield from sections_of(section.under)


def supported_of(sections: tuple[Section, ...]) -> Iterator[Sentence | Row]:
    """Every sentence and row, in the order in which they are printed."""
    for section in sections_of(sections):
        for block in section.blocks:
            if isinstance(block, Grid):
                yield from block.rows
            elif isinstance(block, Paragraph):
                yield from block.sentences
            else:
                yield from (sentence for item in block.items for sentence in item.sentences)


def footnotes_of(sections: tuple[Section, ...]) -> tuple[Footnote, ...]:
    """Each place once, in the order of first use."""
    found: dict[tuple[str, int, int], Footnote] = {}
    for supported in supported_of(sections):
        for note in supported.notes:
            found.setdefault(note.key, note)
    return tuple(found.values())
