"""The time expressions of a text."""

from datetime import date

import pytest

from memoire.reading.resolving.dates import find_times, told_before
from memoire.records.reading import TimeExpression
from memoire.records.spans import Span

SUNDAY = date(2024, 7, 14)


def times_of(text: str, published: date | None = SUNDAY) -> list[TimeExpression]:
    return find_times(text, [Span(0, len(text))], published=published)


def said(text: str, published: date | None = SUNDAY) -> list[tuple[str, str | None]]:
    return [(time.text, time.edtf) for time in times_of(text, published)]


@pytest.mark.parametrize(
    "text",
    [
        "The 80th session of the Council adopted resolution 1701.",
        "They called for the full implementation of resolutions 1559 and 1701.",
        "May called on Kyiv to respond.",
        "Mr Sharif may visit in a march of protest.",
        "Some 1,701 troops and 2000 people took part.",
        "Section 2024 of the Act applies.",
        "The 2nd Infantry Division and Expo 2020 were named.",
        "The Long March and the March on Rome are history.",
        "It sold for $1999.",
        "He is 45 years old.",
        "The Sun and the Mar sisters sat there.",
        "The parties met in Room 1945.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The dialogue will be held in October.", [("October", "2024-10")]),
        ("The dialogue was held in October.", [("October", "2023-10")]),
        ("He said on Monday that they would meet in May.", [("Monday", "2024-07-08"), ("May", "2025-05")]),
        ("It runs from 5 to 7 August.", [("5", "2024-08-05"), ("7 August", "2024-08-07")]),
        ("By the end of 2025 all will be done.", [("the end of 2025", "2025")]),
        ("Since 2021 it grew; in the early 1990s it fell.", [("2021", "2021"), ("the early 1990s", "1990~/1993~")]),
        ("Russia's 2014 annexation was condemned.", [("2014", "2014")]),
        ("On 13 July they met; the next day they parted.", [("13 July", "2024-07-13"), ("the next day", "2024-07-14")]),
        ("They were partners during the Cold War.", [("Cold War", "1947~/1991")]),
        ("At 10:30 GMT on Friday morning it began.", [("10:30 GMT", None), ("Friday morning", "2024-07-12")]),
        ("Over the past two decades aid has doubled.", [("the past two decades", "2004-07-14/2024-07-14")]),
    ],
)  # fmt: skip
def test_what_is_a_time(text: str, times: list[tuple[str, str | None]]) -> None:
    assert said(text) == times


def test_a_story_of_old_years_is_told_from_its_own_dates() -> None:
    years = "In 1938, in 1939 and 1940, in 1941 and 1942, in 1943 and 1944, since 1945 and until 1946. "
    text = years + "The war began in September 1939. In October Poland fell."
    assert said(text)[-1] == ("October", "1939-10")


def test_without_a_day_of_publication_only_full_dates_have_a_value() -> None:
    assert said("He came on Friday and left in May 2020.", None) == [("Friday", None), ("May 2020", "2020-05")]


def test_no_time_reaches_over_the_end_of_a_sentence() -> None:
    text = "They met on 5 May 2024 was a leap year."
    assert [t.text for t in find_times(text, [Span(0, 17), Span(18, len(text))], published=SUNDAY)] == ["5 May", "2024"]


def test_the_time_told_last_before_a_place() -> None:
    times = times_of("It began on 9 May 2022. Now it goes on. Since then")
    assert told_before(times, 45) == "2022-05-09"
    assert told_before(times, 0) is None
