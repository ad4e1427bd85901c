"""Entries: the list with its filters, one, its history, and what a person decides about it."""

from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Path, Query, Router, Schema

from memoire.api.problems import NotFound
from memoire.api.shapes import Changed, Entries, EntryShape, HistoryShape, Problem, State
from memoire.api.writing import Writer
from memoire.errors import UsageError
from memoire.ledger import actions, queries
from memoire.ledger.shapes import entry_row_as_json, history_row_as_json
from memoire.ledger.tables import EntryRow, HistoryRow
from memoire.records.codebook import AREAS, Kind
from memoire.records.following import ClaimStanding, Lifecycle, Outcome

router = Router(tags=["entries"])
Id = Annotated[str, Path(max_length=64)]
WRITE_ANSWERS: dict[int, Any] = {200: Changed, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem}
_COUNTRY = r"^[A-Za-z]{3}$"


class EntryFilters(Schema):
    """What entries are wanted; all filters must be met."""

    kind: Kind | None = None
    between: list[Annotated[str, Field(pattern=_COUNTRY)]] = Field(
        [], max_length=5, description="Countries that all have a part"
    )
    by: str | None = Field(None, max_length=100, description="A country's code, or part of the name of an actor")
    area: str | None = Field(None, json_schema_extra={"enum": list(AREAS)})
    lifecycle: Lifecycle | None = Field(None, description="Of commitments, as of today")
    outcome: Outcome | None = Field(None, description="Of commitments, as of today")
    standing: ClaimStanding | None = Field(None, description="Of claims, as of today")
    due_from: date | None = None
    due_to: date | None = None
    state: State | None = Field(None, description="Without it: proposed and confirmed")
    q: str = Field("", max_length=200, description="Words of the quote, the action or the names")
    order: Literal["published", "due", "text", "score"] = "published"
    limit: int = Field(100, ge=1, le=500)
    offset: int = Field(0, ge=0, le=10**9)

    def as_filters(self) -> queries.Filters:
        if self.area is not None and self.area not in AREAS:
            raise UsageError(f"{self.area!r} is no area of the codebook; choose one of {', '.join(AREAS)}")
        due = (self.due_from, self.due_to)
        return queries.Filters(
            kind=self.kind,
            between=tuple(self.between),
            by=self.by,
            area=self.area,
            due=due if any(due) else None,
            lifecycle=self.lifecycle,
            outcome=self.outcome,
            standing=self.standing,
            as_of=timezone.localdate(),
            state=self.state,
            words=self.q,
            order=self.order,
        )


class Reason(Schema):
    """Why; kept in history."""

    reason: str = Field("", max_length=2000)


class Rejection(Schema):
    """Why it is rejected."""

    reason: str = Field(min_length=1, max_length=2000)


class Changes(Reason):
    """Fields of the entry in its own shape; words may be given by their span alone."""

    changes: dict[str, Any] = Field(min_length=1, examples=[{"firmness": "planned"}])


@router.get("", response={200: Entries, 422: Problem}, url_name="entries", by_alias=True)
def list_entries(request: HttpRequest, filters: Query[EntryFilters]) -> dict[str, Any]:
    """The entries that meet every filter."""
    if unknown := sorted(set(request.GET) - set(EntryFilters.model_fields)):
        raise UsageError(f"{', '.join(unknown)}: no such filter; there are {', '.join(EntryFilters.model_fields)}")
    return entries_as_json(queries.entries(filters.as_filters()), filters.limit, filters.offset)


def entries_as_json(rows: Any, limit: int, offset: int = 0) -> dict[str, Any]:
    today = timezone.localdate()
    return {"count": rows.count(), "items": [entry_row_as_json(row, today) for row in rows[offset : offset + limit]]}


@router.get("/{entry_id}", response={200: EntryShape, 404: Problem}, url_name="entry", by_alias=True)
def show_entry(request: HttpRequest, entry_id: Id) -> dict[str, Any]:
    """One entry, whatever its state."""
    return entry_row_as_json(entry_of(entry_id), timezone.localdate())


@router.get("/{entry_id}/history", response={200: list[HistoryShape], 404: Problem}, url_name="entry-history")
def show_history(request: HttpRequest, entry_id: Id) -> list[dict[str, Any]]:
    """What happened to an entry, oldest first."""
    return [history_row_as_json(row) for row in queries.history(entry_of(entry_id).id)]


@router.post("/{entry_id}/confirm", response=WRITE_ANSWERS, auth=Writer(), by_alias=True)
def confirm_entry(request: HttpRequest, entry_id: Id, given: Reason) -> dict[str, Any]:
    """Make a proposal record."""
    return changed(actions.confirm(entry_of(entry_id).id, who=who_of(request), reason=given.reason))


@router.post("/{entry_id}/correct", response=WRITE_ANSWERS, auth=Writer(), by_alias=True)
def correct_entry(request: HttpRequest, entry_id: Id, given: Changes) -> dict[str, Any]:
    """Change fields of an entry and make it record."""
    return changed(actions.correct(entry_of(entry_id).id, given.changes, who=who_of(request), reason=given.reason))


@router.post("/{entry_id}/reject", response=WRITE_ANSWERS, auth=Writer(), by_alias=True)
def reject_entry(request: HttpRequest, entry_id: Id, given: Rejection) -> dict[str, Any]:
    """Say that the document does not say this; the entry is kept, rejected."""
    return changed(actions.reject(entry_of(entry_id).id, who=who_of(request), reason=given.reason))


def changed(row: HistoryRow) -> dict[str, Any]:
    """The deed and the entry as it stands after it, if it was about one."""
    entry = entry_row_as_json(entry_of(row.entry), timezone.localdate()) if row.entry else None
    return {"history": history_row_as_json(row), "entry": entry}


def who_of(request: HttpRequest) -> str:
    """The name that `Writer` found."""
    return str(request.auth)  # type: ignore[attr-defined]


def entry_of(entry_id: str) -> EntryRow:
    row = EntryRow.objects.select_related("document", "reading").filter(pk=entry_id).first()
    if row is None:
        raise NotFound(f"the ledger has no entry {entry_id!r}")
    return row
