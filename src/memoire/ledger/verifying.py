"""Whether the ledger is as it was written: chain, fingerprints, quotes; entries, links, lives as history tells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from django.db import connection

from memoire.errors import MemoireError
from memoire.ledger.chain import START, canonical, hash_of, sha256
from memoire.ledger.checking import check_entry
from memoire.ledger.life_tables import LifeRow, LinkRow, VerdictRow
from memoire.ledger.links import LinkStanding
from memoire.ledger.lives import Period, Stands, lives_of, now_of
from memoire.ledger.projection import quote_columns, verdict_columns
from memoire.ledger.replaying import DOCUMENT, Told, breaks, last_told
from memoire.ledger.standing import (
    ActorKey,
    Party,
    Standing,
    columns_of,
    countries_of,
    document_standing,
    names_of,
    parties_of,
)
from memoire.ledger.tables import PARTY_ROLES, DocumentRow, EntryRow, HistoryRow, PartyRow

_BELONGING: Final = (
    "readings", "entries__parties__actor", "entries__countries", "entries__areas", "entries__mentions",
    "entries__words", "entries__lives", "entries__decisions__quotes",
)  # fmt: skip
_COLUMNS: Final = [field.attname for field in EntryRow._meta.concrete_fields if not field.primary_key]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was written."""

    where: Literal["file", "history", "document", "reading", "entry", "link"]
    id: str
    reason: str

    def __str__(self) -> str:
        return f"{self.where} {self.id}: {self.reason}"


def verify() -> Iterator[Fault]:
    """Every fault found, as it is found; nothing where the ledger is whole."""
    yield from _faults_of_file()
    yield from _faults_of_chain()
    for document in DocumentRow.objects.order_by("id").prefetch_related(*_BELONGING).iterator(chunk_size=50):
        yield from _faults_of_document(document)
    yield from _lost_documents()


def _faults_of_file() -> Iterator[Fault]:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for (found,) in cursor.execute("PRAGMA integrity_check").fetchall():
                if found != "ok":
                    yield Fault("file", str(connection.settings_dict["NAME"]), found)


def _faults_of_chain() -> Iterator[Fault]:
    previous = START
    for row in HistoryRow.objects.order_by("id").iterator():
        if row.previous_hash != previous:
            yield Fault("history", str(row.pk), "does not follow the row before it; a row was removed, added or moved")
        if row.hash != hash_of(row):
            yield Fault("history", str(row.pk), f"was changed after it was written ({row.what} by {row.who})")
        previous = row.hash


def _faults_of_document(document: DocumentRow) -> Iterator[Fault]:
    rows = list(HistoryRow.objects.filter(document=document.id).order_by("id"))
    if sha256(bytes(document.original)) != document.sha256:
        yield Fault("document", document.id, "its original bytes are not those of its fingerprint")
    if sha256(document.text.encode()) != document.text_sha256:
        yield Fault("document", document.id, "its text is not that of its fingerprint")
    for row in breaks(rows):
        yield Fault("history", str(row.pk), f"{row.what}: does not begin where the row before it ended")
    told = last_told(rows)
    if reason := _difference(told.pop(DOCUMENT, None), document_standing(document)):
        yield Fault("document", document.id, f"history tells otherwise: {reason}")
    yield from _faults_of_readings(document, rows)
    yield from _faults_of_entries(document, {entry: of for (link, entry), of in told.items() if not link})
    yield from _faults_of_links(document, {link: of for (link, _), of in told.items() if link})


def _faults_of_readings(document: DocumentRow, rows: Sequence[HistoryRow]) -> Iterator[Fault]:
    told = {row.after.get("reading"): row.after.get("body_sha256") for row in rows if row.what == "read" and row.after}
    for reading in document.readings.all():
        if told.pop(reading.pk, None) != sha256(canonical(reading.body)):
            yield Fault("reading", str(reading.pk), "is not what history says was read")
    for lost in told:
        yield Fault("reading", str(lost), "is in history, and gone")


def _faults_of_entries(document: DocumentRow, told: dict[str, Told]) -> Iterator[Fault]:
    try:
        lives = lives_of(document.entries.all())
    except (MemoireError, KeyError, TypeError, ValueError) as error:  # what a forger left may have any shape
        lives = {}
        yield Fault("document", document.id, f"the lives of its commitments cannot be told ({error!r})")
    for row in document.entries.all():
        if row.id not in told:
            yield Fault("entry", row.id, "history does not know it")
        elif reason := _fault_of_entry(row, told.pop(row.id), document.text, lives.get(row.id, [])):
            yield Fault("entry", row.id, reason)
    for lost in told:
        yield Fault("entry", lost, "is in history, and gone")


