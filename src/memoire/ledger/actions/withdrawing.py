"""Documents that their publisher, or a person here, no longer stands by; and other changes of documents."""

from typing import Any

from django.db import transaction
from django.db.models import Q

from memoire.errors import LedgerError
from memoire.ledger import chain
from memoire.ledger.actions.changing import change, document_of
from memoire.ledger.actions.consequences import question, question_links, question_verdicts, withdraw_links
from memoire.ledger.chain import Deed
from memoire.ledger.life_tables import LinkRow, QuoteRow
from memoire.ledger.lives import lay_lives
from memoire.ledger.standing import Standing, document_standing
from memoire.ledger.tables import DocumentRow, EntryRow, HistoryRow


@transaction.atomic
def withdraw_document(document_id: str, *, who: str, reason: str) -> HistoryRow:
    """Say that a document is withdrawn or corrected, and why. It is kept, and so is what was read in it.

    Its proposals are withdrawn. What people had made record, links and verdicts that lean on it ask to be looked at
    again (`queries.leaning_on` lists them). Nothing is decided for them.
    """
    document = document_of(document_id)
    if document.withdrawn is not None:
        raise LedgerError(f"{document_id} is withdrawn already: {document.withdrawn}")
    if not reason.strip():
        raise LedgerError("say why the document is withdrawn; the reason is kept with all that leaned on it")
    row = change_document(document, Deed("recalled", who, reason), withdrawn=reason)
    _ask(document, f"document {document_id} was withdrawn: {reason}", row)
    return row


def _ask(document: DocumentRow, reason: str, row: HistoryRow) -> None:
    ours = Q(place__document=document.pk) | Q(of__document=document.pk)
    withdraw_links(LinkRow.objects.filter(ours, state="proposed").order_by("pk"), reason, row)
    question_links(LinkRow.objects.filter(ours, state="confirmed").order_by("pk"), reason, row)
    question_verdicts(QuoteRow.objects.filter(document=document.pk), reason, row)
    for entry in EntryRow.objects.filter(document=document.pk, state="proposed").order_by("pk"):
        deed = Deed("withdrawn", row.who, reason, brought_by=row)
        change(entry.pk, Standing.of(entry), deed, state="withdrawn")
    for entry in EntryRow.objects.filter(document=document.pk, state="confirmed").order_by("pk"):
        question(entry, reason, row)


def change_document(document: DocumentRow, deed: Deed, **changes: Any) -> HistoryRow:
    """Change what the ledger says of a document, within the caller's transaction."""
    before = document_standing(document)
    DocumentRow.objects.filter(pk=document.pk).update(**changes)
    for name, value in changes.items():
        setattr(document, name, value)
    row = chain.append(deed, document=document.id, before=before, after=document_standing(document))
    if "handout" in changes:
        borne = LinkRow.objects.filter(place__document=document.pk, state="confirmed").values_list(
            "of", "of__mention_of"
        )
        lay_lives({id_ for ids in borne for id_ in ids if id_})
    return row
