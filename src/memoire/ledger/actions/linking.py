"""What entries say of commitments and claims: proposed by following, accepted or declined by people."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from memoire.errors import LedgerError
from memoire.ledger import chain
from memoire.ledger.actions.changing import append_link, change_link, document_of, link_standing_of
from memoire.ledger.actions.consequences import confirm_proposed
from memoire.ledger.chain import Deed
from memoire.ledger.life_tables import KeyRow, LinkRow, TraceRow
from memoire.ledger.links import LinkStanding, link_id
from memoire.ledger.lives import LIVING
from memoire.ledger.tables import DocumentRow, EntryRow, HistoryRow
from memoire.records.edtf import bounds
from memoire.records.following import BEARINGS, Bearing, Link

STANDING = ("proposed", "confirmed")
_OF_CLAIMS = ("supports", "contradicts", "mentions")


@dataclass(frozen=True, slots=True)
class Proposed:
    """What became of a run of following: ids of links, in the order in which they were given."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    there: tuple[str, ...] = ()  # proposed so before, or decided by a person
    withdrawn: tuple[str, ...] = ()  # proposed before and no longer found


@transaction.atomic
def propose_links(links: Sequence[Link], *, followed: Collection[str] = (), who: str) -> Proposed:
    """Propose that entries bear on commitments and claims; the same link twice is once.

    What people decided stays as they left it. Of the entries in `followed`, for which `links` holds all that they bear
    on, links that were proposed before and are not among them are withdrawn.

    Raises:
        LedgerError: an entry is not there or no longer stands, or a bearing does not fit. Nothing is kept.
    """
    fates: dict[str, list[str]] = {"new": [], "changed": [], "there": []}
    rows = EntryRow.objects.in_bulk({end for link in links for end in (link.of, link.place)})
    known = LinkRow.objects.in_bulk([link_id(link.of, link.place) for link in links])
    for link in links:
        _check(link, rows)
        id_ = link_id(link.of, link.place)
        fates[_propose(id_, link, known.get(id_), who)].append(id_)
        known[id_] = LinkRow.objects.get(pk=id_)  # the same link may come once more
    stale = _stale(followed, {id_ for ids in fates.values() for id_ in ids})
    for row in stale:
        change_link(row.pk, LinkStanding.of_row(row), Deed("unlinked", who, "no longer found"), state="withdrawn")
    return Proposed(**{fate: tuple(ids) for fate, ids in fates.items()}, withdrawn=tuple(row.pk for row in stale))


def _propose(id_: str, link: Link, there: LinkRow | None, who: str) -> str:
    """Returns what became of the link: new, changed or there."""
    wanted, deed = LinkStanding.proposed(link), Deed("linked", who)
    if there is None:
        LinkRow.objects.create(id=id_, **wanted.columns())
        append_link(id_, deed, None, wanted)
        return "new"
    before = LinkStanding.of_row(there)
    if before.state in ("confirmed", "rejected") or before == wanted:
        return "there"
    change_link(id_, before, deed, **wanted.values())
    return "changed"


def _stale(followed: Collection[str], found: set[str]) -> list[LinkRow]:
    if not followed:
        return []
    waiting = LinkRow.objects.filter(place__in=followed, state="proposed")
    return list(waiting.exclude(pk__in=found).order_by("pk"))


def _check(link: Link, rows: dict[str, EntryRow]) -> None:
    if link.of == link.place:
        raise LedgerError(f"{link.of} cannot bear on itself; name another entry as its evidence")
    for end in (link.of, link.place):
        if end not in rows or rows[end].state not in STANDING:
            raise LedgerError(f"entry {end!r} is not there, or no longer stands; follow again")
    kind = rows[link.of].kind
    if kind not in LIVING:
        raise LedgerError(f"{link.of} is a {kind}; evidence is kept of commitments and claims only")
    check_bearing(link.bears, kind)
    if link.new_due:
        bounds(link.new_due)


def check_bearing(bears: str, kind: str) -> None:
    """Raise LedgerError where nothing of this kind can be borne upon so."""
    allowed = _OF_CLAIMS if kind == "claim" else tuple(one for one in BEARINGS if one != "supports")
    if bears not in allowed:
        raise LedgerError(f"{bears!r} is not said of a {kind}; choose one of {', '.join(allowed)}")


@transaction.atomic
def accept(
    link: str, *, who: str, reason: str = "", bears: Bearing | None = None, new_due: str | None = None
) -> HistoryRow:
    """Make a proposed link record, with another bearing or due day where a person knows better.

    Both entries become record with it, since it builds upon them. A link that asks to be looked at again is upheld.
    """
    standing = link_standing_of(link, "accept", among=("proposed", "withdrawn", "confirmed"))
    if standing.state == "confirmed" and not standing.review and bears in (None, standing.bears) and not new_due:
        raise LedgerError(f"{link} is accepted already; `memoire undo {link}` takes that back")
    ends = _standing_ends(standing)
    changes = {"state": "confirmed", "review": None} | ({"bears": bears} if bears else {})
    if bears:
        check_bearing(bears, ends[standing.of].kind)
    if new_due:
        bounds(new_due)
        changes["new_due"] = new_due
    deed = Deed("upheld" if standing.state == "confirmed" else "accepted", who, reason)
    row = change_link(link, standing, deed, **changes)
    confirm_proposed(ends, row)
    return row


def _standing_ends(standing: LinkStanding) -> dict[str, EntryRow]:
    rows = EntryRow.objects.in_bulk([standing.of, standing.place])
    for row in rows.values():
        if row.state not in STANDING:
            raise LedgerError(f"entry {row.pk} was {row.state}; a link to it cannot be accepted")
    return rows


@transaction.atomic
def decline(link: str, *, who: str, reason: str) -> HistoryRow:
    """Say that the one entry does not bear so on the other; the link is kept, rejected, and not proposed again."""
    standing = link_standing_of(link, "reject", among=("proposed", "withdrawn", "confirmed"))
    return change_link(link, standing, Deed("declined", who, reason), state="rejected", review=None)


@dataclass(frozen=True, slots=True)
class Trace:
    """What following keeps of an entry: its sentence, and the keys under which it is found again."""

    sentence: str
    keys: frozenset[int]


@transaction.atomic
def mark_followed(document_id: str, traces: Mapping[str, Trace], *, who: str) -> HistoryRow:
    """Note that the entries of a document, as they stand, were held against the ledger, and how each is found again."""
    document = document_of(document_id)
    for table in (TraceRow, KeyRow):
        table.objects.filter(entry__document=document.pk).delete()
    TraceRow.objects.bulk_create(TraceRow(entry_id=id_, sentence=trace.sentence) for id_, trace in traces.items())
    KeyRow.objects.bulk_create(
        KeyRow(entry_id=id_, key=key) for id_, trace in traces.items() for key in sorted(trace.keys)
    )
    DocumentRow.objects.filter(pk=document.pk).update(followed_at=timezone.now())
    return chain.append(Deed("followed", who), document=document.id, after={"entries": len(traces)})


@transaction.atomic
def group_handout(first: str, documents: Iterable[str], *, who: str, reason: str = "") -> int:
    """Let reports that derive from one text count once, under the document `first`; returns how many were changed."""
    from memoire.ledger.actions.withdrawing import change_document  # noqa: PLC0415 - the two use each other

    changed = 0
    for id_ in sorted({first, *documents}):
        document = document_of(id_)
        if document.handout != first:
            change_document(document, Deed("grouped", who, reason), handout=first)
            changed += 1
    return changed
