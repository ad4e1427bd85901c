"""Which deed of a person on an entry still stands, and so is what Undo takes back."""

from collections.abc import Iterable, Mapping

from memoire.ledger.actions import UNDOABLE
from memoire.ledger.tables import HistoryRow


def standing_deeds(document_id: str) -> dict[str, int]:
    """For each entry of the document that a person has touched: the row of history to undo next."""
    by_entry: dict[str, list[HistoryRow]] = {}
    rows = HistoryRow.objects.filter(document=document_id, what__in=UNDOABLE, link="", brought_by=None).exclude(
        entry=""
    )
    for row in rows.only("id", "entry", "undoes_id").order_by("id"):
        by_entry.setdefault(row.entry, []).append(row)
    found = {entry: standing_deed(rows) for entry, rows in by_entry.items()}
    return {entry: row for entry, row in found.items() if row is not None}


def standing_deed(rows: Iterable[HistoryRow]) -> int | None:
    """The newest deed that was not taken back; an undoing that was itself undone brings its deed back."""
    undoes = {row.pk: row.undoes_id for row in rows}
    gone: set[int] = set()
    for pk in sorted(undoes, reverse=True):
        if pk in gone:
            continue
        line = _line(pk, undoes)
        if len(line) % 2:
            return pk
        gone.update(line)
    return None


def _line(pk: int, undoes: Mapping[int, int | None]) -> list[int]:
    """The deed, what it undoes, what that undid, and so on: of odd length where the first deed of all stands."""
    line = [pk]
    while (before := undoes.get(line[-1])) is not None:
        line.append(before)
    return line
