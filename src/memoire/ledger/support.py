"""How well the outcome of a commitment is evidenced: by whom, and by how many who do not copy one another."""

from collections.abc import Sequence
from typing import Final

from memoire.records.entry import Actor, Entry
from memoire.records.following import Link, Support, Told

COUNTED: Final = frozenset({"fulfils", "cancels", "contradicts"})

Evidence = Sequence[tuple[Link, Told]]


def support_of(commitment: Told, evidence: Evidence) -> Support:
    """The evidence axis; `evidence` is in the order in which it was told.

    Only what fulfils, cancels or contradicts counts. Reports of one hand-out are one. A deed told and later denied is
    contradicted; a refusal, or a deed done after all, is not.
    """
    counted = [(link, place) for link, place in evidence if link.bears in COUNTED]
    if not counted:
        return "none-found"
    if _is_denied(counted):
        return "contradicted"
    parties = parties_of(commitment.entry)
    sides = [sides_of(place, parties) for _, place in counted]
    if len(frozenset().union(*sides)) > 1:
        return "both-sides"
    origins = {place.handout or place.document for _, place in counted}
    if len(origins) > 1:
        return "one-sided" if all(sides) else "corroborated"
    if len({place.document for _, place in counted}) > 1:
        return "same-source"
    return "one-sided" if any(sides) else "single"


def parties_of(entry: Entry) -> frozenset[str]:
    """The countries between which an entry stands."""
    actors: tuple[Actor, ...] = (*entry.by, *entry.to, *entry.with_)
    return frozenset(actor.country for actor in actors if actor.country)


def sides_of(place: Told, parties: frozenset[str]) -> frozenset[str]:
    """The parties that tell it themselves; empty for an independent report."""
    if place.document_kind == "joint-statement" and len(parties) > 1:
        return parties
    tellers = {place.publisher_country, *(source.country for source in place.entry.voice[:1])}
    return frozenset(teller for teller in tellers if teller in parties)


def _is_denied(counted: Evidence) -> bool:
    done = [number for number, (link, _) in enumerate(counted) if link.bears == "fulfils"]
    last, place = counted[-1]
    told_before = bool(done) and counted[done[-1]][1].published != place.published
    return last.bears == "contradicts" and told_before
