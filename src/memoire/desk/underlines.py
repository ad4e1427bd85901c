"""Which words of a paragraph stand under which entries, where entries nest, cross and share words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from memoire.records.spans import Span

# Lines under one word that can be told apart; entries beyond share the lowest.
LEVELS: Final = 3


@dataclass(frozen=True, slots=True)
class Underline:
    """One place of one entry: its words carry a line, its first word the mark (`C3`) that leads to the card."""

    entry: str
    mark: str
    kind: str
    state: str
    span: Span
    again: bool = False  # a mention, not the entry's own place
    level: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text under the same lines throughout; `starts` are those that begin here."""

    span: Span
    under: tuple[Underline, ...]
    starts: tuple[Underline, ...]


def levelled(underlines: Iterable[Underline]) -> list[Underline]:
    """The same underlines in the order of the text, each on the highest line that is free along all its words."""
    placed: list[Underline] = []
    running: list[Underline] = []
    for line in sorted(underlines, key=lambda u: (u.span.start, -u.span.end, u.mark)):
        running = [other for other in running if other.span.end > line.span.start]
        taken = {other.level for other in running}
        level = next((n for n in range(LEVELS) if n not in taken), LEVELS - 1)
        running.append(replace(line, level=level))
        placed.append(running[-1])
    return placed


def segments(paragraph: Span, underlines: Sequence[Underline]) -> list[Segment]:
    """Cut the paragraph wherever a line begins or ends; the segments put together are the paragraph."""
    here = [u for u in underlines if u.span.overlaps(paragraph)]
    cuts = {paragraph.start, paragraph.end}
    cuts |= {edge for u in here for edge in u.span if paragraph.start < edge < paragraph.end}
    edges = sorted(cuts)
    return [_segment(Span(start, end), here) for start, end in pairwise(edges)]


def _segment(span: Span, underlines: Sequence[Underline]) -> Segment:
    under = tuple(sorted((u for u in underlines if u.span.overlaps(span)), key=lambda u: u.level))
    return Segment(span, under, tuple(u for u in under if u.span.start == span.start))
