"""Text → sentences. Segments come from sentencex; rules of our own mend what it cuts wrongly in diplomatic prose."""

import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from memoire.records.spans import Span

_PARAGRAPH = re.compile(r"[^\n]+")
# A straight quotation mark that opens the next sentence, left by sentencex at the end of this one.
_NEXT_OPENS = re.compile(r"\s([\"'“‘(\[]+)\s*$")

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"
_TITLE = r"Amb|Gen|Lt|Maj|Col|Sgt|Capt|Cmdr|Adm|Brig|Govs?|Sens?|Reps?|Hon|Rev|St|Messrs|Mme|Mr|Mrs|Ms|Dr|Prof"
_ZONE = r"(?:Eastern|Central|Mountain|Pacific|GMT|UTC|[ECMP][SD]?T\b)"
# Where sentencex 1.0.32 cuts and no sentence ends (measured, docs/adr/0003): the words before the cut and those after.
_FALSE_ENDS = tuple(
    (re.compile(before), re.compile(after))
    for before, after in (
        ("", r"[\s\"'”’)]*[a-z]"),
        (rf"\b(?:{_TITLE}|vs?|viz|[Cc]f|H\.E)\.\s*$", ""),
        (
            r"\b(?:[Aa]rts?|[Pp]aras?|[Ss]ecs?|[Cc]hs?|[Ff]igs?|[Vv]ols?|[Nn]os?|pp?|[Aa]pprox|[Cc]a?)\.\s*$",
            r"\s*[(§#]?(?:\d|(?:[IVXLC]{2,}|[VX])\b)",
        ),
        (rf"\b{_MONTH}\.\s*$", r"\s*\d"),
        (r"\b(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.\s*$", rf"\s*(?:\d|{_MONTH}\b)"),
        (r"\b[ap]\.m\.\s*$", rf"\s*{_ZONE}"),
    )
)
# A number or letter that opens a clause: "1. The parties", "Article 5. The parties", "B. The parties".
_OPENS_CLAUSE = re.compile(
    r"\s*(?:(?:Article|Section|Chapter|Part|Paragraph|Annex)\s+)?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{2,5})\.\s*$"
)
# Code points before a cut that the rules look at; no abbreviation is longer, and a hostile line stays linear.
_LOOK_BACK = 40


def split_sentences(text: str) -> list[Span]:
    """Return the sentences of `text` in order, without the white space around them; a line break always ends one.

    A quotation of several sentences stays whole, with the words that say whose it is.
    """
    return [span for line in _PARAGRAPH.finditer(text) for span in _split_line(text, line.start(), line.end())]


def _split_line(text: str, start: int, end: int) -> Iterator[Span]:
    line = text[start:end]
    begin = 0
    for boundary in get_sentence_boundaries("en", line):
        stop = boundary["end_index"]
        if stop == len(line):
            break
        look_back = max(begin, stop - _LOOK_BACK)
        if opener := _NEXT_OPENS.search(line, look_back, stop):
            stop = opener.start(1)
        if _OPENS_CLAUSE.match(line, begin, stop) or _is_false_end(line, look_back, stop):
            continue
        yield from _trimmed(text, start + begin, start + stop)
        begin = stop
    yield from _trimmed(text, start + begin, end)


def _is_false_end(line: str, look_back: int, stop: int) -> bool:
    return any(ends.search(line, look_back, stop) and goes_on.match(line, stop) for ends, goes_on in _FALSE_ENDS)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
