"""Where in a sentence a time expression can begin: few places, and trying one is slow."""

import re
from collections.abc import Iterator
from typing import Final

from memoire.reading.resolving.dates.vocabulary import MONTHS, NUMBERS, SEASONS, SPANS, WEEKDAYS

_WORD: Final = re.compile(r"[A-Za-z]+|\d\S*")
_WEAK: Final = frozenset(
    ("the", "this", "that", "these", "a", "an", "its", "our", "at", "more", "less", "over", "about", "around", "some",
     "up"),
)  # fmt: skip
_FIRST: Final = frozenset(
    {
        *(name.lower() for name in (*MONTHS, *WEEKDAYS)), *SEASONS, *NUMBERS,
        "today", "tonight", "yesterday", "tomorrow", "now", "right", "currently", "last", "past", "previous",
        "preceding", "next", "coming", "following", "upcoming", "current", "present", "early", "mid", "late", "earlier",
        "later", "very", "beginning", "start", "middle", "end", "close", "rest", "remainder", "first", "second",
        "third", "fourth", "fifth", "final", "opening", "fy", "fiscal", "financial", "q", "year", "month", "days",
        "weeks", "months", "years", "decades", "centuries", "several", "many", "few", "multiple", "couple", "least",
        "nearly", "almost", "approximately", "roughly", "every", "each", "per", "daily", "weekly", "monthly",
        "quarterly", "annual", "annually", "yearly", "recently", "recent", "lately", "soon", "shortly", "nowadays",
        "noon", "midnight", "christmas", "new", "boxing", "valentine", "halloween", "world", "wwi", "wwii", "cold",
        "great", "korean", "vietnam", "persian", "gulf", "iran", "american", "revolutionary",
    }
    - _WEAK
)  # fmt: skip
# After a weak word only.
_SECOND: Final = _FIRST.union(
    SPANS, (span + "s" for span in SPANS),
    ("a", "an", "morning", "afternoon", "evening", "same", "near", "future", "to", "than", "just", "date"),
)  # fmt: skip


def beginnings(words: str) -> Iterator[int]:
    """Yield the code points, in order: of digits and of first words, and of a weak word before one that can follow."""
    weak = None
    for found in _WORD.finditer(words):
        word = found[0].lower()
        is_digit = word[0].isdigit()
        if weak is not None and (is_digit or word in _SECOND):
            yield weak
        weak = found.start() if word in _WEAK else None
        if is_digit or word in _FIRST:
            yield found.start()
