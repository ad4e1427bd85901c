"""Taking back what was done."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Router

from memoire.api.entries import WRITE_ANSWERS, Reason, changed, who_of
from memoire.api.problems import NotFound
from memoire.api.writing import Writer
from memoire.ledger import actions
from memoire.ledger.tables import HistoryRow

router = Router(tags=["history"])
_LARGEST_ID = 2**63 - 1


@router.post("/{history_id}/undo", response=WRITE_ANSWERS, auth=Writer(), by_alias=True)
def undo_change(
    request: HttpRequest, history_id: Annotated[int, Path(ge=1, le=_LARGEST_ID)], given: Reason
) -> dict[str, Any]:
    """Restore what stood before one change of an entry, link or document; undoing that brings it back."""
    if not HistoryRow.objects.filter(pk=history_id).exists():
        raise NotFound(f"history has no row {history_id}")
    return changed(actions.undo(history_id, who=who_of(request), reason=given.reason))
