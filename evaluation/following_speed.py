"""How long it takes to follow one new entry, against more and more open commitments."""

import random
import time
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final

from memoire.following.blocking import Index
from memoire.following.proposing import follow
from memoire.records.entry import Actor, Entry, When, Words
from memoire.records.following import Told
from memoire.records.spans import Span
from memoire.registries.states import states

OPEN: Final = (1_000, 10_000, 100_000)
_NEW: Final = 50  # entries timed at each size
_VERBS: Final = "visit meet sign ratify deliver pay train deploy open lift release extradite build host publish".split()
_AREAS: Final = ("diplomacy", "trade-investment", "defence", "energy", "health", "migration", "transport", "sport")
_THINGS: Final = 2_000
_PLACE: Final = Span(0, 1)


def speed_figures(sizes: Sequence[int] = OPEN) -> dict[str, float]:
    """Median and slowest milliseconds for one entry, by the number of open commitments.

    Made-up commitments of 40 states; half of them are of one pair, as in the ledger of one relationship.
    """
    index = Index()
    figures: dict[str, float] = {}
    made = _made_up(random.Random(7))  # noqa: S311 - made-up entries, the same in every run
    new = [next(made) for _ in range(_NEW)]
    for size in sizes:
        while len(index) < size:
            index.add(next(made))
        taken = [_milliseconds(index, told) for told in new]
        figures |= {f"at_{size}": median(taken), f"slowest_at_{size}": max(taken)}
    return figures


def _milliseconds(index: Index, told: Told) -> float:
    began = time.perf_counter()
    follow(told, index.candidates(told))
    return 1000 * (time.perf_counter() - began)


def _made_up(chance: random.Random) -> Iterator[Told]:
    countries = [state.iso3 for state in states()][:40]
    number = 0
    while True:
        number += 1
        pair = countries[:2] if number % 2 else chance.sample(countries, 2)
        thing = f"thing{chance.randrange(_THINGS)} of matter{chance.randrange(_THINGS)}"
        yield _commitment(str(number), chance.choice(_VERBS), thing, pair, chance)


def _commitment(name: str, verb: str, thing: str, pair: Sequence[str], chance: random.Random) -> Told:
    month = f"{chance.randrange(2000, 2030)}-{chance.randrange(1, 13):02}"
    action = f"{verb} the {thing}"
    entry = Entry(
        id=name, kind="commitment", span=_PLACE, quote=action, predicate=Words(verb, _PLACE), action=action,
        polarity="+", score=1.0, by=tuple(Actor(c, _PLACE, c, country=c, sector="GOV") for c in pair),
        when=When(month, _PLACE, month, "explicit"), areas=(chance.choice(_AREAS),), checkable="yes",
    )  # fmt: skip
    return Told(entry, document=name, sentence=action)
