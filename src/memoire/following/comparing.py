"""One promise against one later entry: is it the same act?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from memoire.following.facts import Facts, Promise, facts_of
from memoire.following.objects import is_fewer, numbers_differ, ordinals_differ
from memoire.following.parties import countries_of
from memoire.following.profile import Profile, profile_of
from memoire.following.weighing import threshold, weigh
from memoire.records.following import Told

_SOMEBODY_ELSE: Final = 0.45  # a doer less like the promised one is another
_PAIR: Final = 2
_YEARS: Final = 1000  # days; so long after its day a deed of the kind is another
_ROUND: Final = 250  # days; those who meet every year have met for another round by then
_SURE: Final = 0.6  # where nothing else is left to doubt, two acts may be one in other words
_GENERAL: Final = re.compile(r"\b(?:all|every|each|most|any|many|always)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How like a promise a later entry is; `veto` says why it is another act, whatever else they share."""

    score: float
    facts: Facts
    reasons: tuple[str, ...]
    veto: str | None = None

    @property
    def is_same(self) -> bool:
        return self.veto is None and self.score >= threshold()


def compare(promise: Promise, told: Told) -> Comparison:
    """Weigh act, object, doer, place and time."""
    facts = facts_of(promise, told)
    score = weigh(facts.weighed)
    return Comparison(score, facts, tuple(_reasons(promise, told, facts)), _veto(promise, told, facts, score))


def _veto(promise: Promise, told: Told, facts: Facts, score: float) -> str | None:
    first, other = promise.first, profile_of(told)
    late = facts.days_late or _told_late(promise, told, facts)
    is_general = _is_general(told) and not _is_general(promise.told) and facts.objects.common != first.words
    vetoes = {
        "told before it was promised": _is_before(promise, told, facts),
        "long after it was due": late > _YEARS or (late > _ROUND and "meet" in promise.acts),
        "promised long ago": facts.weighed["long ago"] > 0,
        "another act": facts.act == 0 and told.entry.kind == "commitment" and score < _SURE,
        "somebody else": facts.doer is not None and facts.doer < _SOMEBODY_ELSE,
        "with somebody else": _is_with_somebody_else(first, other),
        "to somebody else": _is_to_somebody_else(first, other),
        "another place": facts.site == "other",
        "another round": ordinals_differ(first, other),
        "another number": numbers_differ(first, other) and not is_fewer(first, other),
        "a statement about all": is_general,
    }
    return next((why for why, holds in vetoes.items() if holds), None)


def _told_late(promise: Promise, told: Told, facts: Facts) -> int:
    """Days from the end of the window to the report, where the report gives no day."""
    last = promise.due.last
    return (told.published - last).days if facts.position == "undated" and told.published and last else 0


def _is_before(promise: Promise, told: Told, facts: Facts) -> bool:
    """Who withdrew before it was told that he will not take part has said the same, not done it before."""
    is_withdrawal = promise.told.entry.polarity == "-" and facts.sign == "+"
    is_promise = told.entry.kind == "commitment" or promise.told.entry.kind == "claim"
    return facts.position == "before promise" and not is_withdrawal and not is_promise


def _is_general(told: Told) -> bool:
    """ "Every trade impediment", "most of the measures"."""
    return bool(_GENERAL.search(told.entry.quote))


def _is_with_somebody_else(promised: Profile, told: Profile) -> bool:
    """An act of two that one of them did with a third."""
    pair = countries_of((*promised.by, *promised.with_))
    others = countries_of((*told.by, *told.with_))
    return len(pair) == _PAIR and len(others) > 1 and not pair <= others


def _is_to_somebody_else(promised: Profile, told: Profile) -> bool:
    """What was promised to one and done for another; who gave or came may stand there too."""
    one, other = countries_of(promised.to), countries_of(told.to)
    return bool(one and other) and not one & other and not other & countries_of(promised.by)


def _reasons(promise: Promise, told: Told, facts: Facts) -> Iterator[str]:
    countries = sorted(promise.first.countries & profile_of(told).countries)
    if countries:
        yield f"same {'parties' if len(countries) > 1 else 'party'} {', '.join(countries)}"
    if facts.act > 0:
        one, other = promise.told.entry.predicate.text, told.entry.predicate.text
        yield f"same act {one!r}" if one == other else f"{one!r} and {other!r} tell one act"
    if facts.objects.common:
        yield f"same words: {', '.join(sorted(facts.objects.common))}"
    if facts.site == "same":
        yield "same place"
    yield from _reasons_of_time(promise, told, facts)


def _reasons_of_time(promise: Promise, told: Told, facts: Facts) -> Iterator[str]:
    due = promise.told.entry.when.edtf if promise.told.entry.when else None
    when = told.entry.when.edtf if told.entry.when else None
    if due and when:
        late = f": {facts.days_late} days late" if facts.days_late else ""
        yield f"due {due}, told {'for' if told.entry.kind == 'commitment' else 'as of'} {when}{late}"
