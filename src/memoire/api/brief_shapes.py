"""The shapes of a brief: sections of sentences, each with the numbers of its footnotes."""

from datetime import date
from typing import Literal

from ninja import Field, Schema

from memoire.api.shapes import Place

Kind = Literal["fact", "ledger", "prompt", "blank"]


class SentenceShape(Schema):
    """fact: about the world; ledger: about the record; prompt: what may be done; blank: left for the desk."""

    text: str
    kind: Kind
    notes: list[int] = Field(description="Numbers of its footnotes, from 1")


class ParagraphBlock(Schema):
    """Sentences that run on."""

    type: Literal["paragraph"]
    sentences: list[SentenceShape]


class PointsBlock(Schema):
    """A list, each point some sentences."""

    type: Literal["points"]
    items: list[list[SentenceShape]]


class RowShape(Schema):
    """A row of a table; its notes are printed after the cell `noted`."""

    cells: list[str]
    kind: Kind
    notes: list[int]
    noted: int


class TableBlock(Schema):
    """A table; `widths` are parts of the whole."""

    type: Literal["table"]
    caption: str
    heads: list[str]
    widths: list[int]
    rows: list[RowShape]


class SectionShape(Schema):
    """A heading and what stands under it."""

    key: str
    heading: str
    is_wide: bool
    blocks: list[ParagraphBlock | PointsBlock | TableBlock]
    under: list["SectionShape"]


class FootnoteShape(Schema):
    """The words that support a sentence: `quote` is exactly `span` of the document's text."""

    number: int
    entry: str
    document: str
    span: Place
    quote: str
    published: date | None
    publisher: str | None
    title: str | None
    address: str | None
    grade: str
    marking: str
    glosses: list[str]
    is_reviewed: bool
    is_withdrawn: bool
    source: str
    remarks: str
    words: str


class BriefShape(Schema):
    """A brief or aide-mémoire, for one side and as of one day."""

    form: Literal["brief", "aide-memoire"]
    title: str
    subtitle: str
    parties: list[str]
    side: str
    on: date
    marking: str
    opening: list[SentenceShape]
    sections: list[SectionShape]
    closing: list[str]
    footnotes: list[FootnoteShape]
