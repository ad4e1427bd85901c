"""The shapes that the API answers with: those of `memoire read --as json`, and what the ledger adds."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Field, Schema
from pydantic import ConfigDict

from memoire.records.codebook import Checkable, Firmness, Kind, Polarity
from memoire.records.document import DocumentKind
from memoire.records.following import ClaimStanding, Lifecycle, Outcome, Support

Place = Annotated[tuple[int, int], Field(description="Start and end in code points of the document's text, half-open")]
State = Literal["proposed", "confirmed", "rejected", "withdrawn"]


class WordsShape(Schema):
    """Words of the document and where they stand."""

    text: str
    span: Place


class ActorShape(WordsShape):
    """A state, body, office-holder, group or person, as the document names it."""

    name: str
    country: str | None
    sector: str | None
    office: str | None


class SourceShape(ActorShape):
    """One link of the voice, with its word of saying."""

    cue: WordsShape | None


class WhenShape(WordsShape):
    """The time of the act; `edtf` is null where the words give no day."""

    edtf: str | None
    basis: Literal["explicit", "derived", "none"]


class WhereShape(WordsShape):
    """The place of the act."""

    country: str | None


class MentionShape(Schema):
    """A further place that says the same."""

    span: Place
    quote: str


class TestShape(Schema):
    """By what a stranger could decide; `by` is "machine" for a draft."""

    kept_if: str
    partly_if: str
    not_kept_if: str
    by: str


class EntryShape(Schema):
    """A commitment, request, claim, stance or event, with its state in the ledger."""

    model_config = ConfigDict(populate_by_name=True)

    id: str
    kind: Kind
    span: Place
    quote: str
    predicate: WordsShape
    voice: list[SourceShape]
    by: list[ActorShape]
    to: list[ActorShape]
    with_: list[ActorShape] = Field(alias="with")
    action: str
    when: WhenShape | None
    where: WhereShape | None
    areas: list[str]
    plover: str | None
    firmness: Firmness | None
    checkable: Checkable | None
    polarity: Polarity
    condition: WordsShape | None
    mentions: list[MentionShape]
    score: float
    because: list[str]
    document: dict[str, Any]
    state: State
    corrected: bool
    marking: str
    lifecycle: Lifecycle | None = Field(description="Of a commitment, as of the day asked for")
    outcome: Outcome | None
    evidence: Support | None
    slip_days: int | None = Field(description="Days from the last day first promised to the day it was done")
    due: str | None = Field(description="EDTF, after postponements")
    due_basis: Literal["explicit", "derived", "house-default", "none"] | None
    standing: ClaimStanding | None = Field(description="Of a claim")
    test: TestShape | None = Field(description="By what it will be decided")
    mention_of: str | None = Field(description="The entry that this one tells once more")
    review: str | None = Field(description="Why a person should look again")


class DocumentLine(Schema):
    """What is known of a document, without its text."""

    id: str
    given_id: str | None
    sha256: str
    text_sha256: str
    title: str | None
    published: date | None
    published_basis: Literal["given", "found", "none"]
    source: str | None
    publisher: str | None
    kind: DocumentKind | None
    language: str
    media_type: str
    marking: str
    reliability: str
    added_at: datetime


class DocumentShape(DocumentLine):
    """A document with its text and its entries, in the order of the text."""

    text: str
    entries: list[EntryShape]


class Documents(Schema):
    """A part of the documents; `count` is of all."""

    count: int
    items: list[DocumentLine]


class Entries(Schema):
    """A part of the entries that were asked for; `count` is of all of them."""

    count: int
    items: list[EntryShape]


class HistoryShape(Schema):
    """One row of history. `hash` covers it and the row before."""

    id: int
    at: datetime
    who: str
    what: str
    reason: str
    undoes: int | None
    link: str | None = Field(description="The link it is about; without one it is about the entry")
    brought_by: int | None = Field(description="The row that brought it about, together with which it is undone")
    hash: str


class Changed(Schema):
    """What was done, and the entry as it stands after it. `history.id` is what undo takes."""

    history: HistoryShape
    entry: EntryShape | None = Field(description="Null where the deed was about a document")


class RelationshipLine(Schema):
    """Two states and the number of entries in which both have a part."""

    countries: tuple[str, str]
    counts: dict[str, int]
    total: int


class RelationshipShape(RelationshipLine):
    """With the entries themselves, newest document first."""

    entries: Entries


class TodayShape(Schema):
    """The ledger on one day: how many there are of each, and the first of them."""

    as_of: date
    due: Entries
    overdue: Entries
    coming: Entries
    to_review: Entries
    documents: Documents


class Problem(Schema):
    """Why the call was refused (RFC 9457, application/problem+json)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
