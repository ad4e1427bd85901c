"""Document → Reading, every step in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import memoire
from memoire.reading.encoding import WEIGHTS, Encoded, Encoder, load_encoder
from memoire.reading.heads.attributions import find_attributions
from memoire.reading.heads.entries import SCORE_OF_ENTRY, Candidate, drop_doubles, find_candidates
from memoire.reading.passages import Passage, cut_passages, find_words
from memoire.reading.resolving.actors import build_cast
from memoire.reading.resolving.dates import find_times
from memoire.reading.resolving.entries import resolve_entries
from memoire.reading.resolving.mentions import merge_repeats
from memoire.reading.splitting import split_sentences
from memoire.records.document import Document
from memoire.records.reading import Attribution, ReaderVersion, Reading
from memoire.records.spans import Span


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads documents, one at a time; what it finds depends on the document and its own version alone."""

    encoder: Encoder

    @property
    def version(self) -> ReaderVersion:
        """What stands in every reading."""
        return ReaderVersion("memoire", memoire.__version__, self.encoder.fingerprint)

    def passages(self, document: Document) -> list[Passage]:
        """The document cut as the encoder takes it."""
        return self._passages(document.text, split_sentences(document.text))

    def read(self, document: Document) -> Reading:
        """Find the entries of a document and what supports them.

        Raises:
            InputRefused: an entry's time needs a day of publication and the document has none.
        """
        text, published = document.text, document.published
        sentences = split_sentences(text)
        passages = self._passages(text, sentences)
        encoded = [self.encoder.encode(passage) for passage in passages]
        candidates = self._candidates(passages, encoded)
        publisher = " ".join(filter(None, (document.publisher, document.source)))
        cast = build_cast(text, sentences, title=document.title, publisher=publisher, published=published)
        times = find_times(text, sentences, published=published)
        entries = resolve_entries(
            document, sentences, cast, times, [c for c in candidates if c.score >= SCORE_OF_ENTRY]
        )
        weak = [c for c in candidates if c.score < SCORE_OF_ENTRY]
        return Reading(
            document=document,
            reader=self.version,
            entries=tuple(merge_repeats(text, entries, weak)),
            sentences=tuple(sentences),
            names=tuple(cast.names()),
            times=tuple(times),
            attributions=tuple(self._attributions(passages, encoded)),
        )

    def _passages(self, text: str, sentences: list[Span]) -> list[Passage]:
        return cut_passages(find_words(text, self.encoder.tokenizer), sentences)

    def _candidates(self, passages: list[Passage], encoded: list[Encoded]) -> list[Candidate]:
        pairs = zip(passages, encoded, strict=True)
        return drop_doubles([c for passage, e in pairs for c in find_candidates(self.encoder, passage, e)])

    def _attributions(self, passages: list[Passage], encoded: list[Encoded]) -> Iterator[Attribution]:
        for passage, e in zip(passages, encoded, strict=True):
            yield from find_attributions(self.encoder, passage, e)


def load_reader(weights: Path = WEIGHTS, *, threads: int = 0) -> Reader:
    """A reader with the weights of a folder; `threads` 0 leaves their number to ONNX Runtime."""
    return Reader(load_encoder(weights, threads=threads))
