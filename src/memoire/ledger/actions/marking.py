"""How a document or entry may be handed on (Traffic Light Protocol 2.0)."""

from django.db import transaction

from memoire.errors import LedgerError
from memoire.ledger import chain
from memoire.ledger.actions.changing import change, document_of, standing_of
from memoire.ledger.chain import Deed
from memoire.ledger.standing import Standing, document_standing
from memoire.ledger.tables import DocumentRow, HistoryRow
from memoire.records.document import MARKINGS


@transaction.atomic
def mark_document(document_id: str, marking: str, *, who: str, reason: str = "") -> HistoryRow:
    """Mark a document, and raise those of its entries that were marked less strictly."""
    check_marking(marking)
    document = document_of(document_id)
    if document.marking == marking:
        raise LedgerError(f"{document_id} is marked {marking} already")
    return lay_marking(document, marking, Deed("marked", who, reason))


@transaction.atomic
def mark_entry(entry_id: str, marking: str, *, who: str, reason: str = "") -> HistoryRow:
    """Mark an entry; never less strictly than its document."""
    check_marking(marking)
    standing = standing_of(entry_id, "mark")
    if standing.marking == marking:
        raise LedgerError(f"{entry_id} is marked {marking} already")
    of_document = document_of(standing.document).marking
    if is_laxer(marking, of_document):
        raise LedgerError(f"{marking!r} is less strict than the document's {of_document!r}; mark the document first")
    return change(entry_id, standing, Deed("marked", who, reason), marking=marking)


def lay_marking(document: DocumentRow, marking: str, deed: Deed) -> HistoryRow:
    """Mark the document within the caller's transaction."""
    before = document_standing(document)
    DocumentRow.objects.filter(pk=document.pk).update(marking=marking)
    row = chain.append(deed, document=document.id, before=before, after=before | {"marking": marking})
    for entry in document.entries.all():
        if is_laxer(entry.marking, marking):
            change(entry.id, Standing.of(entry), Deed("marked", deed.who, "with its document"), marking=marking)
    return row


def check_marking(marking: str) -> None:
    if marking not in MARKINGS:
        raise LedgerError(f"{marking!r} is no marking; choose one of {', '.join(MARKINGS)}")


def is_laxer(marking: str, than: str) -> bool:
    return MARKINGS.index(marking) < MARKINGS.index(than)
