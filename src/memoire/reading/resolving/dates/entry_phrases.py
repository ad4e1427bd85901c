"""What only the words of an entry can mean, where no date stands among them: "for three years", "since then"."""

import re
from typing import Final

from memoire.reading.resolving.dates import counts, named, spoken
from memoire.reading.resolving.dates.anchors import Anchor
from memoire.reading.resolving.dates.meaning import Meaning
from memoire.reading.resolving.dates.periods import Interval, day, single
from memoire.reading.resolving.dates.shapes import Meant
from memoire.reading.resolving.dates.vocabulary import GAP, phrase

_FOR: Final = re.compile(rf"^(?:{phrase('for', 'over', 'throughout')}\b.*?)?{counts.COUNT}$")
_IN: Final = re.compile(rf"^{phrase('in', 'after')}{GAP}{counts.COUNT}$")
_AT_ONCE: Final = re.compile(
    rf"^(?:effective{GAP})?{phrase('immediately', 'straight away', 'at once')}$", re.IGNORECASE
)
_TO_DATE: Final = re.compile(rf"^{phrase('to date', 'up to now', 'until now', 'so far')}$")
_THEN: Final = re.compile(
    rf"\b(?:{phrase('since', 'until', 'before', 'by', 'from')}{GAP}then"
    rf"|{phrase('that time', 'that occasion', 'this occasion')})$"
)
_SINCE: Final = re.compile(rf"^{phrase('ever since', 'since')}$")
_HOUR: Final = re.compile(rf"{spoken.CLOCK.pattern}|{phrase('in the morning', 'in the evening', 'in the afternoon')}")


def _for(found: re.Match[str], anchor: Anchor) -> Meaning | None:
    """A plan "for three years" begins with its publication; of the past the words do not say when."""
    stretch = counts.stretch_of(found)
    return counts.ahead(stretch, anchor) if stretch.number and anchor.tense == "future" else None


def _in(found: re.Match[str], anchor: Anchor) -> Meaning | None:
    """A plan for a day "in two weeks"; of the past, "in two weeks" is how long it took."""
    stretch = counts.stretch_of(found)
    if not stretch.number or anchor.tense != "future":
        return None
    return counts.point(stretch, anchor, times=1, roughly=bool(found["roughly"]))


def _at_once(_: re.Match[str], anchor: Anchor) -> Meaning | None:
    return Meaning(Interval(day(anchor.day), None), "rule:from-now") if anchor.tense == "future" else None


def _to_date(_: re.Match[str], anchor: Anchor) -> Meaning:
    return Meaning(Interval(None, day(anchor.day)), "rule:to-now")


def _then(_: re.Match[str], anchor: Anchor) -> Meaning:
    return Meaning(single(anchor.named_last), "rule:told-from-another-time")


def _since(_: re.Match[str], anchor: Anchor) -> Meaning:
    return Meaning(Interval(anchor.named_last, None), "rule:told-from-another-time")


def _at_an_hour(_: re.Match[str], anchor: Anchor) -> Meaning | None:
    """An hour or part of a day is that of the day named last."""
    told = anchor.named_last
    return Meaning(single(told), "rule:told-from-another-time", "TIME") if told.unit == "day" else None


ENTRY_PHRASES: Final[tuple[tuple[re.Pattern[str], Meant], ...]] = (
    (named.TERM_BEGINS, named.term_begins),
    (named.TERM, named.term),
    (counts.WITHIN, counts.within),
    (_IN, _in),
    (_FOR, _for),
    (_THEN, _then),
    (_SINCE, _since),
    (_HOUR, _at_an_hour),
    (_AT_ONCE, _at_once),
    (_TO_DATE, _to_date),
)
