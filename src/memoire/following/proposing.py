"""Links from a new entry to the commitments and claims that it may bear on."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from memoire.following.classifying import bearing_of_deed, bearing_of_promise, bearing_on_claim
from memoire.following.comparing import ENOUGH, Comparison, Promise, compare
from memoire.following.profile import profile_of
from memoire.following.windows import window_of
from memoire.records.following import Bearing, Link, Told

_NONE: Final[Mapping[str, Sequence[Told]]] = {}
_NO_DUES: Final[Mapping[str, str]] = {}


def follow(
    new: Told,
    open_: Sequence[Told],
    *,
    tellings: Mapping[str, Sequence[Told]] = _NONE,
    dues: Mapping[str, str] = _NO_DUES,
) -> list[Link]:
    """Propose what `new` says about each open commitment or claim; best first, none where it says nothing.

    Args:
        open_: candidates, as `blocking` finds them; those of any kind but commitment and claim are passed over.
        tellings: further places of a candidate, by its id, in other words.
        dues: EDTF by id, where a postponement has moved the day.
    """
    links = [
        link
        for candidate in open_
        if candidate.entry.id != new.entry.id
        for link in _links(
            promise_of(candidate, tellings.get(candidate.entry.id, ()), dues.get(candidate.entry.id)), new
        )
    ]
    return sorted(links, key=lambda link: (-link.score, link.of))


def promise_of(told: Told, further: Sequence[Told] = (), due: str | None = None) -> Promise:
    """A commitment or claim as it is compared."""
    profiles = (profile_of(told), *(profile_of(place) for place in further))
    return Promise(told, profiles, window_of(due) if due else profiles[0].due)


def _links(promise: Promise, new: Told) -> Iterator[Link]:
    kind = promise.told.entry.kind
    if kind not in ("commitment", "claim") or new.entry.kind in ("stance", "request"):
        return
    if kind == "claim" and new.entry.kind == "commitment":
        return
    comparison = compare(promise, new)
    if not comparison.is_same:
        return
    bears, new_due = _bearing(promise, new, comparison)
    if bears is not None and (bears == "mentions" or promise.told.entry.checkable != "no"):
        yield Link(promise.told.entry.id, new.entry.id, bears, _score(comparison), comparison.reasons, new_due)


def _bearing(promise: Promise, new: Told, comparison: Comparison) -> tuple[Bearing | None, str | None]:
    if promise.told.entry.kind == "claim":
        return bearing_on_claim(comparison), None
    if new.entry.kind == "commitment":
        return bearing_of_promise(promise, new, comparison)
    return bearing_of_deed(promise, new, comparison), None


def _score(comparison: Comparison) -> float:
    """Points as a number between 0 and 1; one half where they are just enough. Not calibrated."""
    return 1 / (1 + math.exp(ENOUGH - comparison.points))
