"""Task `attribution`: who says what, against PolNeAR's marks (brat stand-off, nested and discontinuous).

How it is counted, after the measure published with PolNeAR: every source, cue and content is cut at the ends of
sentences (the reader's own, the same for both sides) and trimmed of white space; a piece is right if the other side has
a piece of the same part with the same two ends. Where two attributions have the very same piece, it counts once.
`overlap` asks only that two pieces share a code point, one to one. A link joins a cue with a source or a content of its
attribution; it is right if a link of the same sort on the other side overlaps it at both ends.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, Final

from evaluation.archives import files_of
from evaluation.folders import document_of
from evaluation.pairing import f1, pair_alike
from memoire.errors import UsageError
from memoire.records.document import Document
from memoire.records.reading import Attribution, Reading
from memoire.records.spans import Span

PARTS: Final = ("source", "cue", "content")
# Newell and others, BERT with Cofe features, on the test part; ours is measured on dev.
PUBLISHED: Final = {"source": 0.832, "cue": 0.753, "content": 0.729}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PIECE = re.compile(r"\S(?:.*\S)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution: where each of its parts stands, in pieces; an attribution may have no source."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    def places(self, part: str) -> tuple[Span, ...]:
        places: tuple[Span, ...] = getattr(self, part)
        return places


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """An article and the attributions that careful readers marked in it."""

    document: Document
    attributions: tuple[Marked, ...]


def load_marked(path: Path) -> list[MarkedDocument]:
    """Read articles (`text/NAME.txt`) with their marks (`attributions/NAME_ANNOTATOR.ann`), in order.

    Raises:
        UsageError: no text has marks.
    """
    marks = {_stem(name).rpartition("_")[0]: body.decode() for name, body in files_of(path, ".ann").items()}
    texts = {_stem(name): body.decode() for name, body in files_of(path, ".txt").items()}
    if not texts.keys() & marks.keys():
        raise UsageError(
            f"{path} holds no text with marks of its own; give a folder or archive laid out like polnear-dev"
        )
    return [
        MarkedDocument(_document(name, text), tuple(read_marks(marks[name])))
        for name, text in texts.items()
        if name in marks
    ]


def read_marks(body: str) -> Iterator[Marked]:
    """The attributions of a file of brat marks (https://brat.nlplab.org/standoff.html)."""
    places: dict[str, tuple[Span, ...]] = {}
    for line in body.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            runs = rest.partition("\t")[0].partition(" ")[2].split(";")
            places[name] = tuple(Span(*map(int, run.split())) for run in runs)
    for line in body.splitlines():
        if line.startswith("E"):
            yield _marked(line.partition("\t")[2].split()[1:], places)


def attribution_figures(pairs: Sequence[tuple[MarkedDocument, Reading | None]]) -> dict[str, Any]:
    """F1 of each part, exact and by overlap, and of links; an article that was not read has no attributions."""
    compared = [(d.document.text, d.attributions, *_found(d, reading)) for d, reading in pairs]
    exact, by_overlap = {}, {}
    for part in PARTS:
        sides = [
            (pieces(text, gold, part, sentences), pieces(text, read, part, sentences))
            for text, gold, read, sentences in compared
        ]
        exact[part] = _f1([(len(g & r), len(g), len(r)) for g, r in sides])
        by_overlap[part] = _f1([(_overlapping(g, r), len(g), len(r)) for g, r in sides])
    links = [(_links(gold), _links(read)) for _, gold, read, _ in compared]
    return {
        "documents": len(pairs),
        "gold": sum(len(gold) for _, gold, _, _ in compared),
        "read": sum(len(read) for _, _, read, _ in compared),
        "exact_f1": exact,
        "overlap_f1": by_overlap,
        "link_f1": _f1([(len(pair_alike(g, r, _same_link)), len(g), len(r)) for g, r in links]),
        "published_exact_f1": PUBLISHED,
    }


def pieces(text: str, attributions: Sequence[Marked], part: str, sentences: Sequence[Span]) -> set[Span]:
    """All pieces of a part, cut at the ends of sentences; what stands between two sentences is dropped."""
    runs = {run for marked in attributions for run in marked.places(part)}
    return {piece for run in runs for sentence in sentences for piece in _within(text, run, sentence)}


def _within(text: str, run: Span, sentence: Span) -> Iterator[Span]:
    start, end = max(run.start, sentence.start), min(run.end, sentence.end)
    if start < end and (found := _PIECE.search(text, start, end)):
        yield Span(*found.span())


def _marked(arguments: Sequence[str], places: Mapping[str, tuple[Span, ...]]) -> Marked:
    """The parts that an event names ("Source2:T7": a part may have several)."""
    found: dict[str, list[Span]] = {part: [] for part in PARTS}
    for argument in arguments:
        role, _, name = argument.partition(":")
        if (part := role.rstrip("0123456789").lower()) in found:
            found[part] += places.get(name, ())
    return Marked(*(tuple(sorted(found[part])) for part in PARTS))


def _found(marked: MarkedDocument, reading: Reading | None) -> tuple[tuple[Marked, ...], Sequence[Span]]:
    """What was read, and the sentences; without a reading the text is one sentence."""
    if reading is None:
        return (), [Span(0, len(marked.document.text))]
    return tuple(_as_marked(attribution) for attribution in reading.attributions), reading.sentences


def _as_marked(attribution: Attribution) -> Marked:
    return Marked((attribution.source,) if attribution.source else (), attribution.cue, attribution.content)


def _links(attributions: Sequence[Marked]) -> list[tuple[str, Span, Span]]:
    """(sort, cue, other end), each from its first code point to its last."""
    return [
        (part, _whole(marked.cue), _whole(marked.places(part)))
        for marked, part in product(attributions, ("source", "content"))
        if marked.cue and marked.places(part)
    ]


def _whole(places: Sequence[Span]) -> Span:
    return Span(min(place.start for place in places), max(place.end for place in places))


def _same_link(one: tuple[str, Span, Span], other: tuple[str, Span, Span]) -> float:
    return float(one[0] == other[0]) * _shared(one[1], other[1]) * _shared(one[2], other[2])


def _overlapping(gold: set[Span], read: set[Span]) -> int:
    return len(pair_alike(sorted(gold), sorted(read), _shared))


def _shared(one: Span, other: Span) -> float:
    """The share of what either covers that both cover."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(common, 0) / (max(one.end, other.end) - min(one.start, other.start))


def _f1(counts: Sequence[tuple[int, int, int]]) -> float:
    return f1(*(sum(column) for column in zip(*counts, strict=True)))


def _stem(name: str) -> str:
    return Path(name).name.rpartition(".")[0]


def _document(name: str, text: str) -> Document:
    day = _DAY.search(name)
    return document_of({"id": name, "text": text, "kind": "news", "published": day and day[0]})
