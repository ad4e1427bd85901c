"""How alike two entries of two documents are: in what they tell, and in how they word it."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, utils

from memoire.following.windows import window_of
from memoire.following.words import content
from memoire.records.entry import Entry

# What each part weighs where both entries have it; settled by eye on pairs of read-outs in the chains of reports.
_MATTER: Final = 0.4
_WORDING: Final = 0.2
_AREAS: Final = 0.2
_PARTIES: Final = 0.1
_DAYS: Final = 0.1
_OTHER_DEED: Final = 0.9
# One side's promise is the other's wish or demand, and one's claim what the other tells itself.
_NEAR_KINDS: Final = ({"commitment", "stance"}, {"commitment", "request"}, {"claim", "event"}, {"request", "stance"})
_NEAR_KIND: Final = 0.85
_OTHER_KIND: Final = 0.7


@dataclass(frozen=True, slots=True)
class Features:
    """An entry as it is compared."""

    entry: Entry
    matter: frozenset[str]  # concepts of its words
    countries: frozenset[str]
    text: str  # in small letters, without signs


@lru_cache(maxsize=20_000)
def features_of(entry: Entry) -> Features:
    actors = (*entry.by, *entry.to, *entry.with_)
    countries = frozenset(actor.country for actor in actors if actor.country)
    matter = content(f"{entry.quote} {entry.action}")
    return Features(entry, matter, countries, utils.default_process(entry.quote))


def wording(one: Entry, other: Entry) -> float:
    """How alike the two are worded, between 0 and 1; the order of words does not count."""
    return fuzz.token_sort_ratio(features_of(one).text, features_of(other).text) / 100


def likeness(one: Features, other: Features) -> float:
    """How surely both tell the same thing, between 0 and 1."""
    parts = [
        (_MATTER, _contained(one.matter, other.matter)),
        (_WORDING, fuzz.token_set_ratio(one.text, other.text) / 100),
        (_AREAS, _shared(frozenset(one.entry.areas), frozenset(other.entry.areas))),
        (_PARTIES, _shared(one.countries, other.countries)),
        (_DAYS, _days(one.entry, other.entry)),
    ]
    known = [(weight, part) for weight, part in parts if part is not None]
    total = sum(weight * part for weight, part in known) / sum(weight for weight, _ in known)
    return total * _kinds(one.entry, other.entry) * _deed(one.entry, other.entry)


def _kinds(one: Entry, other: Entry) -> float:
    if one.kind == other.kind:
        return 1.0
    return _NEAR_KIND if {one.kind, other.kind} in _NEAR_KINDS else _OTHER_KIND


def _contained(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """The share of both that is common, measured against the mean of the two."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _shared(one: AbstractSet[str], other: AbstractSet[str]) -> float | None:
    """None where one of them has none."""
    return len(one & other) / len(one | other) if one and other else None


def _days(one: Entry, other: Entry) -> float | None:
    if not (one.when and one.when.edtf and other.when and other.when.edtf):
        return None
    return 1.0 if window_of(one.when.edtf).meets(window_of(other.when.edtf)) else 0.0


def _deed(one: Entry, other: Entry) -> float:
    return _OTHER_DEED if one.plover and other.plover and one.plover != other.plover else 1.0
