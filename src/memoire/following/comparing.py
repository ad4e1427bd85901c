"""One promise against one later entry: is it the same act?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from memoire.following.deeds import LIGHT, Sign, relation
from memoire.following.objects import FORMATS, Objects, compare_objects, numbers_differ, ordinals_differ
from memoire.following.parties import COMPANY, Party, best_likeness, countries_of
from memoire.following.profile import Profile, profile_of
from memoire.following.sites import Fit as SiteFit
from memoire.following.sites import Site, fit
from memoire.following.windows import NEVER, Position, Window, days_late, position
from memoire.records.following import Told

# Acts that nobody does for another, and that a host sees from the other side.
_IN_PERSON: Final = frozenset({"visit", "receive", "attend"})
_SEEN_BY_THE_OTHER: Final = frozenset({"receive", "welcome", "host", "greet", "get"})

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
    site: SiteFit
    reasons: tuple[str, ...]
    veto: str | None = None

    @property
    def is_same(self) -> bool:
        return self.veto is None and self.points >= ENOUGH


def compare(promise: Promise, told: Told) -> Comparison:
    """Weigh act, object, doer, place and time."""
    first, other = promise.first, profile_of(told)
    act, sign = _relation(promise, other, is_promise=told.entry.kind == "commitment")
    site = fit(_site(promise), other.site)
    objects = _objects(promise, told, site)
    doer = _doer(first, told, sign)
    is_deed = told.entry.kind != "commitment"
    deed = other.done if is_deed else other.due
    where = position(promise.due, _promised_on(promise), deed, told)
    points = (
        _ACT * act + _object_points(objects, told) + _site_points(promise, told, site) + (_DOER * doer if doer is not None else 0.0)
        + _time_points(promise, told, where, deed, sign) + _ordinal_points(promise, other)
        + _unsaid_points(promise, told, objects, where, site, doer)
    )  # fmt: skip
    late = days_late(promise.due, deed) if where == "late" else 0
    return Comparison(
        points, sign, where, objects, act, doer, late, site,
        tuple(_reasons(promise, told, objects, doer, site, where, late)),
        _veto(promise, told, act, doer, site, objects),
    )  # fmt: skip


def _relation(promise: Promise, other: Profile, *, is_promise: bool) -> tuple[float, Sign]:
    tellings = promise.tellings[:1] if promise.told.entry.kind == "claim" else promise.tellings
    found = [relation(telling.deeds, other.deeds) for telling in tellings]
    if any(telling.verb and telling.verb == other.verb and telling.verb not in LIGHT for telling in tellings):
        same_polarity: Sign = "+"
        found.append((1.0, next((sign for part, sign in found if part == 1.0), same_polarity)))
    best = max(found, key=lambda pair: pair[0])
    if is_promise:
        return best if best[0] in (1.0, _HAPPENS) or _acts(promise) & _TWO_SIDES else (0.0, "+")
    return (_SHOWN, best[1]) if best[0] < _SHOWN and _convenes(promise, other) else best


_HAPPENS: Final = 0.5  # "takes place": any act
_SHOWN: Final = 0.8  # the deed shows that another was done
# Acts that are promised by either side in its own words.
_TWO_SIDES: Final = frozenset({"visit", "receive", "open", "lift", "host", "play", "attend", "deliver", "get", "release"})


def _convenes(promise: Promise, other: Profile) -> bool:
    """A body is there, or again there, once it has met: newly made for the first time, revived at any time."""
    bodies = promise.first.words & FORMATS & other.words
    meets = any(deed.act == "meet" and deed.sign == "+" for deed in other.deeds)
    acts = _acts(promise)
    return bool(bodies) and meets and ("open" in acts or ("create" in acts and other.ordinal == 1))


def _objects(promise: Promise, told: Told, site: SiteFit) -> Objects:
    """The best fit of any telling that names an object; of what is opened or built, the place is the object."""
    naming = [telling for telling in promise.tellings if telling.words] or promise.tellings[:1]
    other = profile_of(told)
    is_promise = told.entry.kind == "commitment" and not _is_refusal(told)
    fits = (compare_objects(telling, other, is_promise=is_promise) for telling in naming)
    best = max(fits, key=lambda found: _OBJECT[found.fit])
    is_place = site == "same" and bool(_site(promise).names & other.site.names)
    opened = any(deed.act in ("open", "build") for deed in promise.first.deeds)
    return Objects("unsaid", best.common) if best.fit == "other" and is_place and opened else best


def _object_points(objects: Objects, told: Told) -> float:
    """Two promises that share a word but each name more are rather two."""
    return -0.5 if objects.fit == "part" and told.entry.kind == "commitment" else _OBJECT[objects.fit]


def _site_points(promise: Promise, told: Told, site: SiteFit) -> float:
    """Where the promise names a town or bridge and the deed none, it may have been done elsewhere."""
    if site == "unsaid" and _site(promise).names and not _is_refusal(told) and told.entry.kind != "commitment":
        return -1.5
    is_named = site == "same" and bool(_site(promise).names & profile_of(told).site.names)
    return _NAMED_SITE if is_named else _SITE[site]


_NAMED_SITE: Final = 2.0


def _is_refusal(told: Told) -> bool:
    """What says that it will not be done seldom says of what, when and where."""
    return told.entry.polarity == "-" and (told.entry.kind == "commitment" or profile_of(told).undoes)


def _site(promise: Promise) -> Site:
    return next((t.site for t in promise.tellings if t.site.names), promise.first.site)


def _doer(promised: Profile, new: Told, sign: Sign) -> float | None:
    """Those bound against those who acted; in a joint act anybody of theirs may stand anywhere in the sentence."""
    told = profile_of(new)
    acts = {deed.act for deed in promised.deeds}
    told_acts = {deed.act for deed in told.deeds}
    bound = (*promised.by, *promised.with_)
    if sign == "-" and _is_refusal(new) and told.by:
        return best_likeness(told.by, bound)
    if len(countries_of(promised.by)) > 1 or "meet" in acts & told_acts:
        return best_likeness(bound, told.parties)
    turned = told.verb in _SEEN_BY_THE_OTHER and promised.verb not in _SEEN_BY_THE_OTHER and bool(told.to)
    doers: Sequence[Party] = told.to if turned else (*told.by, *told.with_)
    return best_likeness(promised.by, doers, in_person=bool(acts & _IN_PERSON))


def _promised_on(promise: Promise) -> date | None:
    """A promise that is told looking back was made some time before."""
    told_on = promise.told.published
    return told_on - _LOOK_BACK if told_on and promise.first.is_retold else told_on


_LOOK_BACK: Final = timedelta(days=365)
_STALE: Final = timedelta(days=1000)


def _time_points(promise: Promise, told: Told, where: Position, deed: Window, sign: Sign) -> float:
    if promise.told.entry.kind == "claim":
        return 0.5
    is_promise = told.entry.kind == "commitment"
    if where == "late":
        return _late_points(days_late(promise.due, deed), is_promise=is_promise)
    if where == "within":
        if deed.days is None or deed.days > _YEAR:
            return 0.5
        return 2.0 if _is_exact(promise.due) and _is_exact(deed) else 1.0
    if where == "early" and (sign == "-" or promise.told.entry.polarity == "-"):
        return 0.5
    if where == "no due day":
        age = told.published - promise.told.published if told.published and promise.told.published else timedelta(0)
        return -2.0 if age > _STALE else 0.5
    if where == "before promise" and promise.told.entry.polarity == "-" and sign == "+":
        return 0.5  # who withdrew says that it will not take part
    return {"undated": 0.0, "early": -3.0, "before promise": -9.0}[where]


_YEAR: Final = 366


def _is_exact(window: Window) -> bool:
    """Not wider than a month and a half: two reports of one deed seldom share so small a window by chance."""
    return window.days is not None and window.days <= 45  # noqa: PLR2004


def _late_points(days: int, *, is_promise: bool) -> float:
    """The later, the likelier another deed of the kind; a promise made anew lies later by its nature."""
    if days > _STALE.days:
        return -4.0
    if is_promise:
        return 0.0 if days <= _YEAR else -2.0
    return -0.5 if days <= 60 else -1.0  # noqa: PLR2004


def _unsaid_points(
    promise: Promise, told: Told, objects: Objects, where: Position, site: SiteFit, doer: float | None
) -> float:
    """What names no object ("the reopening took place") may be anything: day, place, round or person must then tell."""
    if objects.fit != "unsaid" or _is_refusal(told):
        return 0.0
    other, due = profile_of(told), promise.due
    deed = other.due if told.entry.kind == "commitment" else other.done
    is_same_day = where == "within" and _is_exact(due) and deed.days is not None and deed.days <= 3  # noqa: PLR2004
    is_same_window = due != NEVER and due.last == other.due.last and (doer or 0.0) > COMPANY
    wanted = any(telling.words for telling in promise.tellings)
    is_surely_them = doer is not None and doer > 0.9 and (not wanted or bool(_acts(promise) & _IN_PERSON))  # noqa: PLR2004
    tells = (is_same_day, is_same_window, site == "same", _ordinal_points(promise, other) > 0, is_surely_them)
    return 0.0 if any(tells) else _UNSAID


def _acts(promise: Promise) -> set[str]:
    return {deed.act for deed in promise.first.deeds}


_UNSAID: Final = -2.0


def _ordinal_points(promise: Promise, other: Profile) -> float:
    same = any(t.ordinal is not None and t.ordinal == other.ordinal for t in promise.tellings)
    return _ORDINAL if same else 0.0


def _veto(promise: Promise, told: Told, act: float, doer: float | None, site: SiteFit, objects: Objects) -> str | None:
    other = profile_of(told)
    if act == 0:
        return "another act"
    if doer is not None and doer < 0.45:
        return "somebody else"
    if _is_with_somebody_else(promise.first, other):
        return "with somebody else"
    if site == "other":
        return "another place"
    if objects.fit == "other":
        return "another thing"
    if _is_general(told) and not _is_general(promise.told) and objects.common != promise.first.words:
        return "a statement about all"
    if any(ordinals_differ(t, other) for t in promise.tellings[:1]):
        return "another round"
    if any(numbers_differ(t, other) for t in promise.tellings[:1]):
        return "another number"
    return None


def _is_general(told: Told) -> bool:
    """ "Every trade impediment", "most of the measures"."""
    return bool(_GENERAL.search(told.entry.quote))


_GENERAL: Final = re.compile(r"\b(?:all|every|each|most|any|many|always)\b", re.IGNORECASE)


def _is_with_somebody_else(promised: Profile, told: Profile) -> bool:
    """An act of two that one of them did with a third."""
    pair = countries_of((*promised.by, *promised.with_))
    others = countries_of((*told.by, *told.with_))
    return len(pair) == 2 and len(others) > 1 and not pair <= others


def _reasons(
    promise: Promise, told: Told, objects: Objects, doer: float | None, site: SiteFit, where: Position, late: int
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
