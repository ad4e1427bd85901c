"""What is done: an entry's words without its actors, its time and the saying of it."""

import re
from collections.abc import Iterable, Sequence

from memoire.records.spans import Span

_EDGES = re.compile(r"^[\s,;:.\"'“”‘’–—-]+|[\s,;:\"'“”‘’–—-]+$")
_LEADING = re.compile(
    r"^(?:that|and|to|will|would|shall|also|both|has|have|had|been|be|is|are|was|were|by|of)\b\s*", re.IGNORECASE
)
# What stays behind when the actors of "a meeting between X and Y" are left out.
_EMPTIED = re.compile(r"\b(?:between|among)(?:\s*(?:,|and)\b)*\s*(?=(?:to|on|in|at|about|over)\b|$)", re.IGNORECASE)
_WORD = re.compile(r"\w{3,}")
FEWEST_WORDS = 2  # a deed told in fewer starts at the beginning of the quote: "A dialogue will be held"


def action_of(text: str, span: Span, predicate: Span, left_out: Sequence[Span]) -> str:
    """Return the deed in the document's words; never empty, since the predicate itself remains."""
    after = _words(text, Span(predicate.start, span.end), left_out)
    if len(_WORD.findall(after)) > FEWEST_WORDS:
        return after
    return _strip_leading(_words(text, span, left_out)) or predicate.of(text)


def _words(text: str, span: Span, left_out: Iterable[Span]) -> str:
    """The words of a span without the parts left out, white space made single."""
    pieces, at = [], span.start
    for hole in sorted(left_out):
        if hole.start >= at and hole.end <= span.end:
            pieces.append(text[at : hole.start])
            at = hole.end
    pieces.append(text[at : span.end])
    joined = re.sub(r"\s+([,;.])", r"\1", " ".join(" ".join(pieces).split()))
    return _EDGES.sub("", _EMPTIED.sub("", joined))


def _strip_leading(words: str) -> str:
    while (shorter := _EDGES.sub("", _LEADING.sub("", words))) != words:
        words = shorter
    return words
