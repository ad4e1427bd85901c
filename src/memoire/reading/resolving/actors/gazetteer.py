"""Every name of the registries, found in one walk over the words of a text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from memoire.reading.resolving.actors.words import Words, words_of
from memoire.registries.bodies import bodies
from memoire.registries.persons import Tenure, tenures
from memoire.registries.places import places
from memoire.registries.states import states

Kind = Literal["state", "demonym", "seat", "place", "body", "person"]

# Names shorter than this are not looked for in capitals: "US" and "WHO" are written so anyway.
_SHORTEST_IN_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name can stand for. Several countries: it is not known which."""

    kind: Kind
    name: str
    countries: tuple[str, ...]
    sector: str | None = None
    tenures: tuple[Tenure, ...] = ()


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name of the registries in a text: words [first, stop) and all that they can stand for."""

    first: int
    stop: int
    meanings: tuple[Meaning, ...]

    @property
    def meaning(self) -> Meaning:
        """The first meaning, in the order state, demonym, seat, body, person, place."""
        return self.meanings[0]


Trie = dict[str, list[tuple[tuple[str, ...], tuple[Meaning, ...]]]]


def find_names(words: Words) -> list[Sighting]:
    """Return the names in `words`, in order, the longest at each place, none inside another."""
    trie, forms, found, at = gazetteer(), words.forms, [], 0
    while at < len(forms):
        for name, meanings in trie.get(forms[at], ()):
            stop = at + len(name)
            if tuple(forms[at:stop]) == name:
                found.append(Sighting(at, stop, meanings))
                at = stop - 1
                break
        at += 1
    return found


@cache
def gazetteer() -> Trie:
    """All names by their first word, the longest first."""
    by_name: dict[tuple[str, ...], list[Meaning]] = defaultdict(list)
    for name, meaning in _all_names():
        for spelling in _spellings(name):
            if meaning not in by_name[spelling]:
                by_name[spelling].append(meaning)
    trie: Trie = defaultdict(list)
    for words, meanings in sorted(by_name.items(), key=lambda item: -len(item[0])):
        trie[words[0]].append((words, _strongest(meanings)))
    return dict(trie)


def _strongest(meanings: list[Meaning]) -> tuple[Meaning, ...]:
    """A place that bears the name of a state makes the state uncertain ("Georgia"), and is no meaning of its own."""
    state = next((m for m in meanings if m.kind == "state"), None)
    if state is None:
        return tuple(meanings)
    countries = dict.fromkeys(country for m in meanings if m.kind in ("state", "place") for country in m.countries)
    others = (m for m in meanings if m.kind not in ("state", "place"))
    return (replace(state, countries=tuple(countries)), *others)


def _spellings(name: str) -> Iterator[tuple[str, ...]]:
    """The name as words, and in capitals."""
    words = words_of(name)
    yield words
    if len(name) >= _SHORTEST_IN_CAPITALS and not name.isupper():
        yield tuple(word.upper() for word in words)


def _all_names() -> Iterator[tuple[str, Meaning]]:
    yield from _names_of_states()
    for body in bodies():
        for name in body.names:
            yield name, Meaning("body", body.name, (body.country,) if body.country else (), body.sector)
    yield from _names_of_persons()
    for place in places():
        yield place.name, Meaning("place", place.name, place.countries)


def _names_of_states() -> Iterator[tuple[str, Meaning]]:
    owners: dict[tuple[Kind, str], dict[str, str]] = defaultdict(dict)  # name → country → as named after that
    for state in states():
        for written, named in state.names.items():
            owners["state", written][state.iso3] = named
        for kind, names in (("demonym", state.demonyms), ("seat", state.seats)):
            for name in names:
                owners[kind, name][state.iso3] = state.name  # type: ignore[index]
    for (kind, name), named_by_country in owners.items():
        yield name, Meaning(kind, next(iter(named_by_country.values())), tuple(named_by_country), "GOV")


def _names_of_persons() -> Iterator[tuple[str, Meaning]]:
    holders: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in tenures():
        for name in tenure.names:
            holders[name].append(tenure)
    for name, held in holders.items():
        for person in dict.fromkeys(tenure.name for tenure in held):
            of_person = tuple(tenure for tenure in held if tenure.name == person)
            yield name, Meaning("person", person, _countries(of_person), tenures=of_person)


def _countries(held: Iterable[Tenure]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tenure.country for tenure in held))
