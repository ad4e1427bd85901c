"""Task `entries` gives the figures of the shared scorer."""

import importlib.util
import json
import random
import re

import pytest

from evaluation.entries import compare, field_agreements, found_figures, join
from evaluation.folders import load_folder, shared_data
from evaluation.readings import load_readings, write_readings
from memoire.records.codebook import FIRMNESS, KINDS

DEV = shared_data() / "data" / "labelled" / "dev"
SCORER = shared_data() / "tools" / "score_entries.py"
needs_shared = pytest.mark.skipif(not (DEV.is_dir() and SCORER.is_file()), reason=f"{shared_data()} is not there")

# Names of the scorer's fields beside ours.
THEIRS = {
    "by (states, Jaccard)": "by",
    "to+with (states, Jaccard)": "to_with",
    "parties (states, Jaccard)": "parties",
    "areas (Jaccard)": "areas",
    "plover": "plover",
    "polarity": "polarity",
    "when (edtf, same)": "when",
    "voice (present or not)": "voice",
    "firmness": "firmness",
    "checkable": "checkable",
}


def spoil(entries, chance):
    """Entries with a part of them left out, moved, or filled with something else."""
    return [_spoil(entry, chance) for entry in entries if chance.random() > 0.15]


def _spoil(entry, chance):
    start, end = entry["span"]
    changes = {
        "span": [start, end - chance.randrange((end - start) // 2 + 1)],
        "kind": chance.choice(KINDS),
        "by": entry["by"][1:],
        "with": [],
        "when": None,
        "areas": entry["areas"][:1],
        "plover": "AID",
        "polarity": "0",
        "voice": [],
        "firmness": chance.choice(FIRMNESS),
        "checkable": "no",
    }
    return entry | {name: value for name, value in changes.items() if chance.random() < 0.3}


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory):
    """A file of spoilt labels."""
    chance = random.Random(20240714)  # noqa: S311
    folder = load_folder(DEV)
    path = tmp_path_factory.mktemp("spoilt") / "spoilt.jsonl"
    write_readings({d.document.id: spoil(d.entries, chance) for d in folder.documents}, path)
    return path


@pytest.fixture
def printed(spoilt, capsys):
    """What the shared scorer prints about that file."""
    spec = importlib.util.spec_from_file_location("score_entries", SCORER)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    scorer.main(DEV / "labels.jsonl", spoilt)
    return capsys.readouterr().out


@needs_shared
def test_spans_and_kinds_are_those_of_the_shared_scorer(spoilt, printed):
    ours = found_figures(compare(load_folder(DEV), load_readings(spoilt)))
    theirs = re.search(r"other (\d+)  span F1 (\S+)  span\+kind F1 (\S+)  precision (\S+)  recall (\S+)", printed)
    assert [float(number) for number in theirs.groups()] == pytest.approx(
        [ours[name] for name in ("read", "span_f1", "span_kind_f1", "precision", "recall")], abs=0.0005
    )
    by_kind = dict(re.findall(r"^  (\w+) +gold.* F1 (\S+)$", printed, re.MULTILINE))
    assert {kind: float(value) for kind, value in by_kind.items()} == pytest.approx(ours["by_kind"], abs=0.0005)


@needs_shared
def test_fields_are_those_of_the_shared_scorer(spoilt, printed):
    ours = field_agreements(compare(load_folder(DEV), load_readings(spoilt)))
    theirs = {name: (float(a), int(n)) for name, a, n in re.findall(r"^  (.+?) +(\S+)  \(n (\d+)\)$", printed, re.M)}
    assert theirs.pop("when, where either has a date") == (
        pytest.approx(ours["when"].agreement_where_stated, abs=0.0005), ours["when"].stated
    )  # fmt: skip
    assert theirs == {
        name: (pytest.approx(ours[own].agreement, abs=0.0005), ours[own].pairs) for name, own in THEIRS.items()
    }


@needs_shared
def test_labels_against_themselves_are_right_in_every_field():
    folder = load_folder(DEV)
    same = compare(folder, load_readings(DEV / "labels.jsonl"))
    assert found_figures(same)["span_kind_f1"] == 1.0
    assert not same.missed
    assert not same.extra
    assert {a.f1 for a in field_agreements(same).values()} <= {1.0, None}


def test_figures_of_two_folders_together_are_pooled(tmp_path):
    folders = [_folder(tmp_path / "one", ["a"]), _folder(tmp_path / "two", ["b", "c"])]
    readings = {"a": [], "b": [ENTRY], "c": [ENTRY, {**ENTRY, "span": [5, 9]}]}
    together = join([compare(folder, readings) for folder in folders])
    assert (together.documents, len(together.missed), len(together.extra)) == (3, 1, 1)
    assert found_figures(together)["span_f1"] == pytest.approx(2 * 2 / (3 + 3))


def test_a_document_that_was_not_read_has_no_entries(tmp_path):
    assert len(compare(_folder(tmp_path, ["a"]), {}).missed) == 1


ENTRY = {"kind": "event", "span": [0, 4], "quote": "They", "predicate": {"text": "They", "span": [0, 4]}}


def _folder(path, names):
    path.mkdir(exist_ok=True)
    documents = ({"id": name, "text": "They met.", "published": "2024-07-14"} for name in names)
    (path / "docs.jsonl").write_text("\n".join(map(json.dumps, documents)))
    (path / "labels.jsonl").write_text("\n".join(json.dumps({"id": name, "entries": [ENTRY]}) for name in names))
    return load_folder(path)
