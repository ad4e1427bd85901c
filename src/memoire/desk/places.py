"""Where the words that a person chose stand in the text."""

from collections.abc import Iterator, Mapping
from typing import Any

from memoire.records.spans import Span


def places(text: str, words: str) -> list[Span]:
    """Every place of `words`, in order, overlapping ones too; line breaks and runs of spaces count as they stand."""
    return list(_places(text, words)) if words else []


def _places(text: str, words: str) -> Iterator[Span]:
    start = text.find(words)
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + 1)


def quote_place(text: str, words: str, nth: int | None, before: Span) -> Span | None:
    """The one place that is meant: the `nth`, else as before, else the only one at hand; None where that is open."""
    found = places(text, words)
    if nth is not None:
        return found[nth - 1] if 0 < nth <= len(found) else None
    if before in found:
        return before
    touching = [place for place in found if place.overlaps(before)]
    candidates = touching or found
    return candidates[0] if len(candidates) == 1 else None


def part_place(text: str, words: str, quote: Span, before: Mapping[str, Any] | None) -> Span | None:
    """The place of words of an entry: as before, else first in its quote, else last ahead of it, else next after it."""
    if before and before["text"] == words:
        return Span(*before["span"])
    found = places(text, words)
    inside = [place for place in found if quote.covers(place)]
    ahead = [place for place in found if place.start < quote.start]
    behind = [place for place in found if place.start >= quote.start]
    return next(iter(inside or ahead[::-1] or behind), None)
