"""Persons of a document: their names, offices and countries, gathered from every place that names them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from memoire.reading.resolving.actors.gazetteer import Meaning
from memoire.reading.resolving.actors.page import Page
from memoire.reading.resolving.actors.runs import HONORIFICS, SUFFIXES, Run, known_words
from memoire.reading.resolving.actors.titles import Title
from memoire.reading.resolving.actors.words import Words, split_words
from memoire.registries.given_names import given_names
from memoire.registries.groups import group_sectors
from memoire.registries.persons import Tenure

_TITLES_IN_NAMES = frozenset("king queen pope president sheikh sultan sayyid prince princess ayatollah sir lord".split())
_BEFORE_TITLE = frozenset("the a an his her its their our who is was then currently".split())
_MALE_TITLES = frozenset("king prince sultan emir amir sheikh pope imam spokesman congressman father husband son".split())
_FEMALE_TITLES = frozenset("queen princess spokeswoman congresswoman mother wife daughter actress".split())
# Sectors of bodies that an office takes over: the spokesman of an army is MIL, that of a ministry GOV.
_SECTOR_OF_BODY = frozenset(("MIL", "COP", "JUD", "LEG", "SPY", "IGO", "BUS", "MED", "NGO", "EDU", "PTY", "REB", "UAF", "HLH", "REL", "LAB"))
_SMALL = frozenset("of for and the to in former then".split())
# A noun before or behind a name is looked for within so many words.
_DESCRIPTION = 7


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


def gather_people(page: Page, people: list[Person], published: date | None, *, is_title: bool = False) -> None:
    """Add the persons of one page to `people`: full names first, then short ones that point to them."""
    before = {title.stop: title for title in page.titles}
    behind = {start: title for title in page.titles for start in (title.first, title.begin)}
    for run in sorted(page.runs, key=lambda run: (run.kind == "unclear", -min(len(run.names), 2), run.first)):
        title = _title_before(page.words, run, before) or _title_behind(page.words, run, behind)
        person = _known(people, run)
        if person is None and _is_person(run, title, is_title=is_title):
            person = _new(run, page.words, published)
            people.append(person)
        if person:
            _learn(person, run, page, title)
            if len(run.names) == 1:
                _learn_last(person, run.names[0])
            if not is_title:
                person.is_certain |= bool(person.places) and len(run.names) == 1
                person.places.append((run.first, run.stop))


def _is_person(run: Run, title: Title | None, *, is_title: bool) -> bool:
    if run.meaning or run.honorific or (title and run.kind != "body"):
        return True
    if run.kind == "body" or is_title:
        return False
    return len(run.names) > 1


def _title_before(words: Words, run: Run, before: dict[int, Title]) -> Title | None:
    """ "Foreign Minister X", "the foreign minister, X", "President of Russia X"."""
    at = run.first
    while at > 0 and (words.lows[at - 1] in HONORIFICS or (words.forms[at - 1] == "." and words.lows[at - 2] in HONORIFICS)):
        at -= 1
    title = before.get(at) or (before.get(at - 1) if at and words.forms[at - 1] == "." else None)
    if title is None and at and words.forms[at - 1] == ",":
        title = before.get(at - 1)
        if title and not (title.owner or " " in title.name or (title.begin and words.lows[title.begin - 1] == "the")):
            title = None
    return None if title is None or title.is_plural or words.sentence_of[title.begin] != words.sentence_of[run.first] else title


def _title_behind(words: Words, run: Run, behind: dict[int, Title]) -> Title | None:
    """ "X, the foreign minister of Y", "X (spokesman)"."""
    at = run.stop
    if at >= len(words.lows) or words.forms[at] not in (",", "–", "—", "("):
        return None
    at += 1
    for _ in range(3):
        title = behind.get(at)
        if title:
            return None if title.is_plural or words.sentence_of[at] != words.sentence_of[run.first] else title
        if at < len(words.lows) and words.lows[at] in _BEFORE_TITLE:
            at += 1
    return None


def _known(people: list[Person], run: Run) -> Person | None:
    """The person that a run names again: the same registered person, or one with all its words."""
    names = frozenset(run.names)
    if run.meaning:
        same = [person for person in people if person.registered == run.meaning.name]
        if same:
            return same[0]
    if len(names) > 1:
        return next((p for p in people if names <= p.words or (p.words <= names and len(p.words) > 1)), None)
    if run.kind == "body":
        return None
    by_last = [person for person in people if person.last == run.names[0]]
    if by_last:
        return _nearest(by_last, run, run.honorific)
    if run.meaning:
        return None
    return _nearest([person for person in people if run.names[0] in person.words], run, run.honorific)


def _nearest(people: list[Person], run: Run, honorific: str) -> Person | None:
    gender = HONORIFICS.get(honorific, "")
    fitting = [p for p in people if not gender or p.gender in ("", gender)] or people
    earlier = [p for p in fitting if p.places and p.places[0][0] < run.first]
    return max(earlier, key=lambda p: len(p.places), default=None) or (fitting[0] if fitting else None)


def _new(run: Run, words: Words, published: date | None) -> Person:
    gender = given_names().get(run.names[0], "") if len(run.names) > 1 else ""
    if run.meaning is None:
        certain = run.kind == "person"
        return Person(_written(words, run), frozenset(run.names), run.names[-1], gender=gender, is_certain=certain)
    return _of_registry(run.meaning, run.names, published)


def _of_registry(meaning: Meaning, names: tuple[str, ...], published: date | None) -> Person:
    tenure = tenure_on(meaning.tenures, published)
    plain = _plain_words(meaning.name)
    return Person(
        _without_style(meaning.name), known_words(meaning) - SUFFIXES - _TITLES_IN_NAMES | set(names), plain[-1] if plain else names[-1], tenure.country, tenure.sector, _office_on(tenure, published),
        gender=given_names().get(plain[0], "") if plain else "", registered=meaning.name, rule="rule:office-holder",
    )  # fmt: skip


def plain_text(name: str) -> str:
    """The name in small letters without accents, for comparison."""
    return " ".join(split_words(name).lows)


def _office_on(tenure: Tenure, day: date | None) -> str | None:
    """The office, "former" if it had ended by then, none if it had not begun."""
    if tenure.office is None or day is None or tenure.covers(day):
        return tenure.office
    has_ended = tenure.last_on is not None and tenure.last_on < day
    return f"former {tenure.office}" if has_ended and not tenure.office.startswith("former") else None


def _without_style(name: str) -> str:
    """ "King Abdullah II" → "Abdullah II"; "Pope Francis" stays."""
    return re.sub(r"^(?:King|Queen|Sultan|Amir|Emir|Sheikh) ", "", name)


def _written(words: Words, run: Run) -> str:
    name = _without_style(" ".join(words.slice(run.first, run.stop).split()))
    return name.title() if name.isupper() else name


def _plain_words(name: str) -> list[str]:
    lows = split_words(name).lows
    return [low for low in lows if len(low) > 1 and low.isalpha() and low not in SUFFIXES and low not in _TITLES_IN_NAMES]


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


def _learn(person: Person, run: Run, page: Page, title: Title | None) -> None:
    if run.honorific:
        person.gender = HONORIFICS[run.honorific] or person.gender
        person.is_certain = True
    if len(run.names) > 1:
        _learn_name(person, run, page.words)
    if title:
        _learn_title(person, title)
    _learn_state_behind(person, run, page, title)
    _learn_party(person, run, page.words)
    if person.country is None or person.sector is None:
        _learn_description(person, run, page)


def _learn_name(person: Person, run: Run, words: Words) -> None:
    """The longest name; of registered persons the first one written in full without initials ("Kishida Fumio")."""
    written = _written(words, run)
    person.words |= frozenset(run.names)
    if person.registered is None:
        if len(run.names) > len(_plain_words(person.name)):
            person.name, person.last = written, run.names[-1]
    elif person.name == _without_style(person.registered) and "." not in written and not SUFFIXES & set(split_words(written).lows):
        is_same_length = len(_plain_words(written)) == len(_plain_words(person.name))
        if is_same_length or plain_text(written).startswith(plain_text(person.name)):
            person.name = written


def _learn_last(person: Person, word: str) -> None:
    """ "Rush Limbaugh Explains", then "Limbaugh": the name ends with the word by which the text calls them."""
    parts = person.name.split()
    at = next((i for i, part in enumerate(parts) if plain_text(part) == word), 0)
    if person.registered is None and word != person.last and 0 < at < len(parts) - 1:
        person.name, person.last = " ".join(parts[: at + 1]), word


def _learn_title(person: Person, title: Title) -> None:
    person.heads.add(title.head)
    person.is_certain = True
    last = title.head.split()[-1]
    person.gender = "m" if last in _MALE_TITLES else "f" if last in _FEMALE_TITLES else person.gender
    owner = title.owner.meaning if title.owner else None
    is_known = person.registered is not None and person.office is not None
    if title.country and not is_known:
        person.country, person.rule = title.country, "rule:apposition"
    if _says_more(title.name, person.office):
        person.office = _tidy(title.name)
    if is_known:
        return
    person.sector = title.sector
    if owner and owner.kind == "body":
        person.body = owner.name
        if title.sector in ("GOV", "NGO", "BUS") and owner.sector in _SECTOR_OF_BODY:
            person.sector = owner.sector


def _says_more(title: str, office: str | None) -> bool:
    """Whether a title of the document replaces the office known so far: not a mere part of it ("Secretary")."""
    if office is None:
        return True
    words, known = set(title.lower().split()) - _SMALL, set(office.lower().split()) - _SMALL
    if "former" in known and "former" not in words:
        return False
    return len(words) > 1 and (words == known or not words < known)


def _tidy(title: str) -> str:
    """The title in the spelling of a name: "interior minister" and "PRESIDENT" → "Interior Minister", "President"."""
    words = [word.title() if word.isupper() and len(word) > 4 else word for word in title.split()]  # noqa: PLR2004 - "CEO"
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words)


def _learn_state_behind(person: Person, run: Run, page: Page, title: Title | None) -> None:
    """ "Prime Minister X of Japan"."""
    words, at = page.words, run.stop
    if title is None or title.country or at + 1 >= len(words.lows) or words.lows[at] not in ("of", "from"):
        return
    at += 1 if words.lows[at + 1] != "the" else 2
    while at < len(words.lows) and words.lows[at] in ("republic", "kingdom", "state", "of") and not page.sighting_at[at]:
        at += 1
    state = page.sighting_at[at] if at < len(words.lows) else None
    if state and state.meaning.kind in ("state", "place", "body") and len(state.meaning.countries) == 1:
        if person.rule != "rule:office-holder":
            person.country, person.rule = state.meaning.countries[0], "rule:apposition"


def _learn_party(person: Person, run: Run, words: Words) -> None:
    """ "(R-Utah)", ", D-Calif.": a member of the United States Congress, unless an office says otherwise."""
    lows, at = words.lows, run.stop
    if at + 2 < len(lows) and lows[at] in ("(", ",") and words.forms[at + 1] in ("R", "D", "I") and lows[at + 2] in "-–.":
        person.country = person.country or "USA"
        if person.sector not in ("GOV", "PTY"):
            person.sector = "LEG"


def _learn_description(person: Person, run: Run, page: Page) -> None:
    """ "Yemeni journalist X", "X, a Syrian engineer": country from a demonym, sector from a noun."""
    words = page.words
    spans = [(max(run.first - _DESCRIPTION, 0), run.first)]
    if run.stop < len(words.lows) and words.forms[run.stop] in ",(":
        start = run.stop + 2 if words.lows[run.stop + 1 : run.stop + 2] in (["of"], ["from"]) else run.stop + 1
        spans.append((start, min(start + _DESCRIPTION, len(words.lows))))
    for first, stop in spans:
        first, stop = _clause(words, first, stop, run)
        for sighting in page.within(first, stop):
            is_theirs = sighting.meaning.kind in ("demonym", "state", "body", "place")
            if person.country is None and is_theirs and len(sighting.meaning.countries) == 1:
                person.country, person.rule = sighting.meaning.countries[0], "rule:apposition"
        nouns = [group_sectors()[low] for low in words.lows[first:stop] if low in group_sectors()]
        if person.sector is None and nouns:
            person.sector = nouns[-1]


def _clause(words: Words, first: int, stop: int, run: Run) -> tuple[int, int]:
    """The part of [first, stop) that touches the run: in its sentence, without verbs of the next clause or commas."""
    inner = range(stop - 1, first - 1, -1) if stop == run.first else range(first, stop)
    for at in inner:
        is_break = words.lows[at] in _BREAKS or words.sentence_of[at] != words.sentence_of[run.first]
        if is_break:
            return (at + 1, stop) if stop == run.first else (first, at)
    return first, stop


_BREAKS = frozenset(
    ", ; : . ( ) of in “ ” \" – — and but or with said says told by to from that which while when as is was were are has have had at"
    " between against after before whose met spoke thanked for".split()
)
