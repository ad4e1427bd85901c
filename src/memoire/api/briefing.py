"""The brief on a relationship: as JSON, and as a file."""

from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from ninja import Field, Path, Query, Router, Schema

from memoire.api.brief_shapes import BriefShape
from memoire.api.shapes import Problem
from memoire.briefing.brief import brief_of
from memoire.briefing.rendering.json import as_json
from memoire.briefing.rendering.writing import MEDIA_TYPES, file_name, written
from memoire.briefing.structure import Brief, Form

router = Router(tags=["briefing"])
Code = Annotated[str, Path(pattern=r"^[A-Z]{3}$", description="ISO 3166-1 alpha-3")]
_EARLIEST, _LATEST = date(1900, 1, 1), date(2200, 1, 1)


class Wanted(Schema):
    """What the brief is to hold."""

    on: date | None = Field(None, ge=_EARLIEST, le=_LATEST, description="What the ledger had been told by then; today")
    form: Form = "brief"
    up_to: Literal["clear", "green", "amber", "amber+strict", "red"] | None = Field(
        None, description="Leave out what is marked more strictly"
    )
    only_confirmed: bool = False


@router.get("/{side}/{other}", response={200: BriefShape, 422: Problem}, url_name="brief")
def show_brief(request: HttpRequest, side: Code, other: Code, wanted: Query[Wanted]) -> dict[str, Any]:
    """The brief for one side of a relationship, each fact with its footnotes."""
    return as_json(_brief(side, other, wanted))


@router.get("/{side}/{other}/file", response={200: bytes, 422: Problem}, url_name="brief-file")
def download_brief(
    request: HttpRequest, side: Code, other: Code, wanted: Query[Wanted], ending: Literal["docx", "pdf", "html", "md"]
) -> HttpResponse:
    """The same as a file. A PDF needs the extra `pdf`."""
    brief = _brief(side, other, wanted)
    answer = HttpResponse(written(brief, ending), content_type=MEDIA_TYPES[ending])
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file_name(brief, ending))
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _brief(side: str, other: str, wanted: Wanted) -> Brief:
    return brief_of(
        (side, other),
        side=side,
        on=wanted.on or timezone.localdate(),
        form=wanted.form,
        leave_out_stricter_than=wanted.up_to,
        only_confirmed=wanted.only_confirmed,
    )
