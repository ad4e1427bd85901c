"""Whether two reports go back to one text, and why."""

import math
import re
from dataclasses import dataclass
from typing import Final

from memoire.following.handouts.report import Report

# Lowest cosine of two reports of one hand-out in other words, and of two that also name a common source; settled on
# six chains of reports (docs/explanation/told-by-several.md).
RETOLD: Final = 0.36
RETOLD_AND_ATTRIBUTED: Final = 0.30
COPIED: Final = 0.25  # of the shorter text: less may be a courtesy or a standing description
SAME_PUBLISHER_COPIED: Final = 0.8  # a publisher's own texts share their phrases; only a second issue is the same
_PASSAGE_ALIKE: Final = 0.6
_COUNTRY = re.compile(r"\s*\([A-Z]{3}\)$")  # as publishers have it behind their names: "presidency (TUR)"


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two reports have in common: shares between 0 and 1, and the sources that both name."""

    retold: float
    copied: float
    sources: tuple[str, ...]

    def in_words(self) -> str:
        told = f"{self.copied:.0%} copied" if self.copied else f"retold, {self.retold:.0%} alike"
        return f"{told}, both quote {', '.join(self.sources)}" if self.sources else told


def judge(one: Report, other: Report) -> Likeness | None:
    """Their likeness, or None where it does not make them one hand-out's."""
    likeness = Likeness(_retold(one, other), _copied(one, other), _sources(one, other))
    if one.publisher and one.publisher == other.publisher:
        return likeness if likeness.copied >= SAME_PUBLISHER_COPIED else None
    if likeness.copied >= COPIED:
        return likeness
    if one.is_official and other.is_official:  # each speaks for itself
        return None
    least = RETOLD_AND_ATTRIBUTED if likeness.sources else RETOLD
    return likeness if likeness.retold >= least else None


def _retold(one: Report, other: Report) -> float:
    """The cosine of their weighted words."""
    shared = one.weights.keys() & other.weights.keys()
    common = sum(min(one.weights[word], other.weights[word]) ** 2 for word in shared)
    length = math.sqrt(one.squared_length * other.squared_length)
    return common / length if length else 0.0


def _copied(one: Report, other: Report) -> float:
    """The share of the shorter text that stands, nearly word for word, in the longer."""
    if one.all_runs.isdisjoint(other.all_runs):
        return 0.0
    shorter, longer = sorted((one, other), key=lambda report: sum(map(len, report.passages)))
    pairs = zip(shorter.passages, shorter.runs, strict=True)
    copied = [words for words, runs in pairs if any(_alike(runs, theirs) for theirs in longer.runs)]
    return sum(map(len, copied)) / sum(map(len, shorter.passages))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _PASSAGE_ALIKE * len(one | other)


def _sources(one: Report, other: Report) -> tuple[str, ...]:
    """Whom both quote; the publisher of an official text is its source."""
    return tuple(sorted(_named(one) & _named(other)))


def _named(report: Report) -> set[str]:
    own = (report.publisher,) if report.is_official and report.publisher else ()
    return {_COUNTRY.sub("", name).casefold() for name in (*report.voices, *own)}
