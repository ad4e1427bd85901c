"""The tables that CSV, JSON Lines and Parquet share: their columns, and an item as rows of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from memoire.briefing.crosswalks import SCALES, crosswalk
from memoire.briefing.facts import Item, Paper
from memoire.records.edtf import bounds
from memoire.records.entry import Actor, Source
from memoire.records.shapes import entry_as_json

Type = Literal["string", "integer", "number", "date"]
Cell = str | int | float | date | None
Record = dict[str, Cell]
_JOINED: Final = "; "


@dataclass(frozen=True, slots=True)
class Column:
    """One column; types are those of a Frictionless table schema."""

    name: str
    type: Type
    description: str


@dataclass(frozen=True, slots=True)
class Table:
    """One file of rows. `references`: column → table whose `id` it holds."""

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: dict[str, str]


def _columns(text: str) -> tuple[Column, ...]:
    rows = (line.split(None, 2) for line in text.strip().splitlines())
    return tuple(Column(name, type_, description) for name, type_, description in rows)  # type: ignore[arg-type]


DOCUMENTS: Final = Table(
    "documents",
    "Documents that entries stand in, without their texts",
    _columns("""
        id          string  the first 16 hex digits of the SHA-256 of the original bytes
        title       string  as printed
        publisher   string  who published it
        published   date    day of publication
        kind        string  news, statement, joint-statement, read-out or transcript
        source      string  address or path it came from
        language    string  ISO 639-1
        marking     string  Traffic Light Protocol 2.0
        reliability string  Admiralty scale, A to F
    """),
    ("id",),
    {},
)
ENTRIES: Final = Table(
    "entries",
    "Commitments, requests, claims, stances and events, each at its words",
    _columns("""
        id            string  of the ledger
        kind          string  commitment, request, claim, stance or event
        state         string  proposed by the reader, or confirmed by a person
        document      string  id of the document
        span_start    integer first code point of the quote in the document's text
        span_end      integer the one after its last
        quote         string  the words, exactly
        predicate     string  head verb or noun
        action        string  what is done, without actors and time
        by            string  names of those who act or are bound
        by_countries  string  their ISO 3166-1 alpha-3 codes
        to            string  names of those at whom it is aimed
        with          string  names of the other side of a joint act
        voice         string  who says so, outermost first
        when          string  the words of time
        edtf          string  the time of the act, ISO 8601-2
        earliest      date    its first day
        latest        date    its last day
        where         string  the words of place
        areas         string  policy areas
        plover        string  PLOVER event type, read as if done
        firmness      string  of commitments: agreed, pledged, planned, wished
        checkable     string  of commitments: yes, partly, no
        polarity      string  plus, minus or 0
        condition     string  words that make it depend on something
        score         number  chance that the reader is right, 0 to 1
        marking       string  Traffic Light Protocol 2.0
        due           string  of commitments: when due, after postponements, ISO 8601-2
        due_basis     string  of commitments: explicit, derived, house-default or none
        lifecycle     string  of commitments: open, due, overdue, closed
        outcome       string  of commitments: what became of it; empty while nothing is decided
        evidence      string  of commitments: how well that is supported
        slip_days     integer of commitments: days after the last day first named
        standing      string  of claims: unchecked, supported, contradicted, mixed
    """)
    + tuple(Column(scale.column, "string", f"the outcome on the scale of: {scale.name}") for scale in SCALES),
    ("id",),
    {"document": "documents"},
)
PARTIES: Final = Table(
    "parties",
    "Who has which part in which entry",
    _columns("""
        entry      string  id of the entry
        role       string  by, to, with or voice
        position   integer order within the role, from 0
        name       string  the name
        country    string  ISO 3166-1 alpha-3; XXI for international bodies
        sector     string  PLOVER sector
        office     string  the post held
        text       string  the words in the document
        span_start integer their first code point
        span_end   integer the one after their last
    """),
    ("entry", "role", "position"),
    {"entry": "entries"},
)
BEARINGS: Final = Table(
    "bearings",
    "Which later entry bears on which commitment or claim, and how",
    _columns("""
        of     string id of the commitment or claim
        place  string id of the entry that bears on it
        bears  string fulfils, advances, postpones, cancels, contradicts, reaffirms, rewords or supports
        state  string proposed or accepted
    """),
    ("of", "place", "bears"),
    {"of": "entries"},
)
TABLES: Final = (DOCUMENTS, ENTRIES, PARTIES, BEARINGS)


def document_record(paper: Paper) -> Record:
    return {
        "id": paper.id,
        "title": paper.title,
        "publisher": paper.publisher,
        "published": paper.published,
        "kind": paper.kind,
        "source": paper.address,
        "language": paper.language,
        "marking": paper.marking,
        "reliability": paper.reliability,
    }


def entry_record(item: Item) -> Record:
    """In the order of the columns."""
    entry, life, when = item.entry, item.life, item.entry.when
    earliest, latest = bounds(when.edtf) if when and when.edtf else (None, None)
    told: Record = {
        "state": item.place.state,
        "document": item.paper.id,
        "span_start": entry.span.start,
        "span_end": entry.span.end,
        "predicate": entry.predicate.text,
        "by": _names(entry.by),
        "by_countries": _JOINED.join(dict.fromkeys(actor.country for actor in entry.by if actor.country)),
        "to": _names(entry.to),
        "with": _names(entry.with_),
        "voice": _names(entry.voice),
        "when": when.text if when else None,
        "edtf": when.edtf if when else None,
        "earliest": earliest,
        "latest": latest,
        "where": entry.where.text if entry.where else None,
        "areas": _JOINED.join(entry.areas),
        "condition": entry.condition.text if entry.condition else None,
        "marking": item.place.marking,
        "standing": item.standing,
        **{name: getattr(life, name, None) for name in _OF_LIVES},
        **crosswalk(life),
    }
    return {name: told[name] if name in told else getattr(entry, name) for name in _ENTRY_NAMES}


_OF_LIVES: Final = ("due", "due_basis", "lifecycle", "outcome", "evidence", "slip_days")
_ENTRY_NAMES: Final = tuple(column.name for column in ENTRIES.columns)


def _names(actors: tuple[Actor, ...] | tuple[Source, ...]) -> str:
    return _JOINED.join(actor.name for actor in actors)


def party_records(item: Item) -> Iterator[Record]:
    shape = entry_as_json(item.entry)
    for role in ("by", "to", "with", "voice"):
        for position, actor in enumerate(shape[role]):
            start, end = actor["span"]
            told = {name: actor[name] for name in ("name", "country", "sector", "office", "text")}
            yield {
                "entry": item.entry.id, "role": role, "position": position, **told, "span_start": start, "span_end": end
            }  # fmt: skip


def bearing_records(item: Item) -> Iterator[Record]:
    for one in item.evidence:
        state = "accepted" if one.is_accepted else "proposed"
        yield {"of": item.entry.id, "place": one.place.entry.id, "bears": one.bears, "state": state}
