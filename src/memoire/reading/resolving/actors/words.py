"""A text as words with places: the alphabet of all the rules in this folder."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from memoire.records.spans import Span

# Runs of letters, runs of digits, single signs; "U.S." is four words, and so it is in the gazetteer.
_WORD = re.compile(r"[^\W\d_]+|\d+|[^\s]")
_APOSTROPHES = "’‘ʼ`´"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, in parallel lists."""

    text: str
    starts: list[int]
    ends: list[int]
    forms: list[str]  # without accents, typewriter apostrophe
    lows: list[str]  # `forms` in small letters
    sentence_of: list[int]  # number of the sentence each word stands in
    sentence_starts: list[int]  # first word of each sentence

    def within(self, span: Span) -> tuple[int, int]:
        """Half-open range of the words that `span` touches."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)

    def slice(self, first: int, stop: int) -> str:
        """The text from one word up to another."""
        return self.text[self.starts[first] : self.ends[stop - 1]] if first < stop else ""


def split_words(text: str, sentences: Sequence[Span] = ()) -> Words:
    """Return the words of `text`; without `sentences` it is one sentence."""
    starts, ends, forms = [], [], []
    for match in _WORD.finditer(text):
        starts.append(match.start())
        ends.append(match.end())
        forms.append(plain(match.group()))
    firsts = [bisect_left(starts, sentence.start) for sentence in sentences] or [0]
    return Words(text, starts, ends, forms, [form.lower() for form in forms], _numbers(firsts, len(starts)), firsts)


def words_of(name: str) -> tuple[str, ...]:
    """The plain words of a name."""
    if name.isascii() and name.replace(" ", "").isalpha():
        return tuple(name.split())
    return tuple(plain(word) for word in _WORD.findall(name))


def plain(word: str) -> str:
    """The word without accents, its apostrophe as on a typewriter."""
    if word.isascii():
        return word
    if word in _APOSTROPHES:
        return "'"
    bare = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return bare.translate(_LETTERS) or word


_LETTERS = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ə": "a"})


def _numbers(firsts: list[int], count: int) -> list[int]:
    numbers, sentence = [], 0
    for word in range(count):
        while sentence + 1 < len(firsts) and firsts[sentence + 1] <= word:
            sentence += 1
        numbers.append(sentence)
    return numbers
