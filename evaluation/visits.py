"""Task `visits`: visits abroad announced in documents of the White House, against the trips that took place.

Only passages with words that announce a journey abroad are read. Of what was read, a promise is a commitment to visit
(`following.deeds`) by one of the two, aimed at or done in another country. Promises and trips are followed in the
order of their days, every proposal being accepted, as in the chains.

* A pair is a `fulfils` link from a trip; it is right where person and country are the same and the days fit: within
  three days of the window announced, or, where none is, of the 120 days after the announcement.
* A kept visit is a trip that fits at least one announcement; it is found where a right pair has it. One visit is
  announced many times: `tellings` counts each announcement by itself, which is found where it, or the first telling
  that it was merged into, has a pair with a trip that fits it.
"""

import gzip
import hashlib
import json
import re
import tarfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from evaluation.chains import tellings_of
from evaluation.following import Watches
from evaluation.readings import Readings
from memoire.following.deeds import Deed, deeds_of
from memoire.following.proposing import follow
from memoire.following.watch import TELL_AGAIN
from memoire.following.windows import NEVER, Window, window_of
from memoire.ledger.due import due_of
from memoire.reading.splitting import split_sentences
from memoire.records.document import Document
from memoire.records.entry import Actor, Entry, When, Where, Words
from memoire.records.following import Link, Told
from memoire.records.shapes import entry_from_json
from memoire.records.spans import Span
from memoire.registries.states import State, states

# As the reader names them, whatever a text calls them.
PEOPLE: Final = {"biden": "Joe Biden", "blinken": "Antony Blinken"}
OFFICES: Final = {"biden": "President", "blinken": "Secretary of State"}
TERM: Final = (date(2021, 1, 20), date(2024, 12, 31))  # the trips are told to the end of 2024

WITHIN: Final = timedelta(days=120)  # in which an announced visit without a day is looked for
LEEWAY: Final = timedelta(days=3)  # by which a trip may lie beside the days announced

# Words that announce a journey; what a paragraph says without them is not read.
_ANNOUNCES: Final = re.compile(
    r"\bwill\s+(?:\w+\s+){0,3}?(?:travel(?:l?ing)?|visit(?:ing)?|(?:make|pay) an? (?:\w+ )?(?:trip|visit))\b|"
    r"\b(?:is|are|am|be|’m|’ll be|plans?|planning|intends?|scheduled|looks? forward to|going to) (?:\w+ ){0,2}"
    r"(?:travel(?:l?ing)?|visit(?:ing)?)\b|\b(?:travels?|trip) to\b|"
    r"\b(?:upcoming|planned|forthcoming|next|President’s|Biden’s|Blinken’s) (?:\w+ ){0,2}visit to\b"
)
_TRAVELLERS: Final = re.compile(
    r"(?<!Vice )President\b|\bBiden\b|\bBlinken\b|\bSecretary of State\b|\bHe\b|\bhe\b|\bI\b"
)
_LONG: Final = 1200  # characters of a paragraph; of a longer one, what stands around the words is read
_SHORT: Final = 4000  # characters of a statement that is read whole


@dataclass(frozen=True, slots=True)
class Trip:
    """A stay of one person in one country."""

    person: str  # a key of `PEOPLE`
    country: str  # ISO 3166-1 alpha-3
    state: str  # its name
    place: str
    first: date
    last: date


class Pair(NamedTuple):
    """A promise and the trip that is taken for its fulfilment."""

    promise: "Promise"
    trip: Trip


@dataclass(frozen=True, slots=True)
class Promise:
    """A visit announced."""

    told: Told
    person: str
    countries: frozenset[str]
    window: Window  # of the visit; both ends open where no day is announced

    def expects(self, trip: Trip) -> bool:
        """Whether this trip is what was announced: the person, the country and the days."""
        return trip.person == self.person and trip.country in self.countries and self._covers(trip)

    def _covers(self, trip: Trip) -> bool:
        announced_on = self.told.published
        if announced_on is None or trip.last < announced_on:
            return False
        window = self.window if self.window != NEVER else Window(announced_on, announced_on + WITHIN)
        return window.meets(Window(trip.first, trip.last), leeway=LEEWAY)


