"""Whether scores are what they claim: of entries with a score of .8, are eight in ten right?"""

from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.folders import Labelled

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Entries whose scores lie in one tenth."""

    entries: int
    score: float  # mean
    right: float  # share that a careful person has too, as the same kind


def scored(pairs: Sequence[tuple[Labelled, Labelled]], extra: Sequence[Labelled]) -> list[tuple[float, bool]]:
    """Every entry that was read with a score: that, and whether a person has it too as the same kind.

    Args:
        pairs: a person's entry and the one that was read.
        extra: entries that were read and that no person has.
    """
    read = [(entry, gold["kind"] == entry["kind"]) for gold, entry in pairs]
    read += [(entry, False) for entry in extra]
    return [(entry["score"], right) for entry, right in read if "score" in entry]


def reliability(scores: Sequence[tuple[float, bool]]) -> list[Bin]:
    """The bins that hold any entry, lowest first: the points of a reliability plot."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for score, right in scores:
        bins[min(int(score * BINS), BINS - 1)].append((score, right))
    return [
        Bin(len(b), sum(score for score, _ in b) / len(b), sum(right for _, right in b) / len(b)) for b in bins if b
    ]


def calibration_error(scores: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error: mean distance of score and share right, weighed by entries. 0 without entries.

    Source: Naeini, Cooper and Hauskrecht 2015, with ten bins of equal width.
    """
    return sum(b.entries * abs(b.score - b.right) for b in reliability(scores)) / max(len(scores), 1)
