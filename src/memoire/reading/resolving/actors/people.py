"""Persons of a document: their names, offices and countries, gathered from every place that names them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from memoire.reading.resolving.actors.gazetteer import Meaning, Sighting
from memoire.reading.resolving.actors.titles import Title
from memoire.reading.resolving.actors.words import Words
from memoire.registries.persons import Tenure

HONORIFICS = frozenset("mr mrs ms miss dr prof sir lady lord dame madam mme rev hon h e excellency".split())
_PARTICLES = frozenset("de la del der den van von bin bint al el ul da dos do di du le ibn abu ben ur e zu ter".split())
_SUFFIXES = frozenset("jr sr ii iii iv".split())
# Capitalised words that are no part of a person's name.
_NOT_NAMES = frozenset(
    "a an the this that these those it its he she they we i you his her their our my your who what when where why how"
    " and or but nor so yet for of in on at by to from with as about after before during since until while because if"
    " although though despite following according under over both all some many most several two three four five six"
    " seven eight nine ten no not none there here then now also earlier later today yesterday tomorrow last next first"
    " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec"
    " government ministry department office embassy council committee commission congress parliament senate house court"
    " university party union group forum summit conference agreement treaty act statement report press release readout"
    " joint police army navy force forces agency bank fund center centre institute foundation association company"
    " inc corp ltd north south east west northern southern eastern western central united national international"
    " republic kingdom city province district county river sea ocean island islands gulf bay mount mountain airport"
    " war day week month year world cup series strategic dialogue partnership initiative framework plan project program"
    " programme cooperation security defense defense trade economic climate energy health human rights development"
    " asked speaking meanwhile however moreover furthermore finally instead indeed still just even only such each every"
    " other another more less further during per via like than whether please thank thanks yes well good fact sheet"
    " white remarks background briefing call meeting visit senior high level working".split()
)


@dataclass(slots=True)
class Person:
    """A person as this document and the registries know them."""

    name: str
    words: frozenset[str]  # folded words of all the names, for later short mentions
    last: str
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    places: list[tuple[int, int]] = field(default_factory=list)
    rule: str = "rule:name"
    titles: set[str] = field(default_factory=set)  # heads of offices this document gives: "minister"


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that may be a person's name."""

    first: int
    stop: int
    names: tuple[str, ...]  # in small letters, without initials and suffixes
    honorific: bool
    meaning: Meaning | None  # a person of the registry


def find_runs(words: Words, sighting_at: list[Sighting | None], titles: Sequence[Title]) -> list[Run]:
    """Return the runs of capitalised words that are no state, body or title."""
    in_title = set()
    for title in titles:
        in_title.update(range(title.begin, title.stop))
    runs, at = [], 0
    while at < len(words.forms):
        stop = _end_of_run(words, sighting_at, in_title, at)
        if stop > at:
            run = _run(words, sighting_at, at, stop)
            if run:
                runs.append(run)
            at = stop
        else:
            at += 1
    return runs


def _may_begin(words: Words, sighting_at: list[Sighting | None], in_title: set[int], at: int) -> bool:
    form = words.forms[at]
    if not form[0].isupper() or words.lows[at] in _NOT_NAMES or at in in_title or words.lows[at] in HONORIFICS:
        return False
    sighting = sighting_at[at]
    if sighting is None or sighting.meaning.kind == "person":
        return True
    if sighting.meaning.kind == "place":
        return sighting.stop - sighting.first == 1
    return sighting.meaning.kind == "state" and form in _NAMES_TOO and at + 1 < len(words.forms) and words.forms[at + 1][0].isupper()


_NAMES_TOO = frozenset(("Jordan", "Chad", "Georgia", "Israel", "India", "Kenya", "Cuba", "Holland", "Ireland", "Dominica"))


