"""Documents that no longer stand, what leans on them, and following them."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Path, Router

from memoire.api.entries import Reason, Rejection, who_of
from memoire.api.following_shapes import HeardShape, LeaningShape
from memoire.api.problems import NotFound
from memoire.api.shapes import Problem
from memoire.api.writing import Writer
from memoire.following.hearing import follow_document
from memoire.ledger import actions, queries
from memoire.ledger.shapes import entry_row_as_json, link_row_as_json
from memoire.ledger.tables import DocumentRow

router = Router(tags=["documents"])
Id = Annotated[str, Path(max_length=64)]
_WRITE: dict[int, Any] = {401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem}


@router.get("/{document_id}/leaning", response={200: LeaningShape, 404: Problem}, url_name="leaning", by_alias=True)
def show_leaning(request: HttpRequest, document_id: Id) -> dict[str, Any]:
    """Every entry, link and verdict that leans on a document."""
    return _leaning(_document(document_id))


@router.post("/{document_id}/withdraw", response={200: LeaningShape, **_WRITE}, auth=Writer(), by_alias=True)
def withdraw_document(request: HttpRequest, document_id: Id, given: Rejection) -> dict[str, Any]:
    """Say that a document is withdrawn or corrected; what leans on it is listed, and asks to be looked at again."""
    done = actions.withdraw_document(_document(document_id), who=who_of(request), reason=given.reason)
    return _leaning(document_id) | {"history": done.pk}


@router.post("/{document_id}/follow", response={200: HeardShape, **_WRITE}, auth=Writer())
def follow(request: HttpRequest, document_id: Id, given: Reason) -> dict[str, Any]:
    """Hold the entries of a document against what is open, and propose links."""
    heard = follow_document(_document(document_id), who=who_of(request))
    told = heard.proposed
    return {
        "document": heard.document, "entries": heard.entries,
        "new": told.new, "changed": told.changed, "there": told.there, "withdrawn": told.withdrawn,
    }  # fmt: skip


def _document(document_id: str) -> str:
    if not DocumentRow.objects.filter(pk=document_id).exists():
        raise NotFound(f"the ledger has no document {document_id!r}")
    return document_id


def _leaning(document_id: str) -> dict[str, Any]:
    found, today = queries.leaning_on(document_id), timezone.localdate()
    return {
        "document": document_id,
        "withdrawn": found.document.withdrawn,
        "history": None,
        "entries": [entry_row_as_json(row, today) for row in found.entries.select_related("document")],
        "links": [link_row_as_json(row) for row in found.links],
        "verdicts": [entry_row_as_json(row, today) for row in found.verdicts.select_related("document")],
    }
