"""Days and counts in words."""

from datetime import date

import pytest

from memoire.briefing.wording import counted, joined
from memoire.desk.wording import CONTROL, distance_words, edtf_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-08-12", "12 Aug 2025"),
        ("2024-10", "Oct 2024"),
        ("2023", "2023"),
        ("2024-22", "summer 2024"),
        ("2024-33", "1st quarter of 2024"),
        ("../2025-12-31", "by 31 Dec 2025"),
        ("2024-03/..", "since Mar 2024"),
        ("2024-07-14/2027-07-14", "14 Jul 2024 – 14 Jul 2027"),
        ("1947~/1991", "about 1947 – 1991"),
        ("2024-10?", "perhaps Oct 2024"),
        ("soon", "soon"),
    ],
)
def test_a_time_in_words(edtf: str, words: str) -> None:
    assert edtf_words(edtf) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (date(2025, 8, 1), date(2025, 8, 12), "43 days overdue"),
        (date(2025, 9, 23), date(2025, 9, 23), "1 day overdue"),
        (date(2025, 9, 1), date(2025, 9, 30), "due now"),
        (None, date(2025, 12, 31), "due now"),
        (date(2025, 10, 6), date(2025, 10, 7), "in 12 days"),
        (date(2025, 1, 1), None, ""),
        (None, None, ""),
    ],
)
def test_the_distance_from_today(earliest: date | None, latest: date | None, words: str) -> None:
    assert distance_words(earliest, latest, date(2025, 9, 24)) == words


def test_counts_and_lists() -> None:
    assert counted(1, "entry", "entries") == "1 entry"
    assert counted(1204, "day") == "1,204 days"
    assert joined([]) == ""
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b and c"


def test_line_ends_and_marks_of_direction_are_no_controls() -> None:
    assert not CONTROL.search("line\nend\ttab\r\u200e\u200fnormal \u0627\u0644")
    assert CONTROL.search("a\u202eb")
