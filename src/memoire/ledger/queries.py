"""The reading side of the ledger: what the command line, the desk and the API ask of it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from django.db import connection
from django.db.models import Count, F, Q, QuerySet
from django.db.models.expressions import RawSQL

from memoire.errors import LedgerError
from memoire.ledger.accounts import account_of, bearing_on, find_link, leaning_on, links_of
from memoire.ledger.full_text import INDEX, match_expression
from memoire.ledger.life_tables import LinkRow
from memoire.ledger.lifecycle import Lifecycle, has_outcome, has_standing, is_in
from memoire.ledger.links import BEGINNING as LINK_BEGINNING
from memoire.ledger.owners import OWNERS, with_owner
from memoire.ledger.tables import CountryRow, DocumentRow, EntryRow, HistoryRow, ReadingRow
from memoire.records.following import ClaimStanding, Outcome
from memoire.records.reading import ReaderVersion

__all__ = [
    "Filters", "Relationship", "Today", "account_of", "bearing_on", "dues", "entries", "find_document", "find_entry",
    "find_link", "find_place", "history", "is_link", "last_deed", "leaning_on", "links_of", "questioned_links",
    "relationships", "today", "waiting_links", "was_read",
]  # fmt: skip

STANDING: Final = ("proposed", "confirmed")  # what the ledger says now; the rest is kept, and asked for by name
REVIEWS: Final = (  # what people do to an entry or link
    "confirmed", "corrected", "rejected", "marked", "accepted", "declined", "tested", "dated", "closed", "lapsed",
    "retracted", "upheld",
)  # fmt: skip
INTERNATIONAL: Final = "XXI"  # bodies of many states: no side of a relationship

_MATCHING: Final = f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s"  # noqa: S608 - a constant

Order = Literal["published", "due", "text", "score"]
_ORDERS: Final[dict[str, tuple[object, ...]]] = {
    "published": (F("document__published").desc(nulls_last=True), "document_id", "span_start", "id"),
    "due": (F("latest").asc(nulls_last=True), F("earliest").asc(nulls_last=True), "document_id", "span_start", "id"),
    "text": ("document_id", "span_start", "id"),
    "score": ("score", "id"),  # the least sure first: what a reviewer should see
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What entries are wanted; an empty field asks for nothing."""

    kind: str | None = None
    between: tuple[str, ...] = ()  # countries that all have a part
    by: str | None = None  # a country, or part of an actor's name
    area: str | None = None
    due: tuple[date | None, date | None] | None = None  # first and last day
    lifecycle: Lifecycle | None = None
    outcome: Outcome | None = None  # of commitments
    standing: ClaimStanding | None = None  # of claims
    as_of: date | None = None  # the day to which lifecycle, outcome and standing refer
    state: str | None = None  # None: proposed and confirmed
    words: str = ""
    document: str | None = None
    order: Order = "published"


def entries(filters: Filters | None = None) -> QuerySet[EntryRow]:
    """The entries that meet every filter, with their documents, parties, areas and lives at hand.

    What tells another entry once more is left out, but for the entries of one document.
    """
    wanted = filters or Filters()
    found = EntryRow.objects.filter(_simple(wanted))
    for country in wanted.between:
        found = found.filter(countries__country=country.upper())
    if wanted.by:
        found = found.filter(pk__in=_by(wanted.by))
    if wanted.words.strip():
        found = _with_words(found, wanted.words)
    return _with_company(found).order_by(*_ORDERS[wanted.order])  # type: ignore[arg-type]


def _with_company(found: QuerySet[EntryRow]) -> QuerySet[EntryRow]:
    """Documents come without their texts, which a list does not show."""
    related = found.select_related("document").prefetch_related("parties__actor", "areas", "lives")
    return related.defer("document__text", "document__original", "document__character_map")


def _simple(wanted: Filters) -> Q:
    condition = Q(state=wanted.state) if wanted.state else Q(state__in=STANDING)
    if wanted.kind:
        condition &= Q(kind=wanted.kind)
    if wanted.area:
        condition &= Q(areas__area=wanted.area)
    if wanted.document:
        condition &= Q(document_id=wanted.document)
    else:
        condition &= Q(mention_of__isnull=True)
    if wanted.due:
        condition &= _due_within(*wanted.due)
    if wanted.lifecycle or wanted.outcome or wanted.standing:
        condition &= _become(wanted)
    return condition


