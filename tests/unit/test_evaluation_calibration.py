"""Scores that claim what they keep, and such that do not."""

import pytest

from evaluation.calibration import calibration_error, reliability, scored


def test_of_ten_with_a_score_of_eight_tenths_eight_are_right() -> None:
    assert calibration_error([(0.8, n < 8) for n in range(10)]) == pytest.approx(0)


def test_too_sure_is_an_error() -> None:
    assert calibration_error([(0.95, n < 5) for n in range(10)]) == pytest.approx(0.45)


def test_bins_weigh_by_their_entries() -> None:
    scores = [(0.95, True)] * 3 + [(0.15, True)]
    assert [b.entries for b in reliability(scores)] == [1, 3]
    assert calibration_error(scores) == pytest.approx((0.85 + 3 * 0.05) / 4)


def test_a_score_of_one_has_a_bin() -> None:
    assert reliability([(1.0, True)])[0].entries == 1


def test_nothing_read_is_no_error() -> None:
    assert calibration_error([]) == 0


def test_an_entry_of_another_kind_or_without_a_pair_is_not_right() -> None:
    claim, event = {"kind": "claim"}, {"kind": "event", "score": 0.7}
    assert scored([(claim, event), (event, event)], [event, claim]) == [(0.7, False), (0.7, True), (0.7, False)]
