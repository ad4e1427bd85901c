"""Where one entry seems to tell of several promises: which of them it tells."""

from collections.abc import Sequence
from typing import Final

from memoire.following.comparing import Comparison
from memoire.following.facts import Promise
from memoire.following.sites import Site

Found = tuple[Promise, Comparison]

_CLEARLY: Final = 0.05  # score by which the best must lead where no object is named


def choose(found: Sequence[Found]) -> list[Found]:
    """Those that stand beside the others. A deed may keep several promises; but

    * what names no object tells only of the one it fits clearly best;
    * where one promise names its very place, it tells of none that names neither place nor object;
    * who says a refusal again tells of the refusal, not of all that the refused could have been.
    """
    return _one_without_object(_of_the_place(_of_the_refusal(found)))


def _of_the_refusal(found: Sequence[Found]) -> list[Found]:
    again = [pair for pair in found if pair[0].told.entry.polarity == "-" and pair[1].facts.sign == "+"]
    if not again:
        return list(found)
    return [pair for pair in found if pair in again or not (pair[1].facts.sign == "-" and _is_unsaid(pair))]


def _of_the_place(found: Sequence[Found]) -> list[Found]:
    named = any(comparison.facts.site == "same" and _has_names(promise) for promise, comparison in found)
    return [pair for pair in found if not (named and pair[1].facts.site == "unsaid") or _names_it(pair)]


def _one_without_object(found: Sequence[Found]) -> list[Found]:
    doubtful = [pair for pair in found if _is_unsaid(pair) and pair[1].facts.sign == "+"]
    unsaid = sorted(doubtful, key=lambda pair: -pair[1].score)
    if len(unsaid) < 2:  # noqa: PLR2004
        return list(found)
    clear = unsaid[0][1].score - unsaid[1][1].score >= _CLEARLY
    kept = unsaid[:1] if clear else []
    return [pair for pair in found if pair not in unsaid or pair in kept]


def _is_unsaid(pair: Found) -> bool:
    return pair[1].facts.objects.fit == "unsaid"


def _names_it(pair: Found) -> bool:
    return pair[1].facts.objects.fit == "same"


def _has_names(promise: Promise) -> bool:
    site: Site = promise.first.site
    return bool(site.names)
