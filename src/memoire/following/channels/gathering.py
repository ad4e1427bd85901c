"""Entries with their documents → channels. A channel is known by its parties, its sort and its subject."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from memoire.following.channels.names import ChannelName, names_in, state_words
from memoire.following.channels.records import Channel
from memoire.following.channels.rounds import held_rounds, is_round, promised_rounds, with_reviews
from memoire.records.following import Link, Told

Parties = frozenset[str]
_TWO = 2


@dataclass(frozen=True, slots=True)
class Naming:
    """An entry that names a channel."""

    told: Told
    name: ChannelName


@dataclass(slots=True)
class Growing:
    """A channel while its namings are gathered."""

    parties: Parties
    namings: list[Naming] = field(default_factory=list)
    names: dict[tuple[str, frozenset[str]], ChannelName] = field(default_factory=dict)  # one of each head and subject

    def add(self, naming: Naming) -> None:
        self.namings.append(naming)
        if naming.name.is_full or naming.name.is_joint:
            self.names.setdefault((naming.name.head, naming.name.subject), naming.name)

    def takes(self, name: ChannelName) -> bool:
        """A body is the same where one's subject holds the other's; talks only where the subject is the same."""
        return any(_same(known, name) for known in self.names.values())


def channels_of(tellings: Iterable[Told], *, links: Sequence[tuple[Link, Told]] = ()) -> tuple[Channel, ...]:
    """The channels that entries name, the one with the newest document first.

    A meeting counts as recurring where its name is a proper one, its round has a number, or two rounds of it are told.

    Args:
        links: what is accepted, or proposed, of what became of promises: they answer what a round promised the next.
    """
    ordered = sorted(tellings, key=lambda told: (told.published or date.max, told.document, told.entry.span.start))
    found = [(growing, channel_of(growing, ordered, links)) for growing in _gather(ordered)]
    recurring = [channel for growing, channel in found if _recurs(growing, channel)]
    return tuple(sorted(recurring, key=lambda channel: (_newest(channel), channel.key), reverse=True))


def channel_of(growing: Growing, tellings: Sequence[Told], links: Sequence[tuple[Link, Told]]) -> Channel:
    """One channel, with its rounds in time and what was promised of further ones."""
    at_rounds = [naming for naming in growing.namings if is_round(naming.told.entry)]
    rounds = held_rounds([(naming.told, naming.name.ordinal) for naming in at_rounds])
    promised = promised_rounds([(naming.told, naming.name.ordinal) for naming in at_rounds], rounds)
    names = _names(growing)
    used = {naming.told.entry.id for naming in at_rounds}
    return Channel(
        key=_key(next(n.name.words for n in growing.namings if n.name.is_full or n.name.is_joint)),
        name=names[0],
        parties=tuple(sorted(growing.parties)),
        names=names,
        rounds=with_reviews(rounds, promised, tellings, growing.parties, links),
        promised=promised,
        mentioned=tuple(n.told for n in growing.namings if n.told.entry.id not in used),
    )


def parties_of(told: Told) -> Parties:
    """The countries with a part in an entry."""
    entry = told.entry
    return frozenset(actor.country for actor in (*entry.by, *entry.to, *entry.with_) if actor.country)


def _gather(tellings: Sequence[Told]) -> list[Growing]:
    """Full names first, so that "the Working Group" finds the one it stands for, in whichever document."""
    by_parties: dict[Parties, list[Growing]] = defaultdict(list)
    in_document: dict[str, list[Growing]] = defaultdict(list)
    waiting: list[Naming] = []
    for naming in _namings(tellings):
        parties = parties_of(naming.told)
        if not naming.name.is_full:
            waiting.append(naming)
        elif len(parties) >= _TWO:
            growing = _growing_for(naming, parties, by_parties[parties])
            growing.add(naming)
            in_document[naming.told.document].append(growing)
    for naming in waiting:
        parties = parties_of(naming.told)
        meant = _meant(naming.name, in_document[naming.told.document], by_parties.get(parties, []))
        if meant is None and naming.name.is_joint and len(parties) >= _TWO:
            meant = _growing_for(naming, parties, by_parties[parties])
        if meant:
            meant.add(naming)
    everything = [growing for known in by_parties.values() for growing in known]
    for growing in everything:
        growing.namings.sort(key=lambda naming: (naming.told.published or date.max, naming.told.document))
    return everything


def _namings(tellings: Sequence[Told]) -> Iterator[Naming]:
    """The fullest name of each entry; stances and requests only speak of a channel."""
    for told in tellings:
        names = names_in(told.entry.quote)
        if names:
            yield Naming(told, max(names, key=lambda name: (name.is_full, len(name.subject), len(name.words))))


def _growing_for(naming: Naming, parties: Parties, known: list[Growing]) -> Growing:
    growing = next((one for one in known if one.takes(naming.name)), None)
    if growing is None:
        growing = Growing(parties)
        known.append(growing)
    return growing


def _meant(name: ChannelName, here: Sequence[Growing], known: Sequence[Growing]) -> Growing | None:
    """The only one it can be in the document; else, for a body, the only one of its parties."""
    found = _fitting(name, here)
    if not found and name.form == "body" and name.is_name:
        found = _fitting(name, known)
    return found[0] if len(found) == 1 else None


def _fitting(name: ChannelName, channels: Iterable[Growing]) -> list[Growing]:
    """Those of its sort; where it has a subject, with that."""
    once = {id(one): one for one in channels}.values()
    return [one for one in once if any(_fits(name, known) for known in one.names.values())]


def _fits(name: ChannelName, full: ChannelName) -> bool:
    return _same(name, full) if name.subject else _same_sort(name, full)


def _same_sort(one: ChannelName, other: ChannelName) -> bool:
    if "any" in (one.form, other.form):
        return True
    return one.form == other.form and (one.form == "talks" or one.head == other.head)


def _same(one: ChannelName, other: ChannelName) -> bool:
    if not _same_sort(one, other):
        return False
    if one.form == "talks" or not (one.subject and other.subject):
        return one.subject == other.subject
    return one.subject <= other.subject or other.subject <= one.subject


def _recurs(growing: Growing, channel: Channel) -> bool:
    told = len(channel.rounds) + len(channel.awaited)
    names = [naming.name for naming in growing.namings]
    return told > 1 or (told == 1 and any(name.recurs or name.ordinal for name in names))


def _names(growing: Growing) -> tuple[str, ...]:
    """Its names, the best one first; of like ones the most frequent, then the longest."""
    counted = Counter(_trimmed(n.name.words) for n in growing.namings if n.name.is_full or n.name.is_joint)
    return tuple(sorted(counted, key=lambda words: (_rank(words), -counted[words], -len(words), words)))


def _rank(words: str) -> tuple[bool, bool]:
    """Proper names before descriptions, and those without the parties before those with them."""
    return words[0].islower(), any(part in state_words() for part in re.split(r"\W+", words.casefold()))


def _trimmed(words: str) -> str:
    """Without what stands in small letters before a capital: "new Pakistan-US Working Group"."""
    return re.sub(r"^(?:[a-z][\w-]*\s+)+(?=[A-Z])|^(?:new|next|latest|fresh|regular)\s+", "", words)


def _key(words: str) -> str:
    """A name for addresses, without its parties: `joint-working-group-on-law-enforcement`."""
    parts = re.split(r"[^\w+]+", _trimmed(words).casefold())
    kept = [part for part in parts if len(part) > 1 and part not in state_words()]
    return re.sub(r"[^a-z0-9-]", "", "-".join(kept).replace("2+2", "2-2"))[:80].strip("-") or "channel"


def _newest(channel: Channel) -> str:
    held = [str(told.published) for one in channel.rounds for told in one.told]
    return max([*held, *(str(told.published) for one in channel.promised for told in one.told)], default="")
