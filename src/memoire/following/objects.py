"""What is held, lifted or delivered: whether two reports speak of the same thing."""

from typing import Literal, NamedTuple

from memoire.following.profile import Profile

Fit = Literal["same", "part", "unsaid", "other"]

# Words that name what a meeting is, not what it is about; alone they show no sameness.
FORMATS = frozenset(
    "meeting dialogue summit session conference council forum ceremony visit trip tour series match final".split()
)


class Objects(NamedTuple):
    """How the objects of two entries fit, and the words that both have."""

    fit: Fit
    common: frozenset[str]


def compare_objects(promised: Profile, told: Profile) -> Objects:
    """Whether the thing told is the thing promised.

    "Unsaid" where either names none ("the trip did not come about"); "other" where each names its own.
    """
    one, other = promised.words, told.words
    if not one or not other:
        return Objects("unsaid", frozenset())
    common = one & other
    if not common:
        return Objects("other", common)
    if promised.names and told.names and not promised.names & told.names and not common - FORMATS:
        return Objects("other", common)
    share = len(common) / min(len(one), len(other))
    return Objects("same" if share >= _MOST and common - FORMATS else "part", common)


_MOST = 0.5


def numbers_differ(promised: Profile, told: Profile) -> bool:
    """Whether both give numbers and no number is the same."""
    return bool(promised.numbers and told.numbers and not promised.numbers & told.numbers)


def ordinals_differ(promised: Profile, told: Profile) -> bool:
    return promised.ordinal is not None and told.ordinal is not None and promised.ordinal != told.ordinal
