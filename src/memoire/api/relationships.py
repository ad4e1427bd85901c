"""Relationships: every pair of states that shares entries, and one with its entries."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Router

from memoire.api.documents import Limit, Offset
from memoire.api.entries import entries_as_json
from memoire.api.problems import NotFound
from memoire.api.shapes import Problem, RelationshipLine, RelationshipShape
from memoire.ledger import queries
from memoire.ledger.queries import Filters

router = Router(tags=["relationships"])
Code = Annotated[str, Path(pattern=r"^[A-Z]{3}$", description="ISO 3166-1 alpha-3")]


@router.get("", response=list[RelationshipLine], url_name="relationships")
def list_relationships(request: HttpRequest) -> list[queries.Relationship]:
    """The pairs of states that share entries, the busiest first."""
    return queries.relationships()


@router.get(
    "/{one}/{other}",
    response={200: RelationshipShape, 404: Problem, 422: Problem},
    url_name="relationship",
    by_alias=True,
)
def show_relationship(
    request: HttpRequest, one: Code, other: Code, limit: Limit = 100, offset: Offset = 0
) -> dict[str, Any]:
    """Two states: the number of entries by kind, and the entries, newest document first."""
    pair = next((pair for pair in queries.relationships() if set(pair.countries) == {one, other}), None)
    if pair is None:
        raise NotFound(f"no entry of the ledger names both {one} and {other}")
    found = entries_as_json(queries.entries(Filters(between=(one, other))), limit, offset)
    return {"countries": (one, other), "counts": pair.counts, "total": pair.total, "entries": found}
