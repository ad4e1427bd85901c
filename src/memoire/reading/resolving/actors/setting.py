"""Where a document stands: whose government publishes it, which country it is about, between whom it is."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from memoire.reading.resolving.actors.gazetteer import Meaning
from memoire.reading.resolving.actors.page import Page
from memoire.reading.resolving.actors.party import Party, of_state
from memoire.reading.resolving.actors.people import Person
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
# A country is the setting of a document if it has at least this share of all mentions of countries.
_SHARE = 0.34
# Words of the text in which the parties of a document are named, where its title names fewer than two.
_LEAD = 130
_TITLE_WEIGHT = 3


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
    code, host = _CODE.search(publisher), _HOST.search(publisher)
    known = {state.iso3 for state in states()}
    if code and code[1] in known:
        return code[1], is_official
    page = Page(publisher)
    for sighting in page.sightings:
        meaning = sighting.meaning
        if meaning.kind in ("state", "demonym", "body") and len(meaning.countries) == 1 and meaning.countries[0] in known:
            return meaning.countries[0], is_official and meaning.sector != "MED"
    if host:
        ending = host[1].lower()
        if ending in ("gov", "mil") or "whitehouse" in publisher:
            return "USA", True
        return next((state.iso3 for state in states() if state.domain == ending), None), is_official
    return None, is_official


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


def find_author(title: Page, people: Sequence[Person], publisher: str | None, published: date | None) -> Person | None:
    """Who says "I": "Statement by X", "Remarks by the President", "Proclamation"."""
    lows = title.words.lows
    if not {"statement", "remarks", "proclamation", "address", "speech", "message", "order", "memorandum"} & set(lows[:9]) or "joint" in lows[:4]:
        return None
    spokesman = {"spokesperson", "press", "communications"}
    for run in title.runs:
        person = next((p for p in people if p.is_certain and frozenset(run.names) <= p.words), None)
        if person:
            return person
    if publisher and not spokesman & set(lows):
        return head_of(publisher, people, published)
    return None


def head_of(country: str, people: Sequence[Person], published: date | None, office: str = "President") -> Person | None:
    """Who holds the office in the country on that day, from the document's own cast or the registry."""
    for person in people:
        if person.country == country and person.office == office:
            return person
    if published is None:
        return None
    for tenure in tenures():
        if tenure.country == country and tenure.office == office and tenure.covers(published):
            return Person(tenure.name, frozenset(), "", country, tenure.sector, office, rule="rule:office-holder")
    return None


def find_parties(
    title: Page, page: Page, people: Sequence[Person], publisher: str | None, author: Person | None
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The states and the leaders of a document: of its title if that names two, else of its first paragraph too.

    Whoever makes a statement on a meeting of others ("Statement by the spokesperson on X's meeting with Y") is no leader.
    """
    named, leaders = _parties_of(title, people, 0)
    if author and len(leaders) > 1 and leaders[0].name == author.name:
        leaders = leaders[1:]
    if len(named) < 2 or len(leaders) == 1:  # noqa: PLR2004 - a document has two parties
        more, more_leaders = _parties_of(page, people, _LEAD)
        named = list(dict.fromkeys((*named, *more))) if len(named) < 2 else named  # noqa: PLR2004
        leaders = list(dict.fromkeys((*leaders, *more_leaders)))
    if publisher and all(party.country != publisher for party in named) and len(named) == 1:
        named = [of_state(publisher), *named]
    return tuple(named), tuple(leaders)


def _parties_of(page: Page, people: Sequence[Person], limit: int) -> tuple[list[Party], list[Party]]:
    stop = limit or len(page.words.forms)
    named: list[tuple[int, Party]] = []
    leaders: list[tuple[int, Party]] = []
    for sighting in page.sightings:
        party = _side(sighting.meaning)
        if party and sighting.first < stop:
            named.append((sighting.first, party))
    for run in page.runs:
        person = next((p for p in people if frozenset(run.names) <= p.words and (run.meaning is None or run.meaning.name == p.name)), None)
        if person and run.first < stop and person.country and person.sector in ("GOV", "IGO", "OPP") and not _SPEAKS.search(person.office or ""):
            leaders.append((run.first, Party(person.name, person.country, person.sector, person.office, "person")))
            if person.country != "XXI":
                named.append((run.first, of_state(person.country)))
    return _in_order(named), _in_order(leaders)


def _side(meaning: Meaning) -> Party | None:
    if len(meaning.countries) != 1:
        return None
    if meaning.kind in ("state", "demonym", "seat"):
        return of_state(meaning.countries[0])
    if meaning.kind == "body" and meaning.sector == "IGO":
        return Party(meaning.name, meaning.countries[0], meaning.sector, None, "body")
    return None


def _in_order(found: list[tuple[int, Party]]) -> list[Party]:
    return list(dict.fromkeys(party for _, party in sorted(found, key=lambda pair: pair[0])))
