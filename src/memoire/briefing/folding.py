"""The same thing told by several documents is one line of a brief, with a note for each.

The ledger's own mentions come first. Beyond them two entries are printed as one where kind, states, time and words
agree and the documents lie within a week. This decides about printing only; the ledger keeps both.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import takewhile
from typing import Final

from memoire.briefing.facts import Item, Place
from memoire.briefing.phrasing import clause_of
from memoire.records.codebook import FIRMNESS
from memoire.records.edtf import bounds
from memoire.records.following import ClaimStanding

_DAYS_APART: Final = timedelta(days=7)
_SHARED_WORDS: Final = 0.6  # of the shorter one's; six pairs of the sample that tell one thing share .62 to .86
_FEWEST_WORDS: Final = 3
_STEM: Final = 5  # letters that words of one family share
_EMPTY: Final = frozenset(
    "and the for with that this from were was has had have will would been also their they".split()
)


def fold(items: Iterable[Item], *, mentions: Mapping[str, str] | None = None) -> tuple[Item, ...]:
    """Each thing once, at its fullest place, in the order of first appearance.

    Args:
        items: by day of publication; each is compared with those of the same states in the week before it.
        mentions: which entry is proposed to tell once more what which earlier one tells, by their ids.
    """
    groups: list[list[Item]] = []
    by_id: dict[str, list[Item]] = {}
    alike: dict[tuple[str, frozenset[str]], list[list[Item]]] = {}
    for item in items:
        candidates = alike.setdefault((item.entry.kind, _states(item)), [])
        group = by_id.get((mentions or {}).get(item.entry.id, "")) or _group_of(item, candidates)
        if group is None:
            group = []
            groups.append(group)
            candidates.append(group)
        group.append(item)
        by_id[item.entry.id] = group
    return tuple(_as_one(group) for group in groups)


def _group_of(item: Item, candidates: Sequence[list[Item]]) -> list[Item] | None:
    """The group that tells the same; the newest are looked at first, and no further back than a week."""
    near = takewhile(lambda group: _are_near(item, group[-1]), reversed(candidates))
    return next((group for group in near if any(_is_same(item, other) for other in group)), None)


def _as_one(group: Sequence[Item]) -> Item:
    """What all of them hold, at the fullest of their places."""
    best, *others = sorted(_once(place for item in group for place in item.places), key=_fullness)
    told = {best.entry.id, *(place.entry.id for place in others)}
    evidence = {one.place.entry.id: one for item in group for one in item.evidence if one.place.entry.id not in told}
    held = max(group, key=lambda item: len(item.life.happenings) if item.life else 0)
    return Item(
        best,
        told_again=tuple(others),
        evidence=tuple(evidence.values()),
        decisions=held.decisions,
        life=held.life,
        standing=_standing([item.standing for item in group]),
    )


def _standing(found: Sequence[ClaimStanding | None]) -> ClaimStanding | None:
    """Of claims that are one: what any of them is known to be."""
    return next((standing for standing in found if standing not in (None, "unchecked")), found[0])


def _once(places: Iterable[Place]) -> Iterable[Place]:
    return {place.entry.id: place for place in places}.values()


def _fullness(place: Place) -> tuple[bool, bool, int, date, int]:
    """The best place first: confirmed, a whole clause, a day, the firmer words, the earlier report, more words."""
    entry = place.entry
    dated = entry.when is not None and entry.when.edtf is not None
    firmness = FIRMNESS.index(entry.firmness) if entry.firmness else 0
    told_on = place.paper.published or date.max
    rough = not clause_of(place).is_whole
    return place.state != "confirmed", rough, firmness + 4 * (not dated), told_on, -len(entry.quote)


def _is_same(one: Item, other: Item) -> bool:
    if not (_are_near(one, other) and _agree(_day(one), _day(other))):
        return False
    if one.entry.kind == "commitment" and _day(one) and _day(other):
        return one.entry.plover == other.entry.plover and bool({*one.entry.areas} & {*other.entry.areas})
    return _share_words(one.entry.quote, other.entry.quote)


def _states(item: Item) -> frozenset[str]:
    """Who is bound; of an event everybody in it, for of one meeting each side says that it received the other."""
    return item.place.countries if item.entry.kind == "event" else item.place.bound


def _day(item: Item) -> str | None:
    return item.entry.when.edtf if item.entry.when else None


def _agree(one: str | None, other: str | None) -> bool:
    """The same time, or none said, or neighbouring days: reports of one evening differ by a day."""
    if one is None or other is None or one == other:
        return True
    first, last = bounds(one), bounds(other)
    exact = first[0] == first[1] and last[0] == last[1]
    return exact and first[0] is not None and last[0] is not None and abs(first[0] - last[0]) <= timedelta(days=1)


def _are_near(one: Item, other: Item) -> bool:
    if one.paper.published is None or other.paper.published is None:
        return one.paper.id == other.paper.id
    return abs(one.paper.published - other.paper.published) <= _DAYS_APART


def _share_words(one: str, other: str) -> bool:
    words, others = _words(one), _words(other)
    fewest = min(len(words), len(others))
    return fewest >= _FEWEST_WORDS and len(words & others) / fewest >= _SHARED_WORDS


def _words(text: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"[a-z]{3,}", text.lower()) if word not in _EMPTY}
