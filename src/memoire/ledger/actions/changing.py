"""The one way in which an entry is changed, within the transaction of the action that asks for it."""

from typing import Any

from memoire.errors import LedgerError
from memoire.ledger import chain
from memoire.ledger.chain import Deed
from memoire.ledger.projection import lay_again
from memoire.ledger.standing import Standing
from memoire.ledger.tables import DocumentRow, EntryRow, HistoryRow


def change(entry_id: str, before: Standing, deed: Deed, **changes: Any) -> HistoryRow:
    """Let the entry stand as `before` with `changes`, if it still stands as `before`."""
    after = before.with_(**changes)
    as_it_was = EntryRow.objects.filter(
        id=entry_id, state=before.state, corrected=before.corrected, marking=before.marking
    )
    if not as_it_was.update(state=after.state):
        raise LedgerError(f"{entry_id} was changed by somebody else meanwhile; look again")
    lay_again(entry_id, after)
    return chain.append(deed, document=before.document, entry=entry_id, before=before.as_json(), after=after.as_json())


def standing_of(entry_id: str, deed: str, *, among: tuple[str, ...] = ()) -> Standing:
    """How the entry stands, locked until the transaction ends.

    Raises:
        LedgerError: there is no such entry, or its state is not `among` those from which the deed can be done.
    """
    row = EntryRow.objects.select_for_update().filter(pk=entry_id).first()
    if row is None:
        raise LedgerError(f"the ledger has no entry {entry_id!r}; `memoire list commitment` shows what there is")
    if among and row.state not in among:
        raise LedgerError(
            f"cannot {deed} {entry_id}: it is {row.state} already; `memoire show {entry_id}` says by whom"
        )
    return Standing.of(row)


def document_of(document_id: str) -> DocumentRow:
    """The document, locked until the transaction ends."""
    row = DocumentRow.objects.select_for_update().filter(pk=document_id).first()
    if row is None:
        raise LedgerError(f"the ledger has no document {document_id!r}")
    return row
