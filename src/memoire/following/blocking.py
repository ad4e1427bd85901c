"""Which open commitments and claims a new entry is compared with: an inverted index, never all with all.

A key joins a party to an act, a word of the object, an area or the month it is due; two entries that share no key are
never compared. `keys_of` is what a table of keys would hold.
"""

from collections import Counter
from typing import Final

from memoire.following.profile import profile_of
from memoire.records.following import Told
from memoire.registries.acts import shown_by

MOST: Final = 200  # candidates that are compared; the rarest shared keys go first
_NO_PARTY: Final = "?"


def keys_of(told: Told) -> frozenset[str]:
    """The keys by which an entry is found."""
    profile = profile_of(told)
    acts = {deed.act for deed in (*profile.deeds, *profile.beside)}
    topics = (
        {f"act {act}" for act in acts}
        | {f"word {word}" for word in profile.words | profile.site.names}
        | {f"area {area}" for area in told.entry.areas}
        | {f"verb {profile.verb}"}
    )
    parties = profile.countries or profile.site.countries or {_NO_PARTY}
    names = {f"name {name}" for name in profile.names | profile.site.names}  # whoever acts
    return frozenset(names) | {f"{party} {topic}" for party in parties for topic in topics}


def keys_asked(told: Told) -> frozenset[str]:
    """The keys under which those are that it may bear on: also the acts that it shows to have been done."""
    profile = profile_of(told)
    acts = {deed.act for deed in profile.deeds}
    shown = {act for act, others in shown_by().items() if others & acts}
    parties = profile.countries or profile.site.countries
    return keys_of(told) | {f"{party} act {act}" for party in parties for act in shown}


class Index:
    """Entries by their keys; the order in which they were added does not change what is found."""

    def __init__(self) -> None:
        self._told: dict[str, Told] = {}
        self._by_key: dict[str, list[str]] = {}

    def __len__(self) -> int:
        return len(self._told)

    def add(self, told: Told) -> None:
        if told.entry.id in self._told:
            return
        self._told[told.entry.id] = told
        for key in keys_of(told):
            self._by_key.setdefault(key, []).append(told.entry.id)

    def candidates(self, told: Told, *, most: int = MOST) -> list[Told]:
        """Those that share keys with `told`, most telling first; at most `most`."""
        weights: Counter[str] = Counter()
        for key in keys_asked(told):
            ids = self._by_key.get(key, ())
            for id_ in ids:
                weights[id_] += 1 / (1 + len(ids))  # type: ignore[assignment]
        best = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:most]
        return [self._told[id_] for id_, _ in best]
