"""What a person decides about a commitment: its test, its due day, what became of it, and that this is taken back.

Each is a form within the page of the commitment, under an address of its own.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, ClassVar, Final

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from memoire.desk.answering import answer_change, entry_row, refusals_shown
from memoire.desk.axes import BEARS, OUTCOMES
from memoire.desk.entry import render_entry
from memoire.desk.problems import Problem, problems_of
from memoire.desk.wording import day_words
from memoire.errors import MemoireError
from memoire.ledger import actions, queries
from memoire.ledger.accounts import Account
from memoire.ledger.place import who_works_here
from memoire.ledger.tables import HistoryRow
from memoire.records.edtf import bounds
from memoire.records.entry import Entry
from memoire.records.following import Test, Told

_LONGEST: Final = 2000  # characters


class _Day(forms.DateInput):
    """The browser's own field for days, which reads one spelling only, whatever the language of the page."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class Decision(forms.Form):
    """A form about one commitment; `decide` asks the ledger."""

    title: ClassVar[str]
    button: ClassVar[str]
    opener: ClassVar[str]  # id of what opens the form: there the focus goes back
    note: ClassVar[str] = ""

    def __init__(self, data: Any, account: Account) -> None:
        super().__init__(data, auto_id=f"{self.prefix_of()}-%s", initial=self.initial_of(account))
        self.entry = account.first.entry.id

    @classmethod
    def prefix_of(cls) -> str:
        return cls.__name__.removesuffix("Form").lower()

    def initial_of(self, _account: Account) -> dict[str, Any]:
        return {}

    def plain_fields(self) -> list[forms.BoundField]:
        return [field for field in self if not isinstance(field.field.widget, forms.CheckboxSelectMultiple)]

    def choice_fields(self) -> list[forms.BoundField]:
        return [field for field in self if isinstance(field.field.widget, forms.CheckboxSelectMultiple)]

    @property
    def problems(self) -> list[Problem]:
        return list(problems_of(self)) if self.is_bound else []

    def decide(self, who: str) -> HistoryRow:
        raise NotImplementedError


class TestForm(Decision):
    """By what a stranger will decide."""

    __test__ = False  # pytest takes the name for its own
    title, button, opener = "Write the test", "Keep this test", "write-test"
    note = "Written so that a stranger, with the reports before them, would decide as you do."
    kept_if = forms.CharField(label="Kept if", max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 3}))
    partly_if = forms.CharField(
        label="Partly kept if", max_length=_LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    not_kept_if = forms.CharField(
        label="Not kept if", max_length=_LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def initial_of(self, account: Account) -> dict[str, Any]:
        return account.test or {}

    def decide(self, who: str) -> HistoryRow:
        names = ("kept_if", "partly_if", "not_kept_if")
        return actions.write_test(self.entry, Test(*(self.cleaned_data[name] for name in names)), who=who)


class DueForm(Decision):
    """When it is due, instead of the time that its words give."""

    title, button, opener = "Set the due day", "Set the day", "set-due"
    due = forms.CharField(
        label="Due",
        required=False,
        max_length=40,
        help_text="2024-10-31, 2024-10, 2024, ../2025-12-31 for “by the end of 2025”; empty: by its own words.",
    )
    reason = forms.CharField(label="Reason", required=False, max_length=_LONGEST)

    def initial_of(self, account: Account) -> dict[str, Any]:
        return {"due": account.life.due if account.life else ""}

    def clean_due(self) -> str:
        due: str = self.cleaned_data["due"].strip()
        try:
            bounds(due) if due else None
        except MemoireError as error:
            raise forms.ValidationError(str(error)) from error
        return due

    def decide(self, who: str) -> HistoryRow:
        given = self.cleaned_data
        return actions.set_due(self.entry, given["due"] or None, who=who, reason=given["reason"])


class VerdictForm(Decision):
    """What became of it: outcome, days, the words that carry it, and why."""

    title, button, opener = "Close with a verdict", "Close it", "decide"
    note = "The words you choose are quoted with the verdict, which can be taken back."
    outcome = forms.ChoiceField(label="Outcome", choices=[("", "choose"), *OUTCOMES.items()])
    happened_on = forms.DateField(
        label="Day it was done", required=False, help_text="Counts for the slip.", widget=_Day()
    )
    decided_on = forms.DateField(label="Day of the decision", widget=_Day())
    reason = forms.CharField(label="Reason", max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 2}))
    evidence = forms.MultipleChoiceField(
        label="Which words carry it?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one quote; where nobody speaks of it, its own words"},
    )

    def __init__(self, data: Any, account: Account) -> None:
        super().__init__(data, account)
        self.fields["evidence"].choices = _quotes(account)  # type: ignore[attr-defined]

    def initial_of(self, account: Account) -> dict[str, Any]:
        life = account.life
        done = [one.place.entry for one in account.links if (one.state, one.link.bears) == ("confirmed", "fulfils")]
        return {
            "outcome": (life and life.outcome) or "",
            "decided_on": timezone.localdate(),
            "happened_on": next((when for entry in done if (when := _exact_day(entry))), None),
            "evidence": _accepted(account),
        }

    def decide(self, who: str) -> HistoryRow:
        given = self.cleaned_data
        return actions.close(
            self.entry,
            given["outcome"],
            quotes=[actions.quoted(id_) for id_ in given["evidence"]],
            who=who,
            reason=given["reason"],
            decided_on=given["decided_on"],
            happened_on=given["happened_on"],
        )


