"""The sample that `memoire demo` shows: its shape, its origin, and that it is in our own words."""

import json
import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from memoire.records.document import DOCUMENT_KINDS

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "src/memoire/registries/sample"
SHARED = Path(os.environ.get("MEMOIRE_SHARED", ROOT.parent / "shared"))
DOCUMENTS: list[dict[str, Any]] = [
    json.loads(line) for line in (SAMPLE / "documents.jsonl").read_text(encoding="utf-8").splitlines()
]
FIELDS = ["id", "title", "published", "kind", "publisher", "url", "based_on", "text"]


def eight_word_runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 8]) for i in range(len(words) - 7)}


def test_has_ten_to_sixteen_documents_oldest_first_and_each_once() -> None:
    assert 10 <= len(DOCUMENTS) <= 16
    assert [d["published"] for d in DOCUMENTS] == sorted(d["published"] for d in DOCUMENTS)
    for field in ("id", "text"):
        assert len({d[field] for d in DOCUMENTS}) == len(DOCUMENTS)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d["id"])
def test_every_document_has_all_fields_a_day_a_known_kind_and_addresses(document: dict[str, Any]) -> None:
    assert list(document) == FIELDS
    assert date.fromisoformat(document["published"])
    assert document["kind"] in DOCUMENT_KINDS
    assert document["text"] == document["text"].strip()
    assert len(document["text"].split()) >= 100
    assert document["url"] == document["based_on"][0]
    assert all(re.fullmatch(r"https?://[\w.-]+/\S+", address) for address in document["based_on"])


def test_source_names_licence_making_and_every_number() -> None:
    source = (SAMPLE / "SOURCE.md").read_text(encoding="utf-8")
    assert "CC0 1.0" in source
    assert "own words" in source
    old = sum(d["published"] < "2020" for d in DOCUMENTS)
    number = {7: "Seven", 9: "Nine", 16: "sixteen"}
    assert f"{number[len(DOCUMENTS)]} short documents" in source
    assert f"* {number[old]} documents" in source
    assert f"* {number[len(DOCUMENTS) - old]} documents" in source


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d["id"])
def test_no_run_of_eight_words_is_taken_from_the_founding_report(document: dict[str, Any]) -> None:
    report = SHARED / "reports/us-pakistan-dialogue.txt"
    if not report.exists():
        pytest.skip(f"the founding report is not here: {report}")
    assert not eight_word_runs(document["text"]) & eight_word_runs(report.read_text(encoding="utf-8"))


def test_eight_word_runs_sees_a_copied_run() -> None:
    copied = eight_word_runs("He said: one two three four five six seven eight.")
    assert copied & eight_word_runs("One, two, three, four, five, six, seven, EIGHT")
    assert not copied & eight_word_runs("One, two, three, four, five, six, and seven, eight")
