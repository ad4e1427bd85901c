"""Which documents can be laid beside each other: those in which the same two states have a part."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import F, QuerySet

from memoire.desk.countries import country_name, country_names
from memoire.desk.document_lines import DocumentLine, document_lines
from memoire.ledger.queries import INTERNATIONAL, STANDING
from memoire.ledger.tables import CountryRow, DocumentRow, EntryRow

_MOST: Final = 40
_PAIR: Final = 2
_FAR: Final = 10**9  # days: a document without one comes last


@dataclass(frozen=True, slots=True)
class Choice:
    """Documents to choose from, those that are chosen already first."""

    lines: list[DocumentLine]
    chosen: frozenset[str]
    parties: str  # Pakistan and United States; empty where all documents are offered
    total: int
    order: str


def choice_of(chosen: Sequence[DocumentRow], between: Sequence[str]) -> Choice:
    """Of the pair that is asked for, else of the pair that the chosen document tells most of, else all."""
    pair = _known(between) or _pair_of(chosen)
    rows = _documents(pair).exclude(pk__in=[row.pk for row in chosen])
    near = chosen[0].published if chosen else None
    nearest = _nearest(rows, near) if near else list(rows[:_MOST])
    return Choice(
        lines=document_lines([*chosen, *nearest]),
        chosen=frozenset(row.pk for row in chosen),
        parties=" and ".join(country_name(code) for code in pair),
        total=len(chosen) + rows.count(),
        order="nearest in time first" if near else "newest first",
    )


def _known(between: Sequence[str]) -> tuple[str, ...]:
    pair = tuple(code for code in dict.fromkeys(between) if code in country_names())
    return pair if len(pair) == _PAIR else ()


def _pair_of(chosen: Sequence[DocumentRow]) -> tuple[str, ...]:
    """The two states with most entries of these documents."""
    entries = EntryRow.objects.filter(document__in=[row.pk for row in chosen], state__in=STANDING)
    rows = CountryRow.objects.filter(entry__in=entries).exclude(country=INTERNATIONAL)
    counts = Counter(rows.order_by().values_list("country", flat=True))
    pair = sorted(counts, key=lambda code: (-counts[code], code))[:_PAIR]
    return tuple(sorted(pair, key=country_name)) if len(pair) == _PAIR else ()


def _documents(pair: tuple[str, ...]) -> QuerySet[DocumentRow]:
    rows = DocumentRow.objects.defer("original", "character_map")
    if pair:
        entries = EntryRow.objects.filter(state__in=STANDING)
        for code in pair:
            entries = entries.filter(countries__country=code)
        rows = rows.filter(pk__in=entries.order_by().values("document"))
    return rows.order_by(F("published").desc(nulls_last=True), "id")


def _nearest(rows: QuerySet[DocumentRow], near: date) -> list[DocumentRow]:
    """The texts of only those that are shown are fetched."""
    days = list(rows.order_by().values_list("published", "pk"))
    ids = [pk for _, pk in sorted(days, key=lambda one: (_distance(one[0], near), one[1]))[:_MOST]]
    found = DocumentRow.objects.defer("original", "character_map").in_bulk(ids)
    return [found[pk] for pk in ids]


def _distance(day: date | None, near: date) -> int:
    return abs((day - near).days) if day else _FAR
