"""`memoire confirm`, `reject`, `correct`, `undo` and `verify`."""

from pathlib import Path

import pytest
from django.db import connection

from memoire.cli.correct import parse_changes
from memoire.errors import UsageError
from memoire.ledger import append_only
from memoire.ledger.tables import EntryRow, HistoryRow
from tests.cli.conftest import Memoire


@pytest.fixture
def entry(memoire: Memoire, folder: Path) -> EntryRow:
    memoire("add", folder)
    return EntryRow.objects.get(kind="commitment")


def state(entry: EntryRow) -> str:
    return EntryRow.objects.get(pk=entry.pk).state


def test_confirm_and_undo(memoire: Memoire, entry: EntryRow) -> None:
    assert memoire("confirm", entry.id[:8]).stdout.startswith(f"{entry.id} confirmed")
    assert state(entry) == "confirmed"
    assert HistoryRow.objects.get(what="confirmed").who == "tester"
    assert memoire("undo", entry.id[:8]).exit_code == 0
    assert state(entry) == "proposed"
    assert memoire("undo", entry.id[:8]).exit_code == 3


def test_undo_of_a_row_of_history(memoire: Memoire, entry: EntryRow) -> None:
    memoire("confirm", entry.id)
    memoire("undo", entry.id)
    undone = HistoryRow.objects.get(what="undone")
    assert memoire("undo", "--row", str(undone.pk)).exit_code == 0
    assert state(entry) == "confirmed"
    assert memoire("undo").exit_code == 2
    assert memoire("undo", entry.id, "--row", "1").exit_code == 2


def test_several_are_done_one_by_one_and_what_cannot_be_is_named(memoire: Memoire, entry: EntryRow) -> None:
    ids = list(EntryRow.objects.values_list("id", flat=True))
    done = memoire("confirm", *ids, "abc")
    assert done.exit_code == 1
    assert "refused: abc: the ledger has no entry 'abc'" in done.stderr
    assert {row.state for row in EntryRow.objects.all()} == {"confirmed"}


def test_reject_wants_a_reason(memoire: Memoire, entry: EntryRow) -> None:
    assert memoire("reject", entry.id).exit_code == 2
    assert memoire("reject", entry.id, "--reason", "a headline").exit_code == 0
    assert (state(entry), HistoryRow.objects.get(what="rejected").reason) == ("rejected", "a headline")


def test_correct(memoire: Memoire, entry: EntryRow) -> None:
    done = memoire("correct", entry.id, "firmness=planned", "areas=justice,crime", 'where={"span": [0, 9]}')
    assert done.exit_code == 0
    body = EntryRow.objects.get(pk=entry.pk).body
    assert (body["firmness"], body["areas"], body["where"]["text"]) == ("planned", ["justice", "crime"], "ISLAMABAD")
    memoire("correct", entry.id, "where.country=PAK")
    assert EntryRow.objects.get(pk=entry.pk).body["where"] == {"text": "ISLAMABAD", "span": [0, 9], "country": "PAK"}


@pytest.mark.parametrize(
    ("change", "status", "told"),
    [
        ("firmness", 2, "is not FIELD=VALUE"),
        ("firmness=sure", 3, "choose one of agreed, pledged, planned, wished, or leave it empty"),
        ("score=1", 2, "not to be corrected"),
        ("when.edtf=2024-11", 2, "give it whole"),
        ("by=[1", 2, "is not JSON"),
    ],
)
def test_a_wrong_correction_says_what_to_do(
    memoire: Memoire, entry: EntryRow, change: str, status: int, told: str
) -> None:
    done = memoire("correct", entry.id, change)
    assert (done.exit_code, told in done.stderr) == (status, True), done.stderr
    assert state(entry) == "proposed"


def test_changes_are_words_lists_or_json_and_a_dot_reaches_inside() -> None:
    body = {"when": {"text": "in May", "span": [0, 6], "edtf": None, "basis": "none"}}
    changes = ["when.edtf=2024-05", "when.basis=derived", "plover=null", "span=[1, 5]", "action=a=b"]
    assert parse_changes(changes, body) == {
        "when": {"text": "in May", "span": [0, 6], "edtf": "2024-05", "basis": "derived"},
        "plover": None,
        "span": [1, 5],
        "action": "a=b",
    }
    with pytest.raises(UsageError):
        parse_changes(["=x"], body)


def test_verify_is_0_where_all_is_well_and_1_with_the_fault_named(memoire: Memoire, entry: EntryRow) -> None:
    done = memoire("verify")
    assert done.exit_code == 0
    assert done.stdout.startswith("nothing wrong: 3 documents, 3 entries, 9 rows of history, head ")
    with connection.cursor() as cursor:
        for statement in append_only.drop_statements("sqlite"):
            cursor.execute(statement)
        cursor.execute("UPDATE document SET text = 'x' || text")
    done = memoire("verify")
    assert done.exit_code == 1
    assert f"document {entry.document_id}: its text is not that of its fingerprint" in done.stderr
