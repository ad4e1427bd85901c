"""The same entry told twice in one document: which candidates repeat which."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from memoire.reading.heads.entries import Candidate

_CONTENT = re.compile(r"[^\W_]{3,}|\d+")
_EMPTY = frozenset(
    "the and that for with its their our this these those will would has have had been was were are said from into also".split()
)
# Shares of content words; chosen on the mentions of the training labels (docs/cards/entry-heads.md).
ENOUGH_SHARED = 0.6
FEWEST_SHARED = 3
SAME_STEM = 0.75


def tell_apart(
    text: str, candidates: Sequence[Candidate], *, enough: float
) -> list[tuple[Candidate, list[Candidate]]]:
    """Return the candidates that are entries, in order, each with those that tell it again.

    A candidate with a score of `enough` is an entry unless it repeats another; the fuller telling is the entry. Weaker
    ones can only be repeats.
    """
    words = {candidate: content_words(candidate.span.of(text)) for candidate in candidates}
    fullest_first = sorted(candidates, key=lambda c: (c.score < enough, -len(words[c]), c.span))
    told: dict[Candidate, list[Candidate]] = {}
    for candidate in fullest_first:
        first = next((t for t in told if is_repeat(candidate, t, words[candidate], words[t])), None)
        if first is not None:
            told[first].append(candidate)
        elif candidate.score >= enough:
            told[candidate] = []
    return sorted(told.items(), key=lambda item: (item[0].span, item[0].predicate))


def is_repeat(one: Candidate, other: Candidate, said: frozenset[str], told: frozenset[str]) -> bool:
    """Whether two candidates of one document tell the same: same kind, apart, most words of the shorter shared."""
    if one.kind != other.kind or one.span.overlaps(other.span):
        return False
    common = shared(said, told)
    return common >= FEWEST_SHARED and common / min(len(said), len(told)) >= ENOUGH_SHARED


def content_words(words: str) -> frozenset[str]:
    """Words that carry content, in lower case."""
    return frozenset(_CONTENT.findall(words.lower())) - _EMPTY


def shared(one: frozenset[str], other: frozenset[str]) -> int:
    """How many words of one have a like word in the other ("organise", "organising")."""
    return sum(any(_alike(a, b) for b in other) for a in one)


def _alike(one: str, other: str) -> bool:
    return one == other or (one[:3] == other[:3] and Levenshtein.normalized_similarity(one, other) >= SAME_STEM)
