"""What a language model says → a candidate for an entry, as far as the words of the text bear it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from memoire.reading.heads.entries import Candidate
from memoire.records.spans import Span
from memoire.served.quoting import places_of, shown
from memoire.served.shapes import SaidEntry

# No server says how sure it may be. Neither sure nor unsure, and no more than that (docs/adr/0013).
SCORE: Final = 0.5


class NotInText(Exception):
    """What was quoted does not stand in the text."""


@dataclass(frozen=True, slots=True)
class Checking:
    """A part of a text that a server was asked about, and who reads it."""

    text: str
    part: Span
    reader: str

    def candidate(self, said: SaidEntry) -> Candidate:
        """The entry at its place in the text. Actors or times whose words are not there are left out, and named.

        Raises:
            NotInText: its quote does not stand in this part of the text, or its predicate not in the quote.
        """
        span = self._place(said.quote, self.part, "its words do not stand in the text")
        no_word = f"its predicate {shown(said.predicate)!r} is no word of its quote"
        predicate = self._place(said.predicate, span, no_word)
        roles, left_out = self._roles(said, predicate)
        return Candidate(
            kind=said.kind,
            score=SCORE,
            kind_score=SCORE,
            span=span,
            predicate=predicate,
            roles=roles,
            areas=tuple(dict.fromkeys(said.areas)),
            plover=said.plover,
            firmness=said.firmness or "planned",  # of a commitment only, and one without is no `SaidEntry`
            checkable=said.checkable or "no",
            polarity=said.polarity,
            because=(f"served:{self.reader}", *left_out),
        )

    def _place(self, words: str, within: Span, why: str) -> Span:
        places = places_of(words, self.text, within=within)
        if not places:
            raise NotInText(why)
        return places[0]

    def _roles(self, said: SaidEntry, predicate: Span) -> tuple[dict[str, tuple[Span, ...]], list[str]]:
        """Where the words of each role stand, nearest to the predicate; and what was said and stands nowhere."""
        roles: dict[str, tuple[Span, ...]] = {}
        left_out: list[str] = []
        for role, words in _said_roles(said):
            places = places_of(words, self.text, within=self.part)
            if places:
                nearest = min(places, key=lambda place: abs(place.start - predicate.start))
                roles[role] = (*roles.get(role, ()), nearest)
            else:
                left_out.append(f"left-out:{role} {shown(words)!r}")
        return {role: tuple(dict.fromkeys(places)) for role, places in roles.items()}, left_out


def _said_roles(said: SaidEntry) -> Iterator[tuple[str, str]]:
    by_role: tuple[tuple[str, Sequence[str]], ...] = (
        ("by", said.by),
        ("to", said.to),
        ("with", said.with_),
        ("voice", said.voice),
        ("when", [said.when or ""]),
    )
    return ((role, words) for role, several in by_role for words in several if words.strip())
