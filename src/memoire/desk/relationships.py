"""All pairs of states that share entries."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from memoire.desk.countries import country_name
from memoire.desk.kinds import LETTERS, PLURALS
from memoire.ledger import queries
from memoire.records.codebook import KINDS


def show(request: HttpRequest) -> HttpResponse:
    context = {
        "kinds": [(LETTERS[kind], kind, PLURALS[kind]) for kind in KINDS],
        "pairs": [_line(pair) for pair in queries.relationships()],
        "twin": reverse("api:relationships"),
    }
    return render(request, "desk/relationships.html", context)


def _line(pair: queries.Relationship) -> dict[str, Any]:
    one, other = sorted(pair.countries, key=country_name)
    return {
        "name": f"{country_name(one)} and {country_name(other)}",
        "href": reverse("desk:relationship", args=[one, other]),
        "counts": [pair.counts.get(kind, 0) for kind in KINDS],
        "total": pair.total,
    }
