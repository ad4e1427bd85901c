"""Documents: the list, one with its text and entries, and the bytes that came in."""

from typing import Annotated, Any

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Path, Query, Router

from memoire.api.original import original_of
from memoire.api.problems import NotFound
from memoire.api.shapes import DocumentLine, Documents, DocumentShape, Problem
from memoire.ledger import queries
from memoire.ledger.queries import Filters
from memoire.ledger.shapes import entry_row_as_json
from memoire.ledger.tables import DocumentRow

router = Router(tags=["documents"])
Limit = Annotated[int, Query(ge=1, le=500, description="How many at most")]
Offset = Annotated[int, Query(ge=0, le=10**9, description="How many to leave out at the head")]
Id = Annotated[str, Path(max_length=64)]


@router.get("", response=Documents, url_name="documents")
def list_documents(request: HttpRequest, limit: Limit = 100, offset: Offset = 0) -> dict[str, Any]:
    """The documents, newest first."""
    rows = DocumentRow.objects.order_by(F("published").desc(nulls_last=True), "id")
    return documents_as_json(rows, limit, offset)


def documents_as_json(rows: Any, limit: int, offset: int = 0) -> dict[str, Any]:
    light = rows.defer("text", "original", "character_map")
    return {"count": rows.count(), "items": list(light[offset : offset + limit])}


@router.get("/{document_id}", response={200: DocumentShape, 404: Problem}, url_name="document", by_alias=True)
def show_document(request: HttpRequest, document_id: Id) -> dict[str, Any]:
    """One document with its text and the entries that stand, in the order of the text."""
    row = _document(document_id)
    entries = queries.entries(Filters(document=row.id, order="text"))
    line = {name: getattr(row, name) for name in DocumentLine.model_fields}
    today = timezone.localdate()
    return line | {"text": row.text, "entries": [entry_row_as_json(entry, today) for entry in entries]}


@router.get("/{document_id}/original", url_name="original", response={200: bytes, 404: Problem})
def download_original(request: HttpRequest, document_id: Id) -> HttpResponse:
    """The bytes that came in, unchanged, as a download."""
    return original_of(_document(document_id))


def _document(document_id: str) -> DocumentRow:
    row = DocumentRow.objects.filter(pk=document_id).first()
    if row is None:
        raise NotFound(f"the ledger has no document {document_id!r}")
    return row
