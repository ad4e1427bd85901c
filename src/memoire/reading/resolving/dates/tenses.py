"""Whether a verb points back or ahead."""

import re
from typing import Final

from memoire.reading.resolving.dates.anchors import Tense
from memoire.reading.resolving.dates.vocabulary import phrase

_BY_KIND: Final[dict[str, Tense]] = {
    "commitment": "future", "request": "none", "event": "past", "claim": "past", "stance": "none",
}  # fmt: skip
_AHEAD: Final = phrase(
    "will", "would", "shall", "is to", "are to", "due", "scheduled", "plans", "plan", "planned", "upcoming", "expected",
    "likely to", "going to", "slated", "set to", "intends", "intend", "aims", "hopes", "poised", "to be",
)  # fmt: skip
_BACK: Final = phrase("was", "were", "had", "has", "have", "been", "did", "said", "met", "held", "came", "took", "told")
_IS_AHEAD: Final = re.compile(rf"\b{_AHEAD}\b")
# What was once to be may be over.
_WAS_AHEAD: Final = re.compile(rf"\b{phrase('had', 'was to', 'were to')}\b")
_REACH: Final = 200  # code points; a verb farther away belongs to another clause
# After "will" and the like the next verb says nothing by itself: "will be held", "is to be opened"; "until" is ahead.
_VERB: Final = re.compile(
    rf"\b(?:(?P<ahead>{_AHEAD}|{phrase('until', 'till')})(?:\s+(?:be|also|not|have|then|jointly))*(?:\s+\w+)?"
    rf"|{_BACK}|[a-z]{{3,}}ed)\b"
)


def tense_of(kind: str, quote: str, predicate: str) -> Tense:
    """Return whether the act of an entry lies behind or ahead, by its kind and the verbs before its predicate."""
    before = quote[: max(quote.find(predicate), 0)]
    tense = _BY_KIND.get(kind, "none")
    if tense == "past" and _IS_AHEAD.search(before):
        return "future"
    return "none" if tense == "future" and _WAS_AHEAD.search(before) else tense


def tense_at(sentence: str, at: int) -> Tense:
    """Return the tense of the last verb before this place in the sentence, or else of the first after it, if any."""
    nearest = None
    for verb in _VERB.finditer(sentence, max(0, at - _REACH), at + _REACH):
        if nearest is None or verb.end() <= at:
            nearest = verb
    if nearest is None:
        return "none"
    return "future" if nearest["ahead"] else "past"
