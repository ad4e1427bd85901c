"""Documents of the ledger one after the other: each entry is held against what was open before it, and proposals kept.

The same as `watch.py` does in memory, on tables: entries are found by their keys, and what was proposed of them before,
unless a person declined it, tells where they stand.
"""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.db.models import F, QuerySet

from memoire.errors import LedgerError
from memoire.following.blocking import keys_asked, keys_of
from memoire.following.handouts.stored import record_handouts
from memoire.following.proposing import follow
from memoire.following.watch import TELL_AGAIN, at_most_one_mention
from memoire.ledger import actions
from memoire.ledger.actions import Proposed, Trace
from memoire.ledger.candidates import candidates
from memoire.ledger.life_tables import LinkRow
from memoire.ledger.queries import STANDING
from memoire.ledger.tables import CountryRow, DocumentRow, EntryRow
from memoire.ledger.told import sentence_around, told
from memoire.records.following import Link, Told

_OPENING: Final = ("commitment", "claim")
_FOLLOWED: Final = (*_OPENING, "event")
_UNREAD: Final = ("document__original", "document__text", "document__character_map")


@dataclass(frozen=True, slots=True)
class Heard:
    """What became of one document."""

    document: str
    entries: int
    links: tuple[Link, ...]
    proposed: Proposed


def follow_all(*, between: Sequence[str] = (), who: str) -> Iterator[Heard]:
    """Follow every document that was not followed since its entries last changed, the oldest first.

    With `between`, only documents with an entry in which all of these countries have a part. Interrupted, it goes on
    where it stopped.
    """
    waiting = waiting_documents(between).order_by(F("published").asc(nulls_first=True), "pk")
    documents = list(waiting.only("pk", "published"))
    record_handouts({document.published for document in documents if document.published}, who=who)
    for document in documents:
        yield _hear(document.pk, who=who)


def waiting_documents(between: Sequence[str] = ()) -> QuerySet[DocumentRow]:
    found = DocumentRow.objects.filter(followed_at=None, withdrawn=None)
    if between:
        shared = EntryRow.objects.filter(state__in=STANDING)
        for country in between:
            parts = CountryRow.objects.filter(country=country.upper()).values("entry")
            shared = shared.filter(pk__in=parts)
        found = found.filter(pk__in=shared.values("document"))
    return found


def follow_document(document_id: str, *, who: str) -> Heard:
    """Hold the entries of a document against what the ledger has, and propose what each bears on.

    The reports of its day and the days beside it that go back to one hand-out are found first: they count once.

    Raises:
        LedgerError: there is no such document.
    """
    document = DocumentRow.objects.filter(pk=document_id).only("pk", "published").first()
    if document is None:
        raise LedgerError(f"the ledger has no document {document_id!r}")
    record_handouts({document.published} if document.published else (), who=who)
    return _hear(document_id, who=who)


def _hear(document_id: str, *, who: str) -> Heard:
    document = DocumentRow.objects.get(pk=document_id)
    rows = document.entries.filter(state__in=STANDING, kind__in=_FOLLOWED).select_related("document", "reading")
    sentences = _Sentences(document.text)
    tellings = [told(row, sentence=sentences.of(row)) for row in rows]
    actions.draft_tests([row.pk for row in rows], who=who)
    links = _once(_links_of(tellings))
    proposed = actions.propose_links(links, followed=[one.entry.id for one in tellings], who=who)
    actions.mark_followed(document_id, {one.entry.id: _trace(one) for one in tellings}, who=who)
    return Heard(document_id, len(tellings), tuple(links), proposed)


class _Sentences:
    """The sentences of a text, as its readings have them."""

    def __init__(self, text: str) -> None:
        self._text, self._of_reading = text, {}  # type: ignore[var-annotated]

    def of(self, row: EntryRow) -> str:
        spans = self._of_reading.setdefault(row.reading_id, row.reading.body.get("sentences") or [])
        parts = [self._text[start:end] for start, end in spans if start < row.span_end and row.span_start < end]
        return " ".join(parts) or sentence_around(self._text, row.span_start, row.span_end)


def _trace(one: Told) -> Trace:
    return Trace(one.sentence, frozenset(map(_number, keys_of(one))))


