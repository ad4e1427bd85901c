"""`memoire compare`."""

import json
from pathlib import Path

import pytest

from memoire.ledger.tables import DocumentRow
from tests.cli.conftest import Memoire

OURS = "ISLAMABAD, 14 July 2024: The United States and Pakistan will hold a dialogue on crime in October.\n"
THEIRS = (
    "WASHINGTON, 14 July 2024: Pakistan and the United States will hold a dialogue on crime in November.\n"
    "Pakistan praised the United States for what it did on the same day.\n"
)


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "ours.txt", tmp_path / "theirs.txt"
    for path, text in zip(paths, (OURS, THEIRS), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_files_are_read_on_the_fly_and_not_stored(memoire: Memoire, two: tuple[Path, Path], ledger_file: Path) -> None:
    done = memoire("compare", *two, "--as", "json")
    found = json.loads(done.stdout)
    assert done.exit_code == 0
    assert found["counts"] == {"all": 1, "some": 0, "one": 1, "differently": 1}
    assert {"what": "day", "said": ["2024-10", "2024-11"]} in found["lines"][0]["differences"]
    assert not ledger_file.exists()


def test_the_table_names_what_differs_in_words(memoire: Memoire, two: tuple[Path, Path]) -> None:
    shown = memoire("compare", *two).stdout
    assert "day: 1 2024-10 | 2 2024-11" in shown
    assert "2 lines: 1 said by all, 0 by some, 1 by one; 1 said differently" in shown
    assert not [line for line in shown.splitlines() if line != line.rstrip()]


def test_documents_of_the_ledger_are_found_by_the_first_digits_of_their_ids(
    memoire: Memoire, two: tuple[Path, Path]
) -> None:
    memoire("add", *two)
    ids = list(DocumentRow.objects.values_list("id", flat=True))
    found = json.loads(memoire("compare", *(id_[:8] for id_ in ids), "--as", "json").stdout)
    assert sorted(one["id"] for one in found["readouts"]) == sorted(ids)
    mixed = memoire("compare", ids[0], two[1], "--as", "json")
    assert mixed.exit_code == 0
    assert json.loads(mixed.stdout)["readouts"][0]["id"] == ids[0]


def test_one_document_is_wrong_usage(memoire: Memoire, two: tuple[Path, Path]) -> None:
    assert memoire("compare", two[0]).exit_code == 2
    assert memoire("compare").exit_code == 2


def test_what_cannot_be_read_is_named_and_the_rest_compared(
    memoire: Memoire, two: tuple[Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = memoire("compare", *two, tmp_path / "empty.txt")
    assert done.exit_code == 1
    assert "empty.txt" in done.stderr
    assert "2 lines" in done.stdout
    alone = memoire("compare", two[0], tmp_path / "empty.txt")
    assert alone.exit_code == 3
    assert "fewer than two documents are left" in alone.stderr


def test_an_unknown_id_and_a_missing_ledger_say_so(memoire: Memoire, two: tuple[Path, Path]) -> None:
    without = memoire("compare", two[0], "abc")
    assert without.exit_code == 3
    assert "there is no ledger" in without.stderr
    memoire("add", *two)
    unknown = memoire("compare", "abc", "xyz")
    assert unknown.exit_code == 3
    assert "'xyz' is neither a file nor a document of the ledger" in unknown.stderr


def test_no_control_character_of_a_document_reaches_the_terminal(memoire: Memoire, two: tuple[Path, Path]) -> None:
    two[0].write_text("The United States and Pakistan will hold a \x1b[31mdialogue on crime.\n", encoding="utf-8")
    assert "\x1b" not in memoire("compare", *two).stdout
