"""What an entry that tells the same act says about a promise (codebook §6)."""

import re
from datetime import timedelta
from typing import Final

from memoire.following.comparing import Comparison
from memoire.following.facts import BESIDE, Promise
from memoire.following.objects import is_fewer
from memoire.following.profile import Profile, profile_of
from memoire.following.windows import LEEWAY, NEVER
from memoire.following.words import base_forms
from memoire.ledger.due import due_of
from memoire.ledger.life import is_open_ended
from memoire.records.following import Bearing, Told

# Reports of one announcement come within these days; what repeats it later reaffirms it.
_SAME_NEWS: Final = timedelta(days=2)
_A_YEAR: Final = 366
_PAIR: Final = 2
# Verbs that say by themselves what they do to a promise.
_PUT_OFF: Final = frozenset("postpone delay defer adjourn reschedule slip push put".split())
_REAFFIRM: Final = frozenset("reaffirm reiterate repeat renew confirm".split())
_REAFFIRMED: Final = re.compile(
    r"\b(?:reaffirm|reiterat|renew(?:ed|s)?\s+(?:\w+\s+)?(?:pledge|promise|commitment|offer|vow))", re.IGNORECASE
)
_IN_PERSON: Final = frozenset({"visit", "receive", "meet"})


def bearing_of_promise(  # noqa: PLR0911 - one way out for each bearing
    promise: Promise, told: Told, comparison: Comparison
) -> tuple[Bearing | None, str | None]:
    """A commitment that tells the same act: what it says of the one told before, and the due day that it names."""
    if comparison.facts.sign == "-":
        if promise.told.entry.polarity == "-" and profile_of(told).is_retold:
            return None, None  # what was to be before the refusal
        return _refusal(promise, told), None
    other = profile_of(told)
    named = told.entry.when.edtf if told.entry.when else None
    if other.verb in _REAFFIRM or _REAFFIRMED.search(told.entry.quote):
        return "reaffirms", None
    is_news = not other.is_retold and not _is_same_news(promise, told)
    if named and not promise.due.meets(other.due):
        is_later = promise.due.last and other.due.first and other.due.first > promise.due.last
        if is_later and is_news:
            return "postpones", named
        return "mentions", None
    if named and promise.due == NEVER and other.due.last and is_news:
        return "rewords", named
    return ("reaffirms" if is_news else "mentions"), None


def bearing_of_deed(promise: Promise, told: Told, comparison: Comparison) -> Bearing | None:
    """A deed told: whether it keeps the promise, comes nearer to it, or undoes it; None where it says nothing yet."""
    other = profile_of(told)
    if promise.told.entry.polarity == "-":
        return _deed_after_refusal(comparison)
    if comparison.facts.sign == "-":
        return _deed_undone(promise, told, other)
    if comparison.facts.position in ("early", "before promise"):
        return None
    if is_open_ended(promise.told, due_of(promise.told.entry.when)):
        return None  # rated at a review, or when it is broken
    if other.done.days is not None and other.done.days > _A_YEAR:
        return None  # "has met four times since 2010" tells of no single deed
    is_partly = promise.told.entry.checkable == "partly"  # no one deed is the whole of it
    is_step = is_partly or comparison.facts.act <= BESIDE or is_fewer(promise.first, other)
    return "advances" if is_step or _is_part(promise, other) else "fulfils"


def bearing_on_claim(claim: Promise, told: Told, comparison: Comparison) -> Bearing | None:
    """The same voice repeats itself; another supports or contradicts. None where it is another act."""
    facts = comparison.facts
    if facts.sign == "-":
        return "contradicts" if facts.act == 1 and facts.objects.fit == "same" else None
    if _same_voice(claim.told, told):
        return "mentions"
    return "supports"


def _same_voice(one: Told, other: Told) -> bool:
    """Whether the innermost source of both is one."""
    first, second = (told.entry.voice[-1:] for told in (one, other))
    return bool(first and second and set(base_forms(first[0].name)) & set(base_forms(second[0].name)))


def _refusal(promise: Promise, told: Told) -> Bearing:
    """One of two who withdraws cancels; one of several leaves the others to go on."""
    countries = promise.first.countries
    return "contradicts" if len(countries) > _PAIR and len(profile_of(told).countries & countries) else "cancels"


def _deed_after_refusal(comparison: Comparison) -> Bearing:
    if comparison.facts.sign == "-":
        return "contradicts"
    return "fulfils" if comparison.facts.position == "within" else "reaffirms"


def _deed_undone(promise: Promise, told: Told, other: Profile) -> Bearing | None:
    """Before the last day, what has not been done yet says nothing."""
    is_over = bool(promise.due.last and told.published and told.published > promise.due.last)
    if other.verb in _PUT_OFF and other.undoes:
        return "postpones"
    if other.undoes and not _is_state(other):
        return _refusal(promise, told)
    if not is_over and (promise.due != NEVER or not other.undoes):
        return None
    if {deed.act for deed in promise.first.deeds} & _IN_PERSON and not other.undoes:
        return "postpones"
    return "contradicts"


def _is_state(other: Profile) -> bool:
    """ "Still closed" tells a state; nobody withdraws."""
    return not any(
        deed.act in ("attend", "join", "happen", "deploy", "play") and deed.sign == "-" for deed in other.deeds
    )


def _is_part(promise: Promise, other: Profile) -> bool:
    """Of what lasts from one day to another, all but its end is a part; "within two months" only sets a last day."""
    when = promise.told.entry.when
    lasts = "/" in (due_of(when).edtf or "") and bool(promise.due.days) and not _is_deadline(promise)
    return bool(lasts and other.done.last and promise.due.last and other.done.last < promise.due.last)


def _is_deadline(promise: Promise) -> bool:
    when, told_on = promise.told.entry.when, promise.told.published
    starts_now = bool(told_on and promise.due.first and abs(promise.due.first - told_on) <= LEEWAY)
    return starts_now or bool(when and _DEADLINE.search(when.text))


_DEADLINE: Final = re.compile(r"\b(?:within|by|before|until|no later than|over|next|coming)\b", re.IGNORECASE)


def _is_same_news(promise: Promise, told: Told) -> bool:
    first = promise.told
    if first.handout and first.handout == told.handout:
        return True
    return bool(first.published and told.published and told.published - first.published <= _SAME_NEWS)
