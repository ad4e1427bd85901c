"""Accept that an entry bears on a commitment or claim, as proposed or otherwise."""

from typing import Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from memoire.desk.answering import answer_change, refusals_shown
from memoire.errors import UsageError
from memoire.ledger import actions
from memoire.ledger.life_tables import LinkRow
from memoire.ledger.place import who_works_here
from memoire.records.following import BEARINGS

_MOST: Final = 40  # characters of a day


class BearingForm(forms.Form):
    """Empty where the proposal is accepted as it stands."""

    bears = forms.ChoiceField(required=False, choices=[("", "as proposed"), *((one, one) for one in BEARINGS)])
    new_due = forms.CharField(required=False, max_length=_MOST)


@require_POST
@refusals_shown
def accept(request: HttpRequest, link_id: str) -> HttpResponse:
    link, form = get_object_or_404(LinkRow, pk=link_id), BearingForm(request.POST)
    if not form.is_valid():
        raise UsageError(f"{request.POST.get('bears')!r} is no bearing; choose one of {', '.join(BEARINGS)}")
    given = form.cleaned_data
    row = actions.accept(
        link.pk, who=who_works_here(), bears=given["bears"] or None, new_due=given["new_due"].strip() or None
    )
    return answer_change(request, row)
