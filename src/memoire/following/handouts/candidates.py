"""Which reports are worth comparing: those of the same day or the next that share a bucket of min-hashes.

Source: Broder 1997 for min-hashes, Indyk and Motwani 1998 for buckets; both as rensa has them.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from rensa import RMinHash, RMinHashLSH

from memoire.following.handouts.report import Report

Pair = tuple[str, str]

# 64 bands of two find 99 of 100 pairs of which 28 of 100 names are common, the fewest that a retelling in other words
# had (docs/explanation/told-by-several.md), and one in nine of those with four of 100, as strangers have.
HASHES: Final = 128
_BANDS: Final = 64
# Passages that are nearly the same: 16 bands of eight find 99 of 100 pairs with 85 of 100 runs of words in common.
_PASSAGE_BANDS: Final = 16
_SEED: Final = 1  # any; the same for all
_NEXT_DAY: Final = timedelta(days=1)


def pairs_of(reports: Sequence[Report]) -> set[Pair]:
    """Pairs of ids, each once, that may go back to one text; the lesser id first."""
    days: dict[object, list[Report]] = defaultdict(list)
    for report in reports:
        if report.published is not None:
            days[report.published].append(report)
    found: set[Pair] = set()
    for day, of_day in days.items():
        near = [*of_day, *days.get(day + _NEXT_DAY, ())]  # type: ignore[operator]
        if len(near) > 1:
            found.update(_by_names(of_day, near))
            found.update(_by_passages(of_day, near))
    return found


def _by_names(of_day: Sequence[Report], near: Sequence[Report]) -> Iterator[Pair]:
    hashes = [_hash(report.anchors) for report in near]
    index = RMinHashLSH(0.3, HASHES, _BANDS)
    index.insert_many(hashes)
    for number, report in enumerate(of_day):
        for other in index.query(hashes[number]):
            yield from _pair(report, near[other])


def _by_passages(of_day: Sequence[Report], near: Sequence[Report]) -> Iterator[Pair]:
    owners = [report for report in near for _ in report.runs]
    hashes = [_hash(runs) for report in near for runs in report.runs]
    index = RMinHashLSH(0.7, HASHES, _PASSAGE_BANDS)
    index.insert_many(hashes)
    for number in range(sum(len(report.runs) for report in of_day)):
        for other in index.query(hashes[number]):
            yield from _pair(owners[number], owners[other])


def _pair(one: Report, other: Report) -> Iterator[Pair]:
    if one.id != other.id:
        yield min(one.id, other.id), max(one.id, other.id)


def _hash(parts: frozenset[str]) -> RMinHash:
    digest = RMinHash(HASHES, _SEED)
    digest.update(sorted(parts))
    return digest
