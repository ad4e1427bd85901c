"""One promise against one later entry: is it the same act?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Final

from memoire.following.deeds import Sign, relation
from memoire.following.objects import Objects, compare_objects, numbers_differ, ordinals_differ
from memoire.following.parties import Party, best_likeness, countries_of
from memoire.following.profile import Profile, profile_of
from memoire.following.sites import fit
from memoire.following.windows import Position, Window, days_late, position
from memoire.records.following import Told

# Acts that nobody does for another, and that a host sees from the other side.
_IN_PERSON: Final = frozenset({"visit", "receive", "attend"})
_FROM_THE_OTHER_SIDE: Final = {
    ("visit", "receive"),
    ("receive", "visit"),
    ("deliver", "get"),
    ("get", "deliver"),
    ("pay", "get"),
    ("get", "pay"),
}

# What a match is worth; a promise and a deed are held for the same from `ENOUGH` on.
_ACT: Final = 2.0
_OBJECT: Final = {"same": 2.0, "part": 1.0, "unsaid": 0.0, "other": -3.0}
_SITE: Final = {"same": 1.0, "unsaid": 0.0, "other": -3.0}
_DOER: Final = 1.5
_ORDINAL: Final = 1.0
ENOUGH: Final = 4.0


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment or claim with all its tellings, and the window in which it is due now."""

    told: Told
    tellings: tuple[Profile, ...]
    due: Window
    due_before: tuple[Window, ...] = ()

    @property
    def first(self) -> Profile:
        return self.tellings[0]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How like a promise a later entry is, in points, with reasons; `veto` says why it is another act."""

    points: float
    sign: Sign
    position: Position
    objects: Objects
    act: float
    doer: float | None
    days_late: int
    reasons: tuple[str, ...]
    veto: str | None = None

    @property
    def is_same(self) -> bool:
        return self.veto is None and self.points >= ENOUGH


def compare(promise: Promise, told: Told) -> Comparison:
    """Weigh act, object, doer, place and time."""
    first, other = promise.first, profile_of(told)
    act, sign = _relation(promise, other)
    objects = max((compare_objects(telling, other) for telling in promise.tellings), key=lambda o: _OBJECT[o.fit])
    doer = _doer(first, other)
    site = fit(_site(promise), other.site)
    is_deed = told.entry.kind != "commitment"
    deed = other.done if is_deed else other.due
    where = position(promise.due, promise.told.published, deed, told)
    points = (
        _ACT * act + _OBJECT[objects.fit] + _SITE[site] + (_DOER * doer if doer is not None else 0.0)
        + _time_points(promise, other, where, deed) + _ordinal_points(promise, other)
    )  # fmt: skip
    late = days_late(promise.due, deed) if where == "late" else 0
    return Comparison(
        points, sign, where, objects, act, doer, late,
        tuple(_reasons(promise, told, objects, doer, site, where, late)),
        _veto(promise, other, act, doer, site, objects),
    )  # fmt: skip


def _relation(promise: Promise, other: Profile) -> tuple[float, Sign]:
    found = [relation(telling.deeds, other.deeds) for telling in promise.tellings]
    if any(telling.verb and telling.verb == other.verb for telling in promise.tellings):
        same_polarity: Sign = "+"
        found.append((1.0, next((sign for part, sign in found if part == 1.0), same_polarity)))
    return max(found, key=lambda pair: pair[0])


def _site(promise: Promise):  # type: ignore[no-untyped-def]
    return next((t.site for t in promise.tellings if t.site.names), promise.first.site)


def _doer(promised: Profile, told: Profile) -> float | None:
    """Those bound against those who acted; in a joint act anybody of theirs may stand anywhere in the sentence."""
    acts = {deed.act for deed in promised.deeds}
    told_acts = {deed.act for deed in told.deeds}
    if len(countries_of(promised.by)) > 1 or "meet" in acts & told_acts:
        return best_likeness((*promised.by, *promised.with_), told.parties)
    turned = any(pair in _FROM_THE_OTHER_SIDE for pair in ((a, b) for a in acts - told_acts for b in told_acts - acts))
    doers: Sequence[Party] = told.to if turned else (*told.by, *told.with_)
    return best_likeness(promised.by, doers, in_person=bool(acts & _IN_PERSON))


def _time_points(promise: Promise, other: Profile, where: Position, deed: Window) -> float:
    if where == "within":
        exact = promise.due.days is not None and promise.due.days <= 45 and deed.days is not None and deed.days <= 45
        return 2.0 if exact else 1.0
    return {"late": -0.5, "undated": 0.0, "no due day": 0.5, "early": -3.0, "before promise": -9.0}[where]


def _ordinal_points(promise: Promise, other: Profile) -> float:
    same = any(t.ordinal is not None and t.ordinal == other.ordinal for t in promise.tellings)
    return _ORDINAL if same else 0.0


def _veto(promise: Promise, other: Profile, act: float, doer: float | None, site: str, objects: Objects) -> str | None:
    if act == 0:
        return "another act"
    if doer is not None and doer < 0.45:
        return "somebody else"
    if site == "other":
        return "another place"
    if objects.fit == "other":
        return "another thing"
    if any(ordinals_differ(t, other) for t in promise.tellings[:1]):
        return "another round"
    if any(numbers_differ(t, other) for t in promise.tellings[:1]):
        return "another number"
    return None


def _reasons(
    promise: Promise, told: Told, objects: Objects, doer: float | None, site: str, where: Position, late: int
) -> Iterator[str]:
    countries = sorted(promise.first.countries & profile_of(told).countries)
    if doer is not None:
        yield f"same {'parties' if len(countries) > 1 else 'actor'} {', '.join(countries)}".rstrip()
    yield f"same act {told.entry.predicate.text!r}"
    if objects.common:
        yield f"same words {', '.join(sorted(objects.common))}"
    if site == "same":
        yield "same place"
    if where == "within":
        yield f"due {promise.told.entry.when.edtf if promise.told.entry.when else ''}, told for {told.entry.when.edtf if told.entry.when else ''}"
    if late:
        yield f"{late} days late"


def merged(words: Sequence[frozenset[str]]) -> frozenset[str]:
    return reduce(frozenset.union, words, frozenset())
