"""The word before a time: "by" opens its beginning, "since" its end."""

import re
from dataclasses import replace
from typing import Final

from memoire.reading.resolving.dates.anchors import Anchor
from memoire.reading.resolving.dates.meaning import Meaning
from memoire.reading.resolving.dates.periods import Interval, day
from memoire.reading.resolving.dates.vocabulary import GAP, phrase

_HEDGES: Final = (
    rf"(?:{phrase('even', 'just', 'only', 'shortly', 'right', 'not', 'ever', 'up', 'effective', 'well')}{GAP})*"
)
_UNTIL: Final = re.compile(
    _HEDGES
    + phrase(
        "by", "no later than", "later than", "before", "until", "till", "to", "through", "heading into", "ahead of",
        "prior to", "in advance of",
    )
    + rf"\b(?!{GAP}{phrase('after')})"
)  # fmt: skip
_SINCE: Final = re.compile(_HEDGES + phrase("since", "after", "until after", "following") + r"\b")
_FROM: Final = re.compile(_HEDGES + phrase("from", "as from", "as of", "starting", "beginning", "commencing") + r"\b")
_AS_OF: Final = re.compile(phrase("as of") + r"\b")
_SO_FAR: Final = re.compile(phrase("so far", "to date") + r"\b")
_THE_END: Final = re.compile(rf"(?:{phrase('the')}{GAP})?{phrase('end', 'close', 'year')}\b")
_TO: Final = re.compile(rf"\b{phrase('to', 'through', 'until', 'till', 'and', 'ending')}\b|[-–—]")


def led(words: str, meaning: Meaning, anchor: Anchor) -> Meaning:
    """Return the meaning with the side open, or closed today, as the words before the time say."""
    interval = meaning.interval
    if interval is None:
        return meaning
    return replace(meaning, interval=_opened(words, interval, meaning, anchor))


def _opened(words: str, interval: Interval, meaning: Meaning, anchor: Anchor) -> Interval:
    start, end = interval.start, meaning.closes or interval.end
    if start and anchor.published and _SO_FAR.match(words):
        return Interval(day(start.first), day(anchor.published))
    if end and _is_until(words, meaning, anchor):
        return Interval(None, end)
    if start and _is_since(words):
        return Interval(start, None)
    return interval


def _is_until(words: str, meaning: Meaning, anchor: Anchor) -> bool:
    if _AS_OF.match(words):
        return anchor.tense != "future"
    is_bare_end = meaning.closes is not None and anchor.tense == "future" and _THE_END.match(words)
    return bool(is_bare_end or _UNTIL.match(words))


def _is_since(words: str) -> bool:
    start = _FROM.match(words)
    return bool(_SINCE.match(words) or (start and not _TO.search(words, start.end())))
