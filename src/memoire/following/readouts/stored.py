"""Read-outs as the ledger has them: a document with its entries as they stand."""

from django.db.models import Q

from memoire.errors import LedgerError
from memoire.following.readouts.records import Readout
from memoire.ledger.queries import STANDING
from memoire.ledger.tables import DocumentRow
from memoire.records.shapes import entry_from_json


def find_document(wanted: str) -> DocumentRow:
    """A document by its id, the first digits of it, or the id that its corpus gave it.

    Raises:
        LedgerError: there is none, or several begin so.
    """
    rows = DocumentRow.objects.defer("original", "character_map", "text")
    beginning = Q(pk__gte=wanted, pk__lt=wanted + "g")  # ids are hexadecimal; a range uses the index
    found = list(rows.filter(beginning | Q(given_id=wanted)).order_by("pk")[:2]) if wanted else []
    if not found:
        raise LedgerError(f"{wanted!r} is neither a file nor a document of the ledger; the desk shows its ids")
    if len(found) > 1:
        raise LedgerError(f"{wanted!r} begins several ids, as {found[0].pk} and {found[1].pk}; give more of it")
    return found[0]


def readout_of(row: DocumentRow) -> Readout:
    """Its entries that are proposed or confirmed, in the order of the text."""
    entries = row.entries.filter(state__in=STANDING).order_by("span_start", "span_end", "id")
    found = tuple(entry_from_json(body) for body in entries.values_list("body", flat=True))
    return Readout(row.pk, found, row.title or row.given_id, row.publisher, row.published)
