"""Where documents and labels come from."""

import json
from datetime import date

import pytest

from evaluation.folders import development_folders, document_of, find_folders, lines_of, load_folders
from evaluation.readings import load_readings
from memoire.errors import UsageError


def write(path, text="They met."):
    path.mkdir(parents=True)
    (path / "docs.jsonl").write_text(json.dumps({"id": path.name, "text": text}, ensure_ascii=False))
    (path / "labels.jsonl").write_text(json.dumps({"id": path.name, "entries": []}))


def test_a_folder_of_folders_gives_all_of_them_once(tmp_path):
    write(tmp_path / "chains" / "b")
    write(tmp_path / "chains" / "a")
    chains = tmp_path / "chains"
    assert find_folders([chains, chains / "a"]) == [chains / "a", chains / "b"]


def test_a_path_without_labels_is_named(tmp_path):
    with pytest.raises(UsageError, match=str(tmp_path)):
        find_folders([tmp_path])


def test_folders_that_end_alike_are_told_apart(tmp_path):
    write(tmp_path / "one" / "dev")
    write(tmp_path / "two" / "dev")
    write(tmp_path / "two" / "dev-2")
    assert [f.name for f in load_folders(find_folders([tmp_path]))] == ["one/dev", "two/dev", "dev-2"]


def test_a_line_separator_inside_a_text_ends_no_line(tmp_path):
    write(tmp_path / "a", text="They\u2028met\x85twice.")
    assert [line["text"] for line in lines_of(tmp_path / "a" / "docs.jsonl")] == ["They\u2028met\x85twice."]


def test_publishers_kinds_become_those_of_the_design():
    line = {"id": "a", "text": "They met.", "published": "2024-07-14", "kind": "joint statement", "url": "x"}
    document = document_of(line)
    assert (document.kind, document.published, document.source) == ("joint-statement", date(2024, 7, 14), "x")
    assert document_of({"id": "a", "text": "They met.", "kind": "other"}).kind is None


def test_absent_development_data_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("MEMOIRE_SHARED", str(tmp_path))
    write(tmp_path / "data" / "labelled" / "dev")
    there, absent = development_folders()
    assert [path.name for path in there] == ["dev"]
    assert [path.name for path in absent] == ["dev-2"]


@pytest.mark.parametrize("content", ["{", '{"entries": []}', '{"id": "a"}'])
def test_a_file_that_is_no_reading_is_named(tmp_path, content):
    path = tmp_path / "odd.jsonl"
    path.write_text(content)
    with pytest.raises(UsageError, match=r"odd\.jsonl"):
        load_readings(path)


def test_output_of_read_is_a_reading_too(tmp_path):
    path = tmp_path / "read.jsonl"
    path.write_text(json.dumps({"document": {"id": "a"}, "entries": [1]}))
    assert load_readings(path) == {"a": [1]}
