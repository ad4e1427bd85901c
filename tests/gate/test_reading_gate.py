"""Reading is as good as it was: no figure below its pinned floor."""

import pytest

from evaluation.folders import development_folders, load_folders
from evaluation.founding_report import place_of_report
from evaluation.gate import fingerprints, load_floors, measure, shortfalls
from memoire.reading.pipeline import load_reader

THERE, ABSENT = development_folders()
ABSENT = [*ABSENT, *(place for place in [place_of_report()] if not place.is_file())]

pytestmark = pytest.mark.skipif(bool(ABSENT), reason=f"{', '.join(map(str, ABSENT))} is not there")


@pytest.fixture(scope="module")
def folders():
    return load_folders(THERE)


def test_floors_were_measured_on_these_data(folders):
    assert load_floors()["data"] == fingerprints(folders), "the data changed: python -m evaluation gate --pin"


def test_no_figure_is_below_its_floor(folders):
    floors = load_floors()["floors"]
    assert floors, "no floor is pinned: python -m evaluation gate --pin"
    assert shortfalls(floors, measure(load_reader(), folders)) == []
