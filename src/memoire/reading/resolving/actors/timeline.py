"""Who was named when: the mentions of a document in order, and which of them a pronoun goes back to."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from memoire.reading.resolving.actors.party import Party
from memoire.reading.resolving.actors.person import Person
from memoire.reading.resolving.actors.words import Words

# Sentences that a pronoun reaches back over.
_REACH = 6


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names somebody. What it names may have to be worked out: `phrase` is then true."""

    first: int
    stop: int
    party: Party | None
    person: Person | None = None
    is_plural: bool = False


class Timeline:
    """The mentions of a text."""

    def __init__(self, words: Words, mentions: Sequence[Mention]) -> None:
        self._words = words
        self.mentions = sorted(mentions, key=lambda mention: (mention.first, -mention.stop))
        self._firsts = [mention.first for mention in self.mentions]

    def before(self, at: int) -> Mention | None:
        """The last mention that ends before the word `at`."""
        i = bisect_left(self._firsts, at) - 1
        return self.mentions[i] if i >= 0 else None

    def back(self, at: int, fits: Callable[[Mention], bool]) -> Iterator[Mention]:
        """The fitting mentions before `at`: those of its sentence in order, then those of each sentence before it."""
        words = self._words
        here = words.sentence_of[at] if at < len(words.sentence_of) else 0
        i = bisect_left(self._firsts, at) - 1
        while i >= 0:
            sentence = words.sentence_of[self.mentions[i].first]
            if here - sentence > _REACH:
                return
            j = i
            while j >= 0 and words.sentence_of[self.mentions[j].first] == sentence:
                j -= 1
            yield from (mention for mention in self.mentions[j + 1 : i + 1] if fits(mention) and mention.stop <= at)
            i = j
