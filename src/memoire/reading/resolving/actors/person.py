"""A person as one document and the registries know them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from memoire.reading.resolving.actors.gazetteer import Meaning
from memoire.reading.resolving.actors.runs import SUFFIXES, Run, known_words
from memoire.reading.resolving.actors.words import Words, split_words
from memoire.registries.given_names import given_names
from memoire.registries.persons import Tenure

_TITLES_IN_NAMES = frozenset(
    "king queen pope president sheikh sultan sayyid prince princess ayatollah sir lord".split()
)


@dataclass(slots=True)
class Person:
    """A person as this document and the registries know them."""

    name: str
    words: frozenset[str]  # all the words of all the names, in small letters
    last: str  # the word by which later mentions call them
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    body: str | None = None  # the international body they speak for
    gender: str = ""
    registered: str | None = None  # the name in the registry, if they are in it
    rule: str = "rule:name"
    heads: set[str] = field(default_factory=set)  # of the offices this document gives: "minister"
    places: list[tuple[int, int]] = field(default_factory=list)  # words [first, stop) of the text
    is_certain: bool = True  # titled, registered, or with a first name that is one


def person_of(meaning: Meaning, names: tuple[str, ...], published: date | None) -> Person:
    """A person of the registry, in the office of that day, as a text calls them by `names`."""
    tenure = tenure_on(meaning.tenures, published)
    plain = name_words(meaning.name) or names
    return Person(
        without_style(meaning.name),
        known_words(meaning) - SUFFIXES - _TITLES_IN_NAMES | set(names),
        plain[-1],
        tenure.country,
        tenure.sector,
        _office_on(tenure, published),
        gender=given_names().get(plain[0], ""),
        registered=meaning.name,
        rule="rule:office-holder",
    )


def tenure_on(tenures: Sequence[Tenure], day: date | None) -> Tenure:
    """The tenure that holds on `day`, else the last one begun before it, else the first; without a day the last."""
    start = {id(tenure): tenure.first_on or date.min for tenure in tenures}
    if day is None:
        return max(tenures, key=lambda t: start[id(t)])
    holding = [t for t in tenures if t.covers(day)]
    begun = [t for t in tenures if start[id(t)] <= day]
    if holding:
        return holding[0]
    return max(begun, key=lambda t: start[id(t)]) if begun else min(tenures, key=lambda t: start[id(t)])


def _office_on(tenure: Tenure, day: date | None) -> str | None:
    """The office, "former" if it had ended by then, none if it had not begun."""
    if tenure.office is None or day is None or tenure.covers(day):
        return tenure.office
    has_ended = tenure.last_on is not None and tenure.last_on < day and tenure.is_end_known
    return f"former {tenure.office}" if has_ended and not tenure.office.startswith("former") else None


def without_style(name: str) -> str:
    """ "King Abdullah II" → "Abdullah II"; "Pope Francis" stays."""
    return re.sub(r"^(?:King|Queen|Sultan|Amir|Emir|Sheikh) ", "", name)


def written_name(words: Words, run: Run) -> str:
    """The name as the text has it, not in capitals throughout."""
    name = without_style(" ".join(words.slice(run.first, run.stop).split()))
    return name.title() if name.isupper() else name


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without initials, suffixes and titles."""
    lows = split_words(name).lows
    return tuple(low for low in lows if len(low) > 1 and low.isalpha() and low not in SUFFIXES | _TITLES_IN_NAMES)


def plain_text(name: str) -> str:
    """The name in small letters without accents, for comparison."""
    return " ".join(split_words(name).lows)