def load_announcements(path: Path) -> list[Document]:
    """The passages of documents of the term that may announce a journey abroad, by day; a document has one text."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = [document for line in lines if (document := _announcement(json.loads(line)))]
    return sorted(found, key=lambda document: (document.published or date.min, document.id))


def load_trips(path: Path) -> list[Trip]:
    """The trips of both, by day; one that the list tells twice counts once."""
    with tarfile.open(path) as archive:
        roots = [ET.parse(archive.extractfile(name)).getroot() for name in archive.getnames() if _is_ours(name)]  # type: ignore[arg-type]  # noqa: S314 - public data, given by hand
    trips = {trip for root in roots for item in root if (trip := _trip(item))}
    return sorted(trips, key=lambda trip: (trip.last, trip.person, trip.country, trip.first, trip.place))


def promises_in(documents: Iterable[Document], readings: Readings) -> list[list["Promise"]]:
    """What was read as a visit abroad that one of the two undertakes to make, document by document."""
    found = []
    for number, document in enumerate(documents, 1):
        shapes = readings.get(document.id, ())
        entries = [entry_from_json({**shape, "id": f"w{number}.{n}"}) for n, shape in enumerate(shapes, 1)]
        promises = [promise for told in tellings_of(document, entries) if (promise := _promise(told))]
        if promises:
            found.append(promises)
    return found


def trip_told(trip: Trip, name: str) -> Told:
    """A trip as an entry that tells it as done, in a document of its own of its last day."""
    who, days = PEOPLE[trip.person], f"{trip.first}/{trip.last}" if trip.first != trip.last else f"{trip.first}"
    text = f"{who} visited {trip.place}, {trip.state}, {days}."
    at = text.index

    def words(part: str, after: int = 0) -> tuple[str, Span]:
        start = at(part, after)
        return part, Span(start, start + len(part))

    place, state = at(trip.place, len(who)), len(f"{who} visited {trip.place}")
    entry = Entry(
        id=name,
        kind="event",
        span=Span(0, len(text) - 1),
        quote=text[:-1],
        predicate=Words(*words("visited")),
        action=text[at("visited") : -1],
        polarity="+",
        score=1.0,
        by=(Actor(*words(who), who, "USA", "GOV", OFFICES[trip.person]),),
        to=(Actor(*words(trip.state, state), trip.state, trip.country, "GOV"),),
        when=When(*words(days, state), days, "explicit"),
        where=Where(*words(trip.place, place), trip.country),
        areas=("diplomacy",),
    )
    return Told(entry, name, trip.last, "list of travels abroad", sentence=text)


@dataclass(frozen=True, slots=True)
class Followed:
    """Announced visits and trips, and what was proposed."""

    promises: Mapping[str, Promise]
    trips: Mapping[str, Trip]
    links: Sequence[Link]

    @property
    def pairs(self) -> list[Pair]:
        """Each proposal that a trip keeps a promise."""
        kept = (link for link in self.links if link.bears == "fulfils" and link.place in self.trips)
        return [Pair(self.promises[link.of], self.trips[link.place]) for link in kept]

    def figures(self) -> dict[str, Any]:
        """Shares, and the counts behind them."""
        pairs, tellings = self.pairs, [p for p in self.promises.values() if self.kept_by(p)]
        right = [pair for pair in pairs if pair.promise.expects(pair.trip)]
        kept = {trip for promise in tellings for trip in self.kept_by(promise)}
        return {
            "pairs": len(pairs),
            "pairs_right": _share(len(right), len(pairs)),
            "kept": len(kept),
            "kept_found": _share(len({pair.trip for pair in right}), len(kept)),
            "tellings": len(tellings),
            "tellings_found": _share(len(tellings) - len(missed(self)), len(tellings)),
        }

    def kept_by(self, promise: Promise) -> list[Trip]:
        """The trips that are what was announced."""
        return [trip for trip in self.trips.values() if promise.expects(trip)]


def missed(followed: Followed) -> list[Pair]:
    """Announcements that were kept and for which no such trip was proposed, each with the first that keeps it."""
    first = {link.place: link.of for link in followed.links if link.bears in TELL_AGAIN}
    found = {(pair.promise.told.entry.id, pair.trip) for pair in followed.pairs}
    missing = []
    for name, promise in followed.promises.items():
        made = followed.kept_by(promise)
        if made and not any((first.get(name, name), trip) in found for trip in made):
            missing.append(Pair(promise, made[0]))
    return missing


def follow_visits(promises: Iterable[Sequence[Promise]], trips: Iterable[Trip], watch: Watches) -> Followed:
    """Hear announcements and trips in the order of their days; of one day, announcements first."""
    announced = [[promise.told for promise in document] for document in promises]
    by_name = {f"trip {n}": trip for n, trip in enumerate(trips, 1)}
    told = [*announced, *([trip_told(trip, name)] for name, trip in by_name.items())]
    told.sort(key=lambda document: document[0].published or date.min)  # stable: announcements stay before trips
    links = [link for document in told for link in watch.hear(document)]
    return Followed({p.told.entry.id: p for document in promises for p in document}, by_name, links)


class Alone:
    """Follows every announcement by itself, to its first proposal: nothing is merged and none stands beside another.

    What this finds and following all together does not, is lost between the announcements.
    """

    def __init__(self) -> None:
        self._open: list[Told] = []

    def hear(self, document: Sequence[Told], /) -> list[Link]:
        self._open += [told for told in document if told.entry.kind == "commitment"]
        trips = [told for told in document if told.entry.kind == "event"]
        links = [link for trip in trips for promise in self._open for link in follow(trip, [promise])]
        kept = {link.of for link in links if link.bears == "fulfils"}
        self._open = [told for told in self._open if told.entry.id not in kept]
        return links


class NextTrip:
    """The baseline: an announced visit is kept by the person's first trip to that country after the announcement."""

    def __init__(self, promises: Iterable[Sequence[Promise]]) -> None:
        self._open = [promise for document in promises for promise in document]

    def hear(self, document: Sequence[Told], /) -> list[Link]:
        return [link for told in document if told.entry.kind == "event" for link in self._kept_by(told)]

    def _kept_by(self, trip: Told) -> list[Link]:
        kept = [promise for promise in self._open if _is_after(trip, promise)]
        self._open = [promise for promise in self._open if promise not in kept]
        return [Link(p.told.entry.id, trip.entry.id, "fulfils", 1.0, ("the next trip there",)) for p in kept]


