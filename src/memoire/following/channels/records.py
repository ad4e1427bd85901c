"""A channel, its rounds, and the rounds that were promised."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from memoire.records.following import Link, Told


@dataclass(frozen=True, slots=True)
class PromisedRound:
    """A round that was said to come; `told` has every telling, the first one first."""

    told: tuple[Told, ...]
    due: str | None = None  # EDTF, as first promised
    ordinal: int | None = None
    held_as: int | None = None  # place of the round among those held, from 0
    slip_days: int | None = None  # from the last day due to the first day held; 0 where it was in time

    @property
    def made_on(self) -> date | None:
        return self.told[0].published


@dataclass(frozen=True, slots=True)
class Review:
    """What a round promised, and what the documents of the next say of it; silence is an empty `next_says`."""

    promise: Told
    next_says: tuple[tuple[Link, Told], ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """A meeting that was held. `basis` says whether its number was said, or counted from the rounds the ledger has."""

    number: int
    basis: Literal["said", "counted"]
    told: tuple[Told, ...]
    first: date | None = None
    last: date | None = None
    edtf: str | None = None
    place: str | None = None
    reviews: tuple[Review, ...] = ()
    promises_next: tuple[PromisedRound, ...] = ()  # told by its own documents


@dataclass(frozen=True, slots=True)
class Channel:
    """A recurring meeting of the same parties. `key` is stable while no earlier document names it otherwise."""

    key: str
    name: str
    parties: tuple[str, ...]  # codes, sorted
    names: tuple[str, ...]  # as documents have it, the most frequent first
    rounds: tuple[Round, ...] = ()  # those held, in time
    promised: tuple[PromisedRound, ...] = ()  # in the order of their making
    mentioned: tuple[Told, ...] = ()  # what else names it

    @property
    def awaited(self) -> tuple[PromisedRound, ...]:
        """Promised, and not found to have been held."""
        return tuple(promise for promise in self.promised if promise.held_as is None)
