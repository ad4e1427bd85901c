"""Standing → rows. The tables of entries hold nothing that history does not."""

from memoire.ledger.standing import ActorKey, Standing, columns_of, countries_of, names_of, parties_of
from memoire.ledger.tables import ActorRow, AreaRow, CountryRow, EntryRow, MentionRow, PartyRow, WordsRow
from memoire.records.entry import Entry


def project(entry_id: str, standing: Standing) -> None:
    """Make the rows of the entry what `standing` says, whatever they were."""
    entry = standing.entry()
    EntryRow.objects.update_or_create(id=entry_id, defaults=columns_of(standing))
    for table in (PartyRow, CountryRow, AreaRow, MentionRow):
        table.objects.filter(entry_id=entry_id).delete()
    _lay_parties(entry_id, entry)
    CountryRow.objects.bulk_create(CountryRow(entry_id=entry_id, country=c) for c in sorted(countries_of(entry)))
    AreaRow.objects.bulk_create(AreaRow(entry_id=entry_id, area=area) for area in entry.areas)
    _lay_mentions(entry_id, standing.document, entry)
    words = {"quote": entry.quote, "action": entry.action, "parties": names_of(entry)}
    WordsRow.objects.update_or_create(entry_id=entry_id, defaults=words)


def _lay_parties(entry_id: str, entry: Entry) -> None:
    PartyRow.objects.bulk_create(
        PartyRow(
            entry_id=entry_id,
            actor_id=_actor_id(key),
            role=role,
            position=position,
            text=text,
            span_start=start,
            span_end=end,
        )
        for key, role, position, text, start, end in parties_of(entry)
    )


def _lay_mentions(entry_id: str, document_id: str, entry: Entry) -> None:
    MentionRow.objects.bulk_create(
        MentionRow(
            entry_id=entry_id,
            document_id=document_id,
            span_start=mention.span.start,
            span_end=mention.span.end,
            quote=mention.quote,
        )
        for mention in entry.mentions
    )


def _actor_id(key: ActorKey) -> int:
    name, country, sector, office = key
    return ActorRow.objects.get_or_create(name=name, country=country, sector=sector, office=office)[0].pk
