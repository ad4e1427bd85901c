"""Following, accepting, closing and withdrawing at the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Memoire

PROMISE = "ISLAMABAD, 14 July 2024: The United States and Pakistan will hold a dialogue on crime in October.\n"
REPORT = "ISLAMABAD, 2 December 2024: Pakistan met United States in a dialogue on crime in December.\n"


@pytest.fixture
def ledger(memoire: Memoire, tmp_path: Path) -> Memoire:
    for name, text, day in (("promise", PROMISE, "2024-07-14"), ("report", REPORT, "2024-12-02")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        assert memoire("add", tmp_path / f"{name}.txt", "--published", day).exit_code == 0
    return memoire


def entry(memoire: Memoire, kind: str) -> str:
    found: str = json.loads(memoire("list", kind, "--as", "json").stdout)["id"]
    return found


def test_follow_says_what_it_looked_at_and_once_followed_there_is_nothing_left(ledger: Memoire) -> None:
    assert ledger("follow").stdout.splitlines()[-1].startswith("followed 2 documents, 2 entries; proposed")
    assert ledger("follow").stdout == "followed 0 documents, 0 entries; proposed 0 links; withdrew 0\n"


def test_add_follows_when_asked(memoire: Memoire, tmp_path: Path) -> None:
    (tmp_path / "promise.txt").write_text(PROMISE, encoding="utf-8")
    added = memoire("add", tmp_path / "promise.txt", "--published", "2024-07-14", "--follow").stdout
    assert "followed 1 document, 1 entry;" in added


def test_a_commitment_is_closed_with_evidence_listed_shown_and_reopened(ledger: Memoire) -> None:
    promise, report = entry(ledger, "commitment"), entry(ledger, "event")
    assert ledger("close", promise, "--as", "kept").exit_code == 3  # no quote
    done = ledger("close", promise[:8], "--as", "kept-late", "--on", "2024-12-01", "--evidence", report[:8])
    assert done.exit_code == 0, done.output
    listed = ledger("list", "commitment", "--lifecycle", "closed", "--outcome", "kept-late", "--as", "json").stdout
    assert (json.loads(listed)["outcome"], json.loads(listed)["slip_days"]) == ("kept-late", 31)
    shown = ledger("show", promise).stdout
    assert "kept late, 31 days" in shown
    assert "written by machine, before evidence was looked for" in shown
    ledger("reopen", promise, "--reason", "another dialogue")
    assert "taken back" in ledger("show", promise).stdout
    assert ledger("list", "commitment", "--lifecycle", "closed", "--as", "json").stdout == ""


def test_a_due_day_and_a_test_are_set_and_undone(ledger: Memoire) -> None:
    promise = entry(ledger, "commitment")
    assert ledger("due", promise, "soon").exit_code == 2
    ledger("due", promise, "2031-05")
    ledger("test", promise, "--kept-if", "a joint statement says so")
    life = json.loads(ledger("show", promise, "--as", "json").stdout)["life"]
    assert (life["life"]["due"], life["test"]["kept_if"]) == ("2031-05", "a joint statement says so")
    for _ in range(2):
        ledger("undo", promise)
    life = json.loads(ledger("show", promise, "--as", "json").stdout)["life"]
    assert (life["life"]["due"], life["test"]["by"]) == ("2024-10", "machine")


def test_a_withdrawn_document_is_told_with_all_that_leaned_on_it(ledger: Memoire) -> None:
    promise, report = entry(ledger, "commitment"), entry(ledger, "event")
    ledger("close", promise, "--as", "kept", "--evidence", report)
    document = json.loads(ledger("list", "event", "--as", "json").stdout)["document"]["id"]
    told = ledger("withdraw", document[:8], "--reason", "the agency corrected it")
    assert "Verdicts that quote it" in told.stdout
    assert promise[:8] in told.stdout
    assert "Look again" in ledger("show", promise).stdout
    assert ledger("verify").exit_code == 0


def test_what_is_no_link_is_refused_with_what_to_do(ledger: Memoire) -> None:
    refused = ledger("accept", "x123")
    assert (refused.exit_code, "memoire show" in refused.stderr) == (3, True)
