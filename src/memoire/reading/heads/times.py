"""Logits of time of one passage → words that name a time."""

from typing import Final

from memoire.reading.encoding import Encoded
from memoire.reading.heads.runs import Run, softmax, span_of
from memoire.reading.passages import Passage
from memoire.records.spans import Span

OUTSIDE, BEGIN, INSIDE = range(3)
# Chosen on the documents of WikiWars and MEANTIME that weights were learnt from.
SCORE_OF_TIME: Final = 0.5


def find_time_words(passage: Passage, encoded: Encoded) -> list[Span]:
    """Spans that name a time, in order; an inside that follows an outside begins one."""
    chances = softmax(encoded.times)
    runs: list[Run] = []
    before = False
    for word in range(len(passage.words)):
        is_time = bool(1 - chances[word, OUTSIDE] >= SCORE_OF_TIME)
        if is_time and before and chances[word, INSIDE] >= chances[word, BEGIN]:
            runs[-1] = (runs[-1][0], word)
        elif is_time:
            runs.append((word, word))
        before = is_time
    return [span_of(passage, run) for run in runs]
