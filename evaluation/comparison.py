"""Task `compare`: what changed between two readings of the same documents."""

from collections import Counter
from dataclasses import dataclass

from evaluation.agreement import agree
from evaluation.entries import Comparison, join, pair_document
from evaluation.fields import FINE, SCORED
from evaluation.folders import Labelled
from evaluation.readings import Readings
from memoire.errors import UsageError


@dataclass(frozen=True, slots=True)
class Change:
    """Entries by what became of them from the old reading to the new."""

    comparison: Comparison  # old in place of gold, new in place of read

    @property
    def gained(self) -> tuple[tuple[str, Labelled], ...]:
        return self.comparison.extra

    @property
    def lost(self) -> tuple[tuple[str, Labelled], ...]:
        return self.comparison.missed

    @property
    def kinds_changed(self) -> list[tuple[str, Labelled, Labelled]]:
        """Entries that both found and called differently."""
        return [(name, old, new) for name, old, new in self.comparison.pairs if old["kind"] != new["kind"]]

    @property
    def fields_changed(self) -> Counter[str]:
        """Of entries of the same kind, how many differ in each field, most first."""
        pairs = self.comparison.of_same_kind
        counts = (
            (f.name, sum(agree(f, [pair]).agreement not in (None, 1.0) for pair in pairs)) for f in (*SCORED, *FINE)
        )
        return Counter({name: count for name, count in counts if count})


def changes(old: Readings, new: Readings) -> Change:
    """Compare two readings.

    Raises:
        UsageError: names a document that only one of them has.
    """
    if alone := sorted(old.keys() ^ new.keys()):
        raise UsageError(f"document {alone[0]!r} is in one file only; give two readings of the same documents")
    return Change(join([pair_document(name, old[name], new[name]) for name in old]))


def change_figures(change: Change) -> dict[str, object]:
    """Counts of what changed."""
    return {
        "documents": change.comparison.documents,
        "old": len(change.comparison.gold),
        "new": len(change.comparison.read),
        "gained": len(change.gained),
        "lost": len(change.lost),
        "kinds_changed": len(change.kinds_changed),
        "fields_changed": dict(change.fields_changed.most_common()),
    }
