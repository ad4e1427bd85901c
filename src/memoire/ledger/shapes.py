"""Rows → the JSON shape of an entry (records/shapes.py) with what only the ledger knows."""

from datetime import date
from typing import Any

from memoire.ledger.lifecycle import lifecycle
from memoire.ledger.tables import EntryRow, HistoryRow


def entry_row_as_json(row: EntryRow, as_of: date) -> dict[str, Any]:
    """The entry, its document, its state; for a commitment where it stands on `as_of`. No outcome is recorded yet."""
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
        "lifecycle": lifecycle(row.earliest, row.latest, as_of) if row.kind == "commitment" else None,
        "outcome": None,
        "evidence": None,
    }


def history_row_as_json(row: HistoryRow) -> dict[str, Any]:
    """What happened, without the whole of what stood before and after."""
    return {
        "id": row.pk,
        "at": row.at.isoformat(),
        "who": row.who,
        "what": row.what,
        "reason": row.reason,
        "undoes": row.undoes_id,
        "hash": row.hash,
    }
