"""`memoire list` and `memoire show`."""

import csv
import io
import json
from pathlib import Path

import pytest

from memoire.cli.sheets import COLUMNS, safe_cell
from memoire.ledger.tables import EntryRow
from tests.cli.conftest import Memoire


@pytest.fixture(autouse=True)
def _added(memoire: Memoire, folder: Path) -> None:
    memoire("add", folder)


def kinds(output: str) -> list[str]:
    return [json.loads(line)["kind"] for line in output.splitlines()]


def test_json_is_the_entry_with_what_the_ledger_knows(memoire: Memoire) -> None:
    done = memoire("list", "commitment", "--as", "json")
    (entry,) = map(json.loads, done.stdout.splitlines())
    row = EntryRow.objects.get(kind="commitment")
    assert (entry["id"], entry["quote"], entry["by"][0]["country"]) == (row.id, row.quote, "USA")
    assert entry["document"]["published"] == "2024-07-14"
    assert (entry["state"], entry["lifecycle"], entry["outcome"], entry["evidence"]) == (
        "proposed",
        "open",
        None,
        "none-found",
    )


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["all"], ["stance", "event", "commitment"]),
        (["all", "--between", "USA", "PAK"], ["stance", "commitment"]),
        (["all", "--between", "PAK", "USA", "--between", "PAK", "CAN"], []),
        (["all", "--by", "USA"], ["commitment"]),
        (["all", "--area", "sport"], ["event"]),
        (["all", "--words", "dialogue"], ["commitment"]),
        (["commitment", "--due", "2024"], []),
        (["commitment", "--lifecycle", "open", "--as-of", "2024-08-01"], ["commitment"]),
        (["commitment", "--state", "confirmed"], []),
    ],
)
def test_filters(memoire: Memoire, options: list[str], found: list[str]) -> None:
    done = memoire("list", *options, "--as", "json")
    assert (done.exit_code, kinds(done.stdout)) == (0, found)


@pytest.mark.parametrize(
    "options", [["promise"], ["all", "--area", "cooking"], ["all", "--due", "soon"], ["all", "--lifecycle", "shut"]]
)
def test_what_is_no_value_is_wrong_usage(memoire: Memoire, options: list[str]) -> None:
    assert memoire("list", *options).exit_code == 2


def test_a_table_says_how_many_there_are_and_what_they_are_sorted_by(memoire: Memoire) -> None:
    shown = memoire("list", "all").stdout
    assert "3 entries, sorted by published" in shown
    assert not [line for line in shown.splitlines() if line != line.rstrip()]
    assert EntryRow.objects.get(kind="commitment").id[:8] in shown
    assert memoire("list", "request").stdout == "0 entries, sorted by published\n"


def test_csv_has_a_head_and_a_line_an_entry(memoire: Memoire) -> None:
    lines = list(csv.DictReader(io.StringIO(memoire("list", "all", "--as", "csv").stdout)))
    assert list(lines[0]) == list(COLUMNS)
    assert [line["kind"] for line in lines] == ["stance", "event", "commitment"]
    assert lines[2]["by_countries"] == "USA; PAK"


@pytest.mark.parametrize("hostile", ["=cmd|' /C calc'!A0", "+1+2", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_csv_runs_no_formula(hostile: str) -> None:
    assert safe_cell(hostile) == "'" + hostile


def test_csv_leaves_other_cells_as_they_are() -> None:
    assert [safe_cell(value) for value in ("+", "-", "a=1", None, 0.5)] == ["+", "-", "a=1", "", "0.5"]


def test_show_takes_the_first_digits_of_an_id(memoire: Memoire) -> None:
    row = EntryRow.objects.get(kind="commitment")
    shown = memoire("show", row.id[:8]).stdout
    for words in (row.id, "C commitment", "proposed · marked clear · open", "History", "tester proposed"):
        assert words in shown
    assert "ISLAMABAD, 14 July 2024: The United States and Pakistan will hold" in shown  # words in their context


def test_show_as_json_has_the_history(memoire: Memoire) -> None:
    row = EntryRow.objects.get(kind="commitment")
    told = json.loads(memoire("show", row.id, "--as", "json").stdout)
    assert (told["id"], [deed["what"] for deed in told["history"]]) == (row.id, ["proposed"])


def test_an_unknown_id_is_3_in_one_line(memoire: Memoire) -> None:
    done = memoire("show", "abc")
    assert done.exit_code == 3
    assert done.stderr == "memoire: the ledger has no entry 'abc'; `memoire list all` shows what there is\n"
