"""Floors only rise, unless somebody says why."""

import pytest

from evaluation import gate
from evaluation.gate import MARGIN, load_floors, pin, shortfalls, write_floors
from memoire.errors import UsageError

DATA = {"dev": "sha256:1"}


def pinned(**floors):
    return {"data": DATA, "floors": floors, "lowered": []}


def test_the_first_pinning_leaves_a_margin_for_other_processors():
    assert pin(pinned(), {"span_f1": 0.8}, DATA, because=None)["floors"] == {"span_f1": pytest.approx(0.8 - MARGIN)}


def test_a_floor_rises_with_the_figure_and_stays_where_the_figure_stays():
    assert pin(pinned(a=0.7), {"a": 0.8}, DATA, because=None)["floors"]["a"] == pytest.approx(0.8 - MARGIN)
    assert pin(pinned(a=0.799), {"a": 0.8}, DATA, because=None)["floors"]["a"] == 0.799


def test_a_floor_does_not_sink_without_a_reason():
    with pytest.raises(UsageError, match=r"a is 0\.6000, its floor is 0\.7000.*--because"):
        pin(pinned(a=0.7), {"a": 0.6}, DATA, because=None)


def test_the_reason_is_kept():
    lowered = pin(pinned(a=0.7, b=0.5), {"a": 0.6, "b": 0.5}, DATA, because="labels were corrected")
    assert lowered["floors"] == {"a": pytest.approx(0.6 - MARGIN), "b": 0.5}
    assert lowered["lowered"] == [{"floor": "a is 0.6000, its floor is 0.7000", "because": "labels were corrected"}]


def test_a_figure_that_is_no_longer_measured_misses_its_floor():
    assert len(shortfalls({"a": 0.7}, {})) == 1
    assert shortfalls({"a": 0.7}, {"a": 0.7}) == []


def test_floors_survive_their_file(tmp_path, monkeypatch):
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")
    assert load_floors() == {"data": {}, "floors": {}, "lowered": []}
    write_floors(pinned(a=0.7))
    assert load_floors() == pinned(a=0.7)
