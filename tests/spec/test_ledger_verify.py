"""`verify` names what was changed behind the ledger's back. The triggers are dropped first, as a forger would."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection

from memoire.ledger import actions, append_only
from memoire.ledger.chain import START, canonical, hash_of, head
from memoire.ledger.opening import open_ledger
from memoire.ledger.tables import EntryRow, HistoryRow
from memoire.ledger.verifying import Fault, verify
from tests.cli.fake_reader import FakeReader, make_document

TEXT = "Pakistan will train officers in October. Canada praised Pakistan."


@pytest.fixture
def tampered(ledger_file: Path) -> Callable[[str], list[Fault]]:
    """Runs a statement on a ledger behind its back, and returns what `verify` finds."""
    open_ledger(ledger_file)
    actions.add_reading(FakeReader().read(make_document(TEXT)), who="tester")
    entry = EntryRow.objects.order_by("span_start").first()
    assert entry is not None
    actions.confirm(entry.id, who="tester")
    assert list(verify()) == []
    connection.close()

    def tamper(statement: str) -> list[Fault]:
        with sqlite3.connect(ledger_file) as forger:
            for drop in append_only.drop_statements("sqlite"):
                forger.execute(drop)
            forger.execute(statement)
        forger.close()
        return list(verify())

    return tamper


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE history SET who = 'nobody' WHERE what = 'confirmed'", "history 5: was changed after it was written"),
        ("DELETE FROM history WHERE id = 2", "history 3: does not follow the row before it"),
        ("UPDATE document SET text = replace(text, 'train', 'drain')", "its text is not that of its fingerprint"),
        ("UPDATE document SET original = x'00'", "its original bytes are not those of its fingerprint"),
        ("UPDATE document SET published = '2020-01-01'", "published was '2024-07-14' and is '2020-01-01'"),
        ("UPDATE reading SET body = '{}'", "reading 1: is not what history says was read"),
        ("UPDATE entry SET state = 'rejected' WHERE state = 'confirmed'", "state was 'confirmed' and is 'rejected'"),
        ("UPDATE entry SET quote = 'Pakistan will pay' WHERE kind = 'commitment'", "is 'Pakistan will pay'"),
        ("UPDATE entry SET latest = '2030-01-01' WHERE kind = 'commitment'", "latest was datetime.date(2024, 10, 31)"),
        ("UPDATE party SET role = 'to' WHERE role = 'by'", "parties was"),
        ("UPDATE actor SET country = 'IND' WHERE country = 'PAK'", "parties was"),
        ("UPDATE entry_country SET country = 'IND' WHERE country = 'PAK'", "countries was"),
        ("UPDATE entry_area SET area = 'sport'", "areas was"),
        ("UPDATE entry_words SET action = 'nothing'", "words was"),
        ("DELETE FROM entry_area", "areas was"),
        ("UPDATE history SET after = '{}' WHERE what = 'confirmed'", "not tell of it in the shape of an entry"),
        ("UPDATE history SET after = '[]' WHERE what = 'read'", "reading 1: is not what history says was read"),
        ("UPDATE entry SET body = '{}' WHERE kind = 'stance'", "body was {'id':"),
    ],
)
def test_names_what_was_changed(tampered: Callable[[str], list[Fault]], statement: str, named: str) -> None:
    faults = tampered(statement)
    assert any(named in str(fault) for fault in faults), faults


def test_a_forged_row_is_named_though_it_carries_a_right_hash(tampered: Callable[[str], list[Fault]]) -> None:
    row = HistoryRow.objects.get(what="confirmed")
    row.who = "somebody else"
    faults = tampered(f"UPDATE history SET who = 'somebody else', hash = '{hash_of(row)}' WHERE id = {row.pk}")  # noqa: S608
    assert faults == []  # the last row of all: only a head noted elsewhere shows it
    row = HistoryRow.objects.get(what="read")
    row.who = "somebody else"
    faults = tampered(f"UPDATE history SET who = 'somebody else', hash = '{hash_of(row)}' WHERE id = {row.pk}")  # noqa: S608
    assert [str(fault) for fault in faults] == [
        f"history {row.pk + 1}: does not follow the row before it; a row was removed, added or moved"
    ]


def test_a_cut_end_is_named(tampered: Callable[[str], list[Fault]]) -> None:
    faults = tampered("DELETE FROM history WHERE what = 'confirmed'")
    assert any("state was 'proposed' and is 'confirmed'" in str(fault) for fault in faults)


def test_a_document_that_is_gone_is_named(tampered: Callable[[str], list[Fault]]) -> None:
    faults = tampered("DELETE FROM document")
    assert [fault.reason for fault in faults if fault.where == "document"] == ["is in history, and gone"]


def test_an_entry_that_is_gone_and_one_from_nowhere_are_named(tampered: Callable[[str], list[Fault]]) -> None:
    faults = tampered("UPDATE entry SET id = 'ffffffffffffffff' WHERE kind = 'stance'")
    reasons = {fault.reason for fault in faults if fault.where == "entry"}
    assert {"history does not know it", "is in history, and gone"} <= reasons


@pytest.mark.django_db
def test_the_head_of_an_empty_history_is_the_start() -> None:
    assert head() == START


def test_canonical_json_has_one_spelling() -> None:
    assert canonical({"b": [1.5, None], "a": "é"}) == '{"a":"é","b":[1.5,null]}'.encode()