def _faults_of_links(document: DocumentRow, told: dict[str, Told]) -> Iterator[Fault]:
    for row in LinkRow.objects.filter(of__document=document.pk).order_by("pk"):
        if row.pk not in told:
            yield Fault("link", row.pk, "history does not know it")
        elif reason := _difference(told.pop(row.pk), LinkStanding.of_row(row).as_json()):
            yield Fault("link", row.pk, f"history tells otherwise: {reason}")
    for lost in told:
        yield Fault("link", lost, "is in history, and gone")


def _fault_of_entry(row: EntryRow, told: Told, text: str, lives: Sequence[Period]) -> str:
    """What is wrong with an entry, first of all against history; empty where nothing is."""
    try:
        standing = Standing.from_json(told)
        difference = _difference(_as_told(standing, lives), _as_laid(row))
        check_entry(standing.entry(), text)
    except MemoireError as error:
        return str(error)
    except (KeyError, TypeError, ValueError) as error:  # what a forger left may have any shape
        return f"history does not tell of it in the shape of an entry ({error!r})"
    return f"history tells otherwise: {difference}" if difference else ""


def _lost_documents() -> Iterator[Fault]:
    known = DocumentRow.objects.values("id")
    lost = HistoryRow.objects.exclude(document__in=known).order_by("document").values_list("document", flat=True)
    for document in lost.distinct():
        yield Fault("document", document, "is in history, and gone")


def _as_told(standing: Standing, lives: Sequence[Period]) -> dict[str, Any]:
    entry = standing.entry()
    return (
        columns_of(standing)
        | now_of(lives)
        | {
            "parties": list(parties_of(entry)),
            "countries": sorted(countries_of(entry)),
            "areas": sorted(entry.areas),
            "mentions": sorted((m.span.start, m.span.end, m.quote) for m in entry.mentions),
            "words": (entry.quote, entry.action, names_of(entry)),
            "verdicts laid": [_verdict_told(told) for told in standing.verdicts or ()],
            "lives": list(lives),
        }
    )


def _verdict_told(told: Told) -> Told:
    return verdict_columns(told) | {"quotes": [quote_columns(quote) for quote in told["quotes"]]}


def _verdict_laid(row: VerdictRow) -> Told:
    quotes = sorted(row.quotes.all(), key=lambda quote: quote.pk)
    of_quote = ("entry_id", "document_id", "span_start", "span_end", "quote")
    columns = ("outcome", "who", "reason", "decided_on", "happened_on", "retracted_on")
    return {name: getattr(row, name) for name in columns} | {
        "quotes": [{name: getattr(quote, name) for name in of_quote} for quote in quotes]
    }


def _period_laid(row: LifeRow) -> Period:
    return Period(row.begins_on, row.ends_on, Stands(*(getattr(row, name) for name in Stands._fields)))


def _as_laid(row: EntryRow) -> dict[str, Any]:
    words = getattr(row, "words", None)
    return {name: getattr(row, name) for name in _COLUMNS} | {
        "parties": [_party(party) for role in PARTY_ROLES for party in row.parties.all() if party.role == role],
        "countries": sorted(row_.country for row_ in row.countries.all()),
        "areas": sorted(row_.area for row_ in row.areas.all()),
        "mentions": sorted((m.span_start, m.span_end, m.quote) for m in row.mentions.all()),
        "words": words and (words.quote, words.action, words.parties),
        "verdicts laid": [_verdict_laid(verdict) for verdict in row.decisions.all()],
        "lives": [_period_laid(life) for life in row.lives.all()],
    }


def _party(row: PartyRow) -> Party:
    actor = ActorKey(row.actor.name, row.actor.country, row.actor.sector, row.actor.office)
    return Party(actor, row.role, row.position, row.text, row.span_start, row.span_end)


def _difference(told: dict[str, Any] | None, laid: dict[str, Any]) -> str:
    """The first values that differ, both shown; empty where none do."""
    if told is None:
        return "nothing is told of it"
    for name in told | laid:
        value = told.get(name)
        if laid.get(name) != value:
            return f"{name} was {value!r} and is {laid.get(name)!r}"
    return ""
