"""What a promise and a later entry have in common, as named numbers that can be weighed."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from memoire.following.deeds import LIGHT, Sign, relation
from memoire.following.objects import FORMATS, Objects, compare_objects, numbers_differ, ordinals_differ
from memoire.following.parties import COMPANY, STATE, best_likeness, countries_of
from memoire.following.profile import Profile, profile_of
from memoire.following.sites import Fit as SiteFit
from memoire.following.sites import Site, fit
from memoire.following.windows import Position, Window, days_late, position
from memoire.records.following import Told

# Acts that nobody does for another, and verbs by which a host tells them.
_IN_PERSON: Final = frozenset({"visit", "receive", "attend"})
_SEEN_BY_THE_OTHER: Final = frozenset({"receive", "welcome", "host", "greet", "get"})
# Acts that are promised by either side in its own words.
_TWO_SIDES: Final = frozenset(
    {"visit", "receive", "open", "lift", "host", "play", "attend", "deliver", "get", "release"}
)
_HAPPENS: Final = 0.5  # "takes place": any act
_SHOWN: Final = 0.8  # the deed shows that another was done
BESIDE: Final = 0.4  # the act is named beside the one that is told
_LOOK_BACK: Final = timedelta(days=365)
_EXACT: Final = 45  # days: two reports of one deed seldom share so small a window by chance
_DAY: Final = 3
_NO_DOER: Final = 0.5
_SURELY: Final = 0.9
_LONG: Final = timedelta(days=1000)


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment or claim with all its tellings, and the window in which it is due now."""

    told: Told
    tellings: tuple[Profile, ...]
    due: Window

    @property
    def first(self) -> Profile:
        return self.tellings[0]

    @property
    def acts(self) -> set[str]:
        return {deed.act for deed in self.first.deeds}

    @property
    def site(self) -> Site:
        """That of the first telling that names one."""
        return next((telling.site for telling in self.tellings if telling.site.names), self.first.site)

    @property
    def made_on(self) -> date | None:
        """Promises that are told looking back were made some time before."""
        told_on = self.told.published
        return told_on - _LOOK_BACK if told_on and self.first.is_retold else told_on


@dataclass(frozen=True, slots=True)
class Facts:
    """How act, object, doer, place and time of two entries fit."""

    act: float
    sign: Sign
    objects: Objects
    doer: float | None  # None where nobody is named
    site: SiteFit
    position: Position
    days_late: int
    weighed: Mapping[str, float]


def facts_of(promise: Promise, told: Told) -> Facts:
    """Compare a promise with a later entry, field by field."""
    other = profile_of(told)
    act, sign = _relation(promise, told)
    site = fit(promise.site, other.site)
    objects = _objects(promise, told, site)
    doer = _doer(promise.first, told, sign)
    deed = other.due if told.entry.kind == "commitment" else other.done
    where = position(promise.due, promise.made_on, deed, told)
    if promise.told.entry.kind == "claim":
        where = "no due day" if promise.due.meets(deed) else "late"
    late = days_late(promise.due, deed) if where == "late" else 0
    weighed = (
        _of_act(promise, told, act, sign)
        | _of_object(promise, told, objects, act)
        | _of_parties(promise.first, other, doer)
        | _of_place(promise, site)
        | _of_time(promise, told, deed, where, late, act)
        | _of_telling(promise, told)
        | {
            "nothing tells which": float(_nothing_tells_which(promise, told, objects, deed, where, site, doer)),
            "the very place": float(site == "same" and bool(promise.site.names & other.site.names)),
            "a refusal again": float(promise.told.entry.polarity == "-" and sign == "+" and act > 0),
            "a refusal of it": float(is_refusal(told) and sign == "-" and act > 0),
            "long ago": float(where == "no due day" and _age(promise, told) > _LONG),
        }
    )
    return Facts(act, sign, objects, doer, site, where, late, weighed)


def is_refusal(told: Told) -> bool:
    """What says that it will not be done seldom says of what, when and where."""
    return told.entry.polarity == "-" and (told.entry.kind == "commitment" or profile_of(told).undoes)


