"""How an entry or document stands: the whole of what history keeps of it, and the columns that follow from that."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final, NamedTuple

from memoire.ledger.checking import actors_of
from memoire.ledger.tables import DocumentRow, EntryRow
from memoire.records.document import Document
from memoire.records.edtf import bounds
from memoire.records.entry import Entry
from memoire.records.shapes import entry_from_json


@dataclass(frozen=True, slots=True)
class Standing:
    """State, marking and fields of one entry at one moment; `body` has the shape of records.shapes.entry_as_json.

    What became of it stands behind: the parts that are empty are left out of JSON, as in rows older than they are.
    """

    document: str
    reading: int
    state: str
    corrected: bool
    marking: str
    body: dict[str, Any]
    due: dict[str, Any] | None = None  # edtf and basis, where it is not the entry's own time that counts
    test: dict[str, Any] | None = None  # kept_if, partly_if, not_kept_if, by
    verdicts: list[dict[str, Any]] | None = None  # shapes of ledger/verdicts.py
    mention_of: str | None = None  # the entry that this one tells once more
    review: str | None = None  # why a person should look again

    def entry(self) -> Entry:
        return entry_from_json(self.body)

    def with_(self, **changes: Any) -> "Standing":
        return replace(self, **changes)

    def as_json(self) -> dict[str, Any]:
        return {name: value for name, value in self.values().items() if value is not None}

    def values(self) -> dict[str, Any]:
        """Every part by its name, the empty ones too."""
        return {f.name: getattr(self, f.name) for f in fields(self)}

    @classmethod
    def from_json(cls, shape: Mapping[str, Any]) -> "Standing":
        return cls(**shape)

    @classmethod
    def of(cls, row: EntryRow) -> "Standing":
        return cls(
            row.document_id, row.reading_id, row.state, row.corrected, row.marking, row.body,
            row.due, row.test, row.verdicts, row.mention_of_id, row.review,
        )  # fmt: skip


def columns_of(standing: Standing) -> dict[str, Any]:
    """The columns of `EntryRow` but for its id; of a commitment the due days follow later, from its life."""
    entry = standing.entry()
    edtf = entry.when and entry.when.edtf
    earliest, latest = bounds(edtf) if edtf else (None, None)
    return {
        "document_id": standing.document, "reading_id": standing.reading, "state": standing.state,
        "corrected": standing.corrected, "marking": standing.marking, "body": standing.body,
        "kind": entry.kind, "span_start": entry.span.start, "span_end": entry.span.end, "quote": entry.quote,
        "action": entry.action, "edtf": edtf, "earliest": earliest, "latest": latest, "firmness": entry.firmness,
        "checkable": entry.checkable, "polarity": entry.polarity, "plover": entry.plover, "score": entry.score,
        "due": standing.due, "test": standing.test, "verdicts": standing.verdicts,
        "mention_of_id": standing.mention_of, "review": standing.review,
    }  # fmt: skip


class ActorKey(NamedTuple):
    """What makes two actors one; empty where nothing is known."""

    name: str
    country: str
    sector: str
    office: str


class Party(NamedTuple):
    """An actor's part in an entry, and its words and place there."""

    actor: ActorKey
    role: str
    position: int  # in its role
    text: str
    start: int
    end: int


def parties_of(entry: Entry) -> Iterator[Party]:
    """The parties in the order of the roles, and of the entry within each."""
    positions: dict[str, int] = {}
    for role, actor in actors_of(entry):
        position = positions[role] = positions.get(role, -1) + 1
        key = ActorKey(actor.name, actor.country or "", actor.sector or "", actor.office or "")
        yield Party(key, role, position, actor.text, actor.span.start, actor.span.end)


def countries_of(entry: Entry) -> set[str]:
    """The countries with a part in the entry; who merely speaks of it has none."""
    return {actor.country for role, actor in actors_of(entry) if role != "voice" and actor.country}


def names_of(entry: Entry) -> str:
    """The names under which a search finds the entry."""
    return " · ".join(
        dict.fromkeys(word for _, a in actors_of(entry) for word in (a.name, a.office, a.country) if word)
    )


# What is known of a document; its text and original bytes are held by their fingerprints.
DOCUMENT_COLUMNS: Final = (
    "sha256", "text_sha256", "given_id", "title", "published", "published_basis", "source", "publisher", "kind",
    "language", "media_type", "dateline", "marking", "reliability",
)  # fmt: skip
# Told only where there is something to tell, as in rows older than these columns.
DOCUMENT_COLUMNS_IF_ANY: Final = ("withdrawn", "handout")

# Given by the ledger, not by the document.
_OF_THE_LEDGER: Final = {"given_id", "marking", "reliability"}


def document_columns(document: Document) -> dict[str, Any]:
    """The columns of `DocumentRow` that the document itself gives, but for id and marking."""
    columns = {name: getattr(document, name) for name in DOCUMENT_COLUMNS if name not in _OF_THE_LEDGER}
    return columns | {
        "given_id": document.id if document.id != document.sha256[:16] else None,
        "text": document.text,
        "original": document.original,
        "character_map": [list(run) for run in document.character_map],
    }


def document_standing(row: DocumentRow) -> dict[str, Any]:
    """What history keeps of a document."""
    values = {name: getattr(row, name) for name in DOCUMENT_COLUMNS}
    values |= {name: value for name in DOCUMENT_COLUMNS_IF_ANY if (value := getattr(row, name)) is not None}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
