"""Entries as CSV that a spreadsheet opens without running anything."""

import csv
import sys
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from memoire.ledger.lifecycle import lifecycle
from memoire.ledger.tables import EntryRow

# What makes a spreadsheet take a cell for a formula (OWASP, CSV injection).
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def print_csv(rows: Iterable[EntryRow], as_of: date) -> None:
    """One line an entry, with a head; lists are joined by semicolons."""
    sheet = csv.writer(sys.stdout, lineterminator="\n")
    sheet.writerow(COLUMNS)
    for row in rows:
        sheet.writerow([safe_cell(value) for value in _cells(row, as_of).values()])


def safe_cell(value: Any) -> str:
    """The cell as text; what would be a formula is kept from being one by an apostrophe before it."""
    text = "" if value is None else str(value)
    is_formula = len(text) > 1 and text.startswith(_FORMULA_STARTS)  # a lone + or - is polarity
    return f"'{text}" if is_formula else text


COLUMNS: Final = (
    "id", "kind", "state", "by", "by_countries", "to", "with", "voice", "action", "quote", "when", "edtf",
    "earliest", "latest", "lifecycle", "firmness", "checkable", "polarity", "plover", "areas", "score",
    "document", "span_start", "span_end", "published", "publisher", "title", "source", "marking",
)  # fmt: skip


def _cells(row: EntryRow, as_of: date) -> dict[str, Any]:
    body, document = row.body, row.document
    told = {
        **{role: "; ".join(party["name"] for party in body[role]) for role in ("by", "to", "with", "voice")},
        "by_countries": "; ".join(dict.fromkeys(party["country"] for party in body["by"] if party["country"])),
        "when": body["when"] and body["when"]["text"],
        "lifecycle": lifecycle(row.earliest, row.latest, as_of) if row.kind == "commitment" else None,
        "areas": "; ".join(body["areas"]),
        "document": document.id,
        **{name: getattr(document, name) for name in ("published", "publisher", "title", "source")},
    }
    return {name: told[name] if name in told else getattr(row, name) for name in COLUMNS}
