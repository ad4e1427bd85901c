"""Correct an entry."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from memoire.desk.answering import answer_change, entry_row, refusals_shown, render_card, view_of, wants_card
from memoire.desk.correction import CorrectionForm
from memoire.desk.entry import render_entry
from memoire.desk.party_forms import PartyForms
from memoire.desk.problems import Problem, problems_of
from memoire.errors import MemoireError
from memoire.ledger import actions
from memoire.ledger.place import who_works_here
from memoire.ledger.tables import EntryRow, HistoryRow

_NOTHING_CHANGED = "Nothing was changed. To accept the entry as it stands, confirm it."


@dataclass(frozen=True, slots=True)
class Correction:
    """The fields and the parties of one entry, filled in or as they stand."""

    form: CorrectionForm
    parties: PartyForms

    def is_valid(self) -> bool:
        return self.form.is_valid() and self.parties.is_valid()

    @property
    def problems(self) -> list[Problem]:
        """What is wrong, in the order of the form; nothing before it was sent."""
        if not self.form.is_bound:
            return []
        return [*problems_of(self.form), *self.parties.problems()]

    def changes(self) -> dict[str, Any]:
        return self.form.changes() | self.parties.changes(self.form.span)


@require_http_methods(["GET", "POST"])
@refusals_shown
def correct(request: HttpRequest, entry_id: str) -> HttpResponse:
    row = entry_row(entry_id)
    correction = _correction(request, row)
    if request.method == "POST" and correction.is_valid() and (done := _correct(row, correction)):
        return answer_change(request, done)
    status = 422 if request.method == "POST" else 200
    if wants_card(request):
        return render_card(request, entry_id, correction=correction, status=status)
    return render_entry(request, entry_id, correction=correction, back=view_of(request), status=status)


def _correction(request: HttpRequest, row: EntryRow) -> Correction:
    data = request.POST if request.method == "POST" else None
    given = {"body": row.body, "text": row.document.text}
    return Correction(CorrectionForm(data, **given), PartyForms(data, **given))


def _correct(row: EntryRow, correction: Correction) -> HistoryRow | None:
    """The change made; None where the ledger would not, with the reason added to the form."""
    changes = correction.changes()
    if not changes:
        correction.form.add_error(None, _NOTHING_CHANGED)
        return None
    try:
        reason = correction.form.cleaned_data["reason"]
        return actions.correct(row.id, changes, who=who_works_here(), reason=reason)
    except MemoireError as error:
        correction.form.add_error(None, str(error))
        return None