def _end_of_run(words: Words, sighting_at: list[Sighting | None], in_title: set[int], at: int) -> int:
    if not _may_begin(words, sighting_at, in_title, at):
        # "al-Sisi", "de la Cruz" at their small beginning
        if words.lows[at] in ("al", "el", "von", "van", "bin", "de") and at + 2 < len(words.forms) and sighting_at[at]:
            sighting = sighting_at[at]
            return sighting.stop if sighting.meaning.kind == "person" else at  # type: ignore[union-attr]
        return at
    stop = at + 1
    forms, lows = words.forms, words.lows
    while stop < len(forms):
        if _may_begin(words, sighting_at, in_title, stop) and words.starts[stop] - words.ends[stop - 1] <= 1 and forms[stop - 1] != ".":
            stop += 1
        elif forms[stop] == "." and len(forms[stop - 1]) == 1 and stop + 1 < len(forms) and _may_begin(words, sighting_at, in_title, stop + 1):
            stop += 2
        elif forms[stop] in "-'" and words.starts[stop] == words.ends[stop - 1] and stop + 1 < len(forms) and words.starts[stop + 1] == words.ends[stop] and (forms[stop + 1][0].isupper() or (forms[stop] == "-" and lows[stop+1] in _PARTICLES) or (forms[stop]=="-" and sighting_at[stop] and sighting_at[stop].meaning.kind=="person" and sighting_at[stop].stop>stop+1)):
            stop += 2
        elif lows[stop] in _PARTICLES and _after_particles(words, sighting_at, in_title, stop):
            stop = _after_particles(words, sighting_at, in_title, stop)
        elif forms[stop] == "," and stop + 1 < len(forms) and lows[stop + 1] in _SUFFIXES:
            stop += 2
        else:
            break
    sighting = sighting_at[stop - 1]
    if sighting and sighting.meaning.kind == "person":
        stop = max(stop, sighting.stop)
    if stop < len(forms) and lows[stop - 1] in ("jr", "sr") and forms[stop] == ".":
        stop += 1
    return stop


def _after_particles(words: Words, sighting_at: list[Sighting | None], in_title: set[int], at: int) -> int:
    """The word after "bin", "van der" and the capitalised word behind; 0 if none is there."""
    start = at
    while at < len(words.lows) and (words.lows[at] in _PARTICLES and words.forms[at][0].islower() or words.forms[at] == "-") and at - start < 4:
        at += 1
    return at + 1 if at < len(words.lows) and _may_begin(words, sighting_at, in_title, at) else 0


def _run(words: Words, sighting_at: list[Sighting | None], first: int, stop: int) -> Run | None:
    names = tuple(
        low for low in words.lows[first:stop] if len(low) > 1 and low.isalpha() and low not in _SUFFIXES
    )
    if not names:
        return None
    person = next((s for s in dict.fromkeys(sighting_at[first:stop]) if s and s.meaning.kind == "person"), None)
    meaning = person.meaning if person else None
    if person and stop - first > person.stop - person.first and person.stop - person.first == 1:
        meaning = None  # "Hunter Biden": a longer name than the one word the registry knows
    before = words.lows[first - 1] if first else ""
    if before == "." and first > 1:
        before = words.lows[first - 2]
    return Run(first, stop, names, before in HONORIFICS, meaning)


def gather_people(
    words: Words, sighting_at: list[Sighting | None], titles: Sequence[Title], runs: Sequence[Run],
    people: list[Person], published: date | None,
) -> list[Person]:
    """Add the persons of one text to `people`: full names first, then short ones that point to them."""
    before = {title.stop: title for title in titles}
    after = {}
    for title in titles:
        after[title.first] = after[title.begin] = title
    for run in sorted(runs, key=lambda run: (-min(len(run.names), 2), run.first)):
        title, apposed = _title_of(words, run, before, after)
        person = _known(people, run, published, title)
        if person is None:
            if len(run.names) < 2 and not title and not run.honorific and not run.meaning:
                continue
            person = _new(run, words, published, title)
            people.append(person)
        _learn(person, run, words, sighting_at, title)
        person.places.append((run.first, run.stop))
    return people


def _title_of(words: Words, run: Run, before: dict[int, Title], after: dict[int, Title]) -> tuple[Title | None, bool]:
    at = run.first
    while at > 0 and (words.lows[at - 1] in HONORIFICS or words.lows[at - 1] == "." and words.lows[at - 2] in HONORIFICS):
        at -= 1
    title = before.get(at)
    if title is None and at > 0 and words.lows[at - 1] == "," and words.sentence_of[at - 1] == words.sentence_of[run.first]:
        title = before.get(at - 1)
        if title and (title.first == title.begin and not (title.begin and words.lows[title.begin - 1] == "the")):
            title = None
    if title is None and at > 1 and words.lows[at - 1] == ".":
        title = before.get(at - 1)
    if title and not title.plural:
        return title, False
    at = run.stop
    if at < len(words.lows) and words.lows[at] in (",", "–", "—", "("):
        at += 1
        for _ in range(3):
            if at in after:
                return (None if after[at].plural else after[at]), True
            if at < len(words.lows) and words.lows[at] in _BEFORE_TITLE:
                at += 1
    return None, False


_BEFORE_TITLE = frozenset("the a an his her their its our who is was then currently".split())


