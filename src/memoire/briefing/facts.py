"""What the ledger knows of a relationship on a day, as plain records: all that a brief is written from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from memoire.records.entry import Actor, Entry
from memoire.records.following import Bearing, ClaimStanding, Life, Outcome
from memoire.records.spans import Span


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of the ledger without its text."""

    id: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    kind: str | None = None
    address: str | None = None
    marking: str = "clear"
    reliability: str = "F"  # Admiralty scale; F: cannot be judged
    dateline: str | None = None
    language: str = "en"
    is_withdrawn: bool = False  # its publisher, or a person here, no longer stands by it


@dataclass(frozen=True, slots=True)
class Place:
    """An entry where it is told. `entry.id` is the ledger's."""

    entry: Entry
    paper: Paper
    state: str = "confirmed"
    marking: str = "clear"  # never laxer than the paper's

    @property
    def countries(self) -> frozenset[str]:
        """Of those who have a part; who merely speaks of it has none."""
        actors = (*self.entry.by, *self.entry.to, *self.entry.with_)
        return frozenset(actor.country for actor in actors if actor.country)

    @property
    def bound(self) -> frozenset[str]:
        """The countries of those who act or are bound."""
        return frozenset(actor.country for actor in self.entry.by if actor.country)


@dataclass(frozen=True, slots=True)
class Bearings:
    """A place that bears on an item. Proposed ones are shown, and said to be proposed."""

    place: Place
    bears: Bearing
    is_accepted: bool = True


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a document that carry a verdict."""

    paper: Paper
    span: Span
    quote: str
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about a commitment, and on what words."""

    outcome: Outcome
    decided_on: date
    quoted: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An entry with all that the ledger knows of it: where it is told again, what bears on it, what became of it."""

    place: Place
    told_again: tuple[Place, ...] = ()
    evidence: tuple[Bearings, ...] = ()
    decisions: tuple[Decision, ...] = ()  # those that hold, in their order
    life: Life | None = None  # of commitments
    standing: ClaimStanding | None = None  # of claims

    @property
    def entry(self) -> Entry:
        return self.place.entry

    @property
    def paper(self) -> Paper:
        return self.place.paper

    @property
    def places(self) -> tuple[Place, ...]:
        return (self.place, *self.told_again)

    def actors(self) -> Iterator[Actor]:
        yield from (*self.entry.by, *self.entry.to, *self.entry.with_)


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything in which all `parties` have a part, told on or before `as_of`, and their claims beside it."""

    parties: tuple[str, ...]
    as_of: date
    items: tuple[Item, ...]
    papers_searched: int  # documents of the whole ledger up to that day
    leaves_out_stricter_than: str | None = None

    def of_kind(self, kind: str) -> list[Item]:
        return [item for item in self.items if item.entry.kind == kind]
