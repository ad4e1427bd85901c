"""What became of an entry, and what people decide about it."""

from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema

from memoire.api.entries import WRITE_ANSWERS, Id, Reason, Rejection, changed, entry_of, who_of
from memoire.api.following_shapes import AccountShape
from memoire.api.problems import NotFound
from memoire.api.shapes import Place, Problem
from memoire.api.writing import Writer
from memoire.ledger import actions, queries
from memoire.ledger.shapes import account_as_json
from memoire.ledger.tables import DocumentRow
from memoire.ledger.verdicts import Quoted
from memoire.records.following import Outcome, Test

router = Router(tags=["entries"])
Told = Annotated[str, Field(max_length=2000)]


class TestGiven(Reason):
    """By what it will be decided."""

    kept_if: str = Field(min_length=1, max_length=2000)
    partly_if: Told = ""
    not_kept_if: Told = ""


class DueGiven(Reason):
    """When it is due; null for the entry's own time."""

    due: str | None = Field(max_length=40, description="EDTF: 2025-03, 2025-03-31, ../2025-12-31")
    is_house_default: bool = False


class QuoteGiven(Schema):
    """Words of a document."""

    document: str = Field(max_length=64)
    span: Place


class VerdictGiven(Reason):
    """What became of it, with at least one entry, link or quote that carries it."""

    outcome: Outcome
    evidence: list[Annotated[str, Field(max_length=64)]] = Field(
        [], max_length=50, description="Ids of entries or links"
    )
    quotes: list[QuoteGiven] = Field([], max_length=50)
    happened_on: date | None = None
    decided_on: date | None = Field(None, description="Without it: today")


@router.get("/{entry_id}/life", response={200: AccountShape, 404: Problem, 409: Problem, 422: Problem}, url_name="life")
def show_life(
    request: HttpRequest, entry_id: Id, as_of: date | None = None, known_at: datetime | None = None
) -> dict[str, Any]:
    """What became of a commitment or claim as of a day; with `known_at`, as the ledger knew it at that moment."""
    moment = timezone.make_aware(known_at) if known_at and timezone.is_naive(known_at) else known_at
    found = queries.account_of(entry_of(entry_id).id, as_of=as_of or timezone.localdate(), known_at=moment)
    return account_as_json(found)


@router.post("/{entry_id}/test", response=WRITE_ANSWERS, auth=Writer(), by_alias=True)
def write_test(request: HttpRequest, entry_id: Id, given: TestGiven) -> dict[str, Any]:
    """Write the test of a commitment."""
    test = Test(given.kept_if, given.partly_if, given.not_kept_if)
    return changed(actions.write_test(entry_of(entry_id).id, test, who=who_of(request), reason=given.reason))


@router.post("/{entry_id}/due", response=WRITE_ANSWERS, auth=Writer(), by_alias=True)
def set_due(request: HttpRequest, entry_id: Id, given: DueGiven) -> dict[str, Any]:
    """Say when a commitment is due."""
    id_, who = entry_of(entry_id).id, who_of(request)
    done = actions.set_due(id_, given.due, who=who, reason=given.reason, is_house_default=given.is_house_default)
    return changed(done)


@router.post("/{entry_id}/close", response=WRITE_ANSWERS, auth=Writer(), by_alias=True)
def close_commitment(request: HttpRequest, entry_id: Id, given: VerdictGiven) -> dict[str, Any]:
    """Decide what became of a commitment; one that lapsed is carried by its own words, if no others are given."""
    id_ = entry_of(entry_id).id
    quotes = [actions.quoted(queries.find_place(one)) for one in given.evidence]
    quotes += [_quoted(one) for one in given.quotes]
    if given.outcome == "lapsed" and not quotes:
        quotes = [actions.quoted(id_)]
    done = actions.close(
        id_,
        given.outcome,
        quotes=quotes,
        who=who_of(request),
        reason=given.reason,
        decided_on=given.decided_on,
        happened_on=given.happened_on,
    )
    return changed(done)


@router.post("/{entry_id}/reopen", response=WRITE_ANSWERS, auth=Writer(), by_alias=True)
def reopen_commitment(request: HttpRequest, entry_id: Id, given: Rejection) -> dict[str, Any]:
    """Take back the verdict that stands; it is kept as such."""
    return changed(actions.retract_verdict(entry_of(entry_id).id, who=who_of(request), reason=given.reason))


def _quoted(given: QuoteGiven) -> Quoted:
    text = DocumentRow.objects.filter(pk=given.document).values_list("text", flat=True).first()
    if text is None:
        raise NotFound(f"the ledger has no document {given.document!r}")
    start, end = given.span
    return Quoted(given.document, start, end, text[max(start, 0) : max(end, 0)])
