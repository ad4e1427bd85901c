"""PolNeAR (who says, thinks or wants what) → passages with targets for the heads of attribution.

Source: Newell et al. 2018, "An Attribution Relations Corpus for Political News" (LREC). Weights may be trained on its
training part; its text is not passed on (docs/cards/encoder.md).
"""

import json
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from memoire.reading.heads.attributions import BEGIN, INSIDE, LAST, PARTS
from memoire.reading.passages import Passage, Words, cut_passages, find_words
from memoire.reading.splitting import split_sentences
from memoire.records.spans import Span

_PARTS_BY_NAME = {"Source": 0, "Cue": 1, "Content": 2}


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article and its attributions: for each of `PARTS` its spans, of which a part may have several or none."""

    text: str
    attributions: tuple[tuple[tuple[Span, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    labelled: Labelled
    words: Words
    sentences: list[Span]


@dataclass(frozen=True, slots=True)
class Target:
    """One attribution in the words of its passage; labels of words that belong to a part."""

    cue: int  # the word that stands for the cue
    labels: tuple[tuple[int, int, int], ...]  # part, word, BEGIN INSIDE or LAST


@dataclass(frozen=True, slots=True)
class Example:
    passage: Passage
    targets: tuple[Target, ...]


def load_training(shared: Path) -> list[Labelled]:
    """The articles of PolNeAR's training part that may be learnt from (data/README.md)."""
    kept_back = {item["document"] for item in json.loads((shared / "data" / "never-train.json").read_text())}
    texts: dict[str, str] = {}
    marks: dict[str, str] = {}
    with tarfile.open(shared / "data" / "attribution" / "polnear-train.tar.gz") as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None
            if file is None:
                continue
            name = Path(member.name).name
            if name.endswith(".txt"):
                texts[name.removesuffix(".txt")] = file.read().decode()
            elif name.endswith(".ann"):
                marks[name.removesuffix(".ann").rpartition("_")[0]] = file.read().decode()
    return [
        Labelled(text, tuple(_attributions(marks[name])))
        for name, text in sorted(texts.items())
        if name in marks and f"{name}.txt" not in kept_back
    ]


def _attributions(marks: str) -> Iterator[tuple[tuple[Span, ...], ...]]:
    """Attributions of one file of brat marks (https://brat.nlplab.org/standoff.html)."""
    spans: dict[str, tuple[Span, ...]] = {}
    events = []
    for line in marks.split("\n"):
        name, _, rest = line.partition("\t")
        if re.fullmatch(r"T\d+", name):
            places = rest.partition("\t")[0].partition(" ")[2]
            spans[name] = tuple(Span(*map(int, place.split())) for place in places.split(";"))
        elif re.fullmatch(r"E\d+", name):
            events.append(rest.split()[1:])  # without the trigger, which repeats the cue
    for event in events:
        parts: list[list[Span]] = [[] for _ in PARTS]
        for argument in event:
            role, _, mark = argument.partition(":")
            part = _PARTS_BY_NAME.get(role.rstrip("0123456789"))
            if part is not None:
                parts[part] += spans.get(mark, ())
        if parts[1]:
            yield tuple(tuple(sorted(part)) for part in parts)


def prepare(documents: list[Labelled], tokenizer: Tokenizer) -> list[Prepared]:
    return [Prepared(d, find_words(d.text, tokenizer), split_sentences(d.text)) for d in documents]


def cut_examples(prepared: Prepared, *, longest: int) -> list[Example]:
    """An attribution belongs to the passage that holds its cue; what stands beyond is left to the next."""
    passages = cut_passages(prepared.words, prepared.sentences, longest=longest)
    return [Example(passage, tuple(_targets(prepared, passage))) for passage in passages]


def _targets(prepared: Prepared, passage: Passage) -> Iterator[Target]:
    first, last = passage.first_word, passage.first_word + len(passage.words) - 1
    seen = set()
    for attribution in prepared.labelled.attributions:
        cue = _cue_word(prepared.words, attribution[1])
        if first <= cue <= last and cue not in seen:
            seen.add(cue)
            yield Target(cue - first, tuple(_labels(prepared.words, attribution, first, last)))


def _cue_word(words: Words, spans: tuple[Span, ...]) -> int:
    """The longest word of a cue, the first of equals: "according" for "according to", "said" for "has said"."""
    inside = [word for span in spans for word in range(words.within(span)[0], words.within(span)[1] + 1)]
    return max(inside, key=lambda word: (words.spans[word].end - words.spans[word].start, -word))


def _labels(
    words: Words, attribution: tuple[tuple[Span, ...], ...], first: int, last: int
) -> Iterator[tuple[int, int, int]]:
    for part, spans in enumerate(attribution):
        for span in spans:
            start, end = words.within(span)
            start, end = max(start, first), min(end, last)
            for word in range(start, end + 1):
                label = BEGIN if word == start else LAST if word == end else INSIDE
                yield part, word - first, label
