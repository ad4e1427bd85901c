"""Links from a new entry to the commitments and claims that it may bear on."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from memoire.following.classifying import bearing_of_deed, bearing_of_promise, bearing_on_claim
from memoire.following.comparing import ENOUGH, Comparison, Promise, compare
from memoire.following.profile import profile_of
from memoire.following.windows import window_of
from memoire.records.following import Bearing, Link, Told

_NONE: Final[Mapping[str, Sequence[Told]]] = {}
_NO_DUES: Final[Mapping[str, str]] = {}
_NONE_CANCELLED: Final[Mapping[str, Sequence[str]]] = {}


def follow(
    new: Told,
    open_: Sequence[Told],
    *,
    tellings: Mapping[str, Sequence[Told]] = _NONE,
    dues: Mapping[str, str] = _NO_DUES,
    cancelled_by: Mapping[str, Sequence[str]] = _NONE_CANCELLED,
    kept: Collection[str] = frozenset(),
) -> list[Link]:
    """Propose what `new` says about each open commitment or claim; best first, none where it says nothing.

    Args:
        open_: candidates, as `blocking` finds them; those of any kind but commitment and claim are passed over.
        tellings: further places of a candidate, by its id, in other words.
        dues: EDTF by id, where a postponement has moved the day.
        cancelled_by: what a refusal cancelled, by the id of the refusal; who says it again cancels that again.
        kept: ids of commitments already kept; what is promised after that is promised anew.
    """
    links = [
        link
        for candidate in open_
        if candidate.entry.id != new.entry.id and not (candidate.entry.id in kept and _is_ahead(new))
        for link in _links(
            promise_of(candidate, tellings.get(candidate.entry.id, ()), dues.get(candidate.entry.id)), new
        )
    ]
    links += _cancelled_again(links, cancelled_by)
    return sorted(links, key=lambda link: (-link.score, link.of))


def _is_ahead(new: Told) -> bool:
    return new.entry.kind == "commitment" and not profile_of(new).is_retold


def _cancelled_again(links: Sequence[Link], cancelled_by: Mapping[str, Sequence[str]]) -> list[Link]:
    known = {link.of for link in links}
    return [
        replace(link, of=of, bears="cancels", because=(*link.because, "tells a refusal again that cancelled it"))
        for link in links
        if link.bears in ("mentions", "reaffirms")
        for of in cancelled_by.get(link.of, ())
        if of not in known
    ]


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
        return bearing_on_claim(promise, new, comparison), None
    if new.entry.kind == "commitment":
        return bearing_of_promise(promise, new, comparison)
    return bearing_of_deed(promise, new, comparison), None


def _score(comparison: Comparison) -> float:
    """Points as a number between 0 and 1; one half where they are just enough. Not calibrated."""
    return 1 / (1 + math.exp(ENOUGH - comparison.points))
