"""The parties of an entry as a row of fields each, with one empty row to add another."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django import forms

from memoire.desk.correction import check_country, unix_lines
from memoire.desk.places import part_place
from memoire.desk.problems import Problem, problems_of
from memoire.records.codebook import SECTORS
from memoire.records.spans import Span

ROLES: Final = {
    "by": "By: who acts, is bound, asks or feels",
    "to": "To: at whom it is aimed",
    "with": "With: the other side of a joint act",
    "voice": "Voice: who says so, outermost first",
}


class PartyForm(forms.Form):
    """One actor in the words of the document. A row whose words are emptied falls away."""

    words = forms.CharField(
        label="Words", required=False, widget=forms.TextInput(attrs={"class": "words", "data-words": ""})
    )
    name = forms.CharField(label="Name", required=False, max_length=300)
    country = forms.CharField(label="Country", required=False, max_length=3)
    sector = forms.ChoiceField(label="Sector", required=False, choices=[("", "none"), *((s, s) for s in SECTORS)])
    office = forms.CharField(label="Office", required=False, max_length=300)
    cue = forms.CharField(
        label="Word of saying", required=False, widget=forms.TextInput(attrs={"class": "words", "data-words": ""})
    )

    def __init__(self, *args: Any, text: str, role: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text = text
        if role != "voice":
            del self.fields["cue"]

    def clean_words(self) -> str:
        return self._of_text("words")

    def clean_cue(self) -> str:
        return self._of_text("cue")

    def clean_country(self) -> str:
        return check_country(self.cleaned_data["country"])

    def _of_text(self, name: str) -> str:
        words = unix_lines(self.cleaned_data[name])
        if words and words not in self.text:
            raise forms.ValidationError(f"“{words}” does not stand in the document; give its own words")
        return words

    def as_json(self, quote: Span, before: Mapping[str, Any] | None) -> dict[str, Any] | None:
        given = self.cleaned_data
        words = given.get("words", "")  # nothing at all in the empty row
        place = part_place(self.text, words, quote, before)
        if place is None:
            return None
        shape = {"text": words, "span": list(place), "name": given["name"] or words}
        shape |= {name: given[name] or None for name in ("country", "sector", "office")}
        return shape | ({"cue": self._cue(quote, before)} if "cue" in self.fields else {})

    def _cue(self, quote: Span, before: Mapping[str, Any] | None) -> dict[str, Any] | None:
        words = self.cleaned_data["cue"]
        place = part_place(self.text, words, quote, before and before["cue"]) if words else None
        return {"text": words, "span": list(place)} if place else None


PartyFormSet = forms.formset_factory(PartyForm, extra=1, max_num=40, absolute_max=60)


class PartyForms:
    """The four roles together."""

    def __init__(self, data: Mapping[str, Any] | None, *, body: Mapping[str, Any], text: str) -> None:
        self.body = body
        self.sets = {role: self._set(role, data, text) for role in ROLES}

    def _set(self, role: str, data: Mapping[str, Any] | None, text: str) -> Any:
        return PartyFormSet(
            data,
            prefix=role,
            initial=[_initial(party) for party in self.body[role]],
            form_kwargs={"text": text, "role": role},
            auto_id=f"correct-{self.body['id']}-%s",
        )

    def shown(self) -> list[dict[str, Any]]:
        return [{"role": role, "legend": ROLES[role], "forms": forms_} for role, forms_ in self.sets.items()]

    def is_valid(self) -> bool:
        return all(forms_.is_valid() for forms_ in self.sets.values())

    def problems(self) -> Iterator[Problem]:
        for forms_ in self.sets.values():
            yield from (Problem("", words) for words in forms_.non_form_errors())
            for form in forms_:
                yield from problems_of(form)

    def changes(self, quote: Span) -> dict[str, Any]:
        """The roles whose parties differ from the entry as it stands."""
        found = {role: self._parties(role, quote) for role in ROLES}
        return {role: parties for role, parties in found.items() if parties != self.body[role]}

    def _parties(self, role: str, quote: Span) -> list[dict[str, Any]]:
        before = self.body[role]
        shapes = [
            form.as_json(quote, before[place] if place < len(before) else None)
            for place, form in enumerate(self.sets[role].forms)
        ]
        return [shape for shape in shapes if shape]


def _initial(party: Mapping[str, Any]) -> dict[str, Any]:
    cue = party.get("cue")
    plain = {name: party[name] or "" for name in ("name", "country", "sector", "office")}
    return plain | {"words": party["text"], "cue": cue["text"] if cue else ""}