def _become(wanted: Filters) -> Q:
    if wanted.as_of is None:
        raise LedgerError("what became of entries is asked for as of a day; give as_of")
    condition = Q()
    if wanted.lifecycle:
        condition &= is_in(wanted.lifecycle, wanted.as_of)
    if wanted.outcome:
        condition &= has_outcome(wanted.outcome, wanted.as_of)
    if wanted.standing:
        condition &= has_standing(wanted.standing, wanted.as_of)
    return condition


def _due_within(first: date | None, last: date | None) -> Q:
    """Entries that may come due between two days; those without a last day never do."""
    condition = Q(latest__isnull=False)
    if first:
        condition &= Q(latest__gte=first)
    if last:
        condition &= Q(earliest__isnull=True) | Q(earliest__lte=last)
    return condition


def _by(words: str) -> QuerySet[EntryRow, str]:
    actor = Q(parties__actor__country=words.upper()) | Q(parties__actor__name__icontains=words)
    return EntryRow.objects.filter(Q(parties__role="by") & actor).values_list("pk", flat=True)


def _with_words(found: QuerySet[EntryRow], words: str) -> QuerySet[EntryRow]:
    if connection.vendor == "sqlite":
        expression = match_expression(words)
        if not expression:
            return found.none()
        matching = RawSQL(_MATCHING, (expression,))  # noqa: S611 - a constant with a parameter
        return found.filter(words__id__in=matching)
    for word in words.split():
        anywhere = Q(words__quote__icontains=word) | Q(words__parties__icontains=word)
        found = found.filter(anywhere | Q(words__action__icontains=word))
    return found


def find_entry(beginning: str) -> EntryRow:
    """One entry, whatever its state, by its id or the first digits of it.

    Raises:
        LedgerError: there is none, or several begin so.
    """
    related = EntryRow.objects.select_related("document", "reading").prefetch_related(
        "parties__actor", "areas", "lives"
    )
    after_all = beginning + "g"  # ids are hexadecimal; a range uses the index where LIKE would not
    found = list(related.filter(pk__gte=beginning, pk__lt=after_all).order_by("pk")[:2]) if beginning else []
    if not found:
        raise LedgerError(f"the ledger has no entry {beginning!r}; `memoire list all` shows what there is")
    if len(found) > 1:
        raise LedgerError(f"{beginning!r} begins several ids, as {found[0].pk} and {found[1].pk}; give more of it")
    return found[0]


def is_link(beginning: str) -> bool:
    """Whether an id, or the beginning of one, is that of a link; those of entries are hexadecimal."""
    return beginning.startswith(LINK_BEGINNING)


def find_place(beginning: str) -> str:
    """The id of an entry, given by its own id or by that of a link to it, or the beginnings of these."""
    return find_link(beginning).place_id if is_link(beginning) else find_entry(beginning).id


def find_document(beginning: str) -> DocumentRow:
    """One document by its id or the first digits of it, or by the id that its corpus gave it.

    Raises:
        LedgerError: there is none, or several begin so.
    """
    light = DocumentRow.objects.defer("text", "original", "character_map")
    found = list(light.filter(Q(pk__startswith=beginning) | Q(given_id=beginning)).order_by("pk")[:2])
    if not found or not beginning:
        raise LedgerError(f"the ledger has no document {beginning!r}; `memoire show` names that of an entry")
    if len(found) > 1:
        raise LedgerError(f"{beginning!r} begins several ids, as {found[0].pk} and {found[1].pk}; give more of it")
    return found[0]


def history(entry_id: str) -> QuerySet[HistoryRow]:
    """What happened to an entry and to the links that bear on it, or to one link, by its id; oldest first."""
    return HistoryRow.objects.filter(Q(entry=entry_id) | Q(link=entry_id)).order_by("id")


