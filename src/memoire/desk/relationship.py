"""Two states: who owes whom, what is due when, what was asked, claimed and said, and in which documents."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from django.db.models import Count, F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from memoire.briefing.wording import area_words, counted
from memoire.desk.axes import MARKS, became_words, life_today
from memoire.desk.balance import HEADS, balance
from memoire.desk.countries import country_name, country_names
from memoire.desk.document_lines import document_lines
from memoire.desk.kinds import LETTERS, PLURALS
from memoire.desk.rows import rows_of
from memoire.desk.timeline import Happening, draw
from memoire.desk.wording import edtf_words
from memoire.following.channels.stored import channels_between, key_of
from memoire.ledger import queries
from memoire.ledger.life_tables import LifeRow
from memoire.ledger.lifecycle import stage_of
from memoire.ledger.owners import with_owner
from memoire.ledger.tables import DocumentRow, EntryRow

_MOST_ROWS: Final = 12  # a table; the rest is one click away
_MOST_DOCUMENTS: Final = 12
_MOST_DRAWN: Final = 400
_FEW: Final = 5000
# What the drawing says of a commitment or claim with one character.
_SIGNS: Final = (
    ("!", "overdue"), ("✓", "kept, supported"), ("½", "partly kept, mixed"), ("✕", "not kept, contradicted"),
    ("–", "cancelled or otherwise closed"),
)  # fmt: skip


def show(request: HttpRequest, one: str, other: str) -> HttpResponse:
    sides = _sides(one, other)
    today = timezone.localdate()
    shared = _shared(sides)
    newest = list(_newest(shared))
    happenings = [_happening(row, today) for row in newest]
    counts = dict(shared.order_by().values_list("kind").annotate(number=Count("pk")))
    context = {
        "one": sides[0],
        "other": sides[1],
        "title": f"{country_name(sides[0])} and {country_name(sides[1])}",
        "total": sum(counts.values()),
        "today": today,
        "balance": balance(shared, sides, today),
        "balance_heads": HEADS.values(),
        "commitments": _commitments(shared, sides, counts.get("commitment", 0), today),
        "kinds": [_kind(shared, kind, counts.get(kind, 0), today) for kind in ("request", "claim", "stance", "event")],
        "letters": [(LETTERS[kind], kind) for kind in LETTERS],
        "signs": _SIGNS,
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


def _happening(row: EntryRow, today: date) -> Happening:
    areas = [area_words(area.area) for area in row.areas.all()]
    life = life_today(row, today)
    return Happening(
        row.id, row.kind, LETTERS[row.kind], row.action, areas[0] if areas else "", row.earliest, row.latest,
        became=became_words(life, today) if life else "", sign=_sign(life, today) if life else "",
    )  # fmt: skip


def _sign(life: LifeRow, today: date) -> str:
    """Nothing where nothing is known yet."""
    if life.standing:
        return "" if life.standing == "unchecked" else MARKS[life.standing]
    if life.outcome:
        return MARKS[life.outcome]
    return MARKS["overdue"] if stage_of(life, today) == "overdue" else ""


def _documents(newest: Iterable[EntryRow]) -> list[DocumentRow]:
    """The newest in which both states have a part in one entry."""
    return list({row.document_id: row.document for row in newest}.values())[:_MOST_DOCUMENTS]