def _is_after(trip: Told, promise: Promise) -> bool:
    is_later = trip.published and promise.told.published and trip.published >= promise.told.published
    same_person = trip.entry.by[0].name == PEOPLE[promise.person]
    return bool(is_later) and same_person and trip.entry.to[0].country in promise.countries


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _promise(told: Told) -> Promise | None:
    entry = told.entry
    person = next((name for actor in entry.by for name in PEOPLE if actor.name == PEOPLE[name]), None)
    codes = {actor.country for actor in entry.to} | {entry.where.country if entry.where else None}
    abroad = frozenset(code for code in codes if code not in (None, "USA", "XXI"))
    is_visit = Deed("visit", "+") in deeds_of(entry)[0]
    if entry.kind != "commitment" or person is None or not abroad or not is_visit:
        return None
    return Promise(told, person, abroad, window_of(due_of(entry.when).edtf))


def _announcement(line: Mapping[str, Any]) -> Document | None:
    published = date.fromisoformat(line["published"][:10])
    if not TERM[0] <= published <= TERM[1]:
        return None
    is_spoken = line["path"].startswith(("press-briefings", "speeches"))
    text = "\n\n".join(_passages(line["text"]))
    if not text:
        return None
    if not is_spoken and len(line["text"]) <= _SHORT:
        text = line["text"]
    fingerprint = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=line["path"], sha256=fingerprint, text_sha256=fingerprint, text=text, title=_plain(line["title"]),
        published=published, published_basis="given", source=line["url"], publisher="White House (USA)",
        kind="transcript" if is_spoken else "statement",
    )  # fmt: skip


def _plain(title: str) -> str:
    """Titles of this collection have their escapes written out: "Biden\\u2019s"."""
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), title)


def _passages(text: str) -> Iterator[str]:
    for paragraph in filter(None, map(str.strip, text.split("\n"))):
        if _ANNOUNCES.search(paragraph) and _TRAVELLERS.search(paragraph) and _abroad().search(paragraph):
            yield from _around(paragraph) if len(paragraph) > _LONG else (paragraph,)


def _around(paragraph: str) -> Iterator[str]:
    """Of a long paragraph, each sentence with such words and the one before."""
    sentences = [span.of(paragraph) for span in split_sentences(paragraph)]
    chosen = {n for n, s in enumerate(sentences) if _ANNOUNCES.search(s)}
    kept = sorted(chosen | {n - 1 for n in chosen if n})
    if kept:
        yield " ".join(sentences[n] for n in kept)


@cache
def _abroad() -> re.Pattern[str]:
    names = {name for state in states() if state.iso3 != "USA" for name in (*state.names, *state.seats)}
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")\b")


def _is_ours(name: str) -> bool:
    return any(person in name for person in PEOPLE)


def _trip(item: ET.Element) -> Trip | None:
    slug = item.find("country").get("id", "")  # type: ignore[union-attr]
    state = _state(slug)
    first, last = (date.fromisoformat(_words(item, name)) for name in ("start-date", "end-date"))
    person = next(name for name in PEOPLE if name in item.get("who", ""))
    if not TERM[0] <= first <= TERM[1]:
        return None
    return Trip(person, state.iso3, state.name, _words(item, "locale"), first, max(first, last))


def _words(item: ET.Element, name: str) -> str:
    return " ".join((item.findtext(name) or "").split())


# Countries whose short name in the list of trips is none of those in the registry.
_SLUGS: Final = {
    "korea-south": "KOR", "holy-see": "VAT", "west-bank": "PSE", "palestinian-authority": "PSE", "turkiye": "TUR",
    "congo-democratic-republic": "COD", "cote-divoire": "CIV", "cape-verde": "CPV", "vietnam": "VNM", "laos": "LAO",
}  # fmt: skip


@cache
def _by_slug() -> dict[str, State]:
    by_code = {state.iso3: state for state in states()}
    named = {name.casefold().replace(" ", "-"): state for state in states() for name in state.names}
    return named | {slug: by_code[code] for slug, code in _SLUGS.items()}


def _state(slug: str) -> State:
    """The state of a short name.

    Raises:
        KeyError: no state has it; add it to `_SLUGS`.
    """
    return _by_slug()[slug]