def _number(key: str) -> int:
    """A key as a number that a table keeps in eight bytes."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), signed=True)


def _once(links: Iterable[Link]) -> list[Link]:
    """Of two links between the same entries the surer."""
    found: dict[tuple[str, str], Link] = {}
    for link in links:
        there = found.get((link.of, link.place))
        if there is None or there.score < link.score:
            found[link.of, link.place] = link
    return list(found.values())


def _links_of(document: Sequence[Told]) -> Iterator[Link]:
    near = _near(document)
    known = _context(near)
    for one in document:
        earlier = [id_ for id_ in known.near[one.entry.id] if _is_before(known.told[id_], one)]
        links = at_most_one_mention(sorted(_follow(one, earlier, known), key=lambda link: _best_first(link, known)))
        for link in links:
            if link.bears == "fulfils" and one.entry.when:
                known.kept.setdefault(link.of, one.entry.when.edtf)
        yield from links
        if one.entry.kind in _OPENING:
            yield from _told_elsewhere(one, known)


def _best_first(link: Link, known: "_Context") -> tuple[float, date, int]:
    """Of two that are as sure, the one that was told first."""
    of = known.told.get(link.of)
    return (-link.score, of.published or date.min, of.entry.span.start) if of else (-link.score, date.max, 0)


def _follow(new: Told, ids: Iterable[str], known: "_Context") -> list[Link]:
    open_ = {root: known.told[root] for id_ in ids if (root := known.roots.get(id_, id_)) in known.told}
    opening = [one for one in open_.values() if one.entry.kind in _OPENING and one.document != new.document]
    return follow(
        new, opening, tellings=known.tellings, dues=known.dues, cancelled_by=known.cancelled_by, kept=known.kept
    )


def _told_elsewhere(opened: Told, known: "_Context") -> Iterator[Link]:
    """What was followed before, and bears on what this document opens: later reports, and earlier ones on a claim."""
    for id_ in known.near[opened.entry.id]:
        place = known.told[id_]
        if place.document == opened.document or id_ in known.roots:
            continue
        is_earlier = _is_before(place, opened)
        if is_earlier and opened.entry.kind != "claim":
            continue
        for link in follow(place, [opened]):
            if not is_earlier or link.bears in ("supports", "contradicts"):
                yield link


def _is_before(one: Told, other: Told) -> bool:
    """Of one day, those followed before come first; without a day, too."""
    return (one.published or date.min) <= (other.published or date.max)


def _near(document: Sequence[Told]) -> dict[str, list[str]]:
    """For each entry, the ids of those that share keys with it and stand in other documents."""
    own = [one.entry.id for one in document]
    return {one.entry.id: candidates({_number(key) for key in keys_asked(one)}, without=own) for one in document}


@dataclass
class _Context:
    """What is known of the entries near a document, every proposal that nobody declined being taken as it stands."""

    near: dict[str, list[str]]
    told: dict[str, Told]
    roots: dict[str, str] = field(default_factory=dict)  # what tells another once more → that other
    tellings: dict[str, list[Told]] = field(default_factory=lambda: defaultdict(list))
    dues: dict[str, str] = field(default_factory=dict)
    cancelled_by: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    kept: dict[str, str | None] = field(default_factory=dict)


def _context(near: Mapping[str, Sequence[str]]) -> _Context:
    ids = {id_ for found in near.values() for id_ in found}
    said = list(_links(place__in=ids, bears__in=TELL_AGAIN))
    roots = {row.place_id: row.of_id for row in said if row.place.kind in _OPENING}
    about = list(_links(of__in=ids | set(roots.values())))
    told_ = _told(ids | set(roots.values()) | {row.place_id for row in about if row.bears in TELL_AGAIN})
    known = _Context({key: [i for i in found if i in told_] for key, found in near.items()}, told_, roots)
    for row in about:
        _learn(known, row)
    dated = EntryRow.objects.filter(pk__in=told_, due__isnull=False).values_list("pk", "due")
    known.dues |= {id_: due["edtf"] for id_, due in dated if due}
    _learn_verdicts(known)
    return known


def _links(**wanted: Any) -> QuerySet[LinkRow]:
    """Proposed and accepted links, by the day of the report."""
    found = LinkRow.objects.filter(state__in=STANDING, **wanted).select_related("place__document")
    texts = [f"place__{name}" for name in _UNREAD]
    return found.defer(*texts).order_by("place__document__published", "pk")


def _learn(known: _Context, row: LinkRow) -> None:
    if row.bears in TELL_AGAIN and row.place_id in known.told:
        known.tellings[row.of_id].append(known.told[row.place_id])
    if row.new_due:
        known.dues[row.of_id] = row.new_due
    if row.bears == "cancels" and row.place.kind == "commitment":
        known.cancelled_by[row.place_id].append(row.of_id)
    if row.bears == "fulfils" and row.place.edtf:
        known.kept.setdefault(row.of_id, row.place.edtf)


def _learn_verdicts(known: _Context) -> None:
    """What a person found kept was kept on the day that person gave."""
    decided = EntryRow.objects.filter(pk__in=known.told, verdicts__isnull=False).values_list("pk", "verdicts")
    for id_, verdicts in decided:
        for verdict in verdicts or ():
            if not verdict.get("retracted_on") and verdict["outcome"] in ("kept", "kept-late"):
                known.kept[id_] = verdict["happened_on"]


def _told(ids: Collection[str]) -> dict[str, Told]:
    rows = EntryRow.objects.filter(pk__in=ids, state__in=STANDING, document__withdrawn=None)
    found = rows.select_related("document", "trace").defer(*_UNREAD)
    return {row.pk: told(row, sentence=row.trace.sentence if hasattr(row, "trace") else "") for row in found}
