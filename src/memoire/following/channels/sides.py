"""Which side tells what: one-sidedness is shown, not judged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from memoire.records.following import Told


@dataclass(frozen=True, slots=True)
class Sides:
    """Who tells one thing: per party the ids of its tellings, and of those that are nobody's."""

    by_party: tuple[tuple[str, tuple[str, ...]], ...]
    others: tuple[str, ...]
    is_joint: bool  # two parties or more are bound

    @property
    def telling(self) -> tuple[str, ...]:
        """The parties that tell it themselves."""
        return tuple(party for party, told in self.by_party if told)

    @property
    def one_side(self) -> str | None:
        """The only party that tells a joint commitment; None where several do, nobody does, or it is not joint."""
        return self.telling[0] if self.is_joint and len(self.telling) == 1 else None


def told_by_sides(tellings: Iterable[Told], parties: Iterable[str] = ()) -> Sides:
    """Per party what it tells of one thing; `tellings` are the tellings of that thing.

    A document is a party's where its government publishes it, or where it is quoted; a joint statement is everybody's.
    A report of a hand-out counts to the side that gave it out.

    Args:
        parties: codes; without them those who are bound by the first telling.
    """
    told = list(tellings)
    bound = sorted({actor.country for one in told[:1] for actor in one.entry.by if actor.country})
    asked = sorted(set(parties)) or bound
    origins = {one.document: one.publisher_country for one in told if one.publisher_country}
    owners = [(one, _owners(one, asked, origins)) for one in told]
    by_party = tuple((party, tuple(one.entry.id for one, who in owners if party in who)) for party in asked)
    others = tuple(one.entry.id for one, who in owners if not who)
    return Sides(by_party, others, len(bound) > 1)


def _owners(told: Told, parties: list[str], origins: Mapping[str, str]) -> set[str]:
    if told.document_kind == "joint-statement" or any("joint" in source.name.casefold() for source in told.entry.voice):
        return set(parties)
    handed_out = origins.get(told.handout or "")
    said = {source.country for source in told.entry.voice} | {told.publisher_country, handed_out}
    return {country for country in said if country in parties}
