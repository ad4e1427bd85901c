"""The day of publication: which words are one, and which are not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoire.intake.days import day_of_iso, day_of_moment, find_day, parse_day

DAY = date(2024, 7, 14)


@pytest.mark.parametrize(
    "line",
    [
        "July 14, 2024",
        "14 July 2024",
        "14th of July 2024",
        "Sunday, 14 July 2024",
        "Sun., July 14, 2024",
        "14-Jul-2024",
        "(July 14, 2024)",
        "2024-07-14",
        "Washington, D.C., July 14, 2024",
        "Islamabad, 14 July 2024",
        "July 14, 2024 3:05 P.M. EDT",
        "Published: 14 July 2024",
        "Published on Sunday, July 14, 2024 at 10:30",
        "First published 14 July 2024",
        "Release date: 14 July 2024",
        "Date: July 14th, 2024",
        "DATED 14 JULY 2024",
    ],
)
def test_a_day_near_the_top(line: str) -> None:
    assert find_day(f"Police dialogue in October\n\n{line}\n\nThe two sides met.") == DAY


@pytest.mark.parametrize(
    "line",
    [
        "July 14",
        "July 2024",
        "07/06/2024",  # June or July: the country decides
        "31 February 2024",
        "Monday, 14 July 2024",  # it was a Sunday
        "Updated: 14 July 2024",
        "The two sides met on 14 July 2024",
        "14 July 2024 was a Sunday",
        "14 July 20245",
    ],
)
def test_no_day(line: str) -> None:
    assert find_day(f"Police dialogue in October\n\n{line}\n\nThe two sides met.") is None


def test_a_day_further_down_is_of_anything() -> None:
    assert find_day("The two sides met.\n" * 8 + "14 July 2024\n") is None


def test_a_label_goes_before_a_day_that_stands_alone() -> None:
    assert find_day("13 July 2024\nPublished: 14 July 2024\n") == DAY


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 1, 1)))
def test_any_day_is_read_in_every_form(day: date) -> None:
    for form in (
        f"{day:%A, %B} {day.day}, {day.year}",
        f"{day.day} {day:%B %Y}",
        f"{day.day:02}-{day:%b-%Y}",
        day.isoformat(),
    ):
        assert find_day(f"{form}\n\nThe two sides met.") == day
        assert find_day(f"Published: {form}\n\nThe two sides met.") == day
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "value",
    [
        "2024-07-14T23:30:00+05:00",
        "2024-07-14 01:00:00Z",
        "2024-07-14",
        "2024/07/14",
        "July 14, 2024",
        "14 July 2024 10:00",
    ],
)
def test_the_day_of_a_moment_is_that_of_the_publishers_clock(value: str) -> None:
    assert day_of_moment(value) == DAY


@pytest.mark.parametrize(
    "value", ["2024-07", "2024-13-01", "2024-02-31T00:00", "20240714", "yesterday", "", "2024-07/14"]
)
def test_what_is_no_moment(value: str) -> None:
    assert day_of_moment(value) is None


def test_an_iso_day_has_all_its_digits() -> None:
    assert day_of_iso("2024-7-4") is None
    assert day_of_iso("2024-W28-7") is None
