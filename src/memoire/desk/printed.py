"""A document as it is printed: paragraphs with their entries underlined, and the cards of those that begin in them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from memoire.desk.cards import Card
from memoire.desk.paragraphs import paragraphs
from memoire.desk.templatetags.desk import visible
from memoire.desk.underlines import Segment, Underline, levelled, segments
from memoire.ledger.tables import EntryRow
from memoire.records.spans import Span

_UNMARKED = ("withdrawn",)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph; `start` is its place in the text."""

    start: int
    html: SafeString
    cards: list[Card]


def printed(text: str, rows: Sequence[EntryRow], cards: Mapping[str, Card]) -> list[Block]:
    """The whole text in blocks; every card stands in exactly one of them, in the order of the text."""
    lines = levelled(_underlines(rows, cards))
    blocks = paragraphs(text)
    placed = _placed(blocks, rows, cards)
    return [Block(b.start, paragraph_html(text, b, lines), placed[n]) for n, b in enumerate(blocks)]


def _underlines(rows: Iterable[EntryRow], cards: Mapping[str, Card]) -> Iterator[Underline]:
    for row in rows:
        if row.state in _UNMARKED:
            continue
        card = cards[row.id]
        yield Underline(row.id, card.mark, card.kind, row.state, Span(row.span_start, row.span_end))
        for mention in row.body["mentions"]:
            yield Underline(row.id, card.mark, card.kind, row.state, Span(*mention["span"]), again=True)


def _placed(blocks: Sequence[Span], rows: Iterable[EntryRow], cards: Mapping[str, Card]) -> list[list[Card]]:
    placed: list[list[Card]] = [[] for _ in blocks]
    ends = [block.end for block in blocks]
    for row in sorted(rows, key=lambda r: (r.span_start, -r.span_end, r.id)):
        at = min(bisect_right(ends, row.span_start), len(blocks) - 1)
        placed[at].append(cards[row.id])
    return placed


def paragraph_html(text: str, paragraph: Span, lines: Sequence[Underline]) -> SafeString:
    return _together(_segment_html(text, segment) for segment in segments(paragraph, lines))


def _segment_html(text: str, segment: Segment) -> SafeString:
    html = visible(segment.span.of(text))
    if segment.starts:
        html = _together([*map(_mark_html, segment.starts), html])
    for line in reversed(segment.under):
        html = format_html('<span class="{}" data-of="{}">{}</span>', _classes("said", line), line.entry, html)
    return html


def _classes(first: str, line: Underline) -> str:
    rejected = " is-rejected" if line.state == "rejected" else ""
    return f"{first} kind-{line.kind} level-{line.level}{rejected}"


def _mark_html(line: Underline) -> SafeString:
    """The letter and number at the first word: a link to the card, drawn by CSS so that copied text stays the text."""
    told = "told again here" if line.again else "to its card"
    name = f"{line.kind} {line.mark[1:]}, {told}"
    form = '<a class="{}" href="#e-{}" data-mark="{}" data-of="{}" aria-label="{}"></a>'
    return format_html(form, _classes("ref", line), line.entry, line.mark, line.entry, name)


def _together(pieces: Iterable[SafeString]) -> SafeString:
    return mark_safe("".join(pieces))  # noqa: S308 each piece is escaped already
