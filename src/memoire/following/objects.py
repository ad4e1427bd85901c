"""What is held, lifted or delivered: whether two reports speak of the same thing."""

from typing import Literal, NamedTuple

from memoire.following.profile import Profile

Fit = Literal["same", "part", "unsaid", "other"]

# Words that name what a meeting is, not what it is about; alone they show no sameness.
FORMATS = frozenset(
    """meeting dialogue summit session conference council forum ceremony visit trip tour series match final group
    commission committee board delegation""".split()
)


class Objects(NamedTuple):
    """How the objects of two entries fit, and the words that both have."""

    fit: Fit
    common: frozenset[str]


def compare_objects(promised: Profile, told: Profile, *, is_promise: bool) -> Objects:
    """Whether the thing told is the thing promised.

    "Unsaid" where either names none ("the trip did not come about"), or one names a part of what the other
    names ("the match", "the series"); "other" where each names its own. Two promises are one
    only if neither names what the other leaves out.
    """
    one, other = promised.words, told.words | _of_doers(told)
    if not one or (not told.words and not one & other):
        return Objects("unsaid", frozenset())
    common = one & other
    if not common:
        wholes = _PARTS.items()
        is_part = any(_is_part(one, told.words, *pair) or _is_part(told.words, one, *pair) for pair in wholes)
        is_part = is_part and not is_promise
        return Objects("unsaid" if is_part else "other", common)
    if promised.names and told.names and not promised.names & told.names and not common - FORMATS:
        return Objects("other", common)
    share = len(common) / min(len(one), len(told.words) or 1)
    lacks_format = bool(one & FORMATS) and not other & FORMATS & one
    if is_promise and one - other and told.words - one:
        return Objects("part", common)
    is_same = share >= _MOST and common - FORMATS and not lacks_format
    return Objects("same" if is_same else "part", common)


def _is_part(one: frozenset[str], other: frozenset[str], whole: str, parts: frozenset[str]) -> bool:
    return bool(one & parts) and whole in other


def _of_doers(told: Profile) -> frozenset[str]:
    """ "Ambassadors returned": who acts may be what was promised."""
    return frozenset(word for party in told.by for word in party.words)


_MOST = 0.5
_PARTS = {"series": frozenset({"match", "final", "game"}), "summit": frozenset({"meeting", "ceremony"})}


def numbers_differ(promised: Profile, told: Profile) -> bool:
    """Whether both give numbers and no number is the same."""
    return bool(promised.numbers and told.numbers and not promised.numbers & told.numbers)


def ordinals_differ(promised: Profile, told: Profile) -> bool:
    return promised.ordinal is not None and told.ordinal is not None and promised.ordinal != told.ordinal


def is_fewer(promised: Profile, told: Profile) -> bool:
    """Whether what was done is less than promised ("a first 200 of 1,000"), of what can be done bit by bit."""
    if not promised.numbers or not told.numbers or not {deed.act for deed in promised.deeds} & _BIT_BY_BIT:
        return False
    return max(told.numbers) < max(promised.numbers)


_BIT_BY_BIT = frozenset(
    """deliver get pay train deploy release return build buy sell vaccinate evacuate destroy arrest""".split()
)
