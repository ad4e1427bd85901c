"""The word before a time: "by" opens its beginning, "since" its end."""

import re
from dataclasses import replace
from typing import Final

from memoire.reading.resolving.dates.anchors import Anchor
from memoire.reading.resolving.dates.meaning import Meaning
from memoire.reading.resolving.dates.periods import Interval, Period, day
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
_THE_END: Final = re.compile(rf"(?:{phrase('the')}{GAP})?{phrase('end', 'close')}\b|{phrase('year')}")
_TO: Final = re.compile(rf"\b{phrase('to', 'through', 'until', 'till', 'and', 'ending')}\b|[-–—]")


def led(words: str, meaning: Meaning, anchor: Anchor) -> Meaning:
    """Return the meaning with the side open, or closed today, as the words before it say."""
    if (interval := meaning.interval) is None:
        return meaning
    start, end = interval.start, meaning.closes or interval.end
    if _SO_FAR.match(words) and start and anchor.published:
        return replace(meaning, interval=Interval(day(start.first), day(anchor.published)))
    if _opens_beginning(words, meaning, anchor):
        return replace(meaning, interval=Interval(None, end)) if end else meaning
    if start and (_SINCE.match(words) or ((found := _FROM.match(words)) and not _TO.search(words, found.end()))):
        return replace(meaning, interval=Interval(start, None))
    return meaning


def _opens_beginning(words: str, meaning: Meaning, anchor: Anchor) -> bool:
    if _AS_OF.match(words):
        return anchor.tense != "future"
    is_bare_end = meaning.closes is not None and anchor.tense == "future" and _THE_END.match(words)
    return bool(is_bare_end or _UNTIL.match(words))
