"""Persons of a document, gathered from every place that names them."""

from dataclasses import replace
from datetime import date

from memoire.reading.resolving.actors.learning import learn
from memoire.reading.resolving.actors.page import Page
from memoire.reading.resolving.actors.person import Person, person_of, written_name
from memoire.reading.resolving.actors.runs import HONORIFICS, Run
from memoire.reading.resolving.actors.titles import Title
from memoire.reading.resolving.actors.words import Words
from memoire.registries.given_names import given_names

_BEFORE_TITLE = frozenset("the a an his her its their our who is was then currently".split())
_SIGNS_BEFORE_TITLE = (",", "–", "—", "(")
# Years before and after a tenure in which a full name, and a single word ("Howard"), still mean its holder.
_YEARS_OF_NAME, _YEARS_OF_WORD = (10, 25), (0, 1)


def gather_people(page: Page, people: list[Person], published: date | None, *, is_title: bool = False) -> None:
    """Add the persons of one page to `people`: full names first, then short ones that point to them."""
    before = {title.stop: title for title in page.titles}
    behind = {start: title for title in page.titles for start in (title.first, title.begin)}
    names = {run.first for run in page.runs}  # a title right before a name is not of the name before it
    behind = {start: title for start, title in behind.items() if title.stop not in names}
    runs = [_as_of(run, published) for run in page.runs]
    for run in sorted(runs, key=lambda run: (run.kind == "unclear", -min(len(run.names), 2), run.first)):
        title = _title_before(page.words, run, before) or _title_behind(page.words, run, behind)
        person = _known(people, run)
        if person is None and _is_person(run, title, is_title=is_title):
            person = _new(run, page.words, published)
            people.append(person)
        if person:
            learn(person, run, page, title)
            if not is_title:
                person.is_certain |= bool(person.places) and len(run.names) == 1
                person.places.append((run.first, run.stop))


def add_namesakes(page: Page, people: list[Person]) -> None:
    """Give a person the places where only a city of their name seems to stand: "Valeska Paris", then "Paris"."""
    by_last = {person.last: person for person in people if person.registered is None and len(person.words) > 1}
    for sighting in list(page.sightings):
        is_place = sighting.meaning.kind in ("seat", "place") and sighting.stop - sighting.first == 1
        person = by_last.get(page.words.lows[sighting.first]) if is_place else None
        if person and (sighting.first, sighting.stop) not in person.places:
            person.places.append((sighting.first, sighting.stop))
            person.is_certain = True
            page.sightings.remove(sighting)
            page.sighting_at[sighting.first] = None


def _as_of(run: Run, published: date | None) -> Run:
    """The run without its registered person if that one's time is far from the document's: a namesake."""
    if run.meaning is None or published is None:
        return run
    before, after = _YEARS_OF_NAME if len(run.names) > 1 else _YEARS_OF_WORD
    for tenure in run.meaning.tenures:
        first, last = tenure.first_on or date.min, tenure.last_on or date.max
        if first.year - before <= published.year <= last.year + after:
            return run
    return replace(
        run, meaning=None, kind="person" if run.names[0] in given_names() and len(run.names) > 1 else "unclear"
    )


def _is_person(run: Run, title: Title | None, *, is_title: bool) -> bool:
    if run.meaning or run.honorific or (title and run.kind != "body"):
        return True
    if run.kind == "body" or is_title:
        return False
    return len(run.names) > 1


def _title_before(words: Words, run: Run, before: dict[int, Title]) -> Title | None:
    """ "Foreign Minister X", "the foreign minister, X", "President of Russia X"."""
    at = run.first
    while at > 0 and (
        words.lows[at - 1] in HONORIFICS or (words.forms[at - 1] == "." and words.lows[at - 2] in HONORIFICS)
    ):
        at -= 1
    sign = words.forms[at - 1] if at else ""
    title = before.get(at) or (before.get(at - 1) if sign in (".", ",") else None)
    if title and title.stop < at and sign == "," and not _is_apposed(words, title):
        return None
    return title if title and _is_one_of(words, title, run) else None


def _is_apposed(words: Words, title: Title) -> bool:
    """Whether a title before a comma can be of the name behind it: owned, of several words, or with "the"."""
    return title.owner is not None or " " in title.name or (title.begin > 0 and words.lows[title.begin - 1] == "the")


def _is_one_of(words: Words, title: Title, run: Run) -> bool:
    return not title.is_plural and words.sentence_of[title.begin] == words.sentence_of[run.first]


def _title_behind(words: Words, run: Run, behind: dict[int, Title]) -> Title | None:
    """ "X, the foreign minister of Y", "X (spokesman)"."""
    at = run.stop
    if at >= len(words.lows) or words.forms[at] not in _SIGNS_BEFORE_TITLE:
        return None
    at += 1
    while at not in behind and at < len(words.lows) and words.lows[at] in _BEFORE_TITLE:
        at += 1
    title = behind.get(at)
    return title if title and _is_one_of(words, title, run) else None


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
        return Person(written_name(words, run), frozenset(run.names), run.names[-1], gender=gender, is_certain=certain)
    return person_of(run.meaning, run.names, published)
