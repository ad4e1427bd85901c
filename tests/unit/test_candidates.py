"""Logits → candidates: runs of labels, doubles, areas."""

import numpy as np
import pytest

from memoire.reading.heads import entries
from memoire.reading.heads.entries import Candidate, drop_doubles, likeness
from memoire.records.codebook import AREAS
from memoire.records.spans import Span


def candidate(start: int, end: int, score: float) -> Candidate:
    return Candidate(
        kind="event", score=score, kind_score=0.9, span=Span(start, end), predicate=Span(start, start + 1), roles={},
        areas=(), plover=None, firmness="planned", checkable="yes", polarity="+", because=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("labels", "runs"),
    [
        ([], []),
        ([0, 0], []),
        ([1, 2, 2, 0, 1], [(0, 2), (4, 4)]),
        ([1, 1, 2], [(0, 0), (1, 2)]),
        ([0, 2, 2], [(1, 2)]),
    ],
)
def test_runs_of_labels(labels: list[int], runs: list[tuple[int, int]]) -> None:
    assert entries._runs_of(labels) == runs


def test_of_nearly_the_same_span_the_better_stays() -> None:
    assert [
        c.score for c in drop_doubles([candidate(0, 100, 0.6), candidate(5, 100, 0.8), candidate(90, 200, 0.5)])
    ] == [0.8, 0.5]


def test_the_order_of_candidates_does_not_matter() -> None:
    three = [candidate(0, 100, 0.8), candidate(5, 100, 0.8), candidate(40, 60, 0.7)]
    assert drop_doubles(three) == drop_doubles(three[::-1])


def test_likeness_is_shared_over_whole() -> None:
    assert likeness(Span(0, 10), Span(5, 15)) == pytest.approx(1 / 3)
    assert likeness(Span(0, 5), Span(5, 9)) == 0


def test_every_entry_has_its_best_area_and_at_most_three() -> None:
    logits = np.full(len(AREAS), -5, dtype=np.float32)
    logits[4] = -3
    assert entries._areas(logits) == (AREAS[4],)
    logits[:6] = [6, 5, 4, 3, 2, 1]
    assert entries._areas(logits) == (AREAS[0], AREAS[1], AREAS[2])


def test_a_claim_needs_a_voice_and_an_event_has_none() -> None:
    places = np.zeros((3, len(entries.ROLES), 3), dtype=np.float32)
    places[..., entries.OUTSIDE] = 1
    undecided = np.array([0, 0, 0.5, 0, 0.5], dtype=np.float32)
    assert entries.KINDS[int(entries._weighed_kinds(undecided, undecided, places).argmax())] == "event"
    places[1, entries.VOICE] = [0.1, 0.9, 0]
    assert entries.KINDS[int(entries._weighed_kinds(undecided, undecided, places).argmax())] == "claim"
