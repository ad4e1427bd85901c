"""Where a document stands: whose government publishes it, which country it is about, between whom it is."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from memoire.reading.resolving.actors.gazetteer import Meaning
from memoire.reading.resolving.actors.page import Page
from memoire.reading.resolving.actors.party import Party, of_state
from memoire.reading.resolving.actors.people import Person, gather_people
from memoire.registries.persons import tenures
from memoire.registries.states import states

_CODE = re.compile(r"\(([A-Z]{3})\)")
_HOST = re.compile(r"(?://|^|\()(?:[\w-]+\.)+(\w{2,3})(?=[/:)\s]|$)")
_OFFICIAL = re.compile(
    r"\b(?:president|presidency|prime minister|ministry|ministries|department|embassy|government|white ?house|foreign office|state)\b"
    r"|\.gov\b|whitehouse|kremlin|\.mil\b|\.gob\b|\.gouv\b|\bmofa\b|\bmfa\b",
    re.IGNORECASE,
)
# Offices that speak for others and lead nobody.
_SPEAKS = re.compile(r"spokes|press secretary|communications", re.IGNORECASE)
# Kinds of document, in the first words of a title, that somebody says.
_SAID = frozenset("statement remarks proclamation address speech message order memorandum".split())
_KIND_WITHIN = 9
# A country is the setting of a document if it has at least this share of all mentions of countries.
_SHARE = 0.34
_TITLE_WEIGHT = 3
# Sentences of a text that may introduce its parties.
_LEAD = 3
_TWO = 2  # parties make a relationship


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rules fall back on where the words themselves say nothing."""

    publisher: str | None  # country of the government that publishes the document; None if none does
    home: str | None  # country the document is about, or the publisher's
    author: Person | None  # who makes the statement, from the title
    is_joint: bool
    states: tuple[Party, ...]  # "the two countries", in the order in which they are named
    leaders: tuple[Party, ...]  # "the leaders"


def publisher_country(publisher: str) -> tuple[str | None, bool]:
    """The country of a publisher (name or address), and whether it is a government."""
    is_official = bool(_OFFICIAL.search(publisher))
    known = {state.iso3 for state in states()}
    code, host = _CODE.search(publisher), _HOST.search(publisher)
    if code and code[1] in known:
        return code[1], is_official
    for sighting in Page(publisher).sightings:
        meaning = sighting.meaning
        if meaning.kind in ("state", "demonym", "body") and len(meaning.countries) == 1 and meaning.countries[0] in known:
            return meaning.countries[0], is_official and meaning.sector != "MED"
    if host and (host[1].lower() in ("gov", "mil") or "whitehouse" in publisher):
        return "USA", True
    country = next((state.iso3 for state in states() if host and state.domain == host[1].lower()), None)
    return country, is_official


def main_country(title: Page, page: Page, people: Sequence[Person]) -> str | None:
    """The country named most, if it has a fair share of all mentions."""
    counts: Counter[str] = Counter()
    for part, weight in ((title, _TITLE_WEIGHT), (page, 1)):
        for sighting in part.sightings:
            if sighting.meaning.kind != "person" and len(sighting.meaning.countries) == 1:
                counts[sighting.meaning.countries[0]] += weight
    for person in people:
        if person.country:
            counts[person.country] += len(person.places)
    counts.pop("XXI", None)
    if not counts:
        return None
    country, most = counts.most_common(1)[0]
    return country if most >= _SHARE * counts.total() else None


def find_author(
    title: Page, people: Sequence[Person], publisher: str, country: str | None, published: date | None
) -> Person | None:
    """Who says "I": "Statement by X", a publisher who is a person or an office, else the head of the publishing government."""
    lows = title.words.lows[:_KIND_WITHIN]
    if "joint" in lows:
        return None
    for run in title.runs if _SAID & set(lows) else ():
        person = next((p for p in people if p.is_certain and frozenset(run.names) <= p.words), None)
        if person:
            return person
    if country is None or _SPEAKS.search(title.words.text):
        return None
    page = Page(publisher)
    named: list[Person] = []
    gather_people(page, named, published, is_title=True)
    if named:
        return named[0]
    offices = [t.name for t in page.titles] or (["Prime Minister"] if "prime" in title.words.lows else [])
    return next((head for office in (*offices, "President", "Prime Minister") if (head := head_of(country, office, people, published))), None)


