"""Logits of attribution of one passage → sources, cues and contents, in words of the text."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from memoire.reading.encoding import Encoded, Encoder, Floats
from memoire.reading.heads.runs import Run, softmax, span_of
from memoire.reading.passages import Passage
from memoire.records.reading import Attribution

PARTS: Final = ("source", "cue", "content")
# Labels of a word for one part: LAST closes a run of two words or more.
OUTSIDE, BEGIN, INSIDE, LAST = range(4)
# Chosen on PolNeAR's dev part (docs/cards/heads.md).
SCORE_OF_CUE: Final = 0.35

_NEVER: Final = -1e4
# What may follow what: a run is BEGIN alone, or BEGIN, any number of INSIDE, LAST.
_FOLLOWS: Final = np.array(
    [[0, 0, _NEVER, _NEVER], [0, 0, 0, 0], [_NEVER, _NEVER, 0, 0], [0, 0, _NEVER, _NEVER]], dtype=np.float32
)
_AT_START: Final = np.array([0, 0, _NEVER, _NEVER], dtype=np.float32)
_AT_END: Final = np.array([0, 0, _NEVER, 0], dtype=np.float32)


def find_attributions(encoder: Encoder, passage: Passage, encoded: Encoded) -> list[Attribution]:
    """Attributions of a passage in order of their cues; none twice."""
    chances = softmax(encoded.cues)[:, 1]
    chosen = [int(word) for word in np.flatnonzero(chances >= SCORE_OF_CUE)]
    if not chosen:
        return []
    labels = best_labels(encoder.ask_attributions(encoded, chosen))
    found: dict[tuple[Run, ...], Attribution] = {}
    for word, parts in zip(chosen, labels, strict=True):
        cue = tuple(_runs(parts[1])) or ((word, word),)
        found.setdefault(cue, _attribution(passage, parts, cue))
    return list(found.values())


def _attribution(passage: Passage, parts: NDArray[np.intp], cue: tuple[Run, ...]) -> Attribution:
    source = max(_runs(parts[0]), key=lambda run: run[1] - run[0], default=None)
    return Attribution(
        source=span_of(passage, source) if source else None,
        cue=tuple(span_of(passage, run) for run in cue),
        content=tuple(span_of(passage, run) for run in _runs(parts[2])),
    )


def best_labels(logits: Floats) -> NDArray[np.intp]:
    """The likeliest labels in lawful order: (cues, words, parts, labels) → (cues, parts, words).

    Source: Viterbi 1967; logits stand for emissions, `_FOLLOWS` for transitions.
    """
    cues, words, parts, labels = logits.shape
    emitted = np.log(softmax(logits)).transpose(1, 0, 2, 3).reshape(words, cues * parts, labels)
    score = emitted[0] + _AT_START
    came_from = np.zeros((words, cues * parts, labels), dtype=np.intp)
    for word in range(1, words):
        paths = score[:, :, None] + _FOLLOWS
        came_from[word] = paths.argmax(1)
        score = paths.max(1) + emitted[word]
    best = np.zeros((words, cues * parts), dtype=np.intp)
    best[-1] = (score + _AT_END).argmax(1)
    rows = np.arange(cues * parts)
    for word in range(words - 1, 0, -1):
        best[word - 1] = came_from[word, rows, best[word]]
    return best.T.reshape(cues, parts, words)


def _runs(labels: NDArray[np.intp]) -> list[Run]:
    runs: list[Run] = []
    for word in np.flatnonzero(labels):
        if labels[word] == BEGIN:
            runs.append((int(word), int(word)))
        else:
            runs[-1] = (runs[-1][0], int(word))
    return runs
