"""The time words of one entry → the day, month or interval they mean."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final, Literal

from memoire.reading.resolving.dates.anchors import Anchor, Tense
from memoire.reading.resolving.dates.entry_phrases import ENTRY_PHRASES
from memoire.reading.resolving.dates.joining import counted_on, joined
from memoire.reading.resolving.dates.leads import led
from memoire.reading.resolving.dates.meaning import Meaning, TimexType
from memoire.reading.resolving.dates.shapes import UNKNOWN, meant, read_at
from memoire.reading.resolving.dates.writing import first_period
from memoire.records.spans import Span

# "Since March" is a past March, whatever the verb.
_SINCE: Final = re.compile(r"(?:ever )?since\b", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class ResolvedTime:
    """What time words mean. `edtf` is None where they give no day, or where a day of publication is lacking."""

    edtf: str | None
    timex: str | None
    type: TimexType
    basis: Literal["explicit", "derived", "none"]
    rule: str
    needs_publication: bool = False


def resolve_time(words: str, *, published: date | None, tense: Tense, told: str | None = None) -> ResolvedTime:
    """Return the time that `words` mean in a document of that day, with a verb that points back or ahead.

    Relative words without a day of publication give `edtf` None and `needs_publication`; nothing is guessed.

    Args:
        told: the time named last before them in the text, in EDTF; "since then" and "that year" need it.
    """
    spoken_of = first_period(told) if told else None
    meaning = _meaning_of(" ".join(words.split()), Anchor(published, tense, spoken_of))
    basis: Literal["explicit", "derived"] = "explicit" if meaning.explicit else "derived"
    return ResolvedTime(
        edtf=meaning.edtf,
        timex=meaning.timex,
        type=meaning.type,
        basis=basis if meaning.interval else "none",
        rule=meaning.rule,
        needs_publication=meaning.needs_publication,
    )


def _meaning_of(words: str, anchor: Anchor) -> Meaning:
    if _SINCE.match(words):
        anchor = replace(anchor, tense="past")
    readings = list(_scan(words, anchor))
    if dated := _dated(readings):
        return counted_on(words, led(words, joined(words, dated), anchor))
    phrases = ((pattern.search(words), read) for pattern, read in ENTRY_PHRASES)
    by_phrase = (meant(partial(read, found, anchor)) for found, read in phrases if found)
    if meaning := next((m for m in by_phrase if m), None):
        return led(words, meaning, anchor)
    return min((meaning for meaning, _ in readings), key=lambda m: not m.needs_publication, default=UNKNOWN)


def _scan(words: str, anchor: Anchor) -> Iterator[tuple[Meaning, Span]]:
    end = 0
    for word in _WORD.finditer(words):
        if word.start() >= end and (reading := read_at(words, word.start(), anchor)):
            end = reading[1]
            yield reading[0], Span(word.start(), end)


def _dated(readings: Sequence[tuple[Meaning, Span]]) -> list[tuple[Meaning, Span]]:
    """Those that name a day, month or year; what is told from another time only where nothing else does."""
    dated = [reading for reading in readings if reading[0].interval]
    return [reading for reading in dated if reading[0].rule != "rule:told-from-another-time"] or dated
