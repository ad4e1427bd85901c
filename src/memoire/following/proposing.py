"""Links from a new entry to the commitments and claims that it may bear on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from memoire.following.choosing import Found, choose
from memoire.following.classifying import bearing_of_deed, bearing_of_promise, bearing_on_claim
from memoire.following.comparing import Comparison, compare
from memoire.following.facts import Promise, is_refusal
from memoire.following.profile import profile_of
from memoire.following.weighing import threshold
from memoire.following.windows import LEEWAY, beginning_of, window_of
from memoire.records.following import Bearing, Link, Told

_NONE: Final[Mapping[str, Sequence[Told]]] = {}
_NO_DUES: Final[Mapping[str, str]] = {}
_NONE_CANCELLED: Final[Mapping[str, Sequence[str]]] = {}
_NONE_KEPT: Final[Mapping[str, str | None]] = {}

_CLOSING: Final = frozenset({"fulfils", "cancels", "contradicts"})


def follow(
    new: Told,
    open_: Sequence[Told],
    *,
    tellings: Mapping[str, Sequence[Told]] = _NONE,
    dues: Mapping[str, str] = _NO_DUES,
    cancelled_by: Mapping[str, Sequence[str]] = _NONE_CANCELLED,
    kept: Mapping[str, str | None] = _NONE_KEPT,
) -> list[Link]:
    """Propose what `new` says about each open commitment or claim; best first, none where it says nothing.

    Args:
        open_: candidates, as `blocking` finds them; those of any kind but commitment and claim are passed over.
        tellings: further places of a candidate, by its id, in other words.
        dues: EDTF by id, where a postponement has moved the day.
        cancelled_by: what a refusal cancelled, by the id of the refusal; who says it again cancels that again.
        kept: when those already kept were done, by id; a deed of another day is then another deed, and what is promised
            after that is promised anew.
    """
    found: list[Found] = []
    for told in open_:
        id_ = told.entry.id
        if id_ == new.entry.id or (id_ in kept and _is_another(new, kept[id_])):
            continue
        promise = promise_of(told, tellings.get(id_, ()), dues.get(id_))
        found += ((promise, comparison) for comparison in _same(promise, new))
    links = [link for promise, comparison in choose(found) for link in _links(promise, comparison, new)]
    links += _cancelled_again(links, cancelled_by)
    return sorted(links, key=lambda link: (-link.score, link.of))


def _same(promise: Promise, new: Told) -> Iterator[Comparison]:
    kind = promise.told.entry.kind
    if kind not in ("commitment", "claim") or new.entry.kind in ("stance", "request"):
        return
    if kind == "claim" and new.entry.kind == "commitment":
        return
    comparison = compare(promise, new)
    if comparison.is_same:
        yield comparison


def _is_another(new: Told, done: str | None) -> bool:
    """Whether a promise or deed told after one was kept is a new one."""
    profile = profile_of(new)
    if new.entry.kind == "commitment":
        return not (profile.is_retold and new.entry.when)
    return bool(done) and not profile.done.meets(beginning_of(done), leeway=LEEWAY)


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


def _links(promise: Promise, comparison: Comparison, new: Told) -> Iterator[Link]:
    bears, new_due = _bearing(promise, new, comparison)
    refuses = is_refusal(new) and new.entry.kind == "commitment"
    if bears in _CLOSING and not refuses and comparison.score < threshold(closes=True):
        return
    if bears is not None and (bears == "mentions" or promise.told.entry.checkable != "no"):
        yield Link(promise.told.entry.id, new.entry.id, bears, comparison.score, comparison.reasons, new_due)


def _bearing(promise: Promise, new: Told, comparison: Comparison) -> tuple[Bearing | None, str | None]:
    if promise.told.entry.kind == "claim":
        return bearing_on_claim(promise, new, comparison), None
    if new.entry.kind == "commitment":
        return bearing_of_promise(promise, new, comparison)
    return bearing_of_deed(promise, new, comparison), None
