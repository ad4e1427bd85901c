"""History told again: how each document and entry must stand now."""

from collections.abc import Iterable, Iterator
from typing import Any

from memoire.ledger.standing import Standing
from memoire.ledger.tables import HistoryRow

Told = dict[str, Any]


def replay(rows: Iterable[HistoryRow]) -> dict[str, Standing]:
    """Every entry as it stands after `rows`, given in their order."""
    return {entry: Standing.from_json(told) for entry, told in last_told(rows).items() if entry}


def breaks(rows: Iterable[HistoryRow]) -> Iterator[HistoryRow]:
    """The rows of one document that do not begin where the row before, on the same thing, ended."""
    last: dict[str, Told] = {}
    for row in _telling(rows):
        if row.before != last.get(row.entry):
            yield row
        last[row.entry] = row.after or {}


def last_told(rows: Iterable[HistoryRow]) -> dict[str, Told]:
    """The last `after` of each entry, and under "" of the document itself, of rows that are about one document."""
    return {row.entry: row.after or {} for row in _telling(rows)}


def _telling(rows: Iterable[HistoryRow]) -> Iterator[HistoryRow]:
    """A reading changes nothing by itself; what it proposed is told in rows of its own."""
    return (row for row in rows if row.what != "read")
