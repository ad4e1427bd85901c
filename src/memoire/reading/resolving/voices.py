"""Who says so: the words of sources and cues that the head found → the chain of the voice, outermost first."""

import re
from collections.abc import Sequence

from memoire.records.spans import Span

# A text that carries somebody's words stands outside of the one who speaks in it ("Naqvi said, according to a statement").
_CARRIER = re.compile(
    r"\b(?:statement|communiqu[eé]|read-?out|report|release|spokes(?:man|woman|person)|document|agency|media|press|news)\b",
    re.IGNORECASE,
)


def order_voice(text: str, sources: Sequence[Span], cues: Sequence[Span]) -> list[tuple[Span, Span | None]]:
    """Return each source with its cue, outermost first; a cue belongs to the source nearest to it."""
    carriers = [source for source in sources if _CARRIER.search(source.of(text))]
    speakers = [source for source in sources if source not in carriers]
    chain = [*carriers, *speakers]
    owners = {cue: min(chain, key=lambda source: _distance(source, cue)) for cue in cues} if chain else {}
    return [(source, next((c for c in cues if owners[c] == source), None)) for source in chain]


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
