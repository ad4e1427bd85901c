"""The errors of a form as its summary lists them, each leading to its field."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.forms import BaseForm


@dataclass(frozen=True, slots=True)
class Problem:
    """`id` is the field's; empty where the whole form is meant."""

    id: str
    words: str


def problems_of(form: BaseForm) -> Iterator[Problem]:
    for name, errors in form.errors.items():
        field = form[name] if name in form.fields else None
        for error in errors:
            yield Problem(field.auto_id if field else "", str(error))
