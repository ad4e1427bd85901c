"""Pairing entries one to one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.pairing import f1, overlap, pair_entries

spans = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda s: [s[0], s[0] + s[1]])
entries = st.lists(
    st.builds(lambda span, kind: {"span": span, "kind": kind}, spans, st.sampled_from(["event", "claim"]))
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([0, 10], [0, 10], 1.0),
        ([0, 10], [10, 20], 0.0),  # half-open: they only touch
        ([0, 10], [5, 15], 0.5),
        ([0, 10], [6, 16], 0.0),  # less than half of the shorter
        ([0, 4], [0, 16], 0.25),
        ([0, 4], [0, 17], 0.0),  # less than a quarter of the longer
    ],
)
def test_overlap_asks_for_half_of_the_shorter_and_a_quarter_of_the_longer(one, other, expected):
    assert overlap(one, other) == overlap(other, one) == expected


def test_the_same_kind_goes_before_the_better_overlap():
    gold = [{"span": [0, 10], "kind": "claim"}]
    read = [{"span": [0, 10], "kind": "event"}, {"span": [0, 8], "kind": "claim"}]
    assert pair_entries(gold, read) == [(0, 1)]


def test_an_entry_is_paired_once():
    gold = [{"span": [0, 10], "kind": "event"}, {"span": [1, 10], "kind": "event"}]
    assert pair_entries(gold, gold[:1]) == [(0, 0)]


@given(gold=entries, read=entries)
def test_pairs_are_one_to_one_and_overlap(gold, read):
    pairs = pair_entries(gold, read)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(overlap(gold[i]["span"], read[j]["span"]) for i, j in pairs)


@given(gold=entries, read=entries)
def test_no_two_entries_left_over_could_be_paired(gold, read):
    pairs = pair_entries(gold, read)
    left = [i for i in range(len(gold)) if i not in {i for i, _ in pairs}]
    free = [j for j in range(len(read)) if j not in {j for _, j in pairs}]
    assert not any(overlap(gold[i]["span"], read[j]["span"]) for i in left for j in free)


def test_f1_of_nothing_to_find_is_one_and_of_everything_missed_is_none():
    assert f1(0, 0, 0) == 1.0
    assert f1(0, 3, 0) == f1(0, 0, 3) == 0.0
    assert f1(1, 2, 2) == 0.5
