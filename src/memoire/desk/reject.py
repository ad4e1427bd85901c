"""Reject an entry, with the reason."""

from typing import Any, ClassVar, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from memoire.desk.answering import answer_change, entry_row, refusals_shown, render_card, view_of, wants_card
from memoire.desk.entry import render_entry
from memoire.desk.problems import Problem, problems_of
from memoire.ledger import actions
from memoire.ledger.place import who_works_here

REASONS: Final = (
    "The document does not say this",
    "It is told elsewhere in the document",
    "It is of another kind that needs no entry",
    "The words belong to two entries",
)


class RejectionForm(forms.Form):
    """Why: one of the common reasons, or a person's own words."""

    reasons: ClassVar[tuple[str, ...]] = REASONS
    reason = forms.ChoiceField(
        label="Why is it rejected?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why it is rejected"},
    )
    words = forms.CharField(label="Your reason", max_length=500, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [*((reason, reason) for reason in self.reasons), ("other", "Another reason")]
        self.fields["reason"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, str]:
        given = super().clean() or {}
        if given.get("reason") == "other" and not given.get("words"):
            self.add_error("words", "Write the reason, or choose one above")
        return given

    @property
    def problems(self) -> list[Problem]:
        return list(problems_of(self)) if self.is_bound else []

    def as_reason(self) -> str:
        chosen, words = self.cleaned_data["reason"], self.cleaned_data["words"]
        return words if chosen == "other" else f"{chosen}: {words}" if words else chosen


@require_http_methods(["GET", "POST"])
@refusals_shown
def reject(request: HttpRequest, entry_id: str) -> HttpResponse:
    entry_row(entry_id)
    data = request.POST if request.method == "POST" else None
    form = RejectionForm(data, auto_id=f"reject-{entry_id}-%s")
    if form.is_bound and form.is_valid():
        return answer_change(request, actions.reject(entry_id, who=who_works_here(), reason=form.as_reason()))
    status = 422 if form.is_bound else 200
    if wants_card(request):
        return render_card(request, entry_id, rejection=form, status=status)
    return render_entry(request, entry_id, rejection=form, back=view_of(request), status=status)
