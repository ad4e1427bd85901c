"""The channels of two states as the ledger has them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Final

from django.db.models import F, Q, QuerySet

from memoire.errors import LedgerError
from memoire.following.channels.gathering import channels_of
from memoire.following.channels.names import names_in
from memoire.following.channels.records import Channel
from memoire.ledger.life_tables import LinkRow
from memoire.ledger.links import LinkStanding
from memoire.ledger.queries import STANDING
from memoire.ledger.tables import EntryRow
from memoire.ledger.told import told
from memoire.records.following import Link, Told
from memoire.registries.channels import channel_words

_MOST_NAMINGS: Final = 1000  # the newest; looking at more takes over 200 ms
_NOT_SHOWN: Final = ("document__text", "document__original", "document__character_map")


@dataclass(frozen=True, slots=True)
class Stored:
    """A channel, and the further tellings of its promises by the id of the first."""

    channel: Channel
    retold: dict[str, tuple[Told, ...]] = field(default_factory=dict)


def channels_between(one: str, other: str) -> tuple[Channel, ...]:
    """The channels in which both take part, with their rounds but without what these promised otherwise."""
    return _both(channels_of(_namings(one, other)), one, other)


def find_channel(one: str, other: str, key: str) -> Stored:
    """One channel whole: what each round promised, and what the documents of the next say of it.

    Raises:
        LedgerError: there is none of that key.
    """
    namings = _namings(one, other)
    if not any(key_of(channel, one, other) == key for channel in _both(channels_of(namings), one, other)):
        raise LedgerError(f"{one} and {other} have no channel {key!r}; their page lists those that there are")
    promises = _promises({naming.document for naming in namings}, {naming.entry.id for naming in namings})
    links = _links({promise.entry.id for promise in promises})
    found = _both(channels_of([*namings, *promises], links=links), one, other)
    channel = next(channel for channel in found if key_of(channel, one, other) == key)
    return Stored(channel, _retold(told.entry.id for told in promised_by(channel)))


def key_of(channel: Channel, one: str, other: str) -> str:
    """The name of a channel in addresses of the pair; further parties are added to it."""
    others = [party.lower() for party in channel.parties if party not in (one, other)]
    return "-".join([channel.key, *others])


def promised_by(channel: Channel) -> list[Told]:
    """Every commitment of a channel: to hold rounds, and what rounds promised."""
    rounds = [promised.told[0] for promised in channel.promised]
    return rounds + [review.promise for one in channel.rounds for review in one.reviews]


def _both(channels: Sequence[Channel], one: str, other: str) -> tuple[Channel, ...]:
    return tuple(channel for channel in channels if {one, other} <= set(channel.parties))


def _namings(one: str, other: str) -> list[Told]:
    """Entries of both whose words name a channel, and others of the same documents that do ("the Group will meet")."""
    of_pair = _standing().filter(countries__country=one).filter(countries__country=other)
    newest = of_pair.filter(_may_name()).order_by(F("document__published").desc(nulls_last=True), "id")
    found = {row.pk: row for row in newest[:_MOST_NAMINGS]}
    documents = {row.document_id for row in found.values()}
    beside = _standing().filter(_may_name(), document__in=documents).exclude(pk__in=found)
    return [naming for naming in map(told, [*found.values(), *beside]) if names_in(naming.entry.quote)]


def _standing() -> QuerySet[EntryRow]:
    return EntryRow.objects.filter(state__in=STANDING).select_related("document").defer(*_NOT_SHOWN)


def _may_name() -> Q:
    """A first sieve in the database; names_in decides."""
    heads = channel_words("talks") | channel_words("bodies") | {f"{word} " for word in channel_words("rounds")}
    return reduce(or_, (Q(quote__icontains=head.strip()) for head in sorted(heads)))


def _promises(documents: Collection[str], without: Collection[str]) -> list[Told]:
    rows = _standing().filter(kind="commitment", document__in=documents, mention_of__isnull=True)
    return [told(row) for row in rows.order_by("document", "span_start", "id") if row.pk not in without]


def _links(promises: Collection[str]) -> list[tuple[Link, Told]]:
    """Links that are proposed or accepted, with the entry that each comes from."""
    rows = LinkRow.objects.filter(of__in=promises, state__in=STANDING).select_related("place__document")
    rows = rows.exclude(bears="mentions").defer(*(f"place__{name}" for name in _NOT_SHOWN))
    return [(LinkStanding.of_row(row).link(), told(row.place)) for row in rows.order_by("id")]


def _retold(firsts: Iterable[str]) -> dict[str, tuple[Told, ...]]:
    found: dict[str, list[Told]] = defaultdict(list)
    for row in _standing().filter(mention_of__in=list(firsts)).order_by("id"):
        found[str(row.mention_of_id)].append(told(row))
    return {first: tuple(tellings) for first, tellings in found.items()}