def head_of(country: str, office: str, people: Sequence[Person], published: date | None) -> Person | None:
    """Who holds an office of a country on that day, from the document's own cast or the registry."""
    for person in people:
        if person.country == country and (person.office or "").lower() == office.lower():
            return person
    if published is None:
        return None
    for tenure in tenures():
        if tenure.country == country and (tenure.office or "").lower() == office.lower() and tenure.covers(published):
            return Person(tenure.name, frozenset(), "", country, tenure.sector, tenure.office, rule="rule:office-holder")
    return None


def find_parties(
    title: Page, page: Page, people: Sequence[Person], publisher: str | None, author: Person | None, published: date | None
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The states and the leaders of a document: of its title if that names two, else of its first sentences too.

    Whoever makes a statement on a meeting of others ("Statement by the spokesperson on X's meeting with Y") is no leader.
    """
    named, leaders = _states(title), _leaders(title, people, published)
    if author and len(leaders) > 1 and leaders[0].name == author.name:
        leaders = leaders[1:]
    if len(leaders) >= _TWO:
        named = _merge([], [_side_of(leader) for leader in leaders], by_name=False)
    for first, stop in _sentences(page):
        if len(named) < _TWO:
            named = _merge(named, _states(page, first, stop), by_name=True)
        if len(leaders) < _TWO:
            leaders = _merge(leaders, _leaders(page, people, published, first, stop), by_name=False)
    if publisher and len(named) == 1 and named[0].country != publisher:
        named = [of_state(publisher), *named]
    return tuple(named), tuple(leaders)


def _sentences(page: Page) -> Iterator[tuple[int, int]]:
    starts = [*page.words.sentence_starts[: _LEAD + 1], len(page.words.forms)]
    yield from zip(starts, starts[1:][:_LEAD], strict=False)


def _merge(found: list[Party], more: list[Party], *, by_name: bool) -> list[Party]:
    """Add parties, one of each country (leaders of one government are no two sides) or, by name, of each name."""
    for party in more:
        taken = {p.name for p in found} if by_name else {p.country for p in found}
        if (party.name if by_name else party.country) not in taken:
            found = [*found, party]
    return found


def _states(page: Page, first: int = 0, stop: int | None = None) -> list[Party]:
    sides = [_side(s.meaning) for s in page.sightings if s.first >= first and (stop is None or s.first < stop)]
    return _merge([], [side for side in sides if side], by_name=False)


def _side(meaning: Meaning) -> Party | None:
    if len(meaning.countries) != 1:
        return None
    if meaning.kind in ("state", "demonym", "seat"):
        return of_state(meaning.countries[0], meaning.name)
    if meaning.kind == "body" and meaning.sector == "IGO":
        return Party(meaning.name, meaning.countries[0], meaning.sector, None, "body")
    return None


def _side_of(leader: Party) -> Party:
    """The state that a leader leads; an international leader stands for themselves."""
    return leader if leader.country in (None, "XXI") else of_state(str(leader.country))


def _leaders(page: Page, people: Sequence[Person], published: date | None, first: int = 0, stop: int | None = None) -> list[Party]:
    """Office-holders named, or meant by "the President of France", in words [first, stop)."""
    found: list[tuple[int, Person]] = []
    for run in page.runs:
        person = next((p for p in people if frozenset(run.names) <= p.words and run.kind != "body"), None)
        if person and person.is_certain:
            found.append((run.first, person))
    named = {at for run in page.runs for at in range(run.first - 3, run.stop + 3)}
    for title in page.titles:
        if title.country and not title.is_plural and title.stop not in named and title.head in ("president", "prime minister", "chancellor"):
            person = head_of(title.country, title.head, people, published)
            if person:
                found.append((title.first, person))
    inside = sorted((at, p) for at, p in ((at, i) for i, (at, _) in enumerate(found)) if at >= first and (stop is None or at < stop))
    people_inside = dict.fromkeys(id(found[i][1]) for _, i in inside)
    by_id = {id(p): p for _, p in found}
    return [_party(by_id[key]) for key in people_inside if _leads(by_id[key])]


def _leads(person: Person) -> bool:
    return person.country is not None and person.sector in ("GOV", "IGO", "OPP") and not _SPEAKS.search(person.office or "")


def _party(person: Person) -> Party:
    return Party(person.name, person.country, person.sector, person.office, "person")
