"""`memoire brief`, `calendar` and `export`."""

import csv
import zipfile
from pathlib import Path

import pytest
import vobject

from tests.cli.conftest import Memoire


@pytest.fixture(autouse=True)
def _added(memoire: Memoire, folder: Path) -> None:
    memoire("add", folder)


@pytest.mark.parametrize(
    ("ending", "begins"), [("docx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!doctype html>"), ("md", b"**TLP:CLEAR**")]
)
def test_the_ending_says_the_form(memoire: Memoire, tmp_path: Path, ending: str, begins: bytes) -> None:
    target = tmp_path / f"brief.{ending}"
    done = memoire("brief", "usa", "PAK", "--for", "PAK", "--on", "2024-09-01", "--to", target)
    assert (done.exit_code, done.stderr) == (0, f"{target}: TLP:CLEAR, 2 footnotes\n")
    assert target.read_bytes().startswith(begins)
    again = tmp_path / f"again.{ending}"
    memoire("brief", "usa", "PAK", "--for", "PAK", "--on", "2024-09-01", "--to", again)
    assert again.read_bytes() == target.read_bytes()


def test_without_for_it_is_written_for_the_first_named(memoire: Memoire, tmp_path: Path) -> None:
    memoire("brief", "PAK", "USA", "--to", tmp_path / "brief.md")
    assert "Brief for Pakistan" in (tmp_path / "brief.md").read_text(encoding="utf-8")


def test_an_aide_memoire_has_no_heading_but_its_name(memoire: Memoire, tmp_path: Path) -> None:
    memoire("brief", "PAK", "USA", "--form", "aide-memoire", "--to", tmp_path / "left.md", "--on", "2024-09-01")
    lines = (tmp_path / "left.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("#")] == ["# Aide-mémoire"]
    assert "1 September 2024" in lines


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["brief", "PAK", "XYZ", "--to", "b.md"], "'XYZ' is no state"),
        (["brief", "PAK", "--to", "b.md"], "two states or more"),
        (["brief", "PAK", "USA", "--for", "CAN", "--to", "b.md"], "--for takes one of them"),
        (["brief", "PAK", "USA", "--to", "b.odt"], "end the name in .docx, .pdf, .html, .md"),
        (["brief", "PAK", "USA", "--to", "no/such/folder/b.md"], "give another place with --to"),
        (["brief", "PAK", "USA", "--up-to", "secret", "--to", "b.md"], "secret"),
        (["export", "--as", "xlsx", "--to", "f"], "xlsx"),
    ],
)
def test_wrong_usage_says_what_to_do(
    memoire: Memoire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = memoire(*words)
    assert done.exit_code == 2
    assert told in done.stderr
    assert not (tmp_path / "b.md").exists()


def test_calendar_says_what_it_wrote(memoire: Memoire, tmp_path: Path) -> None:
    (tmp_path / "promise.txt").write_text("Pakistan will host a dialogue in October.", encoding="utf-8")
    memoire("add", tmp_path / "promise.txt", "--published", "2024-07-14")
    told = memoire("calendar", "--to", tmp_path / "all.ics").stderr
    written = (tmp_path / "all.ics").read_text(encoding="utf-8")
    meetings, to_dos = (written.count(f"BEGIN:{part}\n") for part in ("VEVENT", "VTODO"))
    assert meetings + to_dos > 0
    assert f"{meetings} meeting" in told
    assert f"{to_dos} to-do" in told


def test_calendar_is_of_all_or_of_the_countries_named(memoire: Memoire, tmp_path: Path) -> None:
    for name, countries in (("all", ()), ("shared", ("USA", "PAK"))):
        assert memoire("calendar", *countries, "--to", tmp_path / f"{name}.ics").exit_code == 0
    whole, shared = (vobject.readOne((tmp_path / f"{name}.ics").read_text("utf-8")) for name in ("all", "shared"))
    assert whole.prodid.value == shared.prodid.value
    assert len(list(whole.components())) >= len(list(shared.components()))


def test_export_writes_a_folder_and_says_how_much(memoire: Memoire, tmp_path: Path) -> None:
    done = memoire("export", "--to", tmp_path / "out", "--as", "csv")
    assert (done.exit_code, done.stderr) == (0, f"{tmp_path / 'out'}: 3 entries\n")
    with (tmp_path / "out/entries.csv").open(encoding="utf-8", newline="") as file:
        assert [row["kind"] for row in csv.DictReader(file)] == ["commitment", "event", "stance"]
    between = memoire("export", "--to", tmp_path / "two", "--as", "jsonl", "--between", "PAK", "CAN")
    assert between.stderr.endswith(": 1 entry\n")


def test_a_docx_is_whole(memoire: Memoire, tmp_path: Path) -> None:
    memoire("brief", "PAK", "USA", "--to", tmp_path / "brief.docx")
    assert zipfile.ZipFile(tmp_path / "brief.docx").testzip() is None
