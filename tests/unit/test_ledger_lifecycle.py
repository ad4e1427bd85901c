"""Codebook §6: "`due` begins on the first day of the due interval and ends with its last; after it … `overdue`"."""

from datetime import date

import pytest

from memoire.ledger.life_tables import LifeRow
from memoire.ledger.lifecycle import days_late, stage_of
from memoire.records.edtf import bounds


@pytest.mark.parametrize(
    ("edtf", "as_of", "stage"),
    [
        ("2024-10", "2024-09-30", "open"),
        ("2024-10", "2024-10-01", "due"),
        ("2024-10", "2024-10-31", "due"),
        ("2024-10", "2024-11-01", "overdue"),
        ("2024-10-05", "2024-10-05", "due"),
        ("../2025-12-31", "2020-01-01", "due"),  # "by the end of 2025": due from the beginning
        ("../2025-12-31", "2026-01-01", "overdue"),
        ("2024-03/..", "2024-02-29", "open"),
        ("2024-03/..", "2030-01-01", "due"),  # "from March on": due once it has begun, never overdue
        ("2024-07-14/2027-07-14", "2026-01-01", "due"),
        (None, "2030-01-01", "open"),  # "soon": no day, never overdue
    ],
)
def test_where_a_commitment_stands(edtf: str | None, as_of: str, stage: str) -> None:
    earliest, latest = bounds(edtf) if edtf else (None, None)
    life = LifeRow(due=edtf, earliest=earliest, latest=latest)
    assert stage_of(life, date.fromisoformat(as_of)) == stage


def test_what_is_closed_is_neither_due_nor_overdue() -> None:
    life = LifeRow(due="2024-10", latest=date(2024, 10, 31), is_closed=True, outcome="kept")
    assert stage_of(life, date(2030, 1, 1)) == "closed"


def test_days_late_are_counted_from_the_last_day() -> None:
    assert days_late(date(2024, 10, 31), date(2024, 11, 1)) == 1
    assert days_late(date(2024, 10, 31), date(2024, 10, 31)) == 0
    assert days_late(None, date(2024, 10, 31)) == 0
