"""Two states: who owes whom, what is due when, what was asked, claimed and said, and in which documents."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Case, Count, F, QuerySet, Value, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from memoire.desk.countries import country_name, country_names
from memoire.desk.document_lines import document_lines
from memoire.desk.kinds import LETTERS, PLURALS
from memoire.desk.rows import rows_of
from memoire.desk.timeline import Happening, draw
from memoire.desk.wording import area_words, counted, edtf_words
from memoire.following.channels.stored import channels_between, key_of
from memoire.ledger import queries
from memoire.ledger.lifecycle import is_in
from memoire.ledger.owners import OWNERS, with_owner
from memoire.ledger.tables import DocumentRow, EntryRow

_MOST_ROWS: Final = 12  # a table; the rest is one click away
_MOST_DOCUMENTS: Final = 12
_MOST_DRAWN: Final = 400
_FEW: Final = 5000
_STAGES: Final = ("overdue", "due", "dated", "undated")


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """The open commitments of one owner, by where they stand in time."""

    owner: str
    name: str
    counts: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def show(request: HttpRequest, one: str, other: str) -> HttpResponse:
    sides = _sides(one, other)
    today = timezone.localdate()
    shared = _shared(sides)
    newest = list(_newest(shared))
    happenings = [_happening(row) for row in newest]
    counts = dict(shared.order_by().values_list("kind").annotate(number=Count("pk")))
    context = {
        "one": sides[0],
        "other": sides[1],
        "title": f"{country_name(sides[0])} and {country_name(sides[1])}",
        "total": sum(counts.values()),
        "balance": balance(shared, sides, today),
        "commitments": _commitments(shared, sides, counts.get("commitment", 0), today),
        "kinds": [_kind(shared, kind, counts.get(kind, 0), today) for kind in ("request", "claim", "stance", "event")],
        "letters": [(LETTERS[kind], kind) for kind in LETTERS],
        "timeline": draw(happenings, today),
        "happenings": sorted((h for h in happenings if h.is_placed), key=lambda h: (h.day or today, h.id)),
        "channels": channel_lines(sides),
        "documents": document_lines(_documents(newest)),
        "documents_total": shared.order_by().values("document").distinct().count(),
        "twin": reverse("api:relationship", args=sides),
    }
    return render(request, "desk/relationship.html", context)


def _shared(sides: tuple[str, str]) -> QuerySet[EntryRow]:
    """The entries in which both have a part. Where they are few they are found once, and then asked for by id."""
    shared = queries.entries(queries.Filters(between=sides))
    ids = list(shared.order_by().values_list("pk", flat=True)[: _FEW + 1])
    return queries.entries().filter(pk__in=ids) if len(ids) <= _FEW else shared


def channel_lines(sides: tuple[str, str]) -> list[dict[str, Any]]:
    """The channels of both, with the number of their rounds and when the last was held."""
    return [
        {
            "name": channel.name,
            "href": reverse("desk:channel", args=[*sides, key_of(channel, *sides)]),
            "rounds": len(channel.rounds),
            "awaited": len(channel.awaited),
            "last": next((edtf_words(one.edtf) for one in reversed(channel.rounds) if one.edtf), ""),
        }
        for channel in channels_between(*sides)
    ]


def _sides(one: str, other: str) -> tuple[str, str]:
    if one == other or one not in country_names() or other not in country_names():
        raise Http404(f"{one} and {other} are not two states")
    return one, other


def balance(shared: QuerySet[EntryRow], sides: tuple[str, str], today: date) -> list[BalanceRow]:
    """Who owes: each side, both together, and the rest if there is any."""
    rows = with_owner(shared.filter(kind="commitment"), *sides).annotate(stage=_stage(today)).order_by()
    names = dict(zip(OWNERS, owner_names(sides), strict=True))
    counts = {owner: dict.fromkeys(_STAGES, 0) for owner in OWNERS}
    for owner, stage, number in rows.values_list("owner", "stage").annotate(number=Count("pk")):
        counts[owner][stage] = number
    found = [BalanceRow(owner, names[owner], counts[owner]) for owner in OWNERS]
    return [row for row in found if row.total or row.owner in ("ours", "theirs", "joint")]


def owner_names(sides: tuple[str, str]) -> tuple[str, str, str, str]:
    one, other = map(country_name, sides)
    return f"{one} owes", f"{other} owes", "Both owe together", "Owed by others or nobody known"


def _stage(today: date) -> Case:
    return Case(
        When(is_in("overdue", today), then=Value("overdue")),
        When(is_in("due", today), then=Value("due")),
        When(latest__isnull=False, then=Value("dated")),
        default=Value("undated"),
    )


def _commitments(shared: QuerySet[EntryRow], sides: tuple[str, str], total: int, today: date) -> dict[str, Any]:
    """By due day, the next and latest first; those without a day at the end."""
    found = with_owner(shared.filter(kind="commitment"), *sides).order_by(F("latest").desc(nulls_last=True), "id")
    caption = _caption(total, "commitment", "day due, latest first")
    owners = {"ours": country_name(sides[0]), "theirs": country_name(sides[1]), "joint": "both"}
    return {"rows": rows_of(found[:_MOST_ROWS] if total else (), today, owners), "total": total, "caption": caption}


def _kind(shared: QuerySet[EntryRow], kind: str, total: int, today: date) -> dict[str, Any]:
    found = shared.filter(kind=kind)[:_MOST_ROWS] if total else ()
    return {
        "kind": kind,
        "heading": PLURALS[kind].capitalize(),
        "rows": rows_of(found, today),
        "total": total,
        "total_words": counted(total, kind, PLURALS[kind]),
        "caption": _caption(total, kind, "day of the document, newest first"),
    }


def _caption(total: int, kind: str, sorted_by: str) -> str:
    shown = f"; {_MOST_ROWS} shown" if total > _MOST_ROWS else ""
    return f"{counted(total, kind, PLURALS[kind])}, sorted by {sorted_by}{shown}"


def _newest(shared: QuerySet[EntryRow]) -> Iterable[EntryRow]:
    return shared.order_by(F("document__published").desc(nulls_last=True), "id")[:_MOST_DRAWN]


def _happening(row: EntryRow) -> Happening:
    areas = [area_words(area.area) for area in row.areas.all()]
    return Happening(
        row.id, row.kind, LETTERS[row.kind], row.action, areas[0] if areas else "", row.earliest, row.latest
    )


def _documents(newest: Iterable[EntryRow]) -> list[DocumentRow]:
    """The newest in which both states have a part in one entry."""
    return list({row.document_id: row.document for row in newest}.values())[:_MOST_DOCUMENTS]
