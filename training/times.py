"""WikiWars and MEANTIME (time expressions) → passages with a label for every word.

Every fifth document by file name is held out to measure on (data/README.md).
"""

import html
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from tokenizers import Tokenizer

from memoire.reading.passages import Passage, Words, cut_passages, find_words
from memoire.reading.splitting import split_sentences
from memoire.records.spans import Span

BEGIN, INSIDE = 1, 2  # labels of words that name a time; 0 for all others
HELD_OUT = 5
MARKED_SENTENCES = 6  # of each article of MEANTIME; what follows bears no marks
_NO_SPACE_BEFORE = {".", ",", ";", ":", "?", "!", "'s", "n't", ")", "%", "''"}


@dataclass(frozen=True, slots=True)
class Labelled:
    text: str
    times: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    labelled: Labelled
    words: Words
    sentences: list[Span]


@dataclass(frozen=True, slots=True)
class Example:
    passage: Passage
    labels: tuple[int, ...]  # of each word


def load_training(shared: Path) -> list[Labelled]:
    """Four documents of five, of both collections."""
    folder = shared / "data" / "time"
    wars = {n: b for n, b in _members(folder / "wikiwars.tar.gz").items() if "keyinline/" in n and n.endswith(".xml")}
    news = {
        n: b
        for n, b in _members(folder / "meantime-en.tar.gz").items()
        if "intra-doc_annotation/" in n and n.endswith(".xml")
    }
    return [_wikiwars(body.decode()) for body in _to_learn(wars)] + [_meantime(body) for body in _to_learn(news)]


def _members(path: Path) -> dict[str, bytes]:
    with tarfile.open(path) as archive:
        files = ((m.name, archive.extractfile(m)) for m in archive if m.isfile())
        return {name: file.read() for name, file in files if file}


def _to_learn(files: dict[str, bytes]) -> list[bytes]:
    names = sorted(files, key=lambda name: Path(name).name)
    return [files[name] for number, name in enumerate(names) if number % HELD_OUT != HELD_OUT - 1]


def _wikiwars(inline: str) -> Labelled:
    """Text with TIMEX2 tags in it; of tags within tags the outermost counts."""
    body = inline.partition("<TEXT>")[2].partition("</TEXT>")[0]
    text, times, begins = "", [], []
    for part in re.split(r"(</?TIMEX2[^>]*>)", body):
        if part.startswith("<TIMEX2"):
            begins.append(len(text))
        elif part.startswith("</TIMEX2"):
            begin = begins.pop()
            if not begins:
                times.append(Span(begin, len(text)))
        else:
            text += html.unescape(part)
    return Labelled(text, tuple(times))


def _meantime(body: bytes) -> Labelled:
    root = ET.fromstring(body)  # noqa: S314 - a collection of our own choice, not an input
    text, places = "", {}
    sentence = None
    for token in root.iter("token"):
        if int(token.get("sentence", "0")) >= MARKED_SENTENCES:
            break
        word = token.text or ""
        if sentence is not None and token.get("sentence") != sentence:
            text += "\n"
        elif text and word not in _NO_SPACE_BEFORE:
            text += " "
        sentence = token.get("sentence")
        places[token.get("t_id")] = Span(len(text), len(text) + len(word))
        text += word
    times = []
    for mark in root.iter("TIMEX3"):
        tokens = [places[a.get("t_id")] for a in mark.iter("token_anchor") if a.get("t_id") in places]
        if tokens:
            times.append(Span(tokens[0].start, tokens[-1].end))
    return Labelled(text, tuple(sorted(times)))


def prepare(documents: list[Labelled], tokenizer: Tokenizer) -> list[Prepared]:
    return [Prepared(d, find_words(d.text, tokenizer), split_sentences(d.text)) for d in documents]


def cut_examples(prepared: Prepared, *, longest: int) -> Iterator[Example]:
    labels = [0] * len(prepared.words.spans)
    for span in prepared.labelled.times:
        first, last = prepared.words.within(span)
        labels[first : last + 1] = [BEGIN] + [INSIDE] * (last - first)
    for passage in cut_passages(prepared.words, prepared.sentences, longest=longest):
        first = passage.first_word
        yield Example(passage, tuple(labels[first : first + len(passage.words)]))
