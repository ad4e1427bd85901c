"""How far two readings agree in one field, and how much of that a constant would have earned."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from operator import eq
from typing import Any

from evaluation.pairing import f1, pair_alike

Values = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A part of an entry (or of an actor in it) that can be right or wrong."""

    name: str
    # What an entry holds in this field: nothing, one value, or several.
    values: Callable[[Mapping[str, Any]], Values]
    same: Callable[[Any, Any], bool] = eq
    kind: str | None = None  # counted for entries of this kind only


@dataclass(frozen=True, slots=True)
class Agreement:
    """Figures of one field over all pairs; none where there is nothing to measure.

    The constant is the most frequent value of the gold, always given.
    """

    pairs: int
    agreement: float | None  # mean Jaccard; nothing against nothing agrees
    agreement_of_constant: float | None
    stated: int  # pairs of which either side has a value
    agreement_where_stated: float | None
    f1: float | None  # over single values: nothing against nothing does not count
    f1_of_constant: float | None

    @property
    def above_constant(self) -> float | None:
        """The part of the way from the constant's F1 (0) to a perfect one (1); below 0 where a constant is better."""
        if self.f1 is None or self.f1_of_constant in (None, 1.0):
            return None
        return (self.f1 - self.f1_of_constant) / (1 - self.f1_of_constant)


def agree(field: Field, pairs: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> Agreement:
    """Compare `field` over pairs of (gold, read)."""
    counted = [(g, r) for g, r in pairs if field.kind in (None, g.get("kind"))]
    gold = [field.values(g) for g, _ in counted]
    read = [field.values(r) for _, r in counted]
    counts = _count(field, gold, read)
    stated = [c for c in counts if c.gold or c.read]
    return Agreement(
        pairs=len(counted),
        agreement=_mean([c.jaccard for c in counts]),
        agreement_of_constant=_mean([c.jaccard for c in _count(field, gold, _constant(gold))]),
        stated=len(stated),
        agreement_where_stated=_mean([c.jaccard for c in stated]),
        f1=_f1(counts),
        f1_of_constant=_f1(_count(field, gold, _constant([values for values in gold if values], length=len(gold)))),
    )


@dataclass(frozen=True, slots=True)
class _Counts:
    right: int
    gold: int
    read: int

    @property
    def jaccard(self) -> float:
        either = self.gold + self.read - self.right
        return self.right / either if either else 1.0


def _count(field: Field, gold: Sequence[Values], read: Sequence[Values]) -> list[_Counts]:
    return [
        _Counts(len(pair_alike(g, r, lambda one, other: float(field.same(one, other)))), len(g), len(r))
        for g, r in zip(gold, read, strict=True)
    ]


def _constant(gold: Sequence[Values], *, length: int | None = None) -> list[Values]:
    """The most frequent value, as often as there are pairs."""
    most_frequent = Counter(gold).most_common(1)
    return [most_frequent[0][0] if most_frequent else ()] * (len(gold) if length is None else length)


def _f1(counts: Sequence[_Counts]) -> float | None:
    right, gold, read = (sum(c.right for c in counts), sum(c.gold for c in counts), sum(c.read for c in counts))
    return f1(right, gold, read) if gold + read else None


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
