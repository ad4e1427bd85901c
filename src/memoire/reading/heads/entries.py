"""Logits of one passage → candidates for entries, in words of the text; no rules of content here."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from memoire.reading.encoding import Encoded, Encoder, Floats, Heads
from memoire.reading.heads.runs import Run, softmax, span_of
from memoire.reading.passages import Passage
from memoire.records.codebook import (
    AREAS,
    CHECKABLE,
    FIRMNESS,
    KINDS,
    PLOVER,
    POLARITY,
    ROLES,
    Checkable,
    Firmness,
    Kind,
    Polarity,
)
from memoire.records.spans import Span

# Chosen on dev and dev-2 together (docs/cards/heads.md).
SCORE_OF_ENTRY = 0.2
SCORE_OF_MENTION = 0.05  # candidates between both may repeat an entry, never be one
SAME_SPAN = 0.7  # intersection over union above which two candidates tell the same
AREA_LOGIT = 0.25
MOST_AREAS = 3  # codebook §2
# Weights of the opinions on the kind, and how sure the voice may make it; chosen on dev and dev-2 together.
WEIGHT_OF_WORD, WEIGHT_OF_VOICE, SUREST_OF_VOICE = 0.3, 0.5, (0.02, 0.98)
# Against what the heads choose too seldom: agreed; partly. Chosen on dev and dev-2 together.
WEIGHTS_OF_FIRMNESS = np.array([1.5, 1.0, 0.8, 1.3], dtype=np.float32)
WEIGHTS_OF_CHECKABLE = np.array([0.8, 2.0, 1.0], dtype=np.float32)
CLAIM, EVENT = KINDS.index("claim"), KINDS.index("event")
OUTSIDE, BEGIN, INSIDE = range(3)
BY, VOICE, CUE = ROLES.index("by"), ROLES.index("voice"), ROLES.index("cue")
# Weight of "outside" against each role, so that as many words are missed as are taken wrongly.
# Chosen on dev and dev-2 together.
OUTSIDE_WEIGHT = {
    "by": 1.0,
    "to": 0.5,
    "with": 0.3,
    "when": 0.8,
    "where": 1.2,
    "voice": 1.0,
    "cue": 1.0,
    "condition": 0.7,
}
_WEIGHTS_OF_PLACES = np.ones((len(ROLES), 3), dtype=np.float32)
_WEIGHTS_OF_PLACES[:, OUTSIDE] = [OUTSIDE_WEIGHT.get(role, 1.0) for role in ROLES]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the heads believe about one predicate."""

    kind: Kind
    score: float
    kind_score: float
    span: Span
    predicate: Span
    roles: dict[str, tuple[Span, ...]] = field(hash=False)
    areas: tuple[str, ...]
    plover: str | None
    firmness: Firmness
    checkable: Checkable
    polarity: Polarity
    because: tuple[str, ...]


def find_candidates(encoder: Encoder, passage: Passage, encoded: Encoded) -> list[Candidate]:
    """Candidates of a passage with a score of `SCORE_OF_MENTION` or more, in order of their predicates."""
    chances = softmax(encoded.predicates)
    chosen = [int(word) for word in np.flatnonzero(1 - chances[:, 0] >= SCORE_OF_MENTION)]
    if not chosen:
        return []
    heads = encoder.ask_heads(encoded, chosen)
    return [_candidate(passage, heads, row, word, chances[word]) for row, word in enumerate(chosen)]


