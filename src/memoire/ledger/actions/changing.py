"""The one way in which an entry or link is changed, within the transaction of the action that asks for it."""

from typing import Any

from memoire.errors import LedgerError
from memoire.ledger import chain
from memoire.ledger.chain import Deed
from memoire.ledger.life_tables import LinkRow
from memoire.ledger.links import LinkStanding
from memoire.ledger.lives import lay_lives
from memoire.ledger.projection import lay_again
from memoire.ledger.standing import Standing
from memoire.ledger.tables import DocumentRow, EntryRow, HistoryRow


def change(entry_id: str, before: Standing, deed: Deed, **changes: Any) -> HistoryRow:
    """Let the entry stand as `before` with `changes`, if it still stands as `before`; then what rests on it."""
    after = before.with_(**changes)
    as_it_was = EntryRow.objects.filter(
        id=entry_id, state=before.state, corrected=before.corrected, marking=before.marking
    )
    if not as_it_was.update(state=after.state):
        raise LedgerError(f"{entry_id} was changed by somebody else meanwhile; look again")
    lay_again(entry_id, after)
    row = chain.append(deed, document=before.document, entry=entry_id, before=before.as_json(), after=after.as_json())
    from memoire.ledger.actions import consequences  # noqa: PLC0415 - the two call each other

    consequences.of_entry(entry_id, before, after, row)
    _lay_lives_around(entry_id, before, after)
    return row


def change_link(link_id: str, before: LinkStanding, deed: Deed, **changes: Any) -> HistoryRow:
    """Let the link stand as `before` with `changes`, if it still stands as `before`; then what rests on it."""
    after = before.with_(**changes)
    as_it_was = LinkRow.objects.filter(id=link_id, state=before.state, bears=before.bears, review=before.review)
    if not as_it_was.update(**after.columns()):
        raise LedgerError(f"{link_id} was changed by somebody else meanwhile; look again")
    row = append_link(link_id, deed, before, after)
    from memoire.ledger.actions import consequences  # noqa: PLC0415 - the two call each other

    consequences.of_link(before, after, row)
    if "confirmed" in (before.state, after.state):
        lay_lives(first_told_of(after.of))
    return row


def append_link(link_id: str, deed: Deed, before: LinkStanding | None, after: LinkStanding) -> HistoryRow:
    """The row of history of a link stands with the document and entry of which it is evidence."""
    document = EntryRow.objects.values_list("document_id", flat=True).get(pk=after.of)
    stood = before.as_json() if before else None
    return chain.append(deed, document=document, entry=after.of, link=link_id, before=stood, after=after.as_json())


def _lay_lives_around(entry_id: str, before: Standing, after: Standing) -> None:
    """The lives of the entry, of what it tells once more, and of what it is evidence of."""
    borne = LinkRow.objects.filter(place=entry_id, state="confirmed").order_by().values_list("of_id", flat=True)
    first = {before.mention_of, after.mention_of} - {None}
    lay_lives({entry_id, *first, *(root for of in borne for root in first_told_of(of))})  # type: ignore[arg-type]


def first_told_of(entry_id: str) -> list[str]:
    """The entry itself and, where it tells another once more, that one."""
    first = EntryRow.objects.values_list("mention_of_id", flat=True).get(pk=entry_id)
    return [entry_id, first] if first else [entry_id]


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


def link_standing_of(link_id: str, deed: str, *, among: tuple[str, ...] = ()) -> LinkStanding:
    """How the link stands, locked until the transaction ends.

    Raises:
        LedgerError: there is no such link, or its state is not `among` those from which the deed can be done.
    """
    row = LinkRow.objects.select_for_update().filter(pk=link_id).first()
    if row is None:
        raise LedgerError(f"the ledger has no link {link_id!r}; `memoire show` lists those of a commitment")
    if among and row.state not in among:
        raise LedgerError(f"cannot {deed} {link_id}: it is {row.state} already; `memoire show {row.of_id}` says more")
    return LinkStanding.of_row(row)


def document_of(document_id: str) -> DocumentRow:
    """The document, locked until the transaction ends."""
    row = DocumentRow.objects.select_for_update().filter(pk=document_id).first()
    if row is None:
        raise LedgerError(f"the ledger has no document {document_id!r}")
    return row
