"""Entries as a table to look at."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from rich import box
from rich.table import Table
from rich.text import Text

from memoire.cli.becoming import stands
from memoire.cli.cards import LETTERS, actors
from memoire.cli.printing import console, counted, plain
from memoire.ledger.tables import EntryRow
from memoire.records.shapes import entry_from_json

SHOWN_OF_ID: Final = 8


def print_table(rows: Sequence[EntryRow], as_of: date, *, order: str) -> None:
    """A line an entry, then how many there are and what they are sorted by."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("id", "", "by", "to / with", "what", "when", "stands", "state", "published"):
        table.add_column(name, overflow="fold", no_wrap=name in ("id", "", "when", "state", "published"))
    for row in rows:
        table.add_row(*(Text(cell) for cell in _cells(row, as_of)))
    out = console()
    if rows:
        out.print(table)
    out.print(Text(f"{counted(len(rows))}, sorted by {order}", style="dim"))


def _cells(row: EntryRow, as_of: date) -> tuple[str, ...]:
    entry = entry_from_json(row.body)
    return (
        row.id[:SHOWN_OF_ID],
        LETTERS[row.kind],
        actors(entry.by),
        actors((*entry.to, *entry.with_)),
        plain(row.action),
        row.edtf or "",
        stands(row, as_of),
        row.state,
        row.document.published.isoformat() if row.document.published else "",
    )
