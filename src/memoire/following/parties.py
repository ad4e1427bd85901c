"""Who acts: whether the one who did something is the one who had promised it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from memoire.following.words import base_forms, state_words
from memoire.records.entry import Actor
from memoire.registries.states import states

# Words that make no name: "Government of China" is China, "the Chinese authorities" too.
_OF_STATES: Final = frozenset(
    """government the of and authority administration side official state republic federal national country ministry
    president presidency leader leadership cabinet for to in people foreign two both his her its their mr mrs
    dr""".split()
)

_ACTING: Final = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "IGO", "NGO", "PTY", "REB", None})

# How surely one actor stands for another of the same country.
SAME: Final = 1.0
STATE: Final = 0.8  # a state and somebody of it
COMPANY: Final = 0.5  # a state and a company, board or party of it
COLLEAGUE: Final = 0.6  # two of one government
COUNTRYMAN: Final = 0.3  # a company and a ministry
NOBODY: Final = 0.0


@dataclass(frozen=True, slots=True)
class Party:
    """An actor, reduced to what can be compared."""

    country: str | None
    words: frozenset[str]  # of the name; none for a state or its government
    sector: str | None
    is_person: bool

    @property
    def is_state(self) -> bool:
        return not self.words and self.country is not None

    @property
    def is_thing(self) -> bool:
        """Whether it is rather what an act is about ("two abattoirs", "suspects") than a government or person."""
        acts = self.is_person or self.sector in _ACTING or bool(self.words & {"team", "board", "delegation", "side"})
        return bool(self.words) and not acts


def parties_of(actors: Iterable[Actor]) -> tuple[Party, ...]:
    return tuple(_party(actor) for actor in actors)


def countries_of(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(party.country for party in parties if party.country)


def likeness(promised: Party, told: Party, *, in_person: bool = False) -> float:  # noqa: PLR0911 - a ladder
    """How surely `told` acts for `promised`; `in_person` where nobody can act for another, as in a visit."""
    if promised.country and told.country and promised.country != told.country:
        return NOBODY
    if promised.words and told.words and _share_name(promised.words, told.words):
        return SAME
    if promised.country is None or told.country is None:
        return NOBODY
    if promised.is_state or told.is_state:
        if {promised.sector, told.sector} <= _ACTING - {"NGO", "PTY", "REB"}:
            return STATE
        return COMPANY if promised.is_state else COUNTRYMAN  # a state may act through a company, none for one
    if in_person and promised.is_person and told.is_person:
        return NOBODY
    return COLLEAGUE if promised.sector == told.sector else COUNTRYMAN


def best_likeness(promised: Sequence[Party], told: Sequence[Party], *, in_person: bool = False) -> float | None:
    """How surely those who acted are those who had promised; None where nobody is named on either side.

    The mean, by country, over those who promised; or over those who acted where they are only some of them.
    """
    if not promised or not told:
        return None
    if not countries_of(told) and not any(_share_name(p.words, t.words) for p in promised for t in told):
        return None  # "cars", "travellers": nobody whose promise it could be
    covered = _mean_by_country(promised, told, in_person=in_person)
    acting = _mean_by_country(told, promised, in_person=in_person)
    return max(covered, _SOME * acting)


_SOME: Final = 0.75


def _mean_by_country(these: Sequence[Party], those: Sequence[Party], *, in_person: bool) -> float:
    by_country: dict[str | None, float] = {}
    for party in these:
        best = max(likeness(party, other, in_person=in_person) for other in those)
        by_country[party.country] = max(best, by_country.get(party.country, 0.0))
    return sum(by_country.values()) / len(by_country)


def _share_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether more than half of the shorter name stands in the other."""
    return 2 * len(one & other) > min(len(one), len(other))


def _party(actor: Actor) -> Party:
    words = frozenset(base_forms(actor.name)) - _OF_STATES - state_words() - _seats()
    return Party(actor.country, words, actor.sector, is_person=bool(actor.office))


@cache
def _seats() -> frozenset[str]:
    return frozenset(word for state in states() for seat in state.seats for word in base_forms(seat))