def drop_doubles(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Of candidates with nearly the same span, or with neighbouring predicates, the one with the best score stays."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-c.score, c.span, c.predicate)):
        if not any(_is_double(candidate, other) for other in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda c: (c.span, c.predicate))


def _is_double(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates tell the same: "of great importance" has two words that could carry it."""
    gap = max(one.predicate.start - other.predicate.end, other.predicate.start - one.predicate.end)
    return likeness(one.span, other.span) > SAME_SPAN or (gap <= 1 and one.span.overlaps(other.span))


def likeness(one: Span, other: Span) -> float:
    """Intersection over union of two spans."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start))


def _candidate(passage: Passage, heads: Heads, row: int, word: int, chances: Floats) -> Candidate:
    words = passage.words
    first, last = _bounds(passage, heads, row, word)
    places = softmax(heads.roles[row])
    kinds = _weighed_kinds(chances[1:] / chances[1:].sum(), softmax(heads.kind_again[row]), places)
    kind = KINDS[int(kinds.argmax())]
    runs = _runs(places, has_voice=kind != "event")
    roles = {role: tuple(span_of(passage, run) for run in found) for role, found in runs.items()}
    predicate = next((s for s in roles.pop("predicate", ()) if s.start <= words[word].start < s.end), words[word])
    plover = ("none", *PLOVER)[int(heads.plover[row].argmax())]
    return Candidate(
        kind=kind,
        score=round(float(1 - chances[0]), 4),
        kind_score=round(float(kinds.max()), 4),
        span=span_of(passage, (first, last)),
        predicate=predicate,
        roles=roles,
        areas=_areas(heads.areas[row]),
        plover=None if plover == "none" else plover,
        firmness=FIRMNESS[int((softmax(heads.firmness[row]) * WEIGHTS_OF_FIRMNESS).argmax())],
        checkable=CHECKABLE[int((softmax(heads.checkable[row]) * WEIGHTS_OF_CHECKABLE).argmax())],
        polarity=POLARITY[int(heads.polarity[row].argmax())],
        because=(f"head:predicate {1 - chances[0]:.2f}", f"head:kind {kinds.max():.2f}"),
    )


def _bounds(passage: Passage, heads: Heads, row: int, word: int) -> tuple[int, int]:
    """First and last word of an entry, in the predicate's sentence, which 4,945 of 4,960 training entries keep to."""
    elsewhere = np.asarray(passage.sentence) != passage.sentence[word]
    starts, ends = (np.where(elsewhere, -np.inf, logits[row]) for logits in (heads.starts, heads.ends))
    return int(starts.argmax()), int(ends.argmax())


def _weighed_kinds(of_word: Floats, of_span: Floats, places: Floats) -> Floats:
    """Two opinions on the kind, of the word alone and of the word with its whole span, and whether it has a voice.

    A claim has a voice and an event has none (codebook §1); the other kinds may have one or not.
    """
    voiced = float(np.clip(1 - places[:, VOICE, OUTSIDE].min(), *SUREST_OF_VOICE))
    voice = np.full(len(KINDS), max(voiced, 1 - voiced))
    voice[CLAIM], voice[EVENT] = voiced, 1 - voiced
    weighed = of_word**WEIGHT_OF_WORD * of_span ** (1 - WEIGHT_OF_WORD) * voice**WEIGHT_OF_VOICE
    return np.asarray(weighed / weighed.sum(), dtype=np.float32)


def _runs(places: Floats, *, has_voice: bool) -> dict[str, list[Run]]:
    """Chances (words, roles, outside-begin-inside) → runs of words, first and last, of each role.

    An inside that follows an outside begins a run. Nearly every entry has a `by`: the likeliest word stands in.
    """
    labels = (places * _WEIGHTS_OF_PLACES).argmax(-1)
    if not labels[:, BY].any():
        labels[places[:, BY, OUTSIDE].argmin(), BY] = BEGIN
    if not has_voice:
        labels[:, [VOICE, CUE]] = OUTSIDE
    return {role: found for n, role in enumerate(ROLES) if (found := _runs_of(labels[:, n].tolist()))}


def _runs_of(labels: list[int]) -> list[Run]:
    runs: list[Run] = []
    before = OUTSIDE
    for word, label in enumerate(labels):
        if label == INSIDE and before != OUTSIDE:
            runs[-1] = (runs[-1][0], word)
        elif label != OUTSIDE:
            runs.append((word, word))
        before = label
    return runs


def _areas(logits: Floats) -> tuple[str, ...]:
    """The areas above the threshold, at most three, best first; always the best one of all."""
    order = np.argsort(-logits, kind="stable")[:MOST_AREAS]
    return tuple(AREAS[int(i)] for n, i in enumerate(order) if n == 0 or logits[i] > AREA_LOGIT)


def with_kind(candidate: Candidate, kind: Kind, reason: str) -> Candidate:
    """The same candidate, its kind decided by a rule."""
    return replace(candidate, kind=kind, because=(*candidate.because, reason))
