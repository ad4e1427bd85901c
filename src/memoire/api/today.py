"""The ledger on one day."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router

from memoire.api.documents import Limit, documents_as_json
from memoire.api.entries import entries_as_json
from memoire.api.shapes import Problem, TodayShape
from memoire.ledger import queries

router = Router(tags=["today"])


@router.get("", response={200: TodayShape, 422: Problem}, url_name="today", by_alias=True)
def show_today(request: HttpRequest, as_of: date | None = None, limit: Limit = 10) -> dict[str, Any]:
    """What is due, overdue and coming, what waits for review, and the newest documents."""
    ledger = queries.today(as_of or timezone.localdate())
    parts = {name: entries_as_json(getattr(ledger, name), limit) for name in ("due", "overdue", "coming", "to_review")}
    return {"as_of": ledger.as_of, **parts, "documents": documents_as_json(ledger.documents, limit)}
