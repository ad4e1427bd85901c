"""Entries as CSV that a spreadsheet opens without running anything."""

import csv
import sys
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from memoire.briefing.exports.cells import safe_cell
from memoire.ledger.shapes import become_as_json
from memoire.ledger.tables import EntryRow


def print_csv(rows: Iterable[EntryRow], as_of: date) -> None:
    """One line an entry, with a head; lists are joined by semicolons."""
    sheet = csv.writer(sys.stdout, lineterminator="\n")
    sheet.writerow(COLUMNS)
    for row in rows:
        sheet.writerow([safe_cell(value) for value in _cells(row, as_of).values()])


COLUMNS: Final = (
    "id", "kind", "state", "by", "by_countries", "to", "with", "voice", "action", "quote", "when", "edtf",
    "earliest", "latest", "lifecycle", "outcome", "evidence", "standing", "due", "slip_days",
    "firmness", "checkable", "polarity", "plover", "areas", "score",
    "document", "span_start", "span_end", "published", "publisher", "title", "source", "marking",
)  # fmt: skip


def _cells(row: EntryRow, as_of: date) -> dict[str, Any]:
    body, document = row.body, row.document
    told = {
        **{role: "; ".join(party["name"] for party in body[role]) for role in ("by", "to", "with", "voice")},
        "by_countries": "; ".join(dict.fromkeys(party["country"] for party in body["by"] if party["country"])),
        "when": body["when"] and body["when"]["text"],
        **become_as_json(row, as_of),
        "areas": "; ".join(body["areas"]),
        "document": document.id,
        **{name: getattr(document, name) for name in ("published", "publisher", "title", "source")},
    }
    return {name: told[name] if name in told else getattr(row, name) for name in COLUMNS}
