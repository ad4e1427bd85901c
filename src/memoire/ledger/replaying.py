"""History told again: how each document, entry and link must stand now."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from memoire.ledger.links import LinkStanding
from memoire.ledger.standing import Standing
from memoire.ledger.tables import HistoryRow

Told = dict[str, Any]
Thing = tuple[str, str]  # a link's id, and that of an entry; both empty for a document
DOCUMENT: Final[Thing] = ("", "")


def replay(rows: Iterable[HistoryRow]) -> dict[str, Standing]:
    """Every entry as it stands after `rows`, given in their order."""
    return {entry: Standing.from_json(told) for (link, entry), told in last_told(rows).items() if entry and not link}


def replay_links(rows: Iterable[HistoryRow]) -> dict[str, LinkStanding]:
    """Every link as it stands after `rows`, given in their order."""
    return {link: LinkStanding.from_json(told) for (link, _), told in last_told(rows).items() if link}


def breaks(rows: Iterable[HistoryRow]) -> Iterator[HistoryRow]:
    """The rows of one document that do not begin where the row before, on the same thing, ended."""
    last: dict[Thing, Told] = {}
    for row in _telling(rows):
        if row.before != last.get((row.link, row.entry)):
            yield row
        last[row.link, row.entry] = row.after or {}


def last_told(rows: Iterable[HistoryRow]) -> dict[Thing, Told]:
    """The last `after` of each entry and link, and of the document itself, of rows that are about one document."""
    return {(row.link, row.entry): row.after or {} for row in _telling(rows)}


def _telling(rows: Iterable[HistoryRow]) -> Iterator[HistoryRow]:
    """Reading and following change nothing by themselves; what they proposed is told in rows of its own."""
    return (row for row in rows if row.what not in ("read", "followed"))
