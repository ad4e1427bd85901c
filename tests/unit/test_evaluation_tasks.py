"""The commands: the last line is one JSON object, and the exit status says what happened."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from evaluation.__main__ import main

DOCUMENT = {"id": "a", "text": "They met. They left.", "published": "2024-07-14"}


def entry(start, end, kind="event"):
    quote = DOCUMENT["text"][start:end]
    return {"kind": kind, "span": [start, end], "quote": quote, "predicate": {"text": quote, "span": [start, end]}}


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "dev"
    path.mkdir()
    (path / "docs.jsonl").write_text(json.dumps(DOCUMENT))
    return write(path / "labels.jsonl", entry(0, 9), entry(10, 20)).parent


def write(path, *entries):
    path.write_text(json.dumps({"id": "a", "entries": entries}))
    return path


def run(*words):
    result = CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)
    return result, json.loads(result.stdout.strip().split("\n")[-1])


def test_entries_end_in_one_object_of_figures(folder, tmp_path):
    read = write(tmp_path / "read.jsonl", entry(0, 9, "claim"))
    result, figures = run("entries", folder, "--from", read, "--by-kind", "--misses", 1)
    assert (figures["gold"], figures["read"], figures["span_kind_f1"]) == (2, 1, 0.0)
    assert figures["folders"]["dev"]["span_f1"] == figures["span_f1"] == 0.6667
    assert "event read as claim: 1" in result.stdout
    assert "missed: a  event       'They left.'" in result.stdout


def test_entries_written_are_those_measured(folder, tmp_path):
    run("entries", folder, "--from", folder / "labels.jsonl", "--to", tmp_path / "out.jsonl")
    assert run("entries", folder, "--from", tmp_path / "out.jsonl")[1]["span_kind_f1"] == 1.0


def test_compare_tells_gained_lost_and_changed(tmp_path):
    old = write(tmp_path / "old.jsonl", entry(0, 9), entry(10, 20))
    new = write(tmp_path / "new.jsonl", entry(0, 9, "claim"), entry(0, 2), entry(3, 4))
    result, figures = run("compare", old, new)
    assert (figures["gained"], figures["lost"], figures["kinds_changed"]) == (2, 1, 1)
    assert "lost: a  event       'They left.'" in result.stdout
    assert "event → claim" in result.stdout


def test_compare_names_the_fields_that_changed(tmp_path):
    old = write(tmp_path / "old.jsonl", entry(0, 9))
    new = write(tmp_path / "new.jsonl", entry(0, 9) | {"polarity": "-"})
    assert run("compare", old, new)[1]["fields_changed"] == {"polarity": 1}


@pytest.mark.parametrize("task", ["entries", "attribution", "times", "events", "speed", "quotes", "gate", "report"])
def test_absent_data_is_skipped_and_said(task, tmp_path, monkeypatch):
    monkeypatch.setenv("MEMOIRE_SHARED", str(tmp_path))
    result, figures = run(task)
    assert result.exit_code == 0
    assert "is not there" in result.stdout
    assert figures["skipped"]


@pytest.mark.parametrize("words", [["entries", "nowhere"], ["nonsense"], ["compare", "one.jsonl"]])
def test_wrong_usage_is_status_two(words):
    assert CliRunner().invoke(main, words).exit_code == 2


def test_an_error_is_one_line_without_traceback(tmp_path):
    result = subprocess.run(
        [sys.executable, "-m", "evaluation", "entries", tmp_path], capture_output=True, text=True, check=False
    )
    assert result.returncode == 2
    assert result.stderr.startswith(f"evaluation: {tmp_path} holds no docs.jsonl")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "options", [["--lower"], ["--because", "x"], ["--pin", "--because", "x"], ["--lower", "--because", "x"]]
)
def test_lowering_a_floor_takes_all_three_options(options):
    result = CliRunner().invoke(main, ["gate", *options])
    assert "--pin --lower --because" in str(result.exception)
