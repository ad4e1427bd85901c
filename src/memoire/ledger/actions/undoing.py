"""Taking back what a person did, together with what it brought about."""

from collections.abc import Sequence
from typing import Final

from django.db import transaction
from django.db.models import Q

from memoire.errors import LedgerError
from memoire.ledger.actions.changing import change, change_link, document_of, link_standing_of, standing_of
from memoire.ledger.actions.marking import is_laxer, lay_marking
from memoire.ledger.actions.withdrawing import change_document
from memoire.ledger.chain import Deed
from memoire.ledger.life_tables import LinkRow, QuoteRow
from memoire.ledger.links import LinkStanding
from memoire.ledger.standing import DOCUMENT_COLUMNS_IF_ANY, Standing, document_standing
from memoire.ledger.tables import EntryRow, HistoryRow

# What people do. A deed that another brought about is undone with that one.
UNDOABLE: Final = (
    "confirmed", "corrected", "rejected", "marked", "undone", "accepted", "declined", "tested", "dated", "closed",
    "lapsed", "retracted", "recalled", "grouped", "upheld",
)  # fmt: skip


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
    if row.brought_by_id:
        raise LedgerError(f"row {row.pk} was brought about by row {row.brought_by_id}; undo that one")
    _check_nothing_rests_on(row)
    done = _restore(row, Deed("undone", who, reason, undoes=row))
    _undo_brought(row, done)
    return done


def _restore(row: HistoryRow, deed: Deed) -> HistoryRow:
    """Put `row.before` back, whatever it is about."""
    before = row.before or {}
    if row.link:
        return change_link(
            row.link, link_standing_of(row.link, "undo"), deed, **LinkStanding.from_json(before).values()
        )
    if row.entry:
        return _restore_entry(row.entry, Standing.from_json(before), deed)
    document = document_of(row.document)
    if document.marking != before["marking"]:
        return lay_marking(document, before["marking"], deed)
    return change_document(document, deed, **{name: before.get(name) for name in DOCUMENT_COLUMNS_IF_ANY})


def _restore_entry(entry_id: str, before: Standing, deed: Deed) -> HistoryRow:
    if is_laxer(before.marking, document_of(before.document).marking):
        raise LedgerError(f"the document of {entry_id} has been marked more strictly since; undo that first")
    return change(entry_id, standing_of(entry_id, "undo"), deed, **before.values())


def _undo_brought(row: HistoryRow, done: HistoryRow) -> None:
    """Undo the consequences of `row`, the last first, as far as each still stands as it was left."""
    for brought in HistoryRow.objects.filter(brought_by=row).order_by("-pk"):
        if _stands_now(brought) != brought.after or _is_leant_on(brought):
            continue
        again = _restore(brought, Deed("undone", done.who, done.reason, undoes=brought, brought_by=done))
        _undo_brought(brought, again)


def _stands_now(row: HistoryRow) -> object:
    if row.link:
        return LinkStanding.of_row(LinkRow.objects.get(pk=row.link)).as_json()
    if row.entry:
        return Standing.of(EntryRow.objects.get(pk=row.entry)).as_json()
    return document_standing(document_of(row.document))


def _is_leant_on(row: HistoryRow) -> bool:
    """Whether a confirmation, though brought about, has since been built upon by something else."""
    if row.link or row.what != "confirmed":
        return False
    accepted = LinkRow.objects.filter(Q(of=row.entry) | Q(place=row.entry), state="confirmed")
    return accepted.exists() or QuoteRow.objects.filter(entry=row.entry, verdict__retracted_on=None).exists()


def _check_nothing_rests_on(row: HistoryRow) -> None:
    if undone := HistoryRow.objects.filter(undoes=row).first():
        raise LedgerError(f"{row.pk} was undone already, by row {undone.pk}; undo that one to have it back")
    later = HistoryRow.objects.filter(document=row.document, entry=row.entry, link=row.link, pk__gt=row.pk)
    if resting := _still_standing(row, list(later.exclude(what__in=("read", "followed")))):
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
