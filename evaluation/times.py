"""Task `times`: time expressions and their values, against WikiWars (TIMEX2) and MEANTIME (TIMEX3).

Every fifth document by file name is measured on (the others may be learnt from). strict: same span; relaxed: spans that
overlap; value: relaxed, and the same value, letter by letter, as TIMEX3 writes it. Pairs are one to one, likest first.
TIMEX2's VAL has the same form as TIMEX3's value; its MOD and ANCHOR are no part of a value. Of tags inside tags the
outermost counts. The reader is given the day of publication that the collection states.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from evaluation.archives import files_of
from evaluation.folders import document_of
from evaluation.pairing import f1, pair_alike
from memoire.errors import UsageError
from memoire.records.document import Document
from memoire.records.reading import TimeExpression
from memoire.records.spans import Span

EVERY: Final = 5
# MEANTIME marks the headline, the dateline and four sentences of each article; no mark of any sort stands later.
MARKED_SENTENCES: Final = 6
# Where others stand: TEI2GO (Sousa and others 2023), strict and relaxed F1.
PUBLISHED: Final = {"wikiwars": {"strict_f1": 0.908, "relaxed_f1": 0.967}}
_TAG = re.compile(r"(</?TIMEX2\b[^>]*>)")
_VALUE = re.compile(r'\bval="([^"]*)"', re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NO_SPACE_BEFORE: Final = frozenset((".", ",", ";", ":", "?", "!", "'s", "n't", ")", "%", "''", "’s"))
_NO_SPACE_AFTER: Final = frozenset(("(", "$", "``"))


@dataclass(frozen=True, slots=True)
class Time:
    """Words that name a time, and its TIMEX3 value; None where the collection gives none."""

    span: Span
    value: str | None


@dataclass(frozen=True, slots=True)
class TimedDocument:
    """A document and the times that careful readers marked in it."""

    document: Document
    times: tuple[Time, ...]


def load_held_out(path: Path) -> dict[str, list[TimedDocument]]:
    """The documents to measure on, by collection: WikiWars and MEANTIME are told apart by their form.

    Raises:
        UsageError: the path holds neither.
    """
    files = {name: body for name, body in files_of(path, ".xml").items() if "intra_cross" not in name}
    wars = {name: body for name, body in files.items() if b"<TIMEX2" in body}
    news = {name: body for name, body in files.items() if b"<Document" in body[:500]}
    if not wars and not news:
        raise UsageError(f"{path} holds neither TIMEX2 nor TIMEX3; give wikiwars.tar.gz or meantime-en.tar.gz")
    found = {
        "wikiwars": [read_timex2(name, body.decode()) for name, body in held_out(wars)],
        "meantime": [read_timex3(name, body) for name, body in held_out(news)],
    }
    return {name: documents for name, documents in found.items() if documents}


def held_out(files: dict[str, bytes]) -> list[tuple[str, bytes]]:
    """Every fifth by file name."""
    return sorted(files.items(), key=lambda file: Path(file[0]).name)[EVERY - 1 :: EVERY]


def read_timex2(name: str, body: str) -> TimedDocument:
    """A text with TIMEX2 tags in it."""
    head, _, rest = body.partition("<TEXT>")
    text, times, open_tags = "", list[Time](), list[tuple[int, str | None]]()
    for piece in _TAG.split(rest.partition("</TEXT>")[0]):
        if piece.startswith("<TIMEX2"):
            value = _VALUE.search(piece)
            open_tags.append((len(text), value[1] if value else None))
        elif piece.startswith("</TIMEX2"):
            start, told = open_tags.pop()
            times += [] if open_tags else [Time(Span(start, len(text)), told or None)]
        else:
            text += html.unescape(piece)
    return TimedDocument(_document(name, text, _DAY.search(head)), tuple(times))


def read_timex3(name: str, body: bytes) -> TimedDocument:
    """Tokens with TIMEX3 marks beside them; a line a sentence."""
    root = ET.fromstring(body)  # noqa: S314 - a collection of our own choice, not an input
    text, places = _text_of(root)
    times = []
    for mark in root.iter("TIMEX3"):
        tokens = [places[a.get("t_id", "")] for a in mark.iter("token_anchor") if a.get("t_id") in places]
        if tokens:
            times.append(Time(Span(tokens[0].start, tokens[-1].end), mark.get("value") or None))
    created = (m.get("value", "") for m in root.iter("TIMEX3") if m.get("functionInDocument") == "CREATION_TIME")
    day = _DAY.match(next(created, ""))
    return TimedDocument(_document(name, text, day), tuple(sorted(times, key=lambda time: time.span)))


def time_figures(pairs: Sequence[tuple[Sequence[Time], Sequence[TimeExpression]]]) -> dict[str, float]:
    """Strict, relaxed and value F1 over documents."""
    gold, read = sum(len(g) for g, _ in pairs), sum(len(r) for _, r in pairs)
    same = [couple for g, r in pairs for couple in _couples(g, r)]
    return {
        "documents": len(pairs),
        "gold": gold,
        "read": read,
        "strict_f1": f1(sum(g.span == r.span for g, r in same), gold, read),
        "relaxed_f1": f1(len(same), gold, read),
        "value_f1": f1(sum(g.value == r.timex for g, r in same), gold, read),
    }


def _couples(gold: Sequence[Time], read: Sequence[TimeExpression]) -> Iterator[tuple[Time, TimeExpression]]:
    pairs = pair_alike([time.span for time in gold], [time.span for time in read], _shared)
    return ((gold[i], read[j]) for i, j in pairs)


def _shared(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(common, 0) / (max(one.end, other.end) - min(one.start, other.start))


def _text_of(root: ET.Element) -> tuple[str, dict[str, Span]]:
    """The tokens of the sentences that were marked, as running text, and where each stands."""
    text, places, sentence, before = "", dict[str, Span](), None, ""
    for token in root.iter("token"):
        if int(token.get("sentence", 0)) >= MARKED_SENTENCES:
            break
        word = token.text or ""
        if text and token.get("sentence") != sentence:
            text += "\n"
        elif text and word not in _NO_SPACE_BEFORE and before not in _NO_SPACE_AFTER:
            text += " "
        places[token.get("t_id", "")] = Span(len(text), len(text) + len(word))
        text, sentence, before = text + word, token.get("sentence"), word
    return text, places


def _document(name: str, text: str, day: re.Match[str] | None) -> Document:
    return document_of({"id": Path(name).name, "text": text, "published": day and day[0]})
