"""Whether the ledger is as it was written: chain, fingerprints, quotes, and entries as history tells them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from django.db import connection

from memoire.errors import MemoireError
from memoire.ledger.chain import START, canonical, hash_of, sha256
from memoire.ledger.checking import check_entry
from memoire.ledger.replaying import Told, breaks, last_told
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
    "entries__words",
)  # fmt: skip
_COLUMNS: Final = [field.attname for field in EntryRow._meta.concrete_fields if not field.primary_key]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was written."""

    where: Literal["file", "history", "document", "reading", "entry"]
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
    if reason := _difference(told.pop("", None), document_standing(document)):
        yield Fault("document", document.id, f"history tells otherwise: {reason}")
    yield from _faults_of_readings(document, rows)
    yield from _faults_of_entries(document, told)


def _faults_of_readings(document: DocumentRow, rows: Sequence[HistoryRow]) -> Iterator[Fault]:
    told = {row.after.get("reading"): row.after.get("body_sha256") for row in rows if row.what == "read" and row.after}
    for reading in document.readings.all():
        if told.pop(reading.pk, None) != sha256(canonical(reading.body)):
            yield Fault("reading", str(reading.pk), "is not what history says was read")
    for lost in told:
        yield Fault("reading", str(lost), "is in history, and gone")


def _faults_of_entries(document: DocumentRow, told: dict[str, Told]) -> Iterator[Fault]:
    for row in document.entries.all():
        if row.id not in told:
            yield Fault("entry", row.id, "history does not know it")
        elif reason := _fault_of_entry(row, told.pop(row.id), document.text):
            yield Fault("entry", row.id, reason)
    for lost in told:
        yield Fault("entry", lost, "is in history, and gone")


def _fault_of_entry(row: EntryRow, told: Told, text: str) -> str:
    """What is wrong with an entry, first of all against history; empty where nothing is."""
    try:
        standing = Standing.from_json(told)
        difference = _difference(_as_told(standing), _as_laid(row))
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


def _as_told(standing: Standing) -> dict[str, Any]:
    entry = standing.entry()
    return columns_of(standing) | {
        "parties": list(parties_of(entry)),
        "countries": sorted(countries_of(entry)),
        "areas": sorted(entry.areas),
        "mentions": sorted((m.span.start, m.span.end, m.quote) for m in entry.mentions),
        "words": (entry.quote, entry.action, names_of(entry)),
    }


def _as_laid(row: EntryRow) -> dict[str, Any]:
    words = getattr(row, "words", None)
    return {name: getattr(row, name) for name in _COLUMNS} | {
        "parties": [_party(party) for role in PARTY_ROLES for party in row.parties.all() if party.role == role],
        "countries": sorted(row_.country for row_ in row.countries.all()),
        "areas": sorted(row_.area for row_ in row.areas.all()),
        "mentions": sorted((m.span_start, m.span_end, m.quote) for m in row.mentions.all()),
        "words": words and (words.quote, words.action, words.parties),
    }


def _party(row: PartyRow) -> Party:
    actor = ActorKey(row.actor.name, row.actor.country, row.actor.sector, row.actor.office)
    return Party(actor, row.role, row.position, row.text, row.span_start, row.span_end)


def _difference(told: dict[str, Any] | None, laid: dict[str, Any]) -> str:
    """The first values that differ, both shown; empty where none do."""
    if told is None:
        return "nothing is told of it"
    for name, value in told.items():
        if laid.get(name) != value:
            return f"{name} was {value!r} and is {laid.get(name)!r}"
    return ""
