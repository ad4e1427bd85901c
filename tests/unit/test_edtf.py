"""Days in EDTF, read as the codebook (section 4) and ISO 8601-2 write them."""

from datetime import date

import pytest

from memoire.records.edtf import EdtfError, bounds, is_edtf

READ = [
    ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2024-07-13", date(2024, 7, 13), date(2024, 7, 13)),
    ("1947~", date(1947, 1, 1), date(1947, 12, 31)),
    ("2024-10?", date(2024, 10, 1), date(2024, 10, 31)),
    ("2024-21", date(2024, 3, 1), date(2024, 5, 31)),
    ("2023-24", date(2023, 12, 1), date(2024, 2, 29)),
    ("2026-33", date(2026, 1, 1), date(2026, 3, 31)),
    ("2026-36", date(2026, 10, 1), date(2026, 12, 31)),
    ("2024-07-14/2027-07-14", date(2024, 7, 14), date(2027, 7, 14)),
    ("1947~/1991", date(1947, 1, 1), date(1991, 12, 31)),
    ("../2025-12-31", None, date(2025, 12, 31)),
    ("2024-03/..", date(2024, 3, 1), None),
    ("0001", date(1, 1, 1), date(1, 12, 31)),
    ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31)),
]  # fmt: skip

REFUSED = [
    "", "..", "../..", "/", "2024/", "/2024", "2024-13", "2024-00", "2024-02-30", "2024-10-00", "24-10", "October 2024",
    "2024-10-31/2024-10-01", "2024-33/2024-34", "2024-37", "2024-1", "2024-10-1", "0000", "2024-10-31T12:00", " 2024",
    "2024\n", "2024/2025/2026", "٢٠٢٤", "9999-24",
]  # fmt: skip


@pytest.mark.parametrize(("edtf", "first", "last"), READ)
def test_first_and_last_day(edtf: str, first: date | None, last: date | None) -> None:
    assert bounds(edtf) == (first, last)
    assert is_edtf(edtf)


@pytest.mark.parametrize("text", REFUSED)
def test_everything_else_is_refused(text: str) -> None:
    assert not is_edtf(text)
    with pytest.raises(EdtfError, match="is not a date the ledger can keep"):
        bounds(text)


def test_the_refusal_names_the_value_and_says_what_to_write() -> None:
    with pytest.raises(EdtfError) as refusal:
        bounds("2024-02-30")
    assert str(refusal.value) == (
        "'2024-02-30' is not a date the ledger can keep (there is no such day); write it as 2024, 2024-10, 2024-10-31, "
        "2024-33 for a quarter, 2024-01/2024-06, ../2024-12-31 or 2024-03/.."
    )
    assert isinstance(refusal.value, ValueError)
