"""Ledger → facts: the one place where a brief asks the database."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any, Final

from django.db.models import Q, QuerySet

from memoire.briefing.facts import Bearings, Decision, Facts, Item, Paper, Place, Quoted
from memoire.briefing.folding import fold
from memoire.errors import UsageError
from memoire.ledger import accounts, lives, queries
from memoire.ledger.life import life_of, standing_of_claim
from memoire.ledger.life_tables import LinkRow
from memoire.ledger.tables import DocumentRow, EntryRow
from memoire.ledger.verdicts import is_standing
from memoire.records.codebook import KINDS
from memoire.records.document import MARKINGS
from memoire.records.shapes import entry_from_json
from memoire.records.spans import Span
from memoire.registries.states import name_of_state

_MOST: Final = 5000  # newest entries; a brief of more is no brief
_PART: Final = 500  # entries at a time
_TEXTS: Final = ("document__text", "document__original", "document__character_map")


def gather(
    parties: Iterable[str], *, as_of: date, leave_out_stricter_than: str | None = None, only_confirmed: bool = False
) -> Facts:
    """What the ledger had been told by `as_of` of the relationship.

    Raises:
        UsageError: a party is no state, or there are fewer than two; a marking that is none.
    """
    codes = checked_parties(parties)
    condition = _asked(as_of, leave_out_stricter_than, only_confirmed=only_confirmed)
    shared = _bare(queries.entries(queries.Filters(between=codes))).filter(condition)
    rows = {row.pk: row for row in shared[:_MOST]}
    rows |= {row.pk: row for row in _claims_beside(rows.values(), codes).filter(condition)[:_MOST]}
    return Facts(
        parties=codes,
        as_of=as_of,
        items=fold(
            items_of(rows.values(), as_of, allowed=_allowed(leave_out_stricter_than)), mentions=_proposed_mentions(rows)
        ),
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
    rows = _bare(queries.entries(queries.Filters(between=codes))).filter(condition)
    ordered = rows.order_by("document__published", "document_id", "span_start", "pk").iterator(_PART)
    while part := list(islice(ordered, _PART)):
        yield from items_of(part, as_of, allowed=_allowed(leave_out_stricter_than))


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
    allowed = _allowed(strictest)
    return condition & Q(marking__in=allowed, document__marking__in=allowed)


def _allowed(strictest: str | None) -> Sequence[str]:
    """The markings up to one; all where none is named."""
    if strictest is None:
        return MARKINGS
    if strictest not in MARKINGS:
        raise UsageError(f"{strictest!r} is no marking; choose one of {', '.join(MARKINGS)}")
    return MARKINGS[: MARKINGS.index(strictest) + 1]


def _by_then(field: str, as_of: date) -> Q:
    return Q(**{f"{field}__lte": as_of}) | Q(**{f"{field}__isnull": True})


def _claims_beside(rows: Iterable[EntryRow], parties: tuple[str, ...]) -> QuerySet[EntryRow]:
    """What either side asserted in the same documents, also where it concerns that side alone."""
    claims = _bare(queries.entries(queries.Filters(kind="claim"))).filter(
        document__in={row.document_id for row in rows}
    )
    return claims.filter(parties__actor__country__in=parties).distinct()


def _bare(rows: QuerySet[EntryRow]) -> QuerySet[EntryRow]:
    """Without parties, areas and lives, which a row's own shape and `lives.gather` give."""
    return rows.prefetch_related(None)


def items_of(rows: Iterable[EntryRow], as_of: date, *, allowed: Sequence[str] = MARKINGS) -> list[Item]:
    """Each row with what became of it, oldest document first; reports that are not allowed count for nothing."""
    found = {row.pk: row for row in sorted(rows, key=_by_day)}
    known = lives.gather({pk: row for pk, row in found.items() if row.kind in lives.LIVING})
    again, links = _told_again(found, as_of, allowed), _links(found, as_of, allowed)
    papers = _quoted_papers([*found.values(), *(row for rows_ in again.values() for row in rows_)], allowed)
    return [
        _item(row, known.get(pk), again=again.get(pk, []), links=links.get(pk, []), papers=papers, as_of=as_of)
        for pk, row in found.items()
    ]


def _by_day(row: EntryRow) -> tuple[date, str, int, str]:
    return row.document.published or date.min, row.document_id, row.span_start, row.pk


