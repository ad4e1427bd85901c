"""Text → sentences. Segments come from sentencex; rules of our own rejoin what it cuts in diplomatic prose."""

import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from memoire.records.spans import Span

_PARAGRAPH = re.compile(r"[^\n]+")

# A sentence does not end after these. sentencex 1.0.32 cuts there (measured, docs/adr/0003).
_NO_END = re.compile(
    r"(?:\b(?:arts?|paras?|approx|nos?|bn|mn|tn|Tues?|Thurs?|Mon|Wed|Thu|Fri|Sat|Sun|Gen|Lt|Maj|Col|Sgt|Capt|Cmdr|Adm|Brig"
    r"|Gov|Sen|Rep|Amb|Hon|Rev|St|Mr|Mrs|Ms|Dr|Prof|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|vs|cf|ca|viz|H\.E)"
    r"|(?:^|[\s(])(?:[A-Z]|\d{1,2}))\.\s*$",
)
_STARTS_LOWER = re.compile(r"[\s\"'”’)]*[a-z]")


def split_sentences(text: str) -> list[Span]:
    """Return the sentences of `text` in order, without the white space around them; a line break always ends one."""
    return [span for line in _PARAGRAPH.finditer(text) for span in _split_line(text, line.start(), line.end())]


def _split_line(text: str, start: int, end: int) -> Iterator[Span]:
    line = text[start:end]
    begin = 0
    for boundary in get_sentence_boundaries("en", line):
        stop = boundary["end_index"]
        if stop < len(line) and _is_false_end(line[begin:stop], line[stop:]):
            continue
        yield from _trimmed(text, start + begin, start + stop)
        begin = stop
    if begin < len(line):
        yield from _trimmed(text, start + begin, end)


def _is_false_end(before: str, after: str) -> bool:
    return bool(_NO_END.search(before) or _STARTS_LOWER.match(after))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
