"""The tasks that read, from the command to the last line, with a reader of one rule."""

import json
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from evaluation import gate
from evaluation.__main__ import main
from memoire.errors import InputRefused
from memoire.records.entry import Entry, Words
from memoire.records.reading import ReaderVersion, Reading
from memoire.records.spans import Span


class FirstWord:
    """Finds an event at the first word of every document, and refuses those that say so."""

    encoder = SimpleNamespace(encode=lambda passage: None)
    quote = None  # instead of the first word

    def passages(self, document):
        return [document.text]

    def read(self, document):
        if document.text.startswith("Refuse"):
            raise InputRefused(document.id, "it asks for it")
        word = document.text.split()[0]
        span = Span(0, len(word))
        entry = Entry("1", "event", span, self.quote or word, Words(word, span), word, "+", 0.9)
        return Reading(document, ReaderVersion("first", "1", "sha256:0"), (entry,))


class Inventor(FirstWord):
    quote = "Invented"


@pytest.fixture
def shared(tmp_path, monkeypatch):
    """A folder laid out like the shared data."""
    monkeypatch.setenv("MEMOIRE_SHARED", str(tmp_path))
    labels = FirstWord().read(SimpleNamespace(id="x", text="They met."))
    for name, text in (("dev", "They met. " * 400), ("dev-2", "They left.")):
        folder = tmp_path / "data" / "labelled" / name
        folder.mkdir(parents=True)
        (folder / "docs.jsonl").write_text(json.dumps({"id": name, "text": text, "published": "2024-07-14"}))
        (folder / "labels.jsonl").write_text(json.dumps({"id": name, "entries": [_label(labels.entries[0])]}))
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "us-pakistan-dialogue.txt").write_text("They met.")
    return tmp_path


def _label(entry):
    empty = {"voice": [], "by": [], "to": [], "with": [], "when": None, "where": None, "condition": None}
    predicate = {"text": entry.quote, "span": list(entry.span)}
    return {
        "kind": entry.kind, "span": list(entry.span), "quote": entry.quote, "predicate": predicate, **empty,
        "action": entry.quote, "areas": [], "plover": None, "firmness": None, "checkable": None, "polarity": "+",
        "mentions": [],
    }  # fmt: skip


def run(monkeypatch, reader, *words):
    for task in ("entries", "speed", "report", "quotes", "gate"):
        monkeypatch.setattr(f"evaluation.tasks.{task}.load_reader", lambda threads=0: reader)
    result = CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)
    return result, json.loads(result.stdout.strip().split("\n")[-1])


def test_entries_without_a_path_are_those_of_the_development_data(shared, monkeypatch, tmp_path):
    _, figures = run(monkeypatch, FirstWord(), "entries", "--to", tmp_path / "read.jsonl")
    assert (figures["documents"], figures["span_kind_f1"], figures["skipped"]) == (2, 1.0, [])
    assert figures["folders"].keys() == {"dev", "dev-2"}
    assert run(monkeypatch, None, "entries", "--from", tmp_path / "read.jsonl")[1] == figures


def test_a_document_that_is_refused_is_named_and_counts_as_missed(shared, monkeypatch):
    path = shared / "data" / "labelled" / "dev-2" / "docs.jsonl"
    path.write_text(json.dumps({"id": "dev-2", "text": "Refuse this.", "published": "2024-07-14"}))
    result, figures = run(monkeypatch, FirstWord(), "entries")
    assert "refused: dev-2: it asks for it" in result.stderr
    assert (figures["gold"], figures["read"]) == (2, 1)


def test_speed_gives_the_figures_of_the_design(shared, monkeypatch):
    monkeypatch.setattr("evaluation.tasks.speed.load_yardstick", lambda: "spaCy is not installed")
    _, figures = run(monkeypatch, FirstWord(), "speed", "--rounds", 2)
    assert (figures["articles"], figures["timings"], figures["spacy"]) == (1, 2, None)
    assert "spaCy is not installed" in figures["skipped"]
    wanted = {
        "reading_over_encoder",
        "documents_per_second",
        "documents_per_second_one_thread",
        "share_outside_encoder",
    }
    assert wanted <= figures.keys()


@pytest.mark.parametrize(("reader", "status", "invented"), [(FirstWord(), 0, 0), (Inventor(), 1, 2)])
def test_an_invented_quote_is_told_and_ends_in_status_one(shared, monkeypatch, reader, status, invented):
    result, figures = run(monkeypatch, reader, "quotes")
    assert (result.exit_code, figures["invented"], figures["entries"]) == (status, invented, 2)


def test_the_report_shows_what_is_missing_and_what_is_too_much(shared, monkeypatch):
    result, figures = run(monkeypatch, FirstWord(), "report")
    assert (figures["expected"], figures["found"], figures["further"]) == (15, 0, 1)
    assert "further: event      'They'" in result.stdout


def test_floors_are_pinned_kept_and_lowered_with_a_reason(shared, monkeypatch, tmp_path):
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")
    assert run(monkeypatch, FirstWord(), "gate", "--pin")[0].exit_code == 0
    assert gate.load_floors()["floors"]["dev.span_kind_f1"] == 0.995
    assert run(monkeypatch, FirstWord(), "gate")[1]["missed"] == []
    worse = SimpleNamespace(read=lambda document: Reading(document, ReaderVersion("none", "1", "sha256:0"), ()))
    result, figures = run(monkeypatch, worse, "gate")
    assert result.exit_code == 1
    assert any(line.startswith("dev.span_kind_f1 is 0.0000") for line in figures["missed"])
    run(monkeypatch, worse, "gate", "--pin", "--lower", "--because", "nothing is read any more")
    assert {row["because"] for row in gate.load_floors()["lowered"]} == {"nothing is read any more"}