def _told_again(found: Collection[str], as_of: date, allowed: Sequence[str]) -> dict[str, list[EntryRow]]:
    """The entries that tell one of them once more, by its id."""
    marked = Q(marking__in=allowed, document__marking__in=allowed)
    rows = EntryRow.objects.filter(marked, _by_then("document__published", as_of), mention_of__in=list(found))
    again: dict[str, list[EntryRow]] = {}
    standing = rows.filter(state__in=queries.STANDING).select_related("document").defer(*_TEXTS)
    for row in standing.order_by("document__published", "pk"):
        again.setdefault(row.mention_of_id or "", []).append(row)
    return again


def _links(found: Collection[str], as_of: date, allowed: Sequence[str]) -> dict[str, list[LinkRow]]:
    """What bears on them, proposed or accepted, by the id of what it bears on."""
    marked = Q(place__marking__in=allowed, place__document__marking__in=allowed)
    rows = accounts.links_of(list(found)).filter(marked, _by_then("place__document__published", as_of))
    links: dict[str, list[LinkRow]] = {}
    for row in rows.exclude(bears="mentions"):
        links.setdefault(row.of.mention_of_id or row.of_id, []).append(row)
    return links


def _proposed_mentions(found: Collection[str]) -> dict[str, str]:
    """What following believes to be told once more, by id; the surest where it proposes several."""
    rows = LinkRow.objects.filter(bears="mentions", state="proposed", of__in=list(found), place__in=list(found))
    return dict(rows.order_by("score", "pk").values_list("place_id", "of_id"))


def _quoted_papers(rows: Iterable[EntryRow], allowed: Sequence[str]) -> dict[str, Paper]:
    """The documents that verdicts quote."""
    ids = {quote["document"] for row in rows for verdict in row.verdicts or () for quote in verdict["quotes"]}
    documents = DocumentRow.objects.filter(pk__in=ids, marking__in=allowed)
    return {row.pk: paper_of(row) for row in documents.defer("text", "original", "character_map")}


def _item(
    row: EntryRow,
    known: lives.Known | None,
    *,
    again: Sequence[EntryRow],
    links: Sequence[LinkRow],
    papers: Mapping[str, Paper],
    as_of: date,
) -> Item:
    item = Item(
        place_of(row),
        told_again=tuple(place_of(one) for one in again),
        evidence=tuple(
            Bearings(place_of(link.place), link.bears, is_accepted=link.state == "confirmed")  # type: ignore[arg-type]
            for link in links
        ),
    )
    if known is None:
        return item
    counted = {link.place_id for link in links}
    accepted = [(link, told) for link, told in known.links if link.place in counted]
    if row.kind == "claim":
        return replace(item, standing=standing_of_claim(accepted, as_of=as_of))
    shapes = _verdicts((row, *again), papers, as_of)
    life = life_of(
        known.first,
        accepted,
        [lives.verdict_from_json(shape) for shape in shapes],
        as_of=as_of,
        due=known.given_due,
        default_due=known.default_due,
    )
    return replace(item, life=life, decisions=tuple(_decision(shape, papers) for shape in shapes))


def _verdicts(rows: Iterable[EntryRow], papers: Mapping[str, Paper], as_of: date) -> list[dict[str, Any]]:
    """Those that hold and were decided by then; one that rests on a document left out is left out with it."""
    found = [shape for row in rows for shape in row.verdicts or () if is_standing(shape)]
    return [
        shape
        for shape in found
        if date.fromisoformat(shape["decided_on"]) <= as_of
        and all(quote["document"] in papers for quote in shape["quotes"])
    ]


def _decision(shape: Mapping[str, Any], papers: Mapping[str, Paper]) -> Decision:
    quoted = tuple(
        Quoted(papers[quote["document"]], Span(*quote["span"]), quote["quote"], quote["entry"])
        for quote in shape["quotes"]
    )
    return Decision(shape["outcome"], date.fromisoformat(shape["decided_on"]), quoted)


def place_of(row: EntryRow) -> Place:
    entry = replace(entry_from_json(row.body), id=row.pk)
    return Place(entry, paper_of(row.document), row.state, _stricter(row.marking, row.document.marking))


def paper_of(row: DocumentRow) -> Paper:
    return Paper(
        row.id, row.title, row.publisher, row.published, row.kind, row.source, row.marking, row.reliability,
        row.dateline, row.language, row.withdrawn is not None,
    )  # fmt: skip


def _stricter(one: str, other: str) -> str:
    return max(one, other, key=MARKINGS.index)