def _known(people: list[Person], run: Run, published: date | None, title: Title | None) -> Person | None:
    names = frozenset(run.names)
    if run.meaning:
        for person in people:
            if person.name == run.meaning.name:
                return person
    best = None
    for person in people:
        if names <= person.words or (len(names) > 1 and person.words <= names):
            if len(run.names) == 1 and run.names[0] != person.last:
                best = best or person
                continue
            if best is None or best.last != run.names[-1]:
                best = person
    if best and len(run.names) == 1 and run.names[0] != best.last and run.meaning:
        return None
    return best


def _new(run: Run, words: Words, published: date | None, title: Title | None) -> Person:
    name = _written(words, run)
    if run.meaning:
        tenure = tenure_on(run.meaning.tenures, published)
        names = {low for spelled in tenure.names for low in _plain_words(spelled)}
        return Person(
            run.meaning.name, frozenset(names | set(run.names)), _plain_words(run.meaning.name)[-1],
            tenure.country, tenure.sector, tenure.office if _holds(tenure, published) else None, rule="rule:office-holder",
        )
    return Person(name, frozenset(run.names), run.names[-1])


def _written(words: Words, run: Run) -> str:
    name = words.slice(run.first, run.stop)
    return name.title() if name.isupper() and len(name) > 4 else " ".join(name.split())


def _plain_words(name: str) -> list[str]:
    from memoire.reading.resolving.actors.words import split_words

    return [low for low in split_words(name).lows if len(low) > 1 and low.isalpha() and low not in _SUFFIXES and low not in _TITLES_IN_NAMES]


_TITLES_IN_NAMES = frozenset("king queen pope president sheikh sultan sayyid prince princess ayatollah".split())


def tenure_on(tenures: Sequence[Tenure], day: date | None) -> Tenure:
    """The tenure that holds on `day`, else the last one begun before it, else the first; without a day the last."""
    if day is None:
        return max(tenures, key=lambda t: t.first_on or date.min)
    holding = [t for t in tenures if t.covers(day)]
    if holding:
        return holding[0]
    begun = [t for t in tenures if t.first_on is None or t.first_on <= day]
    return max(begun, key=lambda t: t.first_on or date.min) if begun else min(tenures, key=lambda t: t.first_on or date.min)


def _holds(tenure: Tenure, day: date | None) -> bool:
    return day is None or tenure.covers(day)


def _learn(person: Person, run: Run, words: Words, sighting_at: list[Sighting | None], title: Title | None) -> None:
    if len(run.names) > 1 and not run.meaning and person.rule != "rule:office-holder":
        person.words |= frozenset(run.names)
        longer = _written(words, run)
        if len(longer) > len(person.name):
            person.name = longer
            person.last = run.names[-1]
    if title:
        _learn_title(person, title)
    after = sighting_at[run.stop + 1] if run.stop + 1 < len(words.lows) and words.lows[run.stop] == "of" else None
    if after is None and run.stop + 2 < len(words.lows) and words.lows[run.stop] == "of" and words.lows[run.stop + 1] == "the":
        after = sighting_at[run.stop + 2]
    if after and after.meaning.kind == "state" and title and not title.country and len(after.meaning.countries) == 1:
        person.country = after.meaning.countries[0]
        person.rule = "rule:apposition"
    _learn_party(person, run, words)


def _learn_title(person: Person, title: Title) -> None:
    person.titles.add(title.head)
    known = person.rule == "rule:office-holder" and person.office
    if title.country and not (known and person.country):
        person.country = title.country
        person.rule = "rule:apposition"
    if not known or not person.office:
        if person.office is None or len(title.name) > len(person.office):
            person.office = _tidy(title.name, title)
        person.sector = title.sector
        if title.body_sector and title.sector in ("GOV", "MIL") and title.body_sector not in ("GOV", "BUS", "MED", "NGO") :
            person.sector = title.body_sector
        elif title.body_sector in ("BUS", "MED", "NGO", "EDU") and title.sector == "GOV":
            person.sector = title.body_sector


def _tidy(name: str, title: Title) -> str:
    words = name.split()
    return " ".join(word if word.isupper() or word in ("of", "for", "and", "the", "to", "in") else word[:1].upper() + word[1:] for word in words)


def _learn_party(person: Person, run: Run, words: Words) -> None:
    lows, at = words.lows, run.stop
    if at + 2 < len(lows) and lows[at] in ("(", ",") and words.forms[at + 1] in ("R", "D", "I") and lows[at + 2] in ("-", "–", "."):
        person.country = person.country or "USA"
        person.sector = person.sector or "LEG"
        if person.sector not in ("GOV", "PTY"):
            person.sector = "LEG"
