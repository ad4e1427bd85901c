"""Which of a text's times an entry takes, where no words of its own were found for it."""

import re
from collections.abc import Sequence
from typing import Final

from memoire.reading.resolving.dates.vocabulary import GAP, phrase
from memoire.records.entry import Words
from memoire.records.reading import TimeExpression
from memoire.records.spans import Span

_LEADS: Final = phrase(
    "no later than", "not later than", "up to", "as of", "so far in", "on", "in", "by", "since", "from", "until",
    "till", "during", "throughout", "through", "before", "after", "over", "within", "for", "at", "between", "starting",
    "beginning", "following",
)  # fmt: skip
_LEAD: Final = re.compile(rf"\b{_LEADS}{GAP}(?:the{GAP})?$")
_LONGEST_LEAD: Final = 24
_JOINT: Final = re.compile(rf"\s?[-–—‑]\s?|{GAP}{phrase('to', 'through', 'until', 'till', 'and')}{GAP}(?:the{GAP})?")
# What is done at a meeting is done on its day: of 93 entries of the training labels whose predicate is "discussed" and
# whose sentence names no time, 66 take the day of the meeting.
_AT_A_MEETING: Final = re.compile(
    phrase(
        "discuss", "review", "exchang", "brief", "talk", "consult", "consider", "address", "explor", "underscor",
        "met", "meeting", "held", "call", "spoke", "convers", "touch", "raised", "share",
    )
)  # fmt: skip
_DAY: Final = len("2024-07-14")


def phrase_around(text: str, times: Sequence[TimeExpression], index: int) -> Span:
    """Return the words of a time with its preposition and the times joined to it: "from 5 to 7 May 2024"."""
    first = last = index
    while first and _JOINT.fullmatch(text, times[first - 1].span.end, times[first].span.start):
        first -= 1
    while last + 1 < len(times) and _JOINT.fullmatch(text, times[last].span.end, times[last + 1].span.start):
        last += 1
    start = times[first].span.start
    lead = _LEAD.search(text, max(0, start - _LONGEST_LEAD), start)
    return Span(lead.start() if lead else start, times[last].span.end)


def pick_time(kind: str, predicate: Words, quote: Span, *, text: str, times: Sequence[TimeExpression]) -> Span | None:
    """Return the words that tell when the act of an entry was or will be, or None.

    They are the time nearest to the predicate within the quote; what was done at a meeting takes the day told last.
    A stance is left without: of 110 in the training labels whose quote names a time, 71 have none.
    """
    if kind == "stance":
        return None
    dated = [n for n, time in enumerate(times) if time.edtf and time.timex != "PRESENT_REF"]
    inside = [n for n in dated if quote.overlaps(times[n].span)]
    if inside:
        return phrase_around(text, times, min(inside, key=lambda n: abs(times[n].span.start - predicate.span.start)))
    days = [n for n in dated if times[n].span.end <= quote.start and len(times[n].edtf or "") == _DAY]
    if kind == "event" and days and _AT_A_MEETING.match(predicate.text):
        return phrase_around(text, times, days[-1])
    return None
