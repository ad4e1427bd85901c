"""Which entry of one list is which of another: one to one, by best overlap, as the shared scorer does it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from evaluation.folders import Labelled

Item = TypeVar("Item")


def overlap(one: Sequence[int], other: Sequence[int]) -> float:
    """Share of the longer span that both cover; 0 unless that is a quarter of it and half of the shorter."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    shorter, longer = sorted((one[1] - one[0], other[1] - other[0]))
    if common <= 0 or common < 0.5 * shorter or common < 0.25 * longer:
        return 0.0
    return common / longer


def pair_entries(gold: Sequence[Labelled], read: Sequence[Labelled]) -> list[tuple[int, int]]:
    """Return (index in `gold`, index in `read`) of entries that are one; pairs of the same kind go first."""

    def likeness(one: Labelled, other: Labelled) -> float:
        covered = overlap(one["span"], other["span"])
        return covered and covered + 0.5 * (one["kind"] == other["kind"])

    return pair_alike(gold, read, likeness)


def pair_alike(
    gold: Sequence[Item], read: Sequence[Item], likeness: Callable[[Item, Item], float]
) -> list[tuple[int, int]]:
    """Return (index in `gold`, index in `read`), the likest first; what has a likeness of 0 is never paired.

    Of equally like pairs the last go first: so does the shared scorer, with which the figures must agree.
    """
    scored = ((likeness(g, r), i, j) for i, g in enumerate(gold) for j, r in enumerate(read))
    pairs: dict[int, int] = {}
    for _, i, j in sorted((s for s in scored if s[0] > 0), reverse=True):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return list(pairs.items())


def f1(right: int, gold: int, read: int) -> float:
    """Harmonic mean of precision and recall; 1 where there is nothing to find and nothing was found."""
    return 2 * right / (gold + read) if gold + read else 1.0
