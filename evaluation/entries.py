"""Task `entries`: the entries that a reader found, against those that a careful person found."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluation.agreement import Agreement, agree
from evaluation.calibration import calibration_error, scored
from evaluation.fields import FINE, OF_ACTORS, ROLES, SCORED, pair_actors
from evaluation.folders import Folder, Labelled
from evaluation.pairing import f1, pair_entries
from evaluation.readings import Readings
from memoire.records.codebook import KINDS

Pair = tuple[Labelled, Labelled]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Entries of one or more folders, paired."""

    documents: int
    pairs: tuple[tuple[str, Labelled, Labelled], ...]  # document, gold, read
    missed: tuple[tuple[str, Labelled], ...]
    extra: tuple[tuple[str, Labelled], ...]

    @property
    def of_same_kind(self) -> list[Pair]:
        """The pairs over which fields are compared."""
        return [(gold, read) for _, gold, read in self.pairs if gold["kind"] == read["kind"]]

    @property
    def gold(self) -> list[Labelled]:
        return [gold for _, gold, _ in self.pairs] + [gold for _, gold in self.missed]

    @property
    def read(self) -> list[Labelled]:
        return [read for _, _, read in self.pairs] + [read for _, read in self.extra]

    @property
    def confusions(self) -> Counter[tuple[str, str]]:
        """How often an entry of one kind was read as one of another."""
        return Counter((g["kind"], r["kind"]) for _, g, r in self.pairs if g["kind"] != r["kind"])


def compare(folder: Folder, readings: Readings) -> Comparison:
    """Pair what was read with the labels of a folder; a document that was not read has no entries."""
    parts = [pair_document(d.document.id, d.entries, readings.get(d.document.id, ())) for d in folder.documents]
    return join(parts)


def join(parts: Sequence[Comparison]) -> Comparison:
    """All comparisons as one."""
    return Comparison(
        documents=sum(part.documents for part in parts),
        pairs=tuple(pair for part in parts for pair in part.pairs),
        missed=tuple(entry for part in parts for entry in part.missed),
        extra=tuple(entry for part in parts for entry in part.extra),
    )


def found_figures(comparison: Comparison) -> dict[str, object]:
    """Spans and kinds: F1, precision, recall, and F1 of every kind."""
    gold, read, same = len(comparison.gold), len(comparison.read), len(comparison.of_same_kind)
    return {
        "documents": comparison.documents,
        "gold": gold,
        "read": read,
        "span_f1": f1(len(comparison.pairs), gold, read),
        "span_kind_f1": f1(same, gold, read),
        "precision": same / max(read, 1),
        "recall": same / max(gold, 1),
        "calibration_error": calibration_error(
            scored([p[1:] for p in comparison.pairs], [e for _, e in comparison.extra])
        ),
        "by_kind": {kind: f1_of_kind(comparison, kind) for kind in KINDS},
    }


def _calibration_error(comparison: Comparison) -> float:
    pairs = [(gold, read) for _, gold, read in comparison.pairs]
    return calibration_error(scored(pairs, [entry for _, entry in comparison.extra]))


def f1_of_kind(comparison: Comparison, kind: str) -> float:
    """F1 of the entries of one kind."""
    right = sum(gold["kind"] == kind for gold, _ in comparison.of_same_kind)
    return f1(right, *(sum(e["kind"] == kind for e in side) for side in (comparison.gold, comparison.read)))


def field_agreements(comparison: Comparison) -> dict[str, Agreement]:
    """Every field over the pairs of the same kind, in the order of `fields.py`."""
    pairs = comparison.of_same_kind
    of_entries = {field.name: agree(field, pairs) for field in (*SCORED, *FINE)}
    return of_entries | dict(_actor_agreements(pairs))


def actors_found(comparison: Comparison) -> dict[str, float]:
    """F1 of the actors in each role, and of the sources in `voice`."""
    return {role: _found_in_role(comparison.of_same_kind, role) for role in (*ROLES, "voice")}


def _found_in_role(pairs: Sequence[Pair], role: str) -> float:
    right = sum(len(pair_actors(gold, read, role)) for gold, read in pairs)
    return f1(right, *(sum(len(pair[side].get(role) or ()) for pair in pairs) for side in (0, 1)))


def _actor_agreements(pairs: Sequence[Pair]) -> Iterator[tuple[str, Agreement]]:
    actors = [both for gold, read in pairs for role in ROLES for both in pair_actors(gold, read, role)]
    for field in OF_ACTORS:
        yield f"actor_{field.name}", agree(field, actors)


def pair_document(name: str, gold: Sequence[Labelled], read: Sequence[Labelled]) -> Comparison:
    pairs = pair_entries(gold, read)
    found, taken = {i for i, _ in pairs}, {j for _, j in pairs}
    return Comparison(
        documents=1,
        pairs=tuple((name, gold[i], read[j]) for i, j in pairs),
        missed=tuple((name, entry) for i, entry in enumerate(gold) if i not in found),
        extra=tuple((name, entry) for j, entry in enumerate(read) if j not in taken),
    )