def _nothing_tells_which(  # noqa: PLR0917
    promise: Promise, told: Told, objects: Objects, deed: Window, where: Position, site: SiteFit, doer: float | None
) -> bool:
    """What names no object ("the reopening took place") may be anything: day, place, round or person must then tell."""
    if objects.fit != "unsaid" or is_refusal(told):
        return False
    on_the_day = where == "within" and is_exact(promise.due) and deed.days is not None and deed.days <= _DAY
    same_window = promise.due.last is not None and promise.due.last == deed.last and (doer or 0.0) > COMPANY
    wanted = any(telling.words for telling in promise.tellings)
    surely_them = doer is not None and doer > _SURELY and (not wanted or bool(promise.acts & _IN_PERSON))
    ordinal = profile_of(told).ordinal
    same_round = ordinal is not None and any(telling.ordinal == ordinal for telling in promise.tellings)
    return not (on_the_day or same_window or site == "same" or surely_them or same_round)


def _age(promise: Promise, told: Told) -> timedelta:
    """How long before the entry the promise was told."""
    first, now = promise.told.published, told.published
    return now - first if first and now else timedelta(0)


def is_exact(window: Window) -> bool:
    return window.days is not None and window.days <= _EXACT


def _of_act(promise: Promise, told: Told, act: float, sign: Sign) -> dict[str, float]:
    one, other = promise.told.entry.plover, told.entry.plover
    verb = profile_of(told).verb
    return {
        "act": act,
        "another act": float(act == 0),
        "act named beside": float(act == BESIDE),
        "undone": float(sign == "-" and act > 0),
        "same verb": float(any(telling.verb and telling.verb == verb for telling in promise.tellings)),
        "same type": float(one is not None and one == other),
        "another type": float(None not in (one, other) and one != other),
        "same area": float(bool(set(promise.told.entry.areas) & set(told.entry.areas))),
    }


def _of_object(promise: Promise, told: Told, objects: Objects, act: float) -> dict[str, float]:
    first, other = promise.first, profile_of(told)
    words = frozenset[str]().union(*(telling.words for telling in promise.tellings))
    common = words & other.words
    around = first.around, other.around
    same = {"same": 1.0, "part": 0.5}.get(objects.fit, 0.0)
    return {
        "same object": float(objects.fit == "same"),
        "part of object": float(objects.fit == "part"),
        "object unsaid": float(objects.fit == "unsaid"),
        "another object": float(objects.fit == "other"),
        "same act, same object": act * same,
        "same act, another object": act * (objects.fit == "other"),
        "words shared": min(len(common), 3) / 3,
        "share of words": len(common) / max(1, min(len(words), len(other.words))),
        "share of the sentence": len(around[0] & around[1]) / max(1, min(len(around[0]), len(around[1]))),
        "names shared": min(2, len(first.names & other.names)) / 2,
        "other names": float(bool(first.names and other.names and not first.names & other.names)),
        "same round": float(any(t.ordinal is not None and t.ordinal == other.ordinal for t in promise.tellings)),
        "another round": float(ordinals_differ(first, other)),
        "same number": float(bool(first.numbers & other.numbers)),
        "another number": float(numbers_differ(first, other)),
    }


def _of_parties(first: Profile, other: Profile, doer: float | None) -> dict[str, float]:
    one, two = first.countries, other.countries
    return {
        "doer": _NO_DOER if doer is None else doer,
        "doer unsaid": float(doer is None),
        "another doer": float(doer is not None and doer < 0.3),  # noqa: PLR2004
        "the very doer": float(doer is not None and doer > 0.9),  # noqa: PLR2004
        "countries shared": len(one & two) / max(1, len(one | two)),
        "all countries": float(bool(one) and one <= two),
        "a third country": float(bool(two - one)),
    }


def _of_place(promise: Promise, site: SiteFit) -> dict[str, float]:
    return {
        "same place": float(site == "same"),
        "another place": float(site == "other"),
        "place unsaid": float(site == "unsaid" and bool(promise.site.names)),
    }