def last_deed(entry_id: str) -> HistoryRow:
    """The row to undo to be rid of the last thing that a person did to an entry or link and that still holds.

    Raises:
        LedgerError: there is none.
    """
    own = (
        HistoryRow.objects.filter(link=entry_id)
        if is_link(entry_id)
        else HistoryRow.objects.filter(entry=entry_id, link="")
    )
    undoing = {row.undoes_id: row for row in own if row.undoes_id}
    for row in own.filter(what__in=REVIEWS, brought_by=None).order_by("-id"):
        chain = [row]
        while follower := undoing.get(chain[-1].pk):
            chain.append(follower)
        if len(chain) % 2:  # done, or undone and restored
            return chain[-1]
    raise LedgerError(f"nothing that a person did to {entry_id} is left to undo")


def was_read(sha256: str, reader: ReaderVersion) -> bool:
    """Whether the ledger has what this very reader found in the document with this fingerprint."""
    return ReadingRow.objects.filter(
        document__sha256=sha256, reader=reader.name, version=reader.version, encoder=reader.encoder
    ).exists()


@dataclass(frozen=True, slots=True)
class Relationship:
    """Two states and the number of entries in which both have a part, by kind."""

    countries: tuple[str, str]
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def relationships() -> list[Relationship]:
    """All pairs of states that share an entry, the busiest first."""
    pairs = (
        CountryRow.objects.filter(entry__state__in=STANDING, entry__countries__country__gt=F("country"))
        .filter(entry__mention_of=None)
        .exclude(country=INTERNATIONAL)
        .order_by()
        .values_list("country", "entry__countries__country", "entry__kind")
        .annotate(number=Count("entry_id", distinct=True))
    )
    found: dict[tuple[str, str], Relationship] = {}
    for one, other, kind, number in pairs:
        if other != INTERNATIONAL:
            found.setdefault((one, other), Relationship((one, other))).counts[kind] = number
    return sorted(found.values(), key=lambda pair: (-pair.total, pair.countries))


@dataclass(frozen=True, slots=True)
class Today:
    """What a desk officer wants to see first."""

    as_of: date
    due: QuerySet[EntryRow]
    overdue: QuerySet[EntryRow]
    coming: QuerySet[EntryRow]  # commitments that will come due, the next first
    to_review: QuerySet[EntryRow]  # proposals, and record that asks to be looked at again
    links: QuerySet[LinkRow]  # proposed, and accepted ones that ask to be looked at again
    changed: QuerySet[HistoryRow]  # newest first
    documents: QuerySet[DocumentRow]  # newest first


def today(as_of: date) -> Today:
    """The ledger on one day."""

    def commitments(stage: Lifecycle) -> QuerySet[EntryRow]:
        return entries(Filters(lifecycle=stage, as_of=as_of, order="due"))

    return Today(
        as_of=as_of,
        due=commitments("due"),
        overdue=commitments("overdue"),
        coming=commitments("open").filter(latest__isnull=False).order_by("earliest", "latest", "id"),
        to_review=entries(Filters(order="score")).filter(Q(state="proposed") | Q(review__isnull=False)),
        links=waiting_links() | questioned_links(),
        changed=HistoryRow.objects.order_by("-id"),
        documents=DocumentRow.objects.order_by(F("published").desc(nulls_last=True), "id"),
    )


def waiting_links() -> QuerySet[LinkRow]:
    """Links that nobody has decided, the surest first."""
    return LinkRow.objects.filter(state="proposed").select_related("of", "place").order_by("-score", "pk")


def questioned_links() -> QuerySet[LinkRow]:
    """Accepted links that ask to be looked at again."""
    found = LinkRow.objects.filter(state="confirmed", review__isnull=False)
    return found.select_related("of", "place").order_by("-score", "pk")


def dues(side: str, as_of: date, *, between: tuple[str, ...] = ()) -> dict[str, QuerySet[EntryRow]]:
    """What is due or overdue on a day, by owner as `side` sees it (ledger/owners.py), the latest due first."""
    late = is_in("due", as_of) | is_in("overdue", as_of)
    found = with_owner(entries(Filters(kind="commitment", between=between)).filter(late), side)
    return {owner: found.filter(owner=owner).order_by("-latest", "id") for owner in OWNERS}  # type: ignore[misc]
