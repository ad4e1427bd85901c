"""Whether a promise is told as one made before."""

import re
from typing import Final

from memoire.records.following import Told

# A promise told again as background: the promising lies in the past ("had been due", "agreed in October").
_BACK: Final = re.compile(
    r"\bhad\s+(?:\w+\s+)?(?:promised|agreed|pledged|said|announced|planned|vowed|undertaken|been|named|"
    r"expected|hoped|committed|decided|settled|set)\b"
    r"|\b(?:was|were)\s+(?:\w+\s+)?to\s+have\b"
    r"|\b(?:was|were)\s+(?:originally|first|due|supposed|meant|scheduled|expected|to\s+be)\b"
    r"|\bat\s+first\b|\boriginally\b|\binitially\b|\bearlier\s+(?:named|announced|promised|agreed|pledged|said)\b"
    r"|\bthen\s+(?:settled|agreed|promised)\b"
    r"|\b(?:agreed|promised|pledged|announced|decided|undertook|vowed|committed|signed|agreement|deal|promise|pledge)\s+"
    r"(?:\w+\s+){0,6}?(?:in\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"\d{4})|last\s+\w+|earlier|on\s+\d|a\s+(?:week|month|year)\s+ago|that\s+(?:month|day|week|year))"
    r"|\b(?:in\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})|"
    r"last\s+\w+|earlier\s+this\s+\w+)\b[^.;]{0,80}\b(?:agreed|promised|pledged|announced|decided|undertook|vowed)\b",
    re.IGNORECASE,
)


def is_retold(told: Told) -> bool:
    """Whether the words look back at a promise made before."""
    return bool(_BACK.search(told.entry.quote) or _BACK.search(told.sentence))
