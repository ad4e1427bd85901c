"""What later entries say about a commitment or claim, and what became of it (codebook §6)."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from memoire.records.entry import Entry

Bearing = Literal[
    "fulfils", "advances", "postpones", "cancels", "contradicts", "reaffirms", "rewords", "supports", "mentions"
]
# `supports` is for claims. `mentions` is no evidence: the place tells the same entry once more.
BEARINGS: tuple[Bearing, ...] = (
    "fulfils", "advances", "postpones", "cancels", "contradicts", "reaffirms", "rewords", "supports", "mentions",
)  # fmt: skip

Lifecycle = Literal["open", "due", "overdue", "closed"]
LIFECYCLE: tuple[Lifecycle, ...] = ("open", "due", "overdue", "closed")
Outcome = Literal[
    "kept", "kept-late", "partly-kept", "not-kept", "cancelled", "lapsed", "overtaken", "reversed", "not-ratable"
]
OUTCOMES: tuple[Outcome, ...] = (
    "kept", "kept-late", "partly-kept", "not-kept", "cancelled", "lapsed", "overtaken", "reversed", "not-ratable",
)  # fmt: skip
Support = Literal["none-found", "one-sided", "single", "same-source", "corroborated", "both-sides", "contradicted"]
SUPPORT: tuple[Support, ...] = (
    "none-found", "one-sided", "single", "same-source", "corroborated", "both-sides", "contradicted",
)  # fmt: skip
ClaimStanding = Literal["unchecked", "supported", "contradicted", "mixed"]
CLAIM_STANDINGS: tuple[ClaimStanding, ...] = ("unchecked", "supported", "contradicted", "mixed")


@dataclass(frozen=True, slots=True)
class Told:
    """An entry together with what matters of the document that tells it."""

    entry: Entry
    document: str  # its id
    published: date | None = None
    publisher: str | None = None
    document_kind: str | None = None
    # Documents of one hand-out count once as evidence; None where a document stands alone.
    handout: str | None = None
    sentence: str = ""  # the words around the quote, for rules that need the whole sentence
    publisher_country: str | None = None  # ISO 3166-1 alpha-3 of a government that publishes it; None for others


@dataclass(frozen=True, slots=True)
class Link:
    """A proposal: the entry `place` bears on the commitment or claim `of`."""

    of: str  # entry ids
    place: str
    bears: Bearing
    score: float
    because: tuple[str, ...]  # reasons a person can read
    new_due: str | None = None  # EDTF, where it moves the due day


@dataclass(frozen=True, slots=True)
class Test:
    """By what a stranger will decide, written before evidence is looked for."""

    __test__ = False  # pytest takes the name for its own

    kept_if: str
    partly_if: str = ""
    not_kept_if: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person decided about a commitment; retracted ones are not given to `life_of`."""

    outcome: Outcome
    decided_on: date
    who: str
    happened_on: date | None = None  # when the deed was done, for the slip


@dataclass(frozen=True, slots=True)
class Happening:
    """One dated step of a life."""

    on: date | None  # when it was told or decided
    what: str  # opened, reaffirmed, postponed, reworded, advanced, fulfilled, contradicted, cancelled, closed…
    place: str | None = None  # the entry that tells it
    old: str | None = None  # due day or words before, and after
    new: str | None = None
    slip_days: int | None = None
    happened: str | None = None  # EDTF of the deed itself, where that is told


@dataclass(frozen=True, slots=True)
class Life:
    """Where a commitment stands on a day: three axes that are never merged, and the steps that led there."""

    lifecycle: Lifecycle
    outcome: Outcome | None
    evidence: Support
    slip_days: int | None
    due: str | None  # EDTF, after postponements
    due_basis: Literal["explicit", "derived", "house-default", "none"]
    happenings: tuple[Happening, ...] = field(default=())
