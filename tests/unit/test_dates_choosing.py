"""Tense of an entry, the words around a time, and the time of an entry whose own words were not found."""

from datetime import date

import pytest

from memoire.reading.resolving.dates import find_times, phrase_around, pick_time, tense_of
from memoire.records.entry import Words
from memoire.records.spans import Span

SUNDAY = date(2024, 7, 14)


@pytest.mark.parametrize(
    ("kind", "quote", "predicate", "tense"),
    [
        ("commitment", "The two countries will hold a dialogue in October", "hold", "future"),
        ("commitment", "The bridge had been expected to open on 15 December", "open", "none"),
        ("event", "The minister met the ambassador on Saturday", "met", "past"),
        ("event", "Clinton is likely to clinch the nomination on June 7", "clinch", "future"),
        ("claim", "exports would double by 2030", "double", "future"),
        ("claim", "all the culprits had been arrested in May", "arrested", "past"),
        ("stance", "He welcomed the summit next week", "welcomed", "none"),
        ("request", "urged both sides to report by May", "urged", "none"),
        ("event", "", "met", "past"),
    ],
)
def test_tense(kind: str, quote: str, predicate: str, tense: str) -> None:
    assert tense_of(kind, quote, predicate) == tense


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("He will travel from 5 to 7 August for talks.", "from 5 to 7 August"),
        ("He will travel by the end of 2025 again.", "by the end of 2025"),
        ("They met July 25-27 in Seoul.", "July 25-27"),
        ("A rise since March was seen.", "since March"),
        ("Yesterday they met.", "Yesterday"),
    ],
)
def test_the_words_around_a_time(text: str, phrase: str) -> None:
    times = find_times(text, [Span(0, len(text))], published=SUNDAY)
    assert {phrase_around(text, times, n).of(text) for n in range(len(times))} == {phrase}


READ_OUT = (
    "The minister met the ambassador on Saturday. They discussed trade. He praised the 2023 accord. "
    "The sides will meet again in October, after a visit in May."
)


@pytest.mark.parametrize(
    ("kind", "quote", "predicate", "words"),
    [
        ("event", "The minister met the ambassador on Saturday", "met", "on Saturday"),
        ("event", "They discussed trade", "discussed", "on Saturday"),  # at the meeting, on its day
        ("claim", "They discussed trade", "trade", None),
        ("stance", "He praised the 2023 accord", "praised", None),  # the accord is of 2023, the praise is not
        ("commitment", "The sides will meet again in October, after a visit in May", "meet", "in October"),
    ],
)
def test_the_time_of_an_entry(kind: str, quote: str, predicate: str, words: str | None) -> None:
    sentences = [Span(0, 44), Span(45, 66), Span(67, 95), Span(96, len(READ_OUT))]
    times = find_times(READ_OUT, sentences, published=SUNDAY)
    start, at = READ_OUT.index(quote), READ_OUT.index(predicate)
    picked = pick_time(
        kind,
        Words(predicate, Span(at, at + len(predicate))),
        Span(start, start + len(quote)),
        text=READ_OUT,
        times=times,
    )
    assert (picked.of(READ_OUT) if picked else None) == words