def _of_time(  # noqa: PLR0917
    promise: Promise, told: Told, deed: Window, where: Position, late: int, act: float
) -> dict[str, float]:
    positions: tuple[Position, ...] = ("before promise", "early", "within", "late", "undated", "no due day")
    exact = where == "within" and is_exact(promise.due) and is_exact(deed)
    return {name: float(name == where) for name in positions} | {
        "how late": math.log1p(late) / 8,
        "small window": float(exact),
        "to the day": float(exact and deed.days is not None and deed.days <= _DAY),
        "same act in a small window": act * exact,
        "same last day": float(promise.due.last is not None and promise.due.last == profile_of(told).due.last),
    }


def _of_telling(promise: Promise, told: Told) -> dict[str, float]:
    return {
        "a promise": float(told.entry.kind == "commitment"),
        "a claim": float(told.entry.kind == "claim"),
        "looks back": float(profile_of(told).is_retold),
        "of a refusal": float(promise.told.entry.polarity == "-"),
        "told as not done": float(told.entry.polarity == "-"),
    }


def _relation(promise: Promise, told: Told) -> tuple[float, Sign]:
    other = profile_of(told)
    tellings = promise.tellings[:1] if promise.told.entry.kind == "claim" else promise.tellings
    found = [relation(telling.deeds, other.deeds) for telling in tellings]
    if any(telling.verb and telling.verb == other.verb and telling.verb not in LIGHT for telling in tellings):
        plus: Sign = "+"
        found.append((1.0, min((sign for part, sign in found if part == 1.0), default=plus)))
    best = max(found, key=lambda pair: (pair[0], pair[1] == "+"))
    if best[0] == 0 and _is_beside(promise, other):
        return (BESIDE, "+")
    if told.entry.kind == "commitment":
        return best if best[0] in (1.0, _HAPPENS) or promise.acts & _TWO_SIDES else (0.0, "+")
    return (_SHOWN, best[1]) if best[0] < _SHOWN and _convenes(promise, other) else best


def _is_beside(promise: Promise, other: Profile) -> bool:
    """ "Arrived to prepare the reopening": the act is named, and another is told as done."""
    return bool(promise.first.deeds & other.beside)


def _convenes(promise: Promise, other: Profile) -> bool:
    """A body is there, or again there, once it has met: newly made for the first time, revived at any time."""
    bodies = promise.first.words & FORMATS & other.words
    meets = any(deed.act == "meet" and deed.sign == "+" for deed in other.deeds)
    return bool(bodies) and meets and ("open" in promise.acts or ("create" in promise.acts and other.ordinal == 1))


def _objects(promise: Promise, told: Told, site: SiteFit) -> Objects:
    """The best fit of any telling that names an object; of what is opened or built, the place is the object."""
    other = profile_of(told)
    naming = [telling for telling in promise.tellings if telling.words] or promise.tellings[:1]
    is_promise = told.entry.kind == "commitment" and not is_refusal(told)
    fits = [compare_objects(telling, other, is_promise=is_promise) for telling in naming]
    order = ("other", "unsaid", "part", "same")
    best = max(fits, key=lambda found: order.index(found.fit))
    is_place = site == "same" and bool(promise.site.names & other.site.names)
    return (
        Objects("unsaid", best.common)
        if best.fit == "other" and is_place and promise.acts & {"open", "build"}
        else best
    )


def _doer(promised: Profile, new: Told, sign: Sign) -> float | None:
    """Those bound against those who acted; in a joint act anybody of theirs may stand anywhere in the sentence."""
    told = profile_of(new)
    acts = {deed.act for deed in promised.deeds}
    bound = (*promised.by, *promised.with_)
    if sign == "-" and is_refusal(new) and told.by:
        return best_likeness(told.by, bound)
    if "host" in acts and told.site.countries & countries_of(promised.by):
        return STATE  # those who met there did so with the host
    if len(countries_of(promised.by)) > 1 or "meet" in acts & {deed.act for deed in told.deeds}:
        return best_likeness(bound, told.parties)
    turned = told.verb in _SEEN_BY_THE_OTHER and promised.verb not in _SEEN_BY_THE_OTHER and bool(told.to)
    return best_likeness(promised.by, told.to if turned else (*told.by, *told.with_), in_person=bool(acts & _IN_PERSON))
