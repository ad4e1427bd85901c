"""Take back a change."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from memoire.desk.answering import answer_change, refusals_shown
from memoire.ledger import actions
from memoire.ledger.place import who_works_here
from memoire.ledger.tables import HistoryRow


@require_POST
@refusals_shown
def undo(request: HttpRequest, history_id: int) -> HttpResponse:
    row = get_object_or_404(HistoryRow.objects.exclude(entry=""), pk=history_id)
    return answer_change(request, actions.undo(row.pk, who=who_works_here()))
