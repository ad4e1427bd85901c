"""Text → words of the encoder's vocabulary → passages that fit it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tokenizers import Tokenizer

from memoire.records.spans import Span

# Pieces a passage may hold. The heads were learnt on passages of 130 to 320 pieces (training/learn.py).
LONGEST_PASSAGE = 300


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text as the encoder sees them: runs of letters or digits, and single signs."""

    spans: tuple[Span, ...]
    pieces: tuple[int, ...]  # vocabulary ids of the whole text
    first_piece: tuple[int, ...]  # of each word, and one more: the number of pieces

    def at(self, character: int) -> int:
        """Index of the word that holds or precedes this code point; 0 before the first word."""
        return max(bisect_right(self.spans, (character, len(self.pieces) + (1 << 40))) - 1, 0)

    def within(self, span: Span) -> tuple[int, int]:
        """First and last word touched by a span of the text."""
        return self.at(span.start), self.at(max(span.end - 1, span.start))


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive words that go through the encoder together."""

    first_word: int
    words: tuple[Span, ...]
    pieces: tuple[int, ...]
    first_piece: tuple[int, ...]  # of each word, counted within the passage
    sentence: tuple[int, ...]  # of each word: the number of its sentence in the text


def find_words(text: str, tokenizer: Tokenizer) -> Words:
    """Return the words of `text`; white space belongs to none."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets, word_ids = encoding.offsets, encoding.word_ids
    firsts = [i for i, word in enumerate(word_ids) if i == 0 or word != word_ids[i - 1]]
    stops = [*firsts, len(offsets)]
    spans = tuple(Span(offsets[a][0], offsets[b - 1][1]) for a, b in pairwise(stops))
    return Words(spans, tuple(encoding.ids), tuple(stops))


def cut_passages(words: Words, sentences: Sequence[Span], *, longest: int = LONGEST_PASSAGE) -> list[Passage]:
    """Cut a text into passages of whole sentences; only a sentence longer than `longest` pieces is cut itself."""
    passages: list[Passage] = []
    begin = end = 0
    for stop in _stops(words, sentences, longest):
        if words.first_piece[stop] - words.first_piece[begin] > longest:
            passages.append(_passage(words, sentences, begin, end))
            begin = end
        end = stop
    if end > begin:
        passages.append(_passage(words, sentences, begin, end))
    return passages


def _stops(words: Words, sentences: Sequence[Span], longest: int) -> Iterator[int]:
    """Word indices where a passage may end: after each sentence, and inside those that are too long."""
    begin = 0
    starts = [span.start for span in words.spans]
    ends = [bisect_left(starts, sentence.end) for sentence in sentences]
    for end in [*ends, len(starts)]:
        while words.first_piece[end] - words.first_piece[begin] > longest:
            cut = max(bisect_right(words.first_piece, words.first_piece[begin] + longest) - 1, begin + 1)
            yield cut
            begin = cut
        if end > begin:
            yield end
            begin = end


def _passage(words: Words, sentences: Sequence[Span], begin: int, end: int) -> Passage:
    first = words.first_piece[begin]
    ends = [sentence.end for sentence in sentences]
    return Passage(
        first_word=begin,
        words=words.spans[begin:end],
        pieces=words.pieces[first : words.first_piece[end]],
        first_piece=tuple(piece - first for piece in words.first_piece[begin:end]),
        sentence=tuple(bisect_right(ends, span.start) for span in words.spans[begin:end]),
    )
