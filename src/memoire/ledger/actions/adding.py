"""Documents, and what readers find in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from memoire.errors import LedgerError
from memoire.ledger import chain
from memoire.ledger.actions.changing import change, document_of
from memoire.ledger.actions.marking import check_marking
from memoire.ledger.chain import Deed
from memoire.ledger.checking import check_entry
from memoire.ledger.drafting import draft_test
from memoire.ledger.matching import Place, match_entries
from memoire.ledger.projection import lay
from memoire.ledger.standing import Standing, document_columns, document_standing
from memoire.ledger.tables import DocumentRow, EntryRow, ReadingRow
from memoire.ledger.verdicts import MACHINE, test_as_json
from memoire.records.document import MARKINGS, Document
from memoire.records.entry import Entry
from memoire.records.reading import Reading
from memoire.records.shapes import entry_as_json, entry_from_json, reading_as_json


@dataclass(frozen=True, slots=True)
class AddedDocument:
    """A document as the ledger has it; `is_new` is false where it was there before."""

    id: str
    is_new: bool


@transaction.atomic
def add_document(document: Document, *, marking: str | None = None, who: str) -> AddedDocument:
    """Keep the document; twice is once, by the fingerprint of its original bytes.

    The stricter of `marking` and the marking that the document bears counts; with neither it is clear.
    """
    marking = _stricter(marking, document.marking)
    _check_fingerprints(document)
    if there := DocumentRow.objects.filter(sha256=document.sha256).first():
        return AddedDocument(there.id, is_new=False)
    row = DocumentRow(id=document.sha256[:16], marking=marking, added_at=timezone.now(), **document_columns(document))
    row.save(force_insert=True)
    chain.append(Deed("added", who), document=row.id, after=document_standing(row))
    return AddedDocument(row.id, is_new=True)


@transaction.atomic
def add_reading(reading: Reading, *, marking: str | None = None, who: str) -> AddedDocument:
    """Keep the document together with what was read in it: both or neither."""
    added = add_document(reading.document, marking=marking, who=who)
    propose(added.id, reading, who=who)
    return added


@transaction.atomic
def propose(document_id: str, reading: Reading, *, who: str) -> int:
    """Keep the reading and propose its entries; returns the reading's number. The same reader twice is once.

    What people have reviewed stays as they left it; the rest follows the newest reading (docs/adr/0005). Of a document
    that was withdrawn nothing is proposed.

    Raises:
        LedgerError: an entry's words are not in the document, or a value is not in the codebook. Nothing is kept.
    """
    document = document_of(document_id)
    if there := _reading_there(document, reading):
        return there.pk
    for entry in reading.entries:
        check_entry(entry, document.text)
    row = _keep_reading(document, reading, who)
    if document.withdrawn is None:
        _propose_entries(document, row, reading.entries, who)
    return row.pk


def _reading_there(document: DocumentRow, reading: Reading) -> ReadingRow | None:
    by = reading.reader
    return document.readings.filter(reader=by.name, version=by.version, encoder=by.encoder).first()


def _keep_reading(document: DocumentRow, reading: Reading, who: str) -> ReadingRow:
    by = reading.reader
    body = reading_as_json(reading, whole=True)
    del body["document"]
    row = ReadingRow.objects.create(
        document=document, reader=by.name, version=by.version, encoder=by.encoder, body=body, read_at=timezone.now()
    )
    told = {"reading": row.pk, "body_sha256": chain.sha256(chain.canonical(body))}
    chain.append(Deed("read", who), document=document.id, after=told)
    return row


def _propose_entries(document: DocumentRow, reading: ReadingRow, entries: Sequence[Entry], who: str) -> None:
    rows = {row.id: row for row in document.entries.all()}
    known = {id_: _place(row) for id_, row in rows.items()}
    ids = match_entries(entries, known, document_id=document.id, text_sha256=document.text_sha256)
    proposed = {id_: _proposal(id_, entry, document, reading) for id_, entry in zip(ids, entries, strict=True)}
    _propose_new({id_: new for id_, new in proposed.items() if id_ not in rows}, who)
    for id_, row in rows.items():
        _follow(row, proposed.get(id_), who)


def _proposal(id_: str, entry: Entry, document: DocumentRow, reading: ReadingRow) -> Standing:
    body = entry_as_json(entry) | {"id": id_}
    test = test_as_json(draft_test(entry), by=MACHINE) if entry.kind == "commitment" else None
    return Standing(
        document.id, reading.pk, "proposed", corrected=False, marking=document.marking, body=body, test=test
    )


def _propose_new(proposed: Mapping[str, Standing], who: str) -> None:
    lay(proposed)
    for id_, new in proposed.items():
        chain.append(Deed("proposed", who), document=new.document, entry=id_, after=new.as_json())


def _follow(row: EntryRow, new: Standing | None, who: str) -> None:
    """Let a proposal that nobody has reviewed be what the newest reading says of it."""
    if new is None and row.state == "proposed":
        change(row.id, Standing.of(row), Deed("withdrawn", who), state="withdrawn")
    elif new and (row.state == "withdrawn" or (row.state == "proposed" and row.body != new.body)):
        deed, is_ours = Deed("proposed", who), not row.test or row.test["by"] == MACHINE
        test = new.test if is_ours else row.test
        change(row.id, Standing.of(row), deed, state="proposed", reading=new.reading, body=new.body, test=test)


def _place(row: EntryRow) -> Place:
    entry = entry_from_json(row.body)
    return entry.kind, entry.predicate.span


def _stricter(*markings: str | None) -> str:
    given = [marking for marking in markings if marking]
    for marking in given:
        check_marking(marking)
    return max(given, key=MARKINGS.index, default=MARKINGS[0])


def _check_fingerprints(document: Document) -> None:
    found = chain.sha256(document.original), chain.sha256(document.text.encode())
    if found != (document.sha256, document.text_sha256):
        raise LedgerError(f"document {document.id} does not have the fingerprints it claims; take it in anew")
