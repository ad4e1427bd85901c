"""Rows → the JSON shape of an entry (records/shapes.py) with what only the ledger knows."""

from datetime import date
from typing import Any

from memoire.ledger.lifecycle import life_on, stage_of
from memoire.ledger.tables import EntryRow, HistoryRow


def entry_row_as_json(row: EntryRow, as_of: date) -> dict[str, Any]:
    """The entry, its document, its state; for a commitment or claim where it stands on `as_of`."""
    document = row.document
    body: dict[str, Any] = row.body
    return body | {
        "document": {
            "id": document.id,
            "given_id": document.given_id,
            "title": document.title,
            "published": document.published and document.published.isoformat(),
            "publisher": document.publisher,
            "source": document.source,
        },
        "state": row.state,
        "corrected": row.corrected,
        "marking": row.marking,
        "mention_of": row.mention_of_id,
        "review": row.review,
        "test": row.test,
        **become_as_json(row, as_of),
    }


def become_as_json(row: EntryRow, as_of: date) -> dict[str, Any]:
    """What became of an entry, as far as lists show it; null throughout for requests, stances, events and mentions."""
    life = life_on(row.lives.all(), as_of)
    is_commitment = life is not None and row.kind == "commitment"
    told = ("due", "due_basis", "outcome", "evidence", "slip_days", "standing")
    return {
        "lifecycle": stage_of(life, as_of) if life and is_commitment else None,
        **{name: getattr(life, name) if life else None for name in told},
    }


def history_row_as_json(row: HistoryRow) -> dict[str, Any]:
    """What happened, without the whole of what stood before and after."""
    return {
        "id": row.pk,
        "at": row.at.isoformat(),
        "who": row.who,
        "what": row.what,
        "reason": row.reason,
        "link": row.link or None,
        "undoes": row.undoes_id,
        "brought_by": row.brought_by_id,
        "hash": row.hash,
    }
