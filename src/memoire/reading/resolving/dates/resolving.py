"""The time words of one entry → the day, month or interval they mean."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final, Literal

from memoire.reading.resolving.dates import counts, named, spoken
from memoire.reading.resolving.dates.anchors import Anchor, Tense
from memoire.reading.resolving.dates.leads import led
from memoire.reading.resolving.dates.meaning import Meaning, TimexType
from memoire.reading.resolving.dates.periods import Interval, day, single
from memoire.reading.resolving.dates.shapes import UNKNOWN, Meant, meant, read_at
from memoire.reading.resolving.dates.vocabulary import GAP, phrase
from memoire.reading.resolving.dates.writing import first_period
from memoire.records.spans import Span

_JOINS: Final = re.compile(r",|\b(?:and|to|through|until|till)\b|[-–—]")
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
    readings = list(_scan(words, anchor))
    dated = [reading for reading in readings if reading[0].interval]
    dated = [reading for reading in dated if reading[0].rule != "rule:told-from-another-time"] or dated
    if dated:
        return _counted_on(words, led(words, _joined(words, dated), anchor))
    by_phrase = (meant(partial(read, found, anchor)) for pattern, read in _PHRASES if (found := pattern.search(words)))
    if meaning := next((m for m in by_phrase if m), None):
        return led(words, meaning, anchor)
    return min((meaning for meaning, _ in readings), key=lambda m: not m.needs_publication, default=UNKNOWN)


def _scan(words: str, anchor: Anchor) -> Iterator[tuple[Meaning, Span]]:
    end = 0
    for word in _WORD.finditer(words):
        if word.start() >= end and (reading := read_at(words, word.start(), anchor)):
            end = reading[1]
            yield reading[0], Span(word.start(), end)


def _joined(words: str, dated: Sequence[tuple[Meaning, Span]]) -> Meaning:
    """The first time named, and with it those that "and", "to", a comma or a dash join to it."""
    (meaning, place), *others = dated
    for other, at in others:
        if not _JOINS.search(words, place.end, at.start):
            break
        meaning, place = replace(other, interval=_hull(meaning, other)), at
    return meaning


def _hull(first: Meaning, second: Meaning) -> Interval | None:
    """The shortest interval that holds both; of two where one lies in the other, that one."""
    if first.interval is None or second.interval is None:
        return first.interval or second.interval
    one, other = first.interval, replace(second.interval, end=second.closes or second.interval.end)
    if _holds(one, other):
        return other
    if _holds(other, one):
        return one
    return Interval(one.start, other.end) if _days(one) <= _days(other) else Interval(other.start, one.end)


def _holds(outer: Interval, inner: Interval) -> bool:
    return _days(outer)[0] <= _days(inner)[0] and _days(inner)[1] <= _days(outer)[1]


def _days(interval: Interval) -> tuple[date, date]:
    return interval.start.first if interval.start else date.min, interval.end.last if interval.end else date.max


def _counted_on(words: str, meaning: Meaning) -> Meaning:
    """"for 90 days, starting on 12 August 2025": the count begins on the day named."""
    start = meaning.interval.start if meaning.interval else None
    found = _COUNT_FROM.match(words)
    if start is None or found is None or (stretch := counts.stretch_of(found)).number is None:
        return meaning
    return replace(meaning, interval=Interval(start, day(stretch.after(start.first))), rule="rule:count-from-date")


_COUNT_FROM: Final = re.compile(
    rf"(?:{phrase('for')}\b.*?)?{counts.COUNT},?{GAP}{phrase('starting', 'beginning', 'commencing', 'from')}\b"
)
_FOR: Final = re.compile(rf"^(?:{phrase('for', 'over', 'throughout')}\b.*?)?{counts.COUNT}$")
_IN: Final = re.compile(rf"^{phrase('in', 'after')}{GAP}{counts.COUNT}$")


def _for(found: re.Match[str], anchor: Anchor) -> Meaning | None:
    """"for three years" of a plan begins with its publication; of the past it does not say when."""
    stretch = counts.stretch_of(found)
    return counts.ahead(stretch, anchor) if stretch.number and anchor.tense == "future" else None


def _in(found: re.Match[str], anchor: Anchor) -> Meaning | None:
    """"in two weeks", of a plan."""
    stretch = counts.stretch_of(found)
    if not stretch.number or anchor.tense != "future":
        return None
    return counts.point(stretch, anchor, times=1, roughly=bool(found["roughly"]))


def _from_now(found: re.Match[str], anchor: Anchor) -> Meaning | None:  # noqa: ARG001
    """"effective immediately", of a plan."""
    return Meaning(Interval(day(anchor.day), None), "rule:from-now") if anchor.tense == "future" else None


def _then(found: re.Match[str], anchor: Anchor) -> Meaning:  # noqa: ARG001
    """"at that time", "on that occasion", "until then"."""
    return Meaning(single(anchor.named_last), "rule:told-from-another-time")


def _since(found: re.Match[str], anchor: Anchor) -> Meaning:  # noqa: ARG001
    """"since", alone."""
    return Meaning(Interval(anchor.named_last, None), "rule:told-from-another-time")


def _at_an_hour(found: re.Match[str], anchor: Anchor) -> Meaning | None:  # noqa: ARG001
    """"at about 18:00", "in the morning": of the day named last."""
    day_told = anchor.named_last
    return Meaning(single(day_told), "rule:told-from-another-time", "TIME") if day_told.unit == "day" else None


def _to_now(found: re.Match[str], anchor: Anchor) -> Meaning:  # noqa: ARG001
    """"to date"."""
    return Meaning(Interval(None, day(anchor.day)), "rule:to-now")


# What only the words of an entry can mean, where no date stands among them.
_PHRASES: Final[tuple[tuple[re.Pattern[str], Meant], ...]] = (
    (named.TERM_BEGINS, named.term_begins),
    (named.TERM, named.term),
    (counts.WITHIN, counts.within),
    (_IN, _in),
    (_FOR, _for),
    (re.compile(rf"\b(?:{phrase('since', 'until', 'before', 'by', 'from')}{GAP}then|{phrase('that time', 'that occasion', 'this occasion')})$"), _then),
    (re.compile(rf"^{phrase('ever since', 'since')}$"), _since),
    (re.compile(rf"{spoken.CLOCK.pattern}|{phrase('in the morning', 'in the evening', 'in the afternoon')}"), _at_an_hour),
    (re.compile(rf"^(?:{phrase('effective')}{GAP})?{phrase('immediately', 'straight away', 'at once')}$"), _from_now),
    (re.compile(rf"^{phrase('to date', 'up to now', 'until now', 'so far')}$"), _to_now),
)
