"""`memoire read`: readings printed, nothing stored."""

import json
from pathlib import Path

from tests.cli.conftest import Memoire


def test_json_is_one_object_a_line_in_the_order_given(memoire: Memoire, folder: Path) -> None:
    done = memoire("read", folder / "3-praise.txt", folder / "1-dialogue.txt", "--as", "json")
    first, second = map(json.loads, done.stdout.splitlines())
    assert done.exit_code == 0
    assert [e["kind"] for e in first["entries"] + second["entries"]] == ["stance", "commitment"]
    assert list(first) == ["document", "reader", "entries"]
    text, entry = second["document"]["text"], second["entries"][0]
    assert text[slice(*entry["span"])] == entry["quote"]


def test_reading_adds_sentences_names_times_and_attributions(memoire: Memoire, folder: Path) -> None:
    done = memoire("read", folder / "1-dialogue.txt", "--as", "reading")
    assert {"sentences", "names", "times", "attributions"} < set(json.loads(done.stdout))


def test_the_same_twice_is_the_same_to_the_byte(memoire: Memoire, folder: Path) -> None:
    once, again = (memoire("read", folder, "--as", "json").stdout_bytes for _ in range(2))
    assert once == again != b""


def test_what_is_refused_is_named_and_the_rest_goes_on(memoire: Memoire, folder: Path) -> None:
    done = memoire("read", folder, "--as", "json")
    assert (done.exit_code, len(done.stdout.splitlines())) == (1, 3)
    assert done.stderr.count("refused: ") == 2


def test_nothing_read_is_3_and_no_source_is_2(memoire: Memoire, folder: Path) -> None:
    assert memoire("read", folder / "4-empty.txt").exit_code == 3
    assert memoire("read").exit_code == 2


def test_standard_input(memoire: Memoire, folder: Path) -> None:
    done = memoire("read", "-", "--as", "json", stdin=(folder / "1-dialogue.txt").read_bytes())
    assert json.loads(done.stdout)["entries"][0]["kind"] == "commitment"


def test_text_shows_a_card_for_each_entry(memoire: Memoire, folder: Path) -> None:
    shown = memoire("read", folder / "1-dialogue.txt").stdout
    for words in (
        "C commitment",
        "“ISLAMABAD, 14 July 2024: The United States and Pakistan will",
        "United States (USA), Pakistan (PAK)",
    ):
        assert words in shown
    assert "pledged · checkable yes · polarity + · CONSULT" in shown
    assert "1 entry" in shown
    assert not [line for line in shown.splitlines() if line != line.rstrip()]


def test_text_lets_no_control_character_of_a_document_through(memoire: Memoire, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.txt"
    hostile.write_text(
        "ISLAMABAD, 14 July 2024: Pakistan will host \u202e\x1b[31m the United States for a dialogue about crime."
    )
    shown = memoire("read", hostile)
    assert shown.exit_code == 0
    assert "Pakistan will host" in shown.stdout
    assert not {"\x1b", "\u202e"} & set(shown.stdout)


def test_nothing_is_stored(memoire: Memoire, folder: Path, ledger_file: Path) -> None:
    memoire("read", folder)
    assert not ledger_file.exists()
