"""Entry by entry: which entry of one read-out tells the same as which of another."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from memoire.following.readouts.differing import differences
from memoire.following.readouts.likeness import Features, features_of, likeness, wording
from memoire.following.readouts.records import Comparison, Line, Readout
from memoire.records.entry import Entry

SAME_THING: Final = 0.5  # least likeness of two entries that tell one thing; settled by eye as the weights are

Cells = list[Entry | None]


def compare_readouts(readouts: Sequence[Readout]) -> Comparison:
    """Lay read-outs side by side; each entry stands in one line, and a line has at most one of each read-out.

    Raises:
        ValueError: there are fewer than two.
    """
    if len(readouts) < _FEWEST:
        raise ValueError("give two read-outs or more to compare")
    rows: list[Cells] = []
    for place, readout in enumerate(readouts):
        pairs = _pairs(rows, readout.entries)
        for number, entry in enumerate(readout.entries):
            if number in pairs:
                rows[pairs[number]][place] = entry
            else:
                rows.append([*(None for _ in readouts[:place]), entry, *(None for _ in readouts[place + 1 :])])
    return Comparison(tuple(readouts), tuple(_line(row) for row in rows))


_FEWEST: Final = 2


def _pairs(rows: Sequence[Cells], entries: Sequence[Entry]) -> dict[int, int]:
    """The row of each entry that has one, by its number: the likest pair first, then the likest of what is left."""
    scored = sorted(_scored(rows, entries), key=lambda one: (-one[0], one[1], one[2]))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, row, number in scored:
        if number not in found and row not in taken:
            found[number] = row
            taken.add(row)
    return found


def _scored(rows: Sequence[Cells], entries: Sequence[Entry]) -> Iterator[tuple[float, int, int]]:
    new = [features_of(entry) for entry in entries]
    for row, cells in enumerate(rows):
        told = [features_of(cell) for cell in cells if cell]
        for number, features in enumerate(new):
            score = _best(told, features)
            if score >= SAME_THING:
                yield score, row, number


def _best(told: Sequence[Features], features: Features) -> float:
    return max(likeness(one, features) for one in told)


def _line(cells: Cells) -> Line:
    told = [cell for cell in cells if cell]
    least = min((wording(one, other) for one, other in combinations(told, 2)), default=1.0)
    return Line(tuple(cells), round(least, 3), differences(cells))
