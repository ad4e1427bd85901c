"""A whole text → its time expressions, in order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from memoire.reading.resolving.dates.anchors import Anchor
from memoire.reading.resolving.dates.guards import is_time_here
from memoire.reading.resolving.dates.meaning import Meaning
from memoire.reading.resolving.dates.periods import Period
from memoire.reading.resolving.dates.shapes import read_at
from memoire.reading.resolving.dates.tenses import tense_at
from memoire.reading.resolving.dates.vocabulary import FIRST_WORDS
from memoire.records.reading import TimeExpression
from memoire.records.spans import Span

_WORD: Final = re.compile(r"[A-Za-z]+|\d\S*")
# A story of the past has its own thread of years: "In 1941 … In June" is June 1941, whenever it was published.
_YEARS_TO_STORY: Final = 1


def find_times(text: str, sentences: Sequence[Span], *, published: date | None) -> list[TimeExpression]:
    """Return the words of `text` that name a time, without the preposition before them, none overlapping, in order.

    Args:
        sentences: in order; no time expression reaches from one into the next.
        published: day of the document; without it only full dates have a value.
    """
    found: list[TimeExpression] = []
    spoken_of: Period | None = None
    for sentence in sentences:
        for span, meaning in _times_of(text, sentence, Anchor(published, "past", spoken_of)):
            found.append(TimeExpression(span, span.of(text), meaning.type, meaning.timex, meaning.edtf))
            spoken_of = _named(meaning) or spoken_of
    return found


def _times_of(text: str, sentence: Span, anchor: Anchor) -> Iterator[tuple[Span, Meaning]]:
    words, end = sentence.of(text), 0
    for word in _WORD.finditer(words):
        at = word.start()
        if at < end or not (word[0][0].isdigit() or word[0].lower() in FIRST_WORDS):
            continue
        reading = read_at(words, at, anchor)
        if reading and is_time_here(words, at, reading):
            meaning, end = _told_rightly(words, at, reading[0], anchor), reading[1]
            anchor = replace(anchor, spoken_of=_named(meaning) or anchor.spoken_of)
            yield Span(sentence.start + at, sentence.start + end), meaning


def _told_rightly(words: str, at: int, meaning: Meaning, anchor: Anchor) -> Meaning:
    """Read it again with the tense of its sentence, or from the year of the story, where it could be several days."""
    if not (meaning.by_tense or meaning.needs_publication):
        return meaning
    told = anchor.spoken_of
    if told and _is_story(told, anchor.published):
        again = read_at(words, at, Anchor(told.last, "none", told))
        return replace(again[0], rule="rule:year-told-last") if again else meaning
    again = read_at(words, at, replace(anchor, tense="future")) if tense_at(words, at) == "future" else None
    return again[0] if again else meaning


def _is_story(told: Period, published: date | None) -> bool:
    return published is None or told.first.year < published.year - _YEARS_TO_STORY


def _named(meaning: Meaning) -> Period | None:
    """What "that day" would mean after it."""
    return meaning.interval.start if meaning.interval and meaning.type in ("DATE", "TIME") else None
