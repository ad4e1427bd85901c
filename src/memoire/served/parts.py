"""A long text → the parts that a server is asked about, one after the other."""

from collections.abc import Iterator, Sequence
from typing import Final

from memoire.records.spans import Span

# Code points: about 700 tokens, which with instructions and answer fit a context of 8,192, the least common today.
LONGEST_PART: Final = 3_000


def cut_parts(text: str, sentences: Sequence[Span], *, longest: int = LONGEST_PART) -> list[Span]:
    """Return parts of whole sentences, in order; only a sentence longer than `longest` is cut itself, between words."""
    parts: list[Span] = []
    for piece in (piece for sentence in sentences for piece in _pieces(text, sentence, longest)):
        if parts and piece.end - parts[-1].start <= longest:
            parts[-1] = Span(parts[-1].start, piece.end)
        else:
            parts.append(piece)
    return parts


def halves(part: Span, text: str, sentences: Sequence[Span]) -> tuple[Span, Span] | None:
    """The part cut at the end of a sentence near its middle, or between words of its only one; None for one word."""
    middle = (part.start + part.end) // 2
    ends = [sentence.end for sentence in sentences if part.start < sentence.end < part.end]
    cut = min(ends, key=lambda end: abs(end - middle), default=text.rfind(" ", part.start, middle))
    return (Span(part.start, cut), Span(cut, part.end)) if cut > part.start else None


def _pieces(text: str, sentence: Span, longest: int) -> Iterator[Span]:
    start = sentence.start
    while sentence.end - start > longest:
        cut = text.rfind(" ", start + 1, start + longest)
        cut = cut if cut > start else start + longest
        yield Span(start, cut)
        start = cut
    yield Span(start, sentence.end)
