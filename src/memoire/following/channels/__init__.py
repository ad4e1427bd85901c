"""Recurring meetings: which there are between whom, their rounds, and what each round promised the next."""

from memoire.following.channels.gathering import channels_of
from memoire.following.channels.records import Channel, PromisedRound, Review, Round
from memoire.following.channels.sides import Sides, told_by_sides

__all__ = ["Channel", "PromisedRound", "Review", "Round", "Sides", "channels_of", "told_by_sides"]
