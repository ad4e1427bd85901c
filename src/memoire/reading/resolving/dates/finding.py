"""A whole text → its time expressions, in order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from memoire.reading.resolving.dates.anchors import Anchor
from memoire.reading.resolving.dates.guards import is_time_here
from memoire.reading.resolving.dates.meaning import Meaning
from memoire.reading.resolving.dates.periods import Period
from memoire.reading.resolving.dates.shapes import read_at, read_each
from memoire.reading.resolving.dates.tenses import tense_at
from memoire.reading.resolving.dates.vocabulary import FIRST_WORDS
from memoire.records.reading import TimeExpression
from memoire.records.spans import Span

_WORD: Final = re.compile(r"[A-Za-z]+|\d\S*")
_YEAR_OF_STORY: Final = "rule:year-told-last"
# A story that lies so many years back has its own thread: "In 1941 … In June" is June 1941, whenever published.
_YEARS_TO_STORY: Final = 2


@dataclass(frozen=True, slots=True)
class _Told:
    """What the text has named so far."""

    last: Period | None = None  # any time: what "the same day" is told from
    dated: Period | None = None  # with its year, or reckoned from one that has it

    def after(self, meaning: Meaning) -> "_Told":
        named = meaning.interval.start if meaning.interval and meaning.type in ("DATE", "TIME") else None
        if named is None or meaning.timex == "PRESENT_REF":
            return self
        return _Told(named, named if meaning.explicit or meaning.rule == _YEAR_OF_STORY else self.dated)


def find_times(text: str, sentences: Sequence[Span], *, published: date | None) -> list[TimeExpression]:
    """Return the words of `text` that name a time, without the preposition before them, none overlapping, in order.

    Args:
        sentences: in order; no time expression reaches from one into the next.
        published: day of the document; without it only dates with their year have a value.
    """
    found: list[TimeExpression] = []
    told = _Told()
    for sentence in sentences:
        for span, meaning in _times_of(sentence.of(text), told, published):
            place = Span(sentence.start + span.start, sentence.start + span.end)
            found.append(TimeExpression(place, place.of(text), meaning.type, meaning.timex, meaning.edtf))
            told = told.after(meaning)
    return found


def _times_of(words: str, told: _Told, published: date | None) -> Iterator[tuple[Span, Meaning]]:
    end = 0
    for word in _WORD.finditer(words):
        if word.start() < end or not (word[0][0].isdigit() or word[0].lower() in FIRST_WORDS):
            continue
        for meaning, span in _read(words, word.start(), told, published):
            end = span.end
            told = told.after(meaning)
            yield span, meaning


def _read(words: str, at: int, told: _Told, published: date | None) -> list[tuple[Meaning, Span]]:
    """The time that begins here, if any; of a run of dates each by itself."""
    anchor = Anchor(published, "past", told.last)
    reading = read_at(words, at, anchor)
    if reading is None or not is_time_here(words, at, reading):
        return []
    meaning, end = reading
    if not (meaning.by_tense or meaning.needs_publication):
        return read_each(words, at, anchor) or [(meaning, Span(at, end))]
    is_story = told.dated is not None and _is_story(told.dated, published)
    anchor = _in_story(anchor, told.dated) if is_story and told.dated else replace(anchor, tense=tense_at(words, at))
    each = read_each(words, at, anchor) or [(reading[0], Span(at, reading[1])) for reading in [read_at(words, at, anchor)] if reading]
    return [(replace(m, rule=_YEAR_OF_STORY) if is_story else m, span) for m, span in each]


def _is_story(told: Period, published: date | None) -> bool:
    return published is None or published.year - told.first.year >= _YEARS_TO_STORY


def _in_story(anchor: Anchor, told: Period) -> Anchor:
    return replace(anchor, published=told.first + (told.last - told.first) / 2, tense="none")
