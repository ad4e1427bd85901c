"""Where a deed was done, against where it was promised."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from memoire.following.words import COMMON, base_form, base_forms, tokens
from memoire.records.entry import Where
from memoire.registries.places import places
from memoire.registries.states import states

Fit = Literal["same", "unsaid", "other"]


@dataclass(frozen=True, slots=True)
class Site:
    """A place, reduced to what can be compared; empty where no place is told."""

    names: frozenset[str]  # words of proper names
    countries: frozenset[str]
    is_whole_state: bool  # "in Türkiye" holds for every town of it


NOWHERE = Site(frozenset(), frozenset(), is_whole_state=False)


def site_of(where: Where | None) -> Site:
    if where is None:
        return NOWHERE
    spelt, rest = _long_names(tokens(where.text))
    names = _names(where.text) - {base_form(word) for name in spelt for word in name}
    whole = {_states()[name] for name in rest if name in _states()} | {_states_of_several()[name] for name in spelt}
    towns = {country for name in names for country in _towns().get(name, ())}
    countries = frozenset(whole or ({where.country} if where.country else towns))
    of_state = frozenset(name for name in names if name in _states())
    return Site(names - of_state, countries, is_whole_state=bool(countries) and not names - of_state)


def fit(promised: Site, told: Site) -> Fit:
    """Whether the place told is the one promised. Two names of one country are two places; a state holds its towns."""
    if promised.names & told.names:
        return "same"
    if promised.countries and told.countries and not promised.countries & told.countries:
        return "other"
    if promised.names and told.names:
        return "other"
    if promised.countries & told.countries and (promised.names or told.names or promised.is_whole_state):
        return "same"
    return "unsaid"


def _long_names(words: Sequence[str]) -> tuple[list[tuple[str, ...]], list[str]]:
    """The names of states that take several words ("saudi arabia"), and the words beside them."""
    found, rest, at = [], [], 0
    while at < len(words):
        ends = range(min(len(words), at + _LONGEST), at + 1, -1)
        name = next((n for end in ends if (n := tuple(words[at:end])) in _states_of_several()), None)
        if name:
            found.append(name)
        else:
            rest.append(words[at])
        at += len(name or "1")
    return found, rest


def _names(text: str) -> frozenset[str]:
    capitals = " ".join(word for word in text.split() if word[:1].isupper())
    return frozenset(base_forms(capitals)) - COMMON - _NO_NAMES


_NO_NAMES: Final = frozenset(
    "ministry office palace central presidential un republic kingdom state islamic people united".split()
)


@cache
def _states() -> dict[str, str]:
    """Country by a word that names it or its people: "turkish"."""
    named = [(name, state.iso3) for state in states() for name in (state.name, *state.names, *state.demonyms)]
    return {parts[0]: iso3 for name, iso3 in named if len(parts := tokens(name)) == 1}


_LONGEST: Final = 6  # words of a name of a state


@cache
def _states_of_several() -> dict[tuple[str, ...], str]:
    """Country by the words of a name that has several."""
    named = ((tuple(tokens(name)), state.iso3) for state in states() for name in (state.name, *state.names))
    return {parts: iso3 for parts, iso3 in named if len(parts) > 1}


@cache
def _towns() -> dict[str, tuple[str, ...]]:
    named = {parts[0]: place.countries[:1] for place in places() if len(parts := tokens(place.name)) == 1}
    seats = {parts[0]: (state.iso3,) for state in states() for seat in state.seats if len(parts := tokens(seat)) == 1}
    return named | seats
