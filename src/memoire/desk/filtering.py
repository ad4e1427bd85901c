"""What a person may ask of the list of entries."""

from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils import timezone

from memoire.briefing.wording import area_words
from memoire.desk.axes import OUTCOMES as OUTCOME_WORDS
from memoire.desk.countries import country_name
from memoire.desk.kinds import PLURALS
from memoire.desk.sides import states
from memoire.desk.sorting import SORTINGS
from memoire.desk.wording import STATES, day_words
from memoire.ledger import queries
from memoire.ledger.lifecycle import LIFECYCLE
from memoire.records.codebook import AREAS, KINDS
from memoire.records.following import CLAIM_STANDINGS

_ANY: Final = ("", "any")
_CODE: Final = 3  # letters of a country's code


class FilterForm(forms.Form):
    """Every field may stay empty; all that are filled must be met."""

    kind = forms.ChoiceField(label="Kind", required=False, choices=[_ANY, *((k, PLURALS[k]) for k in KINDS)])
    between = forms.ChoiceField(label="Between", required=False)
    and_ = forms.ChoiceField(label="and", required=False)
    by = forms.CharField(label="By (name or code)", required=False, max_length=100)
    area = forms.ChoiceField(label="Area", required=False, choices=[_ANY, *((a, area_words(a)) for a in AREAS)])
    lifecycle = forms.ChoiceField(label="In time", required=False, choices=[_ANY, *((v, v) for v in LIFECYCLE)])
    outcome = forms.ChoiceField(label="Outcome", required=False, choices=[_ANY, *OUTCOME_WORDS.items()])
    standing = forms.ChoiceField(label="Claims", required=False, choices=[_ANY, *((v, v) for v in CLAIM_STANDINGS)])
    due_from = forms.DateField(label="Due from", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    due_to = forms.DateField(label="Due to", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    state = forms.ChoiceField(label="State", required=False, choices=[("", "standing"), *STATES.items()])
    q = forms.CharField(label="Words", required=False, max_length=200)
    sort = forms.ChoiceField(required=False, choices=[(name, name) for name in SORTINGS], widget=forms.HiddenInput)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(_flat(data), auto_id="filter-%s")
        named = sorted(((code, country_name(code)) for code in states()), key=lambda pair: pair[1])
        for name in ("between", "and_"):
            self.fields[name].choices = [_ANY, *named]  # type: ignore[attr-defined]

    def first_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("q", "kind", "between", "and_", "state")]

    def more_fields(self) -> list[forms.BoundField]:
        """Those that are folded away while none of them is filled."""
        return [self[name] for name in ("by", "area", "lifecycle", "outcome", "standing", "due_from", "due_to")]

    def asks_more(self) -> bool:
        return any(field.value() for field in self.more_fields())

    def filters(self) -> queries.Filters:
        """The same for the ledger; the form is valid."""
        given = self.cleaned_data
        due = (given["due_from"], given["due_to"])
        return queries.Filters(
            kind=given["kind"] or None,
            between=tuple(code for code in (given["between"], given["and_"]) if code),
            by=given["by"] or None,
            area=given["area"] or None,
            due=due if any(due) else None,
            lifecycle=given["lifecycle"] or None,
            outcome=given["outcome"] or None,
            standing=given["standing"] or None,
            as_of=timezone.localdate(),
            state=given["state"] or None,
            words=given["q"],
        )

    def in_words(self) -> str:
        """The filters in one line; empty where none is set."""
        return ", ".join(word for word in self._words() if word) if self.is_valid() else ""

    def _words(self) -> list[str]:
        given = self.cleaned_data
        by = given["by"]
        return [
            PLURALS.get(given["kind"], ""),
            _between_words(given["between"], given["and_"]),
            f"by {country_name(by.upper()) if len(by) == _CODE else by}" if by else "",
            area_words(given["area"]),
            given["lifecycle"],
            OUTCOME_WORDS.get(given["outcome"], ""),
            given["standing"],
            f"due from {day_words(given['due_from'])}" if given["due_from"] else "",
            f"due to {day_words(given['due_to'])}" if given["due_to"] else "",
            STATES.get(given["state"], ""),
            f"with “{given['q']}”" if given["q"] else "",
        ]

    def as_query(self) -> str:
        """The same filters for the API."""
        given = self.cleaned_data if self.is_valid() else {}
        query = QueryDict(mutable=True)
        for name in ("kind", "by", "area", "lifecycle", "outcome", "standing", "state", "q"):
            if given.get(name):
                query[name] = given[name]
        for name in ("due_from", "due_to"):
            if given.get(name):
                query[name] = given[name].isoformat()
        query.setlist("between", [given[name] for name in ("between", "and_") if given.get(name)])
        return "?" + query.urlencode() if query.urlencode() else ""


def _flat(data: QueryDict) -> dict[str, Any]:
    """`between=USA&between=PAK` fills the two fields that ask for a state."""
    flat: dict[str, Any] = data.dict()
    pair = [code for code in data.getlist("between") if code]
    if not pair:
        return flat
    return flat | {"between": pair[0], "and_": data.get("and_") or (pair[1] if len(pair) > 1 else "")}


def _between_words(one: str, other: str) -> str:
    names = [country_name(code) for code in (one, other) if code]
    return ("between " if len(names) > 1 else "with ") + " and ".join(names) if names else ""
