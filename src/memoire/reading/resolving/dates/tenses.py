"""Whether a verb points back or ahead."""

import re
from typing import Final

from memoire.reading.resolving.dates.anchors import Tense
from memoire.reading.resolving.dates.vocabulary import phrase

_BY_KIND: Final[dict[str, Tense]] = {
    "commitment": "future", "request": "none", "event": "past", "claim": "past", "stance": "none",
}  # fmt: skip
_AHEAD: Final = re.compile(
    rf"\b{phrase('will', 'would', 'shall', 'is to', 'are to', 'was to', 'were to', 'is set to', 'are set to', 'due to', 'scheduled', 'plans', 'plan', 'planned', 'upcoming', 'expected')}\b"
)


def tense_of(kind: str, quote: str, predicate: str) -> Tense:
    """Return whether the act lies behind or ahead, by the verbs before the predicate, else by the kind of entry."""
    before = quote[: max(quote.find(predicate), 0)]
    if kind in ("event", "claim") and _AHEAD.search(before):
        return "future"
    return _BY_KIND.get(kind, "none")
