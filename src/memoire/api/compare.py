"""Read-outs side by side, as `memoire compare --as json` prints them."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from memoire.api.problems import NotFound
from memoire.api.shapes import Problem
from memoire.errors import LedgerError
from memoire.following.readouts import compare_readouts
from memoire.following.readouts.shapes import comparison_as_json
from memoire.following.readouts.stored import find_document, readout_of

router = Router(tags=["comparison"])
Ids = Annotated[
    list[Annotated[str, Field(max_length=64)]],
    Query(min_length=2, max_length=8, description="Documents, by their ids or the first digits of them"),
]


class ReadoutShape(Schema):
    """A document that is compared, and how many entries it has."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    entries: int


class DifferenceShape(Schema):
    """What is not said alike: a value for each read-out, null where it is silent, empty where it gives none."""

    what: str
    said: list[str | None]


class LineShape(Schema):
    """One thing that is told, with its entry in each read-out, null where that is silent."""

    said_by: Literal["all", "some", "one"]
    differently: bool
    wording: float = Field(ge=0, le=1, description="The least likeness of wording of two of them")
    entries: list[dict[str, Any] | None]
    differences: list[DifferenceShape]


class ComparisonShape(Schema):
    """Read-outs and their lines, in the order of the first read-out that tells each."""

    readouts: list[ReadoutShape]
    counts: dict[str, int]
    lines: list[LineShape]


@router.get("", response={200: ComparisonShape, 404: Problem, 422: Problem}, url_name="compare")
def compare(request: HttpRequest, document: Ids) -> dict[str, Any]:
    """Documents of the ledger side by side, entry by entry."""
    try:
        readouts = [readout_of(find_document(wanted)) for wanted in document]
    except LedgerError as error:
        raise NotFound(str(error)) from error
    return comparison_as_json(compare_readouts(readouts))
