"""What all heads share: chances from logits, and words to spans of the text."""

import numpy as np

from memoire.reading.encoding import Floats
from memoire.reading.passages import Passage
from memoire.records.spans import Span

Run = tuple[int, int]  # first and last word of a passage


def softmax(logits: Floats) -> Floats:
    """Over the last axis."""
    grown = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(grown / grown.sum(-1, keepdims=True), dtype=np.float32)


def span_of(passage: Passage, run: Run) -> Span:
    return Span(passage.words[run[0]].start, passage.words[run[1]].end)
