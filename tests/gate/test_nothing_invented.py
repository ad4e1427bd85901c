"""Every quote and every word span of every field of every entry is the exact slice of the text.

Read are the development documents, and of all others every `STEP`-th; with MEMOIRE_ALL_DATA=1 all of them
(`python -m evaluation quotes PATH…` does the same for any folder).
"""

import os

import pytest

from evaluation.folders import development_folders, find_folders, load_folders, shared_data
from evaluation.quotes import invented
from memoire.reading.pipeline import load_reader

STEP = 1 if os.environ.get("MEMOIRE_ALL_DATA") == "1" else 4
PLACES = [shared_data() / "data" / "labelled", shared_data() / "chains"]

pytestmark = pytest.mark.skipif(
    not all(place.is_dir() for place in PLACES), reason=f"{' or '.join(map(str, PLACES))} is not there"
)


def documents():
    development, _ = development_folders()
    others = [place for place in find_folders(PLACES) if place not in development]
    return documents_of(development) + documents_of(others)[::STEP]


def documents_of(places):
    return [d.document for folder in load_folders(places) for d in folder.documents]


def test_nothing_is_invented():
    reader = load_reader()
    readings = [reader.read(document) for document in documents()]
    assert sum(len(reading.entries) for reading in readings) > len(readings)
    assert [line for reading in readings for line in invented(reading)] == []
