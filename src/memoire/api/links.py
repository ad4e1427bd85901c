"""Links: what bears on what, and what a person decides about it."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Path, Query, Router, Schema

from memoire.api.entries import Reason, Rejection, who_of
from memoire.api.following_shapes import ChangedLink, Links, LinkShape
from memoire.api.problems import NotFound
from memoire.api.shapes import Problem, State
from memoire.api.writing import Writer
from memoire.errors import UsageError
from memoire.ledger import actions
from memoire.ledger.life_tables import LinkRow
from memoire.ledger.shapes import history_row_as_json, link_row_as_json, links_by_id
from memoire.ledger.tables import HistoryRow
from memoire.records.following import Bearing

router = Router(tags=["links"])
Id = Annotated[str, Path(max_length=16)]
WRITE_ANSWERS: dict[int, Any] = {200: ChangedLink, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem}


class LinkFilters(Schema):
    """What links are wanted; all filters must be met. The surest come first."""

    state: State | None = Field(None, description="Without it: proposed and confirmed")
    bears: Bearing | None = None
    of: str | None = Field(None, max_length=64, description="The entry that is borne upon")
    place: str | None = Field(None, max_length=64, description="The entry that bears")
    review: bool = Field(default=False, description="Only those that ask to be looked at again")
    limit: int = Field(100, ge=1, le=500)
    offset: int = Field(0, ge=0, le=10**9)


class Acceptance(Reason):
    """With another bearing or due day, where a person knows better."""

    bears: Bearing | None = None
    new_due: str | None = Field(None, max_length=40, description="EDTF")


@router.get("", response={200: Links, 422: Problem}, url_name="links")
def list_links(request: HttpRequest, filters: Query[LinkFilters]) -> dict[str, Any]:
    """The links that meet every filter."""
    if unknown := sorted(set(request.GET) - set(LinkFilters.model_fields)):
        raise UsageError(f"{', '.join(unknown)}: no such filter; there are {', '.join(LinkFilters.model_fields)}")
    wanted = {"bears": filters.bears, "of": filters.of, "place": filters.place}
    states = [filters.state] if filters.state else ["proposed", "confirmed"]
    found = LinkRow.objects.filter(state__in=states, **{name: value for name, value in wanted.items() if value})
    if filters.review:
        found = found.filter(review__isnull=False)
    return links_as_json(found.order_by("-score", "pk"), filters.limit, filters.offset)


def links_as_json(rows: Any, limit: int, offset: int = 0) -> dict[str, Any]:
    ids = list(rows.values_list("pk", flat=True)[offset : offset + limit])
    return {"count": rows.count(), "items": [link_row_as_json(row) for row in links_by_id(ids)]}


@router.get("/{link_id}", response={200: LinkShape, 404: Problem}, url_name="link")
def show_link(request: HttpRequest, link_id: Id) -> dict[str, Any]:
    """One link, whatever its state."""
    return _link(link_id)


@router.post("/{link_id}/accept", response=WRITE_ANSWERS, auth=Writer())
def accept_link(request: HttpRequest, link_id: Id, given: Acceptance) -> dict[str, Any]:
    """Make a proposed link record, and both its entries; of one that asks to be looked at again, say that it holds."""
    _link(link_id)
    who = who_of(request)
    return _changed(actions.accept(link_id, who=who, reason=given.reason, bears=given.bears, new_due=given.new_due))


@router.post("/{link_id}/reject", response=WRITE_ANSWERS, auth=Writer())
def reject_link(request: HttpRequest, link_id: Id, given: Rejection) -> dict[str, Any]:
    """Say that the one entry does not bear so on the other; it is kept, and not proposed again."""
    _link(link_id)
    return _changed(actions.decline(link_id, who=who_of(request), reason=given.reason))


def _changed(row: HistoryRow) -> dict[str, Any]:
    return {"history": history_row_as_json(row), "link": _link(row.link)}


def _link(link_id: str) -> dict[str, Any]:
    if not LinkRow.objects.filter(pk=link_id).exists():
        raise NotFound(f"the ledger has no link {link_id!r}")
    return link_row_as_json(links_by_id([link_id])[0])
