"""A whole text → its time expressions, in order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from memoire.reading.resolving.dates.anchors import Anchor
from memoire.reading.resolving.dates.beginnings import beginnings
from memoire.reading.resolving.dates.guards import is_time_here
from memoire.reading.resolving.dates.meaning import Meaning
from memoire.reading.resolving.dates.periods import Period
from memoire.reading.resolving.dates.shapes import read_at, read_each
from memoire.reading.resolving.dates.tenses import tense_at
from memoire.records.reading import TimeExpression
from memoire.records.spans import Span

_YEAR: Final = re.compile(r"\b(?:1\d|20)\d\d\b")
# A history names many years, and most of them were long past when it was published.
_YEARS_OF_HISTORY: Final = 10
_YEARS_PAST: Final = 2


@dataclass(frozen=True, slots=True)
class _Thread:
    """What has been told so far. A history is told from its own last date: "In 1941 … In June" is June 1941."""

    published: date | None
    is_history: bool
    last: Period | None = None  # what "the same day" means
    dated: Period | None = None  # the last with its year, said or reckoned from one said

    def then(self, meaning: Meaning) -> "_Thread":
        """The thread after one more time."""
        told = meaning.interval.start if meaning.interval and meaning.type in ("DATE", "TIME") else None
        if told is None or meaning.timex == "PRESENT_REF":
            return self
        is_dated = meaning.explicit or (self.dated and meaning.by_tense)
        return replace(self, last=told, dated=told if is_dated else self.dated)

    def anchor(self, words: str, at: int) -> Anchor:
        """From where to read words that could mean several days."""
        if self.dated is None or not self.is_history:
            return Anchor(self.published, tense_at(words, at), self.last)
        middle = self.dated.first + (self.dated.last - self.dated.first) / 2
        return Anchor(middle, "none", self.last)


def find_times(text: str, sentences: Sequence[Span], *, published: date | None) -> list[TimeExpression]:
    """Return the words of `text` that name a time, without the preposition before them, none overlapping, in order.

    Args:
        sentences: in order; no time expression reaches from one into the next.
        published: day of the document; without it only dates with their year have a value.
    """
    found: list[TimeExpression] = []
    thread = _Thread(published, _is_history(text, published))
    for sentence in sentences:
        words = sentence.of(text)
        for meaning, span in _times_of(words, thread):
            place = Span(sentence.start + span.start, sentence.start + span.end)
            found.append(TimeExpression(place, span.of(words), meaning.type, meaning.timex, meaning.edtf))
            thread = thread.then(meaning)
    return found


def told_before(times: Sequence[TimeExpression], at: int) -> str | None:
    """Return the EDTF of the last time named before this code point, which "since then" is told from."""
    return next((t.edtf for t in reversed(times) if t.span.end <= at and t.edtf and t.timex != "PRESENT_REF"), None)


def _is_history(text: str, published: date | None) -> bool:
    if published is None:
        return True
    years = sorted(map(int, _YEAR.findall(text)))
    return len(years) >= _YEARS_OF_HISTORY and years[len(years) // 2] <= published.year - _YEARS_PAST


def _times_of(words: str, thread: _Thread) -> Iterator[tuple[Meaning, Span]]:
    end = 0
    for at in beginnings(words):
        for meaning, span in _read(words, at, thread) if at >= end else ():
            thread, end = thread.then(meaning), span.end
            yield meaning, span


def _read(words: str, at: int, thread: _Thread) -> list[tuple[Meaning, Span]]:
    """The time that begins here, if any; of a run of dates each by itself."""
    anchor = Anchor(thread.published, "past", thread.last)
    reading = read_at(words, at, anchor)
    if reading is None or not is_time_here(words, at, reading):
        return []
    if reading[0].by_tense or reading[0].needs_publication:
        anchor = thread.anchor(words, at)
        reading = read_at(words, at, anchor) or reading
    return read_each(words, at, anchor) or [(reading[0], Span(at, reading[1]))]
