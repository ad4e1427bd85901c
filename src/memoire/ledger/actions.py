"""The only writer of the ledger. Each action is one transaction, and leaves what it did in history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from memoire.errors import LedgerError
from memoire.ledger import chain
from memoire.ledger.checking import check_entry
from memoire.ledger.correcting import corrected_body
from memoire.ledger.matching import match_entries
from memoire.ledger.projection import project
from memoire.ledger.standing import Standing, document_columns, document_standing
from memoire.ledger.tables import MARKINGS, DocumentRow, EntryRow, HistoryRow, ReadingRow
from memoire.records.document import Document
from memoire.records.entry import Entry
from memoire.records.reading import Reading
from memoire.records.shapes import entry_as_json, entry_from_json, reading_as_json

UNDOABLE: Final = ("confirmed", "corrected", "rejected", "marked", "undone")


@dataclass(frozen=True, slots=True)
class AddedDocument:
    """A document as the ledger has it; `is_new` is false where it was there before."""

    id: str
    is_new: bool


@transaction.atomic
def add_document(document: Document, *, marking: str = "clear", who: str) -> AddedDocument:
    """Keep the document; twice is once, by the fingerprint of its original bytes."""
    _check_marking(marking)
    _check_fingerprints(document)
    if there := DocumentRow.objects.filter(sha256=document.sha256).first():
        return AddedDocument(there.id, is_new=False)
    row = DocumentRow(id=document.sha256[:16], marking=marking, added_at=timezone.now(), **document_columns(document))
    row.save(force_insert=True)
    chain.append(who, "added", document=row.id, after=document_standing(row))
    return AddedDocument(row.id, is_new=True)


@transaction.atomic
def add_reading(reading: Reading, *, marking: str = "clear", who: str) -> AddedDocument:
    """Keep the document together with what was read in it: both or neither."""
    added = add_document(reading.document, marking=marking, who=who)
    propose(added.id, reading, who=who)
    return added


@transaction.atomic
def propose(document_id: str, reading: Reading, *, who: str) -> int:
    """Keep the reading and propose its entries; returns the reading's number. The same reader twice is once.

    What people have reviewed stays as they left it; the rest follows the newest reading (docs/adr/0005).
    """
    document = _document(document_id)
    if there := _reading_there(document_id, reading):
        return there.pk
    for entry in reading.entries:
        check_entry(entry, document.text)
    row = _keep_reading(document_id, reading, who)
    _propose_entries(document, row.pk, reading.entries, who)
    return row.pk


def _reading_there(document_id: str, reading: Reading) -> ReadingRow | None:
    by = reading.reader
    return ReadingRow.objects.filter(
        document_id=document_id, reader=by.name, version=by.version, encoder=by.encoder
    ).first()


def _keep_reading(document_id: str, reading: Reading, who: str) -> ReadingRow:
    by = reading.reader
    body = {name: value for name, value in reading_as_json(reading, whole=True).items() if name != "document"}
    row = ReadingRow.objects.create(
        document_id=document_id,
        reader=by.name,
        version=by.version,
        encoder=by.encoder,
        body=body,
        read_at=timezone.now(),
    )
    after = {"reading": row.pk, "body_sha256": chain.sha256(chain.canonical(body))}
    chain.append(who, "read", document=document_id, after=after)
    return row


def _propose_entries(document: DocumentRow, reading_id: int, entries: Sequence[Entry], who: str) -> None:
    rows = {row.id: row for row in document.entries.all()}
    known = {id_: _place(row) for id_, row in rows.items()}
    found = dict(zip(match_entries(document.id, entries, known), entries, strict=True))
    for id_, entry in found.items():
        body = entry_as_json(entry) | {"id": id_}
        new = Standing(document.id, reading_id, "proposed", corrected=False, marking=document.marking, body=body)
        _propose_entry(id_, rows.get(id_), new, who)
    for id_ in rows.keys() - found.keys():
        if rows[id_].state == "proposed":
            _change(id_, Standing.of(rows[id_]), "withdrawn", who, state="withdrawn")


def _place(row: EntryRow) -> tuple[str, Any]:
    entry = entry_from_json(row.body)
    return entry.kind, entry.predicate.span


def _propose_entry(id_: str, row: EntryRow | None, new: Standing, who: str) -> None:
    if row is None:
        project(id_, new)
        chain.append(who, "proposed", document=new.document, entry=id_, after=new.as_json())
    elif row.state == "withdrawn" or (row.state == "proposed" and row.body != new.body):
        _change(id_, Standing.of(row), "proposed", who, state="proposed", reading=new.reading, body=new.body)


@transaction.atomic
def confirm(entry_id: str, *, who: str, reason: str = "") -> HistoryRow:
    """Make a proposal record."""
    standing = _standing(entry_id, "confirm", ("proposed", "withdrawn"))
    return _change(entry_id, standing, "confirmed", who, reason, state="confirmed")


@transaction.atomic
def correct(entry_id: str, changes: Mapping[str, Any], *, who: str, reason: str = "") -> HistoryRow:
    """Change fields of an entry, given in its JSON shape, and make it record; the reading keeps what was proposed."""
    standing = _standing(entry_id, "correct", ("proposed", "withdrawn", "confirmed"))
    body = corrected_body(standing.body, changes, _document(standing.document).text)
    if body == standing.body:
        raise LedgerError(f"{entry_id} is already so; to accept it as it stands, confirm it")
    return _change(entry_id, standing, "corrected", who, reason, state="confirmed", corrected=True, body=body)


@transaction.atomic
def reject(entry_id: str, *, who: str, reason: str) -> HistoryRow:
    """Say that the document does not say this; the entry stays, rejected."""
    standing = _standing(entry_id, "reject", ("proposed", "withdrawn", "confirmed"))
    return _change(entry_id, standing, "rejected", who, reason, state="rejected")


@transaction.atomic
def mark_document(document_id: str, marking: str, *, who: str, reason: str = "") -> HistoryRow:
    """Mark a document, and raise those of its entries that were marked less strictly."""
    _check_marking(marking)
    document = _document(document_id)
    if document.marking == marking:
        raise LedgerError(f"{document_id} is marked {marking} already")
    return _mark_document(document, marking, "marked", who, reason)


@transaction.atomic
def mark_entry(entry_id: str, marking: str, *, who: str, reason: str = "") -> HistoryRow:
    """Mark an entry; never less strictly than its document."""
    _check_marking(marking)
    standing = _standing(entry_id, "mark", None)
    if standing.marking == marking:
        raise LedgerError(f"{entry_id} is marked {marking} already")
    of_document = _document(standing.document).marking
    if _is_laxer(marking, of_document):
        raise LedgerError(f"{marking!r} is less strict than the document's {of_document!r}; mark the document first")
    return _change(entry_id, standing, "marked", who, reason, marking=marking)


@transaction.atomic
def undo(history_id: int, *, who: str, reason: str = "") -> HistoryRow:
    """Restore what stood before one deed of a person. Itself a deed, and so undone in the same way.

    Raises:
        LedgerError: no such row; not a person's deed; undone already; or something later rests on it.
    """
    row = HistoryRow.objects.filter(pk=history_id).first()
    if row is None:
        raise LedgerError(f"history has no row {history_id}; `memoire show` lists the rows of an entry")
    _check_undoable(row)
    if not row.entry:
        document = _document(row.document)
        return _mark_document(document, (row.before or {})["marking"], "undone", who, reason, undoes=row)
    now = _standing(row.entry, "undo", None)
    before = Standing.from_json(row.before or {})
    if _is_laxer(before.marking, _document(row.document).marking):
        raise LedgerError(f"the document of {row.entry} has been marked more strictly since; undo that first")
    return _change(row.entry, now, "undone", who, reason, undoes=row, **before.as_json())


def _check_undoable(row: HistoryRow) -> None:
    if row.what not in UNDOABLE or row.before is None:
        raise LedgerError(f"what was {row.what} is not undone; reject the entry instead")
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


def _change(
    entry_id: str,
    before: Standing,
    what: str,
    who: str,
    reason: str = "",
    *,
    undoes: HistoryRow | None = None,
    **changes: Any,
) -> HistoryRow:
    after = before.with_(**changes)
    as_it_was = EntryRow.objects.filter(
        id=entry_id, state=before.state, corrected=before.corrected, marking=before.marking
    )
    if not as_it_was.update(state=after.state):
        raise LedgerError(f"{entry_id} was changed by somebody else meanwhile; look again")
    project(entry_id, after)
    return chain.append(
        who,
        what,
        document=before.document,
        entry=entry_id,
        before=before.as_json(),
        after=after.as_json(),
        reason=reason,
        undoes=undoes,
    )


def _mark_document(
    document: DocumentRow, marking: str, what: str, who: str, reason: str, *, undoes: HistoryRow | None = None
) -> HistoryRow:
    before = document_standing(document)
    DocumentRow.objects.filter(pk=document.pk, marking=document.marking).update(marking=marking)
    row = chain.append(
        who,
        what,
        document=document.id,
        before=before,
        after=before | {"marking": marking},
        reason=reason,
        undoes=undoes,
    )
    for entry in document.entries.all():
        if _is_laxer(entry.marking, marking):
            _change(entry.id, Standing.of(entry), "marked", who, "as its document", marking=marking)
    return row


def _check_fingerprints(document: Document) -> None:
    if (
        chain.sha256(document.original) != document.sha256
        or chain.sha256(document.text.encode()) != document.text_sha256
    ):
        raise LedgerError(f"document {document.id} does not have the fingerprints it claims; take it in anew")


def _check_marking(marking: str) -> None:
    if marking not in MARKINGS:
        raise LedgerError(f"{marking!r} is no marking; choose one of {', '.join(MARKINGS)}")


def _is_laxer(marking: str, than: str) -> bool:
    return MARKINGS.index(marking) < MARKINGS.index(than)


def _document(document_id: str) -> DocumentRow:
    row = DocumentRow.objects.filter(pk=document_id).first()
    if row is None:
        raise LedgerError(f"the ledger has no document {document_id!r}")
    return row


def _standing(entry_id: str, deed: str, states: tuple[str, ...] | None) -> Standing:
    """How the entry stands, locked until the transaction ends, if it is in one of `states`."""
    row = EntryRow.objects.select_for_update().filter(pk=entry_id).first()
    if row is None:
        raise LedgerError(f"the ledger has no entry {entry_id!r}; `memoire list commitments` shows what there is")
    if states and row.state not in states:
        raise LedgerError(f"cannot {deed} {entry_id}: it is {row.state}")
    return Standing.of(row)
