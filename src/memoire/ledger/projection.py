"""Standing → rows. The tables of entries hold nothing that history does not."""

from collections.abc import Iterable, Iterator, Mapping

from memoire.ledger.standing import ActorKey, Standing, columns_of, countries_of, names_of, parties_of
from memoire.ledger.tables import ActorRow, AreaRow, CountryRow, EntryRow, MentionRow, PartyRow, WordsRow
from memoire.records.entry import Entry


def lay(standings: Mapping[str, Standing]) -> None:
    """Make the rows of entries that have none yet, by id."""
    EntryRow.objects.bulk_create(EntryRow(id=id_, **columns_of(standing)) for id_, standing in standings.items())
    _lay_what_belongs(standings)


def lay_again(entry_id: str, standing: Standing) -> None:
    """Make the rows of one entry what `standing` says, whatever they were."""
    EntryRow.objects.filter(id=entry_id).update(**columns_of(standing))
    for table in (PartyRow, CountryRow, AreaRow, MentionRow, WordsRow):
        table.objects.filter(entry_id=entry_id).delete()
    _lay_what_belongs({entry_id: standing})


def _lay_what_belongs(standings: Mapping[str, Standing]) -> None:
    entries = {id_: standing.entry() for id_, standing in standings.items()}
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
