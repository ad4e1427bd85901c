"""The shapes of what became of commitments and claims."""

from datetime import date, datetime
from typing import Literal

from ninja import Field, Schema

from memoire.api.shapes import EntryShape, HistoryShape, Place, State, TestShape
from memoire.records.codebook import Kind
from memoire.records.following import Bearing, ClaimStanding, Lifecycle, Outcome, Support

DueBasis = Literal["explicit", "derived", "house-default", "none"]


class EndShape(Schema):
    """One end of a link: an entry with its words, and the document that tells it."""

    id: str
    kind: Kind
    action: str
    quote: str
    edtf: str | None
    document: str
    published: date | None
    publisher: str | None


class LinkShape(Schema):
    """That the entry `place` bears on the commitment or claim `of`, with reasons."""

    id: str
    of: EndShape
    place: EndShape
    state: State
    bears: Bearing
    new_due: str | None = Field(description="EDTF, where it moves the due day")
    score: float
    because: list[str]
    review: str | None = Field(description="Why a person should look again")
    marking: str


class Links(Schema):
    """A part of the links that were asked for; `count` is of all of them."""

    count: int
    items: list[LinkShape]


class ChangedLink(Schema):
    """What was done, and the link as it stands after it. `history.id` is what undo takes."""

    history: HistoryShape
    link: LinkShape


class HappeningShape(Schema):
    """One dated step of a life."""

    on: date | None
    what: str
    place: str | None = Field(description="The entry that tells it")
    old: str | None
    new: str | None
    slip_days: int | None
    happened: str | None = Field(None, description="EDTF: when the deed was done")


class LifeShape(Schema):
    """Three axes that are never merged, and the steps that led there."""

    lifecycle: Lifecycle
    outcome: Outcome | None
    evidence: Support
    slip_days: int | None
    due: str | None
    due_basis: DueBasis
    happenings: list[HappeningShape]


class TellingShape(Schema):
    """An entry that tells something, and the document in which it does."""

    id: str
    quote: str
    document: str
    publisher: str | None
    published: date | None


class EvidenceShape(Schema):
    """A link, seen from what it bears on."""

    id: str
    state: State
    bears: Bearing
    new_due: str | None
    score: float
    because: list[str]
    review: str | None
    of: str
    place: TellingShape


class QuoteShape(Schema):
    """Words that carry a verdict."""

    document: str
    entry: str | None
    span: Place
    quote: str


class VerdictShape(Schema):
    """What a person decided; one that was taken back says so."""

    outcome: Outcome
    decided_on: date
    who: str
    happened_on: date | None
    reason: str
    quotes: list[QuoteShape]
    retracted_on: date | None = None
    retracted_by: str | None = None
    retracted_because: str | None = None


class DueSet(Schema):
    """A due day that a person or the house has set."""

    edtf: str
    basis: Literal["explicit", "house-default"]


class AccountShape(Schema):
    """All that the ledger knows of what became of a commitment or claim."""

    entry: str = Field(description="As first told; the entry asked for may tell it once more")
    as_of: date
    known_at: datetime | None
    life: LifeShape | None = Field(description="Of a commitment")
    standing: ClaimStanding | None = Field(description="Of a claim")
    mentions: list[TellingShape]
    links: list[EvidenceShape]
    verdicts: list[VerdictShape]
    test: TestShape | None
    is_test_first: bool | None = Field(description="Whether the test was written before evidence was looked for")
    due_set: DueSet | None
    review: str | None


class LeaningShape(Schema):
    """What leans on a document; `withdrawn` is why it no longer stands."""

    document: str
    withdrawn: str | None
    history: int | None = Field(description="The row to undo, right after the document was withdrawn")
    entries: list[EntryShape]
    links: list[LinkShape]
    verdicts: list[EntryShape] = Field(description="Commitments whose verdict quotes the document")


class HeardShape(Schema):
    """What following a document brought."""

    document: str
    entries: int
    new: list[str] = Field(description="Ids of links")
    changed: list[str]
    there: list[str]
    withdrawn: list[str]
