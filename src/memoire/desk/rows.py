"""Entries as rows of a table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from memoire.desk.cards import distance_of, due_words, parties_words, voice_chain
from memoire.desk.kinds import LETTERS
from memoire.ledger.tables import EntryRow
from memoire.records.shapes import entry_from_json


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table of entries."""

    id: str
    kind: str
    letter: str
    parties: str
    action: str
    language: str
    when: str
    distance: str
    is_late: bool
    firmness: str
    areas: tuple[str, ...]
    chain: list[str]
    published: date | None
    document: str
    state: str
    corrected: bool
    owner: str


def rows_of(entries: Iterable[EntryRow], today: date, owners: Mapping[str, str] | None = None) -> list[Row]:
    """In the order given. `owners` has the word for each owner that `with_owner` found; without it none is shown."""
    return [row_of(entry, today, owners or {}) for entry in entries]


def row_of(row: EntryRow, today: date, owners: Mapping[str, str]) -> Row:
    entry = entry_from_json(row.body)
    distance = distance_of(row, today)
    return Row(
        id=row.id,
        kind=entry.kind,
        letter=LETTERS[entry.kind],
        parties=parties_words(entry),
        action=entry.action,
        language=row.document.language,
        when=due_words(row, entry, today),
        distance=distance,
        is_late=distance.endswith("overdue"),
        firmness=entry.firmness or "",
        areas=entry.areas,
        chain=voice_chain(row.document.publisher, entry),
        published=row.document.published,
        document=row.document_id,
        state=row.state,
        corrected=row.corrected,
        owner=owners.get(getattr(row, "owner", ""), ""),
    )
