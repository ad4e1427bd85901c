"""The form in which a person corrects an entry, and what of it changed."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms

from memoire.briefing.wording import area_words
from memoire.desk.countries import country_names
from memoire.desk.places import part_place, places, quote_place
from memoire.records.codebook import AREAS, CHECKABLE, FIRMNESS, KINDS, PLOVER, POLARITY
from memoire.records.edtf import EdtfError, bounds
from memoire.records.spans import Span

MOST_AREAS: Final = 3  # codebook §2
_POLARITY_WORDS: Final = {"+": "+ doing, approving", "-": "− not doing, disapproving", "0": "0 neutral"}


def _listed(values: tuple[str, ...], none: str) -> list[tuple[str, str]]:
    return [("", none), *((value, value) for value in values)]


def check_country(code: str) -> str:
    """The code in capitals.

    Raises:
        ValidationError: the registry has no such state.
    """
    code = code.strip().upper()
    if code and code not in country_names():
        raise forms.ValidationError(
            f"“{code}” is no country code; give three letters, as PAK, or XXI for a body of many states"
        )
    return code


class CorrectionForm(forms.Form):
    """Every field but the parties. `body` is the entry as it stands, `text` the document's."""

    kind = forms.ChoiceField(label="Kind", choices=[(k, k.capitalize()) for k in KINDS], widget=forms.RadioSelect)
    quote = forms.CharField(
        label="Words", strip=False, widget=forms.Textarea(attrs={"rows": 4, "class": "words", "data-words": "nth"})
    )
    nth = forms.IntegerField(
        label="Which place",
        required=False,
        min_value=1,
        help_text="Only where the same words stand more than once: 1 is the first.",
    )
    predicate = forms.CharField(
        label="Verb or noun",
        help_text="The word that carries the deed, the asking or the attitude.",
        widget=forms.TextInput(attrs={"class": "words", "data-words": ""}),
    )
    action = forms.CharField(label="What is done", widget=forms.Textarea(attrs={"rows": 2, "class": "words"}))
    when = forms.CharField(
        label="When, in the words of the document",
        required=False,
        widget=forms.TextInput(attrs={"class": "words", "data-words": ""}),
    )
    edtf = forms.CharField(
        label="Day",
        required=False,
        help_text="2024-10-31, 2024-10, 2024, ../2025-12-31 for “by the end of 2025”; empty where the words give none.",
    )
    where = forms.CharField(
        label="Where, in the words of the document",
        required=False,
        widget=forms.TextInput(attrs={"class": "words", "data-words": ""}),
    )
    where_country = forms.CharField(label="Country of the place", required=False, max_length=3)
    firmness = forms.ChoiceField(label="Firmness", required=False, choices=_listed(FIRMNESS, "none"))
    checkable = forms.ChoiceField(label="Checkable", required=False, choices=_listed(CHECKABLE, "not said"))
    polarity = forms.ChoiceField(label="Polarity", choices=[(p, _POLARITY_WORDS[p]) for p in POLARITY])
    plover = forms.ChoiceField(label="PLOVER type", required=False, choices=_listed(PLOVER, "none"))
    areas = forms.MultipleChoiceField(
        label="Areas", required=False, choices=[(a, area_words(a)) for a in AREAS], widget=forms.CheckboxSelectMultiple
    )
    condition = forms.CharField(
        label="Condition, in the words of the document",
        required=False,
        widget=forms.TextInput(attrs={"class": "words", "data-words": ""}),
    )
    reason = forms.CharField(
        label="Why it is corrected", required=False, max_length=500, help_text="Kept in the history; may stay empty."
    )

    def __init__(self, data: Mapping[str, Any] | None, *, body: Mapping[str, Any], text: str) -> None:
        super().__init__(data, initial=initial_of(body), auto_id=f"correct-{body['id']}-%s")
        self.body, self.text = body, text
        self.span = Span(*body["span"])  # of the words; theirs in the form once it is valid

    def clean_quote(self) -> str:
        quote = unix_lines(self.cleaned_data["quote"])
        if quote not in self.text:
            raise forms.ValidationError(
                "These words do not stand in the document in this order; choose them from its text"
            )
        return quote

    def clean_predicate(self) -> str:
        return self._words("predicate")

    def clean_when(self) -> str:
        return self._words("when")

    def clean_where(self) -> str:
        return self._words("where")

    def clean_condition(self) -> str:
        return self._words("condition")

    def clean_where_country(self) -> str:
        return check_country(self.cleaned_data["where_country"])

    def clean_edtf(self) -> str:
        edtf = self.cleaned_data["edtf"].strip()
        try:
            if edtf:
                bounds(edtf)
        except EdtfError as error:
            raise forms.ValidationError(str(error)) from error
        return str(edtf)

    def clean_areas(self) -> list[str]:
        areas: list[str] = self.cleaned_data["areas"]
        if len(areas) > MOST_AREAS:
            raise forms.ValidationError(f"{len(areas)} areas are chosen; keep the {MOST_AREAS} that fit best")
        return areas

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("edtf") and not given.get("when") and "when" not in self.errors:
            self.add_error("when", "Give the words of the document that name this day")
        if "quote" in given and "nth" in given:
            self._find_quote(given["quote"], given["nth"])
        return given

    def _find_quote(self, quote: str, nth: int | None) -> None:
        """Set `span`, or say that the place is open."""
        if found := quote_place(self.text, quote, nth, self.span):
            self.span = found
        else:
            self.add_error("nth", self._which_place(quote))

    def _words(self, name: str) -> str:
        words = unix_lines(self.cleaned_data[name])
        if words and words not in self.text:
            raise forms.ValidationError(f"“{words}” does not stand in the document; give its own words")
        return words

    def _which_place(self, quote: str) -> str:
        count = len(places(self.text, quote))
        return (
            f"These words stand in {count} places; say which, from 1 to {count}"
            if count > 1
            else "These words stand in 1 place only"
        )

    def changes(self) -> dict[str, Any]:
        """The fields that differ from the entry as it stands, in its JSON shape."""
        fields = self._fields()
        return {name: value for name, value in fields.items() if value != self.body[name]}

    def _fields(self) -> dict[str, Any]:
        given, span = self.cleaned_data, self.span
        commits = given["kind"] == "commitment"
        return {
            "kind": given["kind"], "span": list(span), "quote": given["quote"], "action": given["action"],
            "predicate": self._part("predicate", span), "condition": self._part("condition", span),
            "when": self._when(span), "where": self._where(span),
            "firmness": (given["firmness"] or None) if commits else None,
            "checkable": (given["checkable"] or None) if commits else None,
            "polarity": given["polarity"], "plover": given["plover"] or None,
            "areas": kept_order(given["areas"], self.body["areas"]),
        }  # fmt: skip

    def _part(self, name: str, quote: Span) -> dict[str, Any] | None:
        words = self.cleaned_data[name]
        place = part_place(self.text, words, quote, self.body[name]) if words else None
        return {"text": words, "span": list(place)} if place else None

    def _when(self, quote: Span) -> dict[str, Any] | None:
        part, edtf, before = self._part("when", quote), self.cleaned_data["edtf"] or None, self.body["when"]
        if part is None:
            return None
        same = before is not None and before["edtf"] == edtf
        return part | {"edtf": edtf, "basis": before["basis"] if same else "derived" if edtf else "none"}

    def _where(self, quote: Span) -> dict[str, Any] | None:
        part = self._part("where", quote)
        return part and part | {"country": self.cleaned_data["where_country"] or None}


def initial_of(body: Mapping[str, Any]) -> dict[str, Any]:
    """The entry as the fields of the form show it."""
    plain = {
        name: body[name] for name in ("kind", "quote", "action", "firmness", "checkable", "polarity", "plover", "areas")
    }
    words = {name: body[name]["text"] if body[name] else "" for name in ("predicate", "when", "where", "condition")}
    edtf, country = (body["when"] or {}).get("edtf"), (body["where"] or {}).get("country")
    return plain | words | {"edtf": edtf or "", "where_country": country or ""}


def unix_lines(words: str) -> str:
    """A browser sends line ends as \\r\\n."""
    return words.replace("\r\n", "\n")


def kept_order(chosen: list[str], before: list[str]) -> list[str]:
    """The chosen areas, those that stood already in their old order."""
    return [area for area in before if area in chosen] + [area for area in chosen if area not in before]
