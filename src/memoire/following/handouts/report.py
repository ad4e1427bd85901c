"""What is compared of a document: its passages, and the names, numbers and words that it tells its story with."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

# Written by those who act, and so a source of reports rather than a report of somebody else's text.
OFFICIAL_KINDS: Final = ("statement", "joint-statement", "read-out", "transcript")

NAME_WEIGHT: Final = 2.0  # a name or number tells more of what a text is about than another word
_WORD_LENGTH: Final = 4  # shorter words are mostly those that every text has
_STEM_LENGTH: Final = 6  # arrest, arrested and arrests are one word
_RUN: Final = 3  # words
_PASSAGE_WORDS: Final = 12  # a shorter line is a heading, a credit or a courtesy
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_PASSAGE = re.compile(r"[^\n]+")
_OPENS_A_SENTENCE: Final = frozenset('.:!?"”“‘([–—•')


@dataclass(frozen=True)
class Report:
    """A document as far as it matters here. `voices` are the names of those whom it quotes."""

    id: str
    published: date | None
    publisher: str | None
    text: str
    voices: tuple[str, ...] = ()
    kind: str | None = None

    @property
    def is_official(self) -> bool:
        return self.kind in OFFICIAL_KINDS

    @cached_property
    def passages(self) -> tuple[tuple[str, ...], ...]:
        """The words of each paragraph that is long enough to be recognised, in small letters."""
        lines = (tuple(word.lower() for word in _WORD.findall(line[0])) for line in _PASSAGE.finditer(self.text))
        return tuple(words for words in lines if len(words) >= _PASSAGE_WORDS)

    @cached_property
    def runs(self) -> tuple[frozenset[str], ...]:
        """Of each passage, every three words that follow each other."""
        return tuple(frozenset(" ".join(run) for run in _runs(words)) for words in self.passages)

    @cached_property
    def all_runs(self) -> frozenset[str]:
        return frozenset().union(*self.runs)

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Every telling word, shortened, with its weight."""
        found: dict[str, float] = {}
        for match in _WORD.finditer(self.text):
            word = match[0]
            if len(word) >= _WORD_LENGTH or word[0].isdigit() or word.isupper():
                stem = word.lower()[:_STEM_LENGTH]
                found[stem] = max(found.get(stem, 0.0), NAME_WEIGHT if self._is_name(match) else 1.0)
        return found

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The names and numbers."""
        return frozenset(stem for stem, weight in self.weights.items() if weight == NAME_WEIGHT)

    @cached_property
    def squared_length(self) -> float:
        return sum(weight * weight for weight in self.weights.values())

    def _is_name(self, match: "re.Match[str]") -> bool:
        """A number, or a capital letter where no sentence begins."""
        before = self.text[: match.start()][-4:].rstrip()
        return match[0][0].isdigit() or (match[0][0].isupper() and before[-1:] not in {"", *_OPENS_A_SENTENCE})


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(_RUN)), strict=False)