class RetractionForm(Decision):
    """The verdict that stands is taken back, and kept as such."""

    title, button, opener = "Take back the verdict", "Take it back", "decide"
    note = "It stays in the history; the commitment stands again where its evidence puts it."
    reason = forms.CharField(label="Why?", max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 2}))

    def decide(self, who: str) -> HistoryRow:
        return actions.retract_verdict(self.entry, who=who, reason=self.cleaned_data["reason"])


def _quotes(account: Account) -> list[tuple[str, str]]:
    links = [(one.place.entry.id, _quote_words(one.place, BEARS[one.link.bears])) for one in account.links]
    return [*dict(links).items(), (account.first.entry.id, _quote_words(account.first, "its own words"))]


def _quote_words(place: Told, what: str) -> str:
    day = f", {day_words(place.published)}" if place.published else ""
    return f"“{place.entry.quote}” ({what}{day})"


def _accepted(account: Account) -> Sequence[str]:
    closing = ("fulfils", "cancels", "contradicts")
    return [one.place.entry.id for one in account.links if one.state == "confirmed" and one.link.bears in closing]


def _exact_day(entry: Entry) -> date | None:
    first, last = bounds(entry.when.edtf) if entry.when and entry.when.edtf else (None, None)
    return first if first == last else None


def _page(form_class: type[Decision]) -> Callable[[HttpRequest, str], HttpResponse]:
    """The view that shows the form within the page of the commitment, and does what it says."""

    @require_http_methods(["GET", "POST"])
    @refusals_shown
    def view(request: HttpRequest, entry_id: str) -> HttpResponse:
        row = entry_row(entry_id)
        if row.kind != "commitment" or row.mention_of_id:
            raise Http404(f"{entry_id} is no commitment of its own")
        account = queries.account_of(entry_id, as_of=timezone.localdate())
        form = form_class(request.POST if request.method == "POST" else None, account)
        if form.is_bound and form.is_valid() and (done := _decided(form)):
            return answer_change(request, done)
        return render_entry(request, entry_id, deciding=form, status=422 if form.is_bound else 200)

    return view


def _decided(form: Decision) -> HistoryRow | None:
    """The change made; None where the ledger would not, with the reason added to the form."""
    try:
        return form.decide(who_works_here())
    except MemoireError as error:
        form.add_error(None, str(error))
        return None


write_test = _page(TestForm)
set_due = _page(DueForm)
close = _page(VerdictForm)
reopen = _page(RetractionForm)
