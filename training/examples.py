"""Labelled documents → passages with targets for every head."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tokenizers import Tokenizer

from memoire.reading.passages import Passage, Words, cut_passages, find_words
from memoire.reading.splitting import split_sentences
from memoire.records.codebook import AREAS, CHECKABLE, FIRMNESS, KINDS, PLOVER, POLARITY, ROLES
from memoire.records.spans import Span
from training.labels.restore import restore

# Chains that shared data keeps for development: nothing may be fitted to them (chains/README.md).
DEVELOPMENT_CHAINS = {"ken-hti-police-2023-2025", "sau-irn-embassies-2023", "pak-usa-ct-dialogue-2023-2025"}
TRAINING_FOLDERS = ("train", "train-2", "train-3", "train-4")
DEVELOPMENT_FOLDERS = ("dev", "dev-2")

# "No such attribute" has index 0 in these heads; the codebook's values follow.
PLOVER_TARGETS = ("none", *PLOVER)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document and the entries that a careful reader found in it."""

    id: str
    text: str
    published: str
    entries: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Target:
    """One labelled entry in the words of its passage; ends are inclusive."""

    predicate: int
    kind: int
    start: int
    end: int
    roles: tuple[tuple[int, int, int], ...]  # role, first word, last word
    firmness: int  # -1 unless a commitment
    checkable: int
    polarity: int
    plover: int
    areas: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    passage: Passage
    targets: tuple[Target, ...]
    document: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """A labelled document, tokenised once; its passages are cut anew in every pass."""

    labelled: Labelled
    words: Words
    sentences: list[Span]


def load_labelled(folder: Path) -> list[Labelled]:
    """Read a folder with docs.jsonl and labels.jsonl."""
    with (folder / "labels.jsonl").open(encoding="utf-8") as lines:
        labels = {label["id"]: label["entries"] for label in map(json.loads, lines)}
    with (folder / "docs.jsonl").open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    return [
        Labelled(d["id"], d["text"], d["published"], tuple(labels[d["id"]])) for d in documents if d["id"] in labels
    ]


def load_training(shared: Path) -> list[Labelled]:
    """All documents whose labels weights may be fitted to (data/README.md, chains/README.md)."""
    folders = [shared / "data" / "labelled" / name for name in TRAINING_FOLDERS]
    folders += [f for f in sorted((shared / "chains").iterdir()) if f.is_dir() and f.name not in DEVELOPMENT_CHAINS]
    return [labelled for folder in folders for labelled in load_labelled(folder)] + load_own(shared)


def load_own(shared: Path) -> list[Labelled]:
    """Documents with labels of our own (labels/README.md), their words put back from the shared collections."""
    with TemporaryDirectory() as folder:
        restore(shared, Path(folder))
        return load_labelled(Path(folder))


def load_development(shared: Path) -> list[Labelled]:
    """Documents to measure on, never to fit to."""
    folders = [shared / "data" / "labelled" / name for name in DEVELOPMENT_FOLDERS]
    return [labelled for folder in folders for labelled in load_labelled(folder)]


def prepare(documents: Sequence[Labelled], tokenizer: Tokenizer) -> list[Prepared]:
    return [Prepared(d, find_words(d.text, tokenizer), split_sentences(d.text)) for d in documents]


def cut_examples(prepared: Prepared, document: int, *, longest: int) -> list[Example]:
    """Cut a document into examples; an entry belongs to the passage that holds its predicate."""
    return [
        Example(passage, tuple(_targets(prepared, passage)), document)
        for passage in cut_passages(prepared.words, prepared.sentences, longest=longest)
    ]


def _targets(prepared: Prepared, passage: Passage) -> Iterator[Target]:
    first, last = passage.first_word, passage.first_word + len(passage.words) - 1
    for entry in prepared.labelled.entries:
        predicate = prepared.words.at(entry["predicate"]["span"][0])
        if not first <= predicate <= last:
            continue
        start, end = prepared.words.within(Span(*entry["span"]))
        is_commitment = entry["kind"] == "commitment"
        yield Target(
            predicate=predicate - first,
            kind=1 + KINDS.index(entry["kind"]),
            start=min(max(start, first), predicate) - first,
            end=max(min(end, last), predicate) - first,
            roles=tuple(_roles(prepared, entry, first, last)),
            firmness=FIRMNESS.index(entry["firmness"]) if is_commitment else -1,
            checkable=CHECKABLE.index(entry["checkable"]) if is_commitment else -1,
            polarity=POLARITY.index(entry["polarity"]),
            plover=PLOVER_TARGETS.index(entry["plover"] or "none"),
            areas=tuple(AREAS.index(area) for area in entry["areas"]),
        )


def _roles(prepared: Prepared, entry: dict[str, Any], first: int, last: int) -> Iterator[tuple[int, int, int]]:
    for index, role in enumerate(ROLES):
        for value in _with_role(entry, role):
            span = whole_words(prepared.labelled.text, value["text"], Span(*value["span"]), Span(*entry["span"]))
            start, end = prepared.words.within(span)
            if first <= start and end <= last:
                yield index, start - first, end - first


def _with_role(entry: dict[str, Any], role: str) -> list[dict[str, Any]]:
    if role == "cue":
        return [source["cue"] for source in entry["voice"] if source.get("cue")]
    value = entry.get(role)
    values = value if isinstance(value, list) else [value] if value else []
    return [v for v in values if v.get("span")]


def whole_words(text: str, words: str, span: Span, entry: Span) -> Span:
    """The place nearest to the entry where the words stand by themselves: one label in fifty has "he" in "the"."""
    before, after = text[max(span.start - 1, 0) : span.start + 1], text[span.end - 1 : span.end + 1]
    if not any(len(pair) == 2 and pair.isalnum() for pair in (before, after)):
        return span
    places = [Span(*m.span()) for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return min(places, key=lambda place: max(entry.start - place.end, place.start - entry.end, 0), default=span)
