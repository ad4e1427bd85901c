"""The other side of a bilateral matter, where the words of the entry name only one."""

import re
from collections.abc import Sequence

from memoire.records.entry import Actor
from memoire.records.reading import Name
from memoire.records.spans import Span

# Of 85 entries of the training labels that say "bilateral", 81 have two states or more among their actors.
_TWO_SIDED = re.compile(r"\b(?:bilateral|mutual)\b", re.IGNORECASE)


def other_side(text: str, quote: Span, parties: Sequence[Actor], names: Sequence[Name]) -> Actor | None:
    """Return the state named last before the end of a two-sided entry that has one state only; None elsewhere."""
    states = {actor.country for actor in parties if actor.country}
    if len(states) != 1 or not _TWO_SIDED.search(text, quote.start, quote.end):
        return None
    others = [
        n for n in names if n.country and n.country not in states | {"XXI"} and n.sector == "GOV" and n.type == "LOC"
    ]
    before = [name for name in others if name.span.end <= quote.end]
    if not before:
        return None
    name = before[-1]
    return Actor(name.span.of(text), name.span, name.name, name.country, name.sector, name.office)
