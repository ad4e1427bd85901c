"""What became of one commitment or claim, as of any day, and as the ledger knew it at any moment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.db.models import Q, QuerySet

from memoire.errors import LedgerError
from memoire.ledger.life import life_of, standing_of_claim
from memoire.ledger.life_tables import LinkRow
from memoire.ledger.links import LinkStanding
from memoire.ledger.lives import LIVING, Known, verdict_from_json
from memoire.ledger.standing import Standing
from memoire.ledger.tables import DocumentRow, EntryRow, HistoryRow
from memoire.ledger.told import told, told_in
from memoire.ledger.verdicts import is_standing
from memoire.records.following import ClaimStanding, Life, Link, Told

_LIGHT: Final = ("document__text", "document__original", "document__character_map")


@dataclass(frozen=True, slots=True)
class LinkTold:
    """A link with what it leads to, whatever became of it."""

    id: str
    link: Link
    place: Told
    state: str
    review: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """A commitment or claim with all that the ledger knows of what became of it."""

    first: Told
    as_of: date
    known_at: datetime | None  # None: now
    life: Life | None  # of a commitment
    standing: ClaimStanding | None  # of a claim
    mentions: tuple[Told, ...] = ()  # entries that tell it once more, oldest first
    links: tuple[LinkTold, ...] = ()  # those that stand or wait, by the day of the report
    verdicts: tuple[dict[str, Any], ...] = ()  # those taken back too, in the order of decision
    test: dict[str, Any] | None = None
    is_test_first: bool | None = None  # whether the test was written before evidence was looked for
    due: dict[str, Any] | None = None  # where a person or the house has set it
    review: str | None = None


@dataclass
class _Then:
    """What stood at one moment."""

    first: Standing
    mentions: dict[str, Standing] = field(default_factory=dict)
    links: dict[str, LinkStanding] = field(default_factory=dict)


def account_of(entry_id: str, *, as_of: date, known_at: datetime | None = None) -> Account:
    """What became of a commitment or claim, or of the one that the entry tells once more.

    `as_of` is a day in the world: reports published and verdicts decided after it are left out of the life. `known_at`
    is a moment of the ledger: what was added, accepted or decided after it is left out altogether.

    Raises:
        LedgerError: there is no such entry, it is of another kind, or the ledger did not know it then.
    """
    row = EntryRow.objects.select_related("document").defer(*_LIGHT).filter(pk=entry_id).first()
    if row is None or row.kind not in LIVING:
        kind = f"is a {row.kind}" if row else "is not in the ledger"
        raise LedgerError(f"{entry_id} {kind}; only of commitments and claims is it kept what became of them")
    then = _now(row) if known_at is None else _at(row, known_at)
    if then.first.mention_of:
        return account_of(then.first.mention_of, as_of=as_of, known_at=known_at)
    return _account(row, then, as_of, known_at)


def _account(row: EntryRow, then: _Then, as_of: date, known_at: datetime | None) -> Account:
    first = told_in(then.first.entry(), row.document)
    links = _links_told(then)
    verdicts = [v for standing in (then.first, *then.mentions.values()) for v in standing.verdicts or ()]
    known = Known(
        first,
        [(one.link, one.place) for one in links if one.state == "confirmed" and one.link.bears != "mentions"],
        [verdict_from_json(verdict) for verdict in verdicts if is_standing(verdict)],
        then.first.due,
    )
    is_claim = first.entry.kind == "claim"
    return Account(
        first=first, as_of=as_of, known_at=known_at,
        life=None if is_claim else _life(known, as_of),
        standing=standing_of_claim(known.links, as_of=as_of) if is_claim else None,
        mentions=_mentions(then), links=links, verdicts=tuple(verdicts), test=then.first.test,
        is_test_first=_is_test_first(row.pk, then) if then.first.test else None,
        due=then.first.due, review=then.first.review,
    )  # fmt: skip


def _life(known: Known, as_of: date) -> Life:
    return life_of(
        known.first, known.links, known.verdicts, as_of=as_of, due=known.given_due, default_due=known.default_due
    )


def _now(row: EntryRow) -> _Then:
    mentions = {one.pk: Standing.of(one) for one in EntryRow.objects.filter(mention_of=row.pk)}
    links = LinkRow.objects.filter(of__in=(row.pk, *mentions))
    return _Then(Standing.of(row), mentions, {link.pk: LinkStanding.of_row(link) for link in links})


def _at(row: EntryRow, moment: datetime) -> _Then:
    """History up to a moment; its last rows hold the whole of what stood."""
    first = standings_at((row.pk,), moment).get(row.pk)
    if first is None:
        raise LedgerError(f"the ledger did not know {row.pk} at {moment:%Y-%m-%d %H:%M}; give a later moment")
    once = standings_at(_ever_merged(row.pk), moment)
    mentions = {id_: standing for id_, standing in once.items() if standing.mention_of == row.pk}
    rows = HistoryRow.objects.filter(entry__in=(row.pk, *mentions), at__lte=moment).exclude(link="").order_by("id")
    return _Then(first, mentions, {deed.link: LinkStanding.from_json(deed.after or {}) for deed in rows})


def _ever_merged(entry_id: str) -> set[str]:
    """Whatever was proposed as a mention of the entry, and as a mention of that."""
    found: set[str] = set()
    newest = {entry_id}
    while newest:
        places = LinkRow.objects.filter(of__in=newest, bears="mentions").values_list("place", flat=True)
        newest = set(places) - found
        found |= newest
    return found


def standings_at(entry_ids: Iterable[str], moment: datetime) -> dict[str, Standing]:
    """How the entries stood at a moment; those that the ledger did not know then are left out."""
    rows = HistoryRow.objects.filter(entry__in=set(entry_ids), link="", at__lte=moment).order_by("id")
    return {row.entry: Standing.from_json(row.after or {}) for row in rows}


def _mentions(then: _Then) -> tuple[Told, ...]:
    documents = DocumentRow.objects.defer("text", "original", "character_map").in_bulk(
        [standing.document for standing in then.mentions.values()]
    )
    found = [told_in(standing.entry(), documents[standing.document]) for standing in then.mentions.values()]
    return tuple(sorted(found, key=_by_day))


def _links_told(then: _Then) -> tuple[LinkTold, ...]:
    """The links that stand or wait, by the day of the report; the reports' entries are taken as they stand now."""
    shown = {id_: link for id_, link in then.links.items() if link.state in ("proposed", "confirmed")}
    rows = EntryRow.objects.select_related("document").defer(*_LIGHT)
    places = rows.in_bulk([link.place for link in shown.values()])
    found = [LinkTold(id_, one.link(), told(places[one.place]), one.state, one.review) for id_, one in shown.items()]
    return tuple(sorted(found, key=lambda one: (*_by_day(one.place), one.id)))


