"""A channel as JSON; entries are named by their ids, with what a reader wants to see of them."""

from typing import Any

from memoire.following.channels.records import Channel, PromisedRound, Review, Round
from memoire.following.channels.sides import told_by_sides
from memoire.records.following import Told


def channel_line_as_json(channel: Channel, key: str) -> dict[str, Any]:
    """Its name, parties and how many rounds it has."""
    return {
        "key": key,
        "name": channel.name,
        "names": list(channel.names),
        "parties": list(channel.parties),
        "rounds": len(channel.rounds),
        "awaited": len(channel.awaited),
    }


def channel_as_json(channel: Channel, key: str) -> dict[str, Any]:
    """The same with its rounds, those promised, and what rounds promised otherwise."""
    return channel_line_as_json(channel, key) | {
        "held": [_round(one, channel) for one in channel.rounds],
        "promised": [_promised(one) for one in channel.promised],
    }


def _round(held: Round, channel: Channel) -> dict[str, Any]:
    return {
        "number": held.number,
        "number_is": held.basis,
        "when": held.edtf,
        "place": held.place,
        "told": [_telling(told) for told in held.told],
        "told_by": list(told_by_sides(held.told, channel.parties).telling),
        "promises": [_review(review) for review in held.reviews],
        "promised_rounds": [channel.promised.index(promised) for promised in held.promises_next],
    }


def _review(review: Review) -> dict[str, Any]:
    answers = [{"bears": link.bears, "score": link.score, **_telling(told)} for link, told in review.next_says]
    return _telling(review.promise) | {"next_round_says": answers}


def _promised(promised: PromisedRound) -> dict[str, Any]:
    return {
        "due": promised.due,
        "number": promised.ordinal,
        "made_on": promised.made_on and promised.made_on.isoformat(),
        "held_as": promised.held_as,
        "slip_days": promised.slip_days,
        "told": [_telling(told) for told in promised.told],
    }


def _telling(told: Told) -> dict[str, Any]:
    return {
        "entry": told.entry.id,
        "quote": told.entry.quote,
        "action": told.entry.action,
        "document": told.document,
        "published": told.published and told.published.isoformat(),
        "publisher": told.publisher,
    }
