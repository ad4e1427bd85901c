"""The original bytes of a document, exactly as they came in."""

import re
from typing import Final

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from memoire.ledger.tables import DocumentRow

# What a browser may be told of a file that somebody else wrote. All else, HTML first of all, is bytes without a type.
SAFE_TYPES: Final = ("text/plain", "application/pdf")
BYTES: Final = "application/octet-stream"
ANSWERED_TYPES: Final = (*SAFE_TYPES, BYTES)
_ENDINGS: Final = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/json": ".json",
}


def original_of(row: DocumentRow) -> HttpResponse:
    """Always a download, never shown in the desk's own origin."""
    kind = row.media_type.partition(";")[0].strip().lower()
    answer = HttpResponse(bytes(row.original), content_type=kind if kind in SAFE_TYPES else BYTES)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file_name(row, kind))
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer


def file_name(row: DocumentRow, kind: str) -> str:
    """Letters, digits and hyphens of the title, the day before it: no path can come of it."""
    title = re.sub(r"\W+", "-", row.title or "document").strip("-")[:80]
    day = f"{row.published}-" if row.published else ""
    return f"{day}{title or row.id}{_ENDINGS.get(kind, '.bin')}"
