"""Task `speed`: the whole reading against the bare encoder, in the same run, interleaved, each article with both."""

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any, Final, Protocol

from evaluation.folders import Folder, document_of
from evaluation.readings import Reads
from evaluation.yardstick import Yardstick
from memoire.errors import UsageError
from memoire.reading.passages import Passage
from memoire.records.document import Document

WORDS: Final = 750  # of an article
_PUBLISHED: Final = "2024-07-14"  # any day: relative times need one


class Encodes(Protocol):
    """The bare encoder."""

    def encode(self, passage: Passage, /) -> Any: ...


class TimedReader(Reads, Protocol):
    """A reader whose encoder can be called alone."""

    @property
    def encoder(self) -> Encodes: ...

    def passages(self, document: Document, /) -> Sequence[Passage]: ...


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds that one article took."""

    encoder: float
    reading: float

    @property
    def ratio(self) -> float:
        return self.reading / self.encoder

    @property
    def share_outside(self) -> float:
        """Share of the reading that was not the encoder; below 0 only by noise."""
        return 1 - self.encoder / self.reading


def articles(folders: Sequence[Folder], *, at_most: int) -> list[Document]:
    """Cut the texts of the folders, one after the other, into articles of `WORDS` words.

    Raises:
        UsageError: there is not text enough for one.
    """
    text = "\n".join(d.document.text for folder in folders for d in folder.documents)
    words = [word.span() for word in re.finditer(r"\S+", text)]
    spans = [(words[n][0], words[n + WORDS - 1][1]) for n in range(0, len(words) - WORDS + 1, WORDS)]
    documents = [
        document_of({"id": f"article-{start}", "text": text[start:end], "published": _PUBLISHED})
        for start, end in spans
    ]
    if not documents:
        raise UsageError(f"the folders hold less than {WORDS} words; give folders with more text")
    return documents[:at_most]


def time_readers(
    readers: Sequence[TimedReader], documents: Sequence[Document], *, rounds: int, yardstick: Yardstick | None = None
) -> list[list[Timing]]:
    """Time every reader, and the yardstick, on every document, taking turns; returns the timings of each reader."""
    for reader in readers:
        reader.read(documents[0])  # the first reading also allocates
    timings: list[list[Timing]] = [[] for _ in readers]
    for turn in range(rounds):
        for document in documents:
            for reader, own in zip(readers, timings, strict=True):
                own.append(_time(reader, document, encoder_first=turn % 2 == 0))
            if yardstick:
                yardstick.measure(document)
    return timings


def speed_figures(one_thread: Sequence[Timing], two_threads: Sequence[Timing]) -> dict[str, float]:
    """Medians with the quartiles around them. Ratio and share are those of two threads, as users run it."""
    figures: dict[str, float] = {"timings": len(two_threads)}
    for name, timings in (("", two_threads), ("_one_thread", one_thread)):
        figures |= _with_quartiles(f"reading_over_encoder{name}", [t.ratio for t in timings])
        figures |= _with_quartiles(f"documents_per_second{name}", [1 / t.reading for t in timings])
        figures |= _with_quartiles(f"share_outside_encoder{name}", [t.share_outside for t in timings])
        figures[f"encoder_seconds{name}"] = median(t.encoder for t in timings)
    return figures


def yardstick_figures(yardstick: Yardstick) -> dict[str, float]:
    """Documents a second of the pipeline that ran beside ours, on as many threads as it takes itself."""
    return _with_quartiles("spacy_documents_per_second", [1 / seconds for seconds in yardstick.seconds])


def _time(reader: TimedReader, document: Document, *, encoder_first: bool) -> Timing:
    passages = reader.passages(document)
    calls: list[Callable[[], object]] = [
        lambda: [reader.encoder.encode(passage) for passage in passages],
        lambda: reader.read(document),
    ]
    if encoder_first:
        encoder, reading = _seconds(calls[0]), _seconds(calls[1])
    else:
        reading, encoder = _seconds(calls[1]), _seconds(calls[0])
    return Timing(encoder, reading)


def _seconds(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def _with_quartiles(name: str, values: Sequence[float]) -> dict[str, float]:
    low, _, high = quantiles(values, n=4) if len(values) > 1 else (values[0],) * 3
    return {name: median(values), f"{name}_lower_quartile": low, f"{name}_upper_quartile": high}
