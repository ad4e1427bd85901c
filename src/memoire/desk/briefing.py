"""The briefing builder: choose relationship, side, day and form; the brief stands below, and leads to its sources."""

from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from memoire.briefing.brief import brief_of
from memoire.briefing.rendering.json import as_json
from memoire.briefing.rendering.writing import ENDINGS
from memoire.desk.countries import country_name
from memoire.desk.sides import side_of, states
from memoire.ledger import queries
from memoire.records.document import MARKINGS

_FORMS: Final = [("brief", "Brief"), ("aide-memoire", "Aide-mémoire")]
_FILES: Final = {"docx": "Word", "pdf": "PDF", "html": "HTML", "md": "Markdown"}


class BriefForm(forms.Form):
    """For whom, with whom, as of when, in what form."""

    side = forms.ChoiceField(label="For")
    other = forms.ChoiceField(label="On relations with")
    on = forms.DateField(label="As of", widget=forms.DateInput(attrs={"type": "date"}))
    form = forms.ChoiceField(label="Form", choices=_FORMS)
    up_to = forms.ChoiceField(
        label="Marked up to", choices=[(marking, f"TLP:{marking.upper()}") for marking in MARKINGS]
    )
    only_confirmed = forms.BooleanField(label="Only what a person has confirmed", required=False)

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__(data, auto_id="brief-%s")
        named = sorted(((code, country_name(code)) for code in states()), key=lambda pair: pair[1])
        for name in ("side", "other"):
            self.fields[name].choices = named  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("side") and given.get("side") == given.get("other"):
            self.add_error("other", "Choose another state than the one it is for.")
        return given

    def choosers(self) -> list[forms.BoundField]:
        return [self[name] for name in ("side", "other", "form", "on", "up_to")]

    def query(self) -> str:
        """The same for the API."""
        given, query = self.cleaned_data, QueryDict(mutable=True)
        query.update({"on": given["on"].isoformat(), "form": given["form"], "up_to": given["up_to"]})
        if given["only_confirmed"]:
            query["only_confirmed"] = "true"
        return query.urlencode()


def show(request: HttpRequest) -> HttpResponse:
    form = BriefForm(chosen(request))
    context: dict[str, Any] = {"form": form, "is_empty_ledger": not states(), "twin": reverse("api:relationships")}
    if form.is_valid():
        context |= _brief(form)
    return render(request, "desk/briefing.html", context)


def chosen(request: HttpRequest) -> dict[str, Any]:
    """What was asked for; what was not said is our side, its busiest relationship, today, everything."""
    given: dict[str, Any] = request.GET.dict()
    side = given.get("side") or ((found := side_of(request)) and found.code) or ""
    told = {"form": "brief", "on": timezone.localdate().isoformat(), "up_to": MARKINGS[-1]}
    return told | {"side": side, "other": _busiest_with(side)} | {name: value for name, value in given.items() if value}


def _busiest_with(side: str) -> str:
    pairs = (pair.countries for pair in queries.relationships() if side in pair.countries)
    one, other = next(pairs, (side, side))
    return other if one == side else one


def _brief(form: BriefForm) -> dict[str, Any]:
    given = form.cleaned_data
    pair = (given["side"], given["other"])
    brief = brief_of(
        pair,
        side=given["side"],
        on=given["on"],
        form=given["form"],
        leave_out_stricter_than=given["up_to"] if given["up_to"] != MARKINGS[-1] else None,
        only_confirmed=given["only_confirmed"],
    )
    query = form.query()
    files = reverse("api:brief-file", args=pair)
    return {
        "brief": as_json(brief),
        "twin": f"{reverse('api:brief', args=pair)}?{query}",
        "files": [(_FILES[ending], f"{files}?{query}&ending={ending}") for ending in ENDINGS],
    }
