"""Standing → rows. The tables of entries hold nothing that history does not."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from memoire.ledger.life_tables import QuoteRow, VerdictRow
from memoire.ledger.lives import first_lives, lay_periods, now_of
from memoire.ledger.standing import ActorKey, Standing, columns_of, countries_of, names_of, parties_of
from memoire.ledger.tables import ActorRow, AreaRow, CountryRow, EntryRow, MentionRow, PartyRow, WordsRow
from memoire.records.entry import Entry
from memoire.records.following import Told


def lay(standings: Mapping[str, Standing]) -> None:
    """Make the rows of entries that have none yet, by id."""
    entries = {id_: standing.entry() for id_, standing in standings.items()}
    lives = first_lives({id_: Told(entry, standings[id_].document) for id_, entry in entries.items()})
    EntryRow.objects.bulk_create(
        EntryRow(id=id_, **columns_of(standing) | now_of(lives.get(id_, ()))) for id_, standing in standings.items()
    )
    _lay_what_belongs(standings, entries)
    lay_periods(lives)


def lay_again(entry_id: str, standing: Standing) -> None:
    """Make the rows of one entry what `standing` says, whatever they were; its life is laid apart (lives.py)."""
    EntryRow.objects.filter(id=entry_id).update(**columns_of(standing))
    for table in (PartyRow, CountryRow, AreaRow, MentionRow, WordsRow, VerdictRow):
        table.objects.filter(entry_id=entry_id).delete()
    _lay_what_belongs({entry_id: standing}, {entry_id: standing.entry()})
    _lay_verdicts(entry_id, standing)


def _lay_what_belongs(standings: Mapping[str, Standing], entries: Mapping[str, Entry]) -> None:
    PartyRow.objects.bulk_create(_parties(entries))
    CountryRow.objects.bulk_create(
        CountryRow(entry_id=id_, country=country) for id_, entry in entries.items() for country in countries_of(entry)
    )
    AreaRow.objects.bulk_create(
        AreaRow(entry_id=id_, area=area) for id_, entry in entries.items() for area in entry.areas
    )
    MentionRow.objects.bulk_create(_mentions(standings, entries))
    WordsRow.objects.bulk_create(
        WordsRow(entry_id=id_, quote=entry.quote, action=entry.action, parties=names_of(entry))
        for id_, entry in entries.items()
    )


def _parties(entries: Mapping[str, Entry]) -> Iterator[PartyRow]:
    parties = [(id_, party) for id_, entry in entries.items() for party in parties_of(entry)]
    actors = _actors(party.actor for _, party in parties)
    for id_, party in parties:
        yield PartyRow(
            entry_id=id_,
            actor_id=actors[party.actor],
            role=party.role,
            position=party.position,
            text=party.text,
            span_start=party.start,
            span_end=party.end,
        )


def _mentions(standings: Mapping[str, Standing], entries: Mapping[str, Entry]) -> Iterator[MentionRow]:
    for id_, entry in entries.items():
        for mention in entry.mentions:
            yield MentionRow(
                entry_id=id_,
                document_id=standings[id_].document,
                span_start=mention.span.start,
                span_end=mention.span.end,
                quote=mention.quote,
            )


def _lay_verdicts(entry_id: str, standing: Standing) -> None:
    for number, told in enumerate(standing.verdicts or ()):
        verdict = VerdictRow.objects.create(entry_id=entry_id, number=number, **verdict_columns(told))
        QuoteRow.objects.bulk_create(QuoteRow(verdict=verdict, **quote_columns(quote)) for quote in told["quotes"])


def verdict_columns(told: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of `VerdictRow` from a verdict's JSON."""
    days = {name: _day(told.get(name)) for name in ("decided_on", "happened_on", "retracted_on")}
    return {"outcome": told["outcome"], "who": told["who"], "reason": told["reason"], **days}


def quote_columns(quote: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of `QuoteRow` from the JSON of a quote."""
    start, end = quote["span"]
    return {
        "entry_id": quote["entry"], "document_id": quote["document"],
        "span_start": start, "span_end": end, "quote": quote["quote"],
    }  # fmt: skip


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def _actors(keys: Iterable[ActorKey]) -> dict[ActorKey, int]:
    """The numbers of the actors, made where there is none yet."""
    wanted = set(keys)
    known = _known(wanted)
    if missing := sorted(wanted - known.keys()):
        ActorRow.objects.bulk_create((ActorRow(**key._asdict()) for key in missing), ignore_conflicts=True)
        known = _known(wanted)
    return known


def _known(wanted: set[ActorKey]) -> dict[ActorKey, int]:
    rows = ActorRow.objects.filter(name__in={key.name for key in wanted})
    found = {ActorKey(row.name, row.country, row.sector, row.office): row.pk for row in rows}
    return {key: number for key, number in found.items() if key in wanted}
