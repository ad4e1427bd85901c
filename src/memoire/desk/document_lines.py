"""Documents as lines of a list, each with what was found in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from memoire.desk.document import heading_of
from memoire.ledger.queries import STANDING
from memoire.ledger.tables import DocumentRow, EntryRow


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """`found` counts the entries that stand, `waiting` those of them that nobody has reviewed."""

    row: DocumentRow
    heading: str
    found: int
    waiting: int


def document_lines(rows: Iterable[DocumentRow]) -> list[DocumentLine]:
    """In the order given; two queries, however many documents the ledger has."""
    shown = list(rows)
    standing = EntryRow.objects.filter(document__in=[row.id for row in shown], state__in=STANDING).order_by()
    counts = standing.values("document").annotate(found=Count("pk"), waiting=Count("pk", filter=Q(state="proposed")))
    numbers = {count["document"]: (count["found"], count["waiting"]) for count in counts}
    return [DocumentLine(row, heading_of(row), *numbers.get(row.id, (0, 0))) for row in shown]
