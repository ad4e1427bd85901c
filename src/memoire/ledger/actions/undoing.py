"""Taking back what a person did."""

from collections.abc import Sequence
from typing import Final

from django.db import transaction

from memoire.errors import LedgerError
from memoire.ledger.actions.changing import change, document_of, standing_of
from memoire.ledger.actions.marking import is_laxer, lay_marking
from memoire.ledger.chain import Deed
from memoire.ledger.standing import Standing
from memoire.ledger.tables import HistoryRow

UNDOABLE: Final = ("confirmed", "corrected", "rejected", "marked", "undone")


@transaction.atomic
def undo(history_id: int, *, who: str, reason: str = "") -> HistoryRow:
    """Restore what stood before one deed of a person. Itself a deed, and so undone in the same way.

    Raises:
        LedgerError: no such row; not a person's deed; undone already; or something later rests on it.
    """
    row = HistoryRow.objects.filter(pk=history_id).first()
    if row is None:
        raise LedgerError(f"history has no row {history_id}; `memoire show` lists the rows of an entry")
    if row.what not in UNDOABLE or row.before is None:
        raise LedgerError(f"what was {row.what} is not undone; reject the entry instead")
    _check_nothing_rests_on(row)
    deed = Deed("undone", who, reason, undoes=row)
    if not row.entry:
        return lay_marking(document_of(row.document), row.before["marking"], deed)
    return _restore(row.entry, Standing.from_json(row.before), deed)


def _restore(entry_id: str, before: Standing, deed: Deed) -> HistoryRow:
    if is_laxer(before.marking, document_of(before.document).marking):
        raise LedgerError(f"the document of {entry_id} has been marked more strictly since; undo that first")
    return change(entry_id, standing_of(entry_id, "undo"), deed, **before.as_json())


def _check_nothing_rests_on(row: HistoryRow) -> None:
    if undone := HistoryRow.objects.filter(undoes=row).first():
        raise LedgerError(f"{row.pk} was undone already, by row {undone.pk}; undo that one to have it back")
    later = HistoryRow.objects.filter(document=row.document, entry=row.entry, pk__gt=row.pk).exclude(what="read")
    if resting := _still_standing(row, list(later)):
        raise LedgerError(f"row {resting.pk} ({resting.what}) came after {row.pk} and rests on it; undo that first")


def _still_standing(row: HistoryRow, later: Sequence[HistoryRow]) -> HistoryRow | None:
    """The last of the later deeds that has not been undone; a deed and its undoing cancel out."""
    undone: set[int | None] = set()
    for deed in reversed(later):
        if deed.pk in undone:
            continue
        if deed.undoes_id is None or deed.undoes_id <= row.pk:
            return deed
        undone.add(deed.undoes_id)
    return None