def _by_day(place: Told) -> tuple[date, str, int]:
    return place.published or date.min, place.document, place.entry.span.start


def _is_test_first(entry_id: str, then: _Then) -> bool:
    """Whether the test as it stands was written before the first link was proposed."""
    rows = HistoryRow.objects.filter(entry=entry_id).order_by("id").only("pk", "link", "after")
    linked = next((row.pk for row in rows if row.link), None)
    written = [row.pk for row in rows if not row.link and (row.after or {}).get("test") == then.first.test]
    return linked is None or (bool(written) and written[0] < linked)


def links_of(entry_ids: Sequence[str], *, states: Sequence[str] = ("proposed", "confirmed")) -> QuerySet[LinkRow]:
    """What bears on these entries, and on those that tell them once more; with places and documents at hand."""
    found = LinkRow.objects.filter(Q(of__in=entry_ids) | Q(of__mention_of__in=entry_ids), state__in=states)
    return _with_company(found)


def bearing_on(entry_ids: Sequence[str], *, states: Sequence[str] = ("proposed", "confirmed")) -> QuerySet[LinkRow]:
    """Upon what these entries bear."""
    return _with_company(LinkRow.objects.filter(place__in=entry_ids, state__in=states))


def find_link(beginning: str) -> LinkRow:
    """One link, whatever its state, by its id or the first characters of it.

    Raises:
        LedgerError: there is none, or several begin so.
    """
    found = list(_with_company(LinkRow.objects.filter(pk__gte=beginning, pk__lt=beginning + "g")).order_by("pk")[:2])
    if not found or not beginning:
        raise LedgerError(f"the ledger has no link {beginning!r}; `memoire show` lists those of a commitment")
    if len(found) > 1:
        raise LedgerError(f"{beginning!r} begins several ids, as {found[0].pk} and {found[1].pk}; give more of it")
    return found[0]


def _with_company(found: QuerySet[LinkRow]) -> QuerySet[LinkRow]:
    texts = [f"{end}__{name}" for end in ("of", "place") for name in _LIGHT]
    return (
        found.select_related("of__document", "place__document")
        .defer(*texts)
        .order_by("place__document__published", "pk")
    )


@dataclass(frozen=True, slots=True)
class Leaning:
    """What leans on one document."""

    document: DocumentRow
    entries: QuerySet[EntryRow]  # read in it, and standing
    links: QuerySet[LinkRow]  # by which they bear on something, or something on them
    verdicts: QuerySet[EntryRow]  # commitments whose standing verdict quotes it


def leaning_on(document_id: str) -> Leaning:
    """Every entry, link and verdict that leans on a document.

    Raises:
        LedgerError: there is no such document.
    """
    document = DocumentRow.objects.defer("text", "original", "character_map").filter(pk=document_id).first()
    if document is None:
        raise LedgerError(f"the ledger has no document {document_id!r}")
    ours = Q(place__document=document_id) | Q(of__document=document_id)
    quoting = Q(decisions__quotes__document=document_id, decisions__retracted_on=None)
    standing = ("proposed", "confirmed")
    return Leaning(
        document,
        EntryRow.objects.filter(document=document_id, state__in=standing).order_by("span_start", "pk"),
        _with_company(LinkRow.objects.filter(ours, state__in=standing)),
        EntryRow.objects.filter(quoting).distinct().order_by("pk"),
    )
