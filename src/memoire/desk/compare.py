"""Read-outs side by side; with fewer than two documents, the choice of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from memoire.briefing.wording import joined
from memoire.desk.comparable import Choice, choice_of
from memoire.desk.document import heading_of
from memoire.desk.kinds import LETTERS
from memoire.desk.own_words import with_own_words
from memoire.desk.wording import edtf_words
from memoire.errors import LedgerError
from memoire.following.readouts import Comparison, Difference, Line, compare_readouts
from memoire.following.readouts.stored import find_document, readout_of
from memoire.ledger.tables import DocumentRow
from memoire.records.entry import Entry

FEWEST: Final = 2
MOST: Final = 8
_LABELS: Final = {"polarity": "for or against", "parties": "who"}
_OWN: Final = ("words", "names", "numbers")  # differences that can be shown in the words themselves
_NOT_GIVEN: Final = {
    "words": "no other word",
    "parties": "nobody by name",
    "day": "no day",
    "place": "no place",
    "condition": "no condition",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one read-out says; `html` is its words, those underlined that it has alone."""

    entry: Entry
    number: int  # of the read-out, from 1
    letter: str
    html: str
    meta: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the comparison; a cell is None where a read-out is silent."""

    cells: tuple[Cell | None, ...]
    differences: tuple[tuple[str, str], ...]  # what differs, and what each says
    is_different: bool
    wording: str


def show(request: HttpRequest) -> HttpResponse:
    rows = [_document(wanted) for wanted in dict.fromkeys(request.GET.getlist("document"))][:MOST]
    if len(rows) < FEWEST:
        return _choose(request, choice_of(rows, request.GET.getlist("between")))
    comparison = compare_readouts([readout_of(row) for row in rows])
    context = {
        "readouts": [(number, row, heading_of(row)) for number, row in enumerate(rows, start=1)],
        "counts": comparison.counts,
        "groups": [(kind, f"Said by {kind}", rows_of(comparison, kind)) for kind in ("all", "some")],
        "alone": _alone(comparison),
        "twin": f"{reverse('api:compare')}?{_query(rows)}",
    }
    return render(request, "desk/compare.html", context)


def _document(wanted: str) -> DocumentRow:
    try:
        return find_document(wanted)
    except LedgerError as error:
        raise Http404(str(error)) from error


def _choose(request: HttpRequest, choice: Choice) -> HttpResponse:
    context = {"choice": choice, "most": MOST, "twin": reverse("api:documents")}
    return render(request, "desk/compare_choice.html", context)


def _query(rows: Sequence[DocumentRow]) -> str:
    query = QueryDict(mutable=True)
    query.setlist("document", [row.pk for row in rows])
    return query.urlencode()


def rows_of(comparison: Comparison, said_by: str) -> list[Row]:
    return [_row(line) for line in comparison.lines if line.said_by == said_by]


def _alone(comparison: Comparison) -> list[tuple[int, list[Cell]]]:
    """For each read-out what it tells alone."""
    rows = rows_of(comparison, "one")
    numbers = range(1, len(comparison.readouts) + 1)
    return [
        (number, [cell for row in rows for cell in row.cells if cell and cell.number == number]) for number in numbers
    ]


def _row(line: Line) -> Row:
    cells = tuple(_cell(line, place) for place in range(len(line.cells)))
    told = tuple((_LABELS.get(one.what, one.what), _values(one)) for one in line.differences)
    return Row(cells, told, line.is_different, f"wording {line.wording:.0%} alike")


def _cell(line: Line, place: int) -> Cell | None:
    entry = line.cells[place]
    if entry is None:
        return None
    own = [one.said[place] or "" for one in line.differences if one.what in _OWN]
    words = [word for said in own for word in said.split(", ") if word]
    when = edtf_words(entry.when.edtf) if entry.when and entry.when.edtf else ""
    meta = " · ".join(filter(None, (entry.firmness, when)))
    return Cell(entry, place + 1, LETTERS[entry.kind], with_own_words(entry.quote, words), meta)


def _values(difference: Difference) -> str:
    """`Oct 2024 in 1 and 3; no day in 2`."""
    places: dict[str, list[str]] = {}
    for number, value in enumerate(difference.said, start=1):
        if value is not None:
            places.setdefault(value, []).append(str(number))
    return "; ".join(f"{_value(difference.what, value)} in {joined(numbers)}" for value, numbers in places.items())


def _value(what: str, value: str) -> str:
    if not value:
        return _NOT_GIVEN.get(what, "none")
    return edtf_words(value) if what == "day" else value
