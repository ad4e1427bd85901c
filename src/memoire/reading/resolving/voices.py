"""Who says so: the words of sources and cues that the heads found → the chain of the voice, outermost first."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from memoire.records.entry import Actor, Source, Words
from memoire.records.spans import Span

_PAPER: Final = re.compile(r"\b(?:statement|communiqu[eé]|declaration|release|read-?out)s?$", re.IGNORECASE)
_ISSUED_BY: Final = re.compile(r"\s+(?:\w+ed\s+)?(?:by|from|of)\s+(?:the\s+)?", re.IGNORECASE)


def chain_voice(
    text: str, quote: Span, sources: Sequence[Span], cues: Sequence[Span], who: Callable[[Span], Sequence[Actor]]
) -> tuple[Source, ...]:
    """Return the sources in order; a cue belongs to the source nearest to it, `who` says who a source is.

    Who issued a paper ("a statement circulated by the ministry") is no source beside the paper.
    A newspaper or agency is outermost; a source inside the quote is innermost; else the farther one is the outer one
    (right in 30 of the 35 nested voices of the training labels).
    """
    sources = [s for s in sources if not any(_issued(text, paper, s) for paper in sources)]
    cue_of = {min(sources, key=lambda s: distance(s, cue)): cue for cue in reversed(cues)} if sources else {}
    chain = [
        Source(
            actor.text, actor.span, actor.name, actor.country, actor.sector, actor.office,
            Words(cue.of(text), cue) if (cue := cue_of.get(source)) else None,
        )
        for source in sources for actor in who(source)
    ]  # fmt: skip
    return tuple(sorted(chain, key=lambda s: (s.sector != "MED", quote.covers(s.span), -distance(s.span, quote))))


def _issued(text: str, paper: Span, body: Span) -> bool:
    between = text[paper.end : body.start]
    return bool(_PAPER.search(paper.of(text)) and _ISSUED_BY.fullmatch(between))


def distance(one: Span, other: Span) -> int:
    """Code points between two places; 0 where they touch or overlap."""
    return max(one.start - other.end, other.start - one.end, 0)


def as_actor(source: Source) -> Actor:
    """The source as an actor, with the same words."""
    return Actor(source.text, source.span, source.name, source.country, source.sector, source.office)
