"""Confirm a proposal."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from memoire.desk.answering import answer_change, entry_row, refusals_shown
from memoire.ledger import actions
from memoire.ledger.place import who_works_here


@require_POST
@refusals_shown
def confirm(request: HttpRequest, entry_id: str) -> HttpResponse:
    entry_row(entry_id)
    return answer_change(request, actions.confirm(entry_id, who=who_works_here()))
