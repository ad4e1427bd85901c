"""Paragraphs, segments and levels: no character lost, no line hidden behind another."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoire.desk.paragraphs import paragraphs
from memoire.desk.places import part_place, places, quote_place
from memoire.desk.printed import paragraph_html
from memoire.desk.underlines import LEVELS, Underline, levelled, segments
from memoire.records.spans import Span

TEXTS = st.text(st.sampled_from("ab .\n-1)\u202e<"), max_size=120)
SPANS = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def lines(spans: list[Span]) -> list[Underline]:
    return levelled(Underline(str(n), f"C{n}", "commitment", "proposed", span) for n, span in enumerate(spans))


@given(TEXTS)
def test_paragraphs_hold_every_character_that_shows_in_order(text: str) -> None:
    blocks = paragraphs(text)
    assert "\n".join(block.of(text) for block in blocks).split() == text.split()
    assert all(one.end <= other.start for one, other in pairwise(blocks))
    assert all(block.of(text) == block.of(text).strip() for block in blocks)


def test_lines_broken_by_a_machine_are_one_paragraph_and_lists_stay_lists() -> None:
    wrapped = (
        "The two sides met in Washington on the eleventh of April\nand reviewed their work.\n\n"
        "1. The first item of the list that is long enough to wrap\n2. The second item\n\nEnd"
    )
    assert [block.of(wrapped)[:10] for block in paragraphs(wrapped)] == [
        "The two si",
        "1. The fir",
        "2. The sec",
        "End",
    ]


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    assert len(paragraphs("A line that is surely longer than fifty characters is here.\nAnother one.")) == 2


@given(st.lists(SPANS, max_size=8))
def test_segments_put_together_are_the_paragraph_and_know_what_covers_them(spans: list[Span]) -> None:
    paragraph, marked = Span(10, 70), lines(spans)
    cut = segments(paragraph, marked)
    assert [place for segment in cut for place in range(*segment.span)] == list(range(*paragraph))
    for segment in cut:
        covering = {u.entry for u in marked if u.span.covers(segment.span)}
        assert {u.entry for u in segment.under} == covering
    starts = [u.entry for segment in cut for u in segment.starts]
    assert sorted(starts) == sorted(u.entry for u in marked if paragraph.start <= u.span.start < paragraph.end)


@given(st.lists(SPANS, max_size=LEVELS))
def test_entries_that_share_words_stand_on_lines_of_their_own(spans: list[Span]) -> None:
    marked = lines(spans)
    for one in marked:
        assert 0 <= one.level < LEVELS
        assert all(one.level != other.level for other in marked if other is not one and other.span.overlaps(one.span))


def test_crossing_entries_are_both_whole() -> None:
    html = paragraph_html("one two three", Span(0, 13), lines([Span(0, 7), Span(4, 13)]))
    assert html.count('data-of="0">') == 2 + 0
    first = 'class="said kind-commitment level-0" data-of="0">'
    both = f'<span {first}<span class="said kind-commitment level-1" data-of="1">'
    assert both in html
    assert html.count("</span>") == html.count("<span")


@given(st.text(st.sampled_from("ab"), max_size=30), st.text(st.sampled_from("ab"), max_size=3))
def test_places_are_all_slices(text: str, words: str) -> None:
    found = places(text, words)
    assert all(span.of(text) == words for span in found)
    if words:
        assert len(found) == sum(text.startswith(words, at) for at in range(len(text)))


@pytest.mark.parametrize(
    ("words", "nth", "before", "found"),
    [
        ("aid", None, Span(0, 3), Span(0, 3)),  # as before
        ("aid", 2, Span(0, 3), Span(8, 11)),  # the place that is named
        ("aid", 3, Span(0, 3), None),  # no such place
        ("aid", None, Span(4, 7), None),  # open
        ("aid", None, Span(6, 9), Span(8, 11)),  # the one that touches
        ("for", None, Span(0, 3), Span(4, 7)),  # the only one
    ],
)
def test_the_place_of_a_quote_is_never_guessed(words: str, nth: int | None, before: Span, found: Span | None) -> None:
    assert quote_place("aid for aid", words, nth, before) == found


def test_a_part_is_looked_for_in_the_quote_first_then_ahead_of_it() -> None:
    text = "he met her; he said so; he left"
    assert part_place(text, "he", Span(12, 22), None) == Span(12, 14)
    assert part_place(text, "he", Span(15, 22), None) == Span(12, 14)
    assert part_place(text, "left", Span(0, 10), None) == Span(27, 31)
    assert part_place(text, "he", Span(12, 22), {"text": "he", "span": [0, 2]}) == Span(0, 2)
    assert part_place(text, "", Span(12, 22), None) is None
