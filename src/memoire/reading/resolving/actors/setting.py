"""Where a document stands: whose government publishes it, which country it is about, between whom it is."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from memoire.reading.resolving.actors.holders import SPEAKS, Holders
from memoire.reading.resolving.actors.page import Page
from memoire.reading.resolving.actors.party import Party
from memoire.reading.resolving.actors.people import gather_people
from memoire.reading.resolving.actors.person import Person
from memoire.registries.states import states

_CODE = re.compile(r"\(([A-Z]{3})\)")
_HOST = re.compile(r"(?://|^|\()(?:[\w-]+\.)+(\w{2,3})(?=[/:)\s]|$)")
_OFFICIAL = re.compile(
    r"\b(?:president|presidency|prime minister|ministry|ministries|department|embassy|government|white ?house"
    r"|foreign office|state)\b"
    r"|\.gov\b|whitehouse|kremlin|\.mil\b|\.gob\b|\.gouv\b|\bmofa\b|\bmfa\b",
    re.IGNORECASE,
)
# Kinds of document, in the first words of a title, that somebody says.
_SAID = frozenset("statement remarks proclamation address speech message order memorandum".split())
# Words of titles that make a country a party and not a topic.
MEETS = frozenset(
    "readout read meeting meets call calls visit visits travel trip joint dialogue summit conversation talks telephone"
    " partnership with between".split()
)
_KIND_WITHIN = 9
# A country is the setting of a document if it has at least this share of all mentions of countries.
_SHARE = 0.34
_TITLE_WEIGHT = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rules fall back on where the words themselves say nothing."""

    publisher: str | None  # country of the government that publishes the document; None if none does
    home: str | None  # country the document is about, or the publisher's
    topic: str | None  # of an official document: the other country that its title alone is about
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
        if (
            meaning.kind in ("state", "demonym", "body")
            and len(meaning.countries) == 1
            and meaning.countries[0] in known
        ):
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


def topic_of(title: Page, publisher: str | None) -> str | None:
    """The one other country that the title of an official document names, unless it is met or joined."""
    if publisher is None or not MEETS.isdisjoint(title.words.lows):
        return None
    named = {s.meaning.countries[0] for s in title.sightings if len(s.meaning.countries) == 1}
    others = named - {publisher, "XXI"}
    return others.pop() if len(others) == 1 else None


def find_author(title: Page, holders: Holders, publisher: str, country: str | None) -> Person | None:
    """Who says "I": "Statement by X", a publisher who is a person or an office, else the head of its government."""
    lows = title.words.lows[:_KIND_WITHIN]
    if "joint" in lows:
        return None
    named = (holders.named(run) for run in title.runs) if _SAID & set(lows) else iter(())
    author = next((person for person in named if person and person.is_certain), None)
    if author or country is None or SPEAKS.search(title.words.text):
        return author
    return _publisher(title, holders, publisher, country)


def _publisher(title: Page, holders: Holders, publisher: str, country: str) -> Person | None:
    """The person or office that a publisher is: "Prime Minister of Australia (Howard, John)"."""
    page, named = Page(publisher), list[Person]()
    gather_people(page, named, holders.published, is_title=True)
    if named:
        return named[0]
    offices = [t.name for t in page.titles] or (["Prime Minister"] if "prime" in title.words.lows else [])
    heads = (holders.head_of(country, office) for office in (*offices, "President", "Prime Minister"))
    return next((head for head in heads if head), None)
