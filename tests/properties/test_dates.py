"""What holds of times whatever the text and the day."""

import random
import re
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from memoire.reading.resolving.dates import Tense, find_times, resolve_time
from memoire.reading.splitting import split_sentences
from memoire.records.edtf import bounds, is_edtf

unhurried = settings(deadline=None)  # how long it takes is no property of a busy machine
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))
TENSES = st.sampled_from(["past", "future", "none"])
# Pieces that make likely and unlikely time words when thrown together.
PIECES = re.split(
    r"\s+",
    "on in by since from until to and of the a last next this past coming early mid- late end first second half "
    "quarter week weeks month months year years decade day days weekend Monday Sunday May March October Dec. spring "
    "winter 5 12 31 29 2024 1999 1701 2024-25 14/07/2024 2024-13-40 2024-07-13 , - – . ( ) 's ago later within over "
    "three several few today tomorrow soon FY25 Q3 1990s 19th century Cold War 8:30 p.m. GMT New Year's Eve that same "
    "President Trump took office",
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join)

MOVE_WITH_THE_WEEK = [
    "today", "yesterday", "on Saturday", "last Monday", "this week", "next week", "the weekend", "within 60 days",
    "two weeks from now", "a week ago", "over the past three weeks", "earlier this week",
]  # fmt: skip
MOVE_WITH_THE_YEAR = [
    "last year", "in October", "next January", "this March", "since June", "by the end of the year", "early next year",
    "the first quarter of next year", "last summer", "two years ago", "later this month", "over the next three years",
]  # fmt: skip


@unhurried
@given(
    words=WORDS, published=st.none() | DAYS, tense=TENSES, told=st.sampled_from([None, "2020", "2020-02", "2020-02-29"])
)
def test_every_value_is_an_interval_of_days(words: str, published: date | None, tense: Tense, told: str | None) -> None:
    time = resolve_time(words, published=published, tense=tense, told=told)
    assert time.edtf is None or is_edtf(time.edtf)
    if time.edtf:
        earliest, latest = bounds(time.edtf)
        assert earliest or latest
        assert earliest is None or latest is None or earliest <= latest
    assert (time.basis == "none") == (time.edtf is None)
    assert not (time.needs_publication and (published or time.edtf))


@pytest.mark.parametrize(
    "shape", ["{0:%d %B %Y}", "{0:%B %d, %Y}", "{0:%A, %B %d, %Y}", "on {0:%d} {0:%b} {0:%Y}", "{0:%Y-%m-%d}"]
)
@unhurried
@given(day=DAYS, published=st.none() | DAYS, tense=TENSES)
def test_a_full_date_is_that_day_whenever_published(
    shape: str, day: date, published: date | None, tense: Tense
) -> None:
    time = resolve_time(shape.format(day), published=published, tense=tense)
    assert (time.edtf, time.timex, time.basis) == (day.isoformat(), day.isoformat(), "explicit")


@pytest.mark.parametrize("words", MOVE_WITH_THE_WEEK)
@unhurried
@given(published=DAYS, weeks=st.integers(-200, 200), tense=TENSES)
def test_days_move_with_the_week_of_publication(words: str, published: date, weeks: int, tense: Tense) -> None:
    moved = timedelta(weeks=weeks)
    before, after = (_days(words, day, tense) for day in (published, published + moved))
    assert after == tuple(day + moved for day in before)


@pytest.mark.parametrize("words", MOVE_WITH_THE_YEAR)
@unhurried
@given(published=DAYS, years=st.integers(-20, 20), tense=TENSES)
def test_years_move_with_the_year_of_publication(words: str, published: date, years: int, tense: Tense) -> None:
    published = published.replace(day=min(published.day, 28))
    before, after = (_edtf(words, day, tense) for day in (published, published + relativedelta(years=years)))
    assert [part[4:] for part in after.split("/")] == [part[4:] for part in before.split("/")]
    assert [int(a[:4]) - int(b[:4]) for a, b in _years(after, before)] == [years] * len(_years(after, before))


@unhurried
@given(text=st.text() | WORDS | st.lists(WORDS, max_size=6).map("\n\n".join), published=st.none() | DAYS)
def test_times_are_slices_in_order_and_apart(text: str, published: date | None) -> None:
    times = find_times(text, split_sentences(text), published=published)
    ends = [0, *(time.span.end for time in times)]
    for time, end_before in zip(times, ends, strict=False):
        assert end_before <= time.span.start < time.span.end <= len(text)
        assert time.span.of(text) == time.text
        assert time.edtf is None or is_edtf(time.edtf)


def test_a_long_hostile_text_takes_no_longer_a_word() -> None:
    draw = random.Random(7)  # noqa: S311 - a fixed text, no secret
    for text in ("5 " * 20_000, "the last " * 10_000, "May-" * 10_000, "1 " + " " * 100_000 + "May",
                 " ".join(draw.choices(PIECES, k=20_000))):  # fmt: skip
        assert len(find_times(text, split_sentences(text), published=date(2024, 7, 14))) <= len(text)


def _edtf(words: str, published: date, tense: Tense) -> str:
    edtf = resolve_time(words, published=published, tense=tense).edtf
    assert edtf is not None
    return edtf


def _days(words: str, published: date, tense: Tense) -> tuple[date, ...]:
    return tuple(day for day in bounds(_edtf(words, published, tense)) if day)


def _years(after: str, before: str) -> list[tuple[str, str]]:
    return [(a, b) for a, b in zip(after.split("/"), before.split("/"), strict=True) if a != ".."]
