"""Ledger → facts: the one place where a brief asks the database."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Final

from django.db.models import Q, QuerySet

from memoire.briefing.facts import Facts, Item, Paper, Place
from memoire.briefing.folding import fold
from memoire.errors import UsageError
from memoire.ledger import queries
from memoire.ledger.life import life_of, standing_of_claim
from memoire.ledger.tables import DocumentRow, EntryRow
from memoire.records.codebook import KINDS
from memoire.records.document import MARKINGS
from memoire.records.following import Told
from memoire.records.shapes import entry_from_json
from memoire.registries.states import name_of_state

_MOST: Final = 5000  # newest entries; a brief of more is no brief
_PART: Final = 500  # entries at a time


def gather(
    parties: Iterable[str], *, as_of: date, leave_out_stricter_than: str | None = None, only_confirmed: bool = False
) -> Facts:
    """What the ledger had been told by `as_of` of the relationship.

    Raises:
        UsageError: a party is no state, or there are fewer than two; a marking that is none.
    """
    codes = checked_parties(parties)
    condition = _asked(as_of, leave_out_stricter_than, only_confirmed=only_confirmed)
    shared = queries.entries(queries.Filters(between=codes)).filter(condition)
    rows = {row.pk: row for row in shared[:_MOST]}
    rows |= {row.pk: row for row in _claims_beside(rows.values(), codes).filter(condition)[:_MOST]}
    return Facts(
        parties=codes,
        as_of=as_of,
        items=fold(items_of(rows.values(), as_of)),
        papers_searched=DocumentRow.objects.filter(_by_then("published", as_of)).count(),
        leaves_out_stricter_than=leave_out_stricter_than,
    )


def gather_items(
    parties: Iterable[str],
    *,
    as_of: date,
    kinds: Sequence[str] = KINDS,
    leave_out_stricter_than: str | None = None,
    only_confirmed: bool = False,
) -> Iterator[Item]:
    """Every entry, unfolded, in which all of the parties have a part; of the whole ledger where none is named."""
    codes = checked_parties(parties, fewest=0)
    condition = _asked(as_of, leave_out_stricter_than, only_confirmed=only_confirmed) & Q(kind__in=kinds)
    rows = queries.entries(queries.Filters(between=codes)).filter(condition)
    ordered = rows.order_by("document__published", "document_id", "span_start", "pk").iterator(_PART)
    while part := list(islice(ordered, _PART)):
        yield from items_of(part, as_of)


def checked_parties(parties: Iterable[str], *, fewest: int = 2) -> tuple[str, ...]:
    """The codes in large letters, each once."""
    codes = tuple(dict.fromkeys(code.upper() for code in parties))
    for code in codes:
        if name_of_state(code) is None:
            raise UsageError(f"{code!r} is no state; give its code of three letters, as PAK or USA")
    if len(codes) < fewest:
        raise UsageError(f"a brief is of two states or more; {', '.join(codes) or 'none'} was given: USA PAK")
    return codes


def _asked(as_of: date, strictest: str | None, *, only_confirmed: bool) -> Q:
    condition = _by_then("document__published", as_of)
    if only_confirmed:
        condition &= Q(state="confirmed")
    if strictest is not None:
        if strictest not in MARKINGS:
            raise UsageError(f"{strictest!r} is no marking; choose one of {', '.join(MARKINGS)}")
        allowed = MARKINGS[: MARKINGS.index(strictest) + 1]
        condition &= Q(marking__in=allowed, document__marking__in=allowed)
    return condition


def _by_then(field: str, as_of: date) -> Q:
    return Q(**{f"{field}__lte": as_of}) | Q(**{f"{field}__isnull": True})


def _claims_beside(rows: Iterable[EntryRow], parties: tuple[str, ...]) -> QuerySet[EntryRow]:
    """What either side asserted in the same documents, also where it concerns that side alone."""
    claims = queries.entries(queries.Filters(kind="claim")).filter(document__in={row.document_id for row in rows})
    return claims.filter(parties__actor__country__in=parties).distinct()


def items_of(rows: Iterable[EntryRow], as_of: date) -> list[Item]:
    """Each row with what became of it, oldest document first."""
    ordered = sorted(
        rows, key=lambda row: (row.document.published or date.min, row.document_id, row.span_start, row.pk)
    )
    return [_item(row, as_of) for row in ordered]


def _item(row: EntryRow, as_of: date) -> Item:
    place = place_of(row)
    if place.entry.kind == "commitment":
        told = Told(place.entry, place.paper.id, place.paper.published, place.paper.publisher, place.paper.kind)
        return Item(place, life=life_of(told, (), as_of=as_of))
    if place.entry.kind == "claim":
        return Item(place, standing=standing_of_claim((), as_of=as_of))
    return Item(place)


def place_of(row: EntryRow) -> Place:
    entry = replace(entry_from_json(row.body), id=row.pk)
    return Place(entry, paper_of(row.document), row.state, _stricter(row.marking, row.document.marking))


def paper_of(row: DocumentRow) -> Paper:
    return Paper(
        row.id, row.title, row.publisher, row.published, row.kind, row.source, row.marking, row.reliability,
        row.dateline, row.language,
    )  # fmt: skip


def _stricter(one: str, other: str) -> str:
    return max(one, other, key=MARKINGS.index)
