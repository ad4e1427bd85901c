"""Logits of attribution → lawful runs, and spans of the text."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from memoire.reading.encoding import Encoded
from memoire.reading.heads.attributions import BEGIN, INSIDE, LAST, OUTSIDE, PARTS, best_labels, find_attributions
from memoire.reading.passages import Passage
from memoire.records.reading import Attribution
from memoire.records.spans import Span

LAWFUL = {(OUTSIDE, OUTSIDE), (OUTSIDE, BEGIN), (BEGIN, OUTSIDE), (BEGIN, BEGIN), (BEGIN, INSIDE), (BEGIN, LAST),
          (INSIDE, INSIDE), (INSIDE, LAST), (LAST, OUTSIDE), (LAST, BEGIN)}  # fmt: skip
#            0   4    9     14
TEXT = "Doe said rain would fall"
PASSAGE = Passage(
    first_word=0,
    words=(Span(0, 3), Span(4, 8), Span(9, 13), Span(14, 19), Span(20, 24)),
    pieces=(1, 2, 3, 4, 5),
    first_piece=(0, 1, 2, 3, 4),
    sentence=(0, 0, 0, 0, 0),
)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 3), st.integers(1, 12))
def test_labels_stand_in_lawful_order(seed: int, cues: int, words: int) -> None:
    logits = np.random.default_rng(seed).normal(size=(cues, words, len(PARTS), 4)).astype(np.float32) * 3
    for row in best_labels(logits).reshape(-1, words):
        assert row[0] in (OUTSIDE, BEGIN)
        assert row[-1] != INSIDE
        assert all((int(a), int(b)) in LAWFUL for a, b in pairwise(row))


def test_the_likeliest_lawful_labels_win() -> None:
    logits = logits_of(source=[0, 0, 0, 0, 0], cue=[0, 0, 0, 0, 0], content=[0, 0, BEGIN, OUTSIDE, LAST])
    logits[0, 3, 2] = [1.0, 0.0, 0.9, 0.0]  # nearly inside: outside between begin and last is not lawful
    assert best_labels(logits)[0, 2].tolist() == [0, 0, BEGIN, INSIDE, LAST]


def test_an_attribution_is_told_in_spans_of_the_text() -> None:
    logits = logits_of(source=[BEGIN, 0, 0, 0, 0], cue=[0, BEGIN, 0, 0, 0], content=[0, 0, BEGIN, INSIDE, LAST])
    found = find_attributions(Heads(logits), PASSAGE, encoded(cues={1}))  # type: ignore[arg-type]
    assert found == [Attribution(source=Span(0, 3), cue=(Span(4, 8),), content=(Span(9, 24),))]


def test_two_words_of_one_cue_make_one_attribution() -> None:
    both = logits_of(source=[0] * 5, cue=[0, BEGIN, LAST, 0, 0], content=[0, 0, 0, BEGIN, LAST])
    found = find_attributions(Heads(np.repeat(both, 2, axis=0)), PASSAGE, encoded(cues={1, 2}))  # type: ignore[arg-type]
    assert [attribution.cue for attribution in found] == [(Span(4, 13),)]
    assert found[0].source is None


def test_no_cue_asks_nothing() -> None:
    assert find_attributions(None, PASSAGE, encoded(cues=set())) == []  # type: ignore[arg-type]


class Heads:
    """Answers with what it was given."""

    def __init__(self, logits: NDArray[np.float32]) -> None:
        self.logits = logits

    def ask_attributions(self, _: Encoded, cues: list[int]) -> NDArray[np.float32]:
        assert len(cues) == len(self.logits)
        return self.logits


def logits_of(**labels: list[int]) -> NDArray[np.float32]:
    """Sure of one label for each word of each part; (1, words, parts, labels)."""
    return np.stack([np.eye(4, dtype=np.float32)[labels[part]] * 8 for part in PARTS], axis=1)[None]


def encoded(*, cues: set[int]) -> Encoded:
    logits = np.array([[0, 4] if word in cues else [4, 0] for word in range(5)], dtype=np.float32)
    return Encoded(words=logits, predicates=logits, cues=logits)
