"""One line of the ledger, with the words that support every field."""

from dataclasses import dataclass, field
from typing import Literal

from memoire.records.codebook import Checkable, Firmness, Kind, Polarity
from memoire.records.spans import Span


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a document and where they stand."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, body, office-holder, group or person, as one document names it."""

    text: str
    span: Span
    name: str
    country: str | None = None  # ISO 3166-1 alpha-3, XXI for international bodies
    sector: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One link of the voice: who says so, and the cue word of saying."""

    text: str
    span: Span
    name: str
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    cue: Words | None = None


@dataclass(frozen=True, slots=True)
class When:
    """The time of the act. `edtf` is null where the words give no day ("soon")."""

    text: str
    span: Span
    edtf: str | None
    basis: Literal["explicit", "derived", "none"]


@dataclass(frozen=True, slots=True)
class Where:
    """The place of the act."""

    text: str
    span: Span
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A further place that says the same entry."""

    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A commitment, request, claim, stance or event. `docs/reference/codebook.md` says what each field holds."""

    id: str
    kind: Kind
    span: Span
    quote: str
    predicate: Words
    action: str
    polarity: Polarity
    score: float
    voice: tuple[Source, ...] = ()
    by: tuple[Actor, ...] = ()
    to: tuple[Actor, ...] = ()
    with_: tuple[Actor, ...] = ()
    when: When | None = None
    where: Where | None = None
    areas: tuple[str, ...] = ()
    plover: str | None = None
    firmness: Firmness | None = None
    checkable: Checkable | None = None
    condition: Words | None = None
    mentions: tuple[Mention, ...] = ()
    because: tuple[str, ...] = field(default=())  # heads with their scores, and rules, that made it
