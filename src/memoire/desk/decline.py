"""Say that an entry does not bear on a commitment or claim, with the reason."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from memoire.desk.answering import answer_change, first_told, refusals_shown
from memoire.desk.entry import render_entry
from memoire.desk.reject import RejectionForm
from memoire.ledger import actions
from memoire.ledger.life_tables import LinkRow
from memoire.ledger.place import who_works_here

REASONS: Final = (
    "It is another act",
    "Other people, places or numbers",
    "Another time",
    "It is only talk: nothing was done",
    "The words do not say this",
)


class DeclineForm(RejectionForm):
    """The same as for entries, with the reasons for which evidence is none."""

    reasons = REASONS


@require_http_methods(["GET", "POST"])
@refusals_shown
def decline(request: HttpRequest, link_id: str) -> HttpResponse:
    link = get_object_or_404(LinkRow, pk=link_id)
    form = DeclineForm(request.POST if request.method == "POST" else None, auto_id=f"decline-{link_id}-%s")
    if form.is_bound and form.is_valid():
        return answer_change(request, actions.decline(link.pk, who=who_works_here(), reason=form.as_reason()))
    status = 422 if form.is_bound else 200
    return render_entry(request, first_told(link.of_id), declined=link_id, decline=form, status=status)
