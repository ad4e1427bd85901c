"""The list of commands, and what is true of all of them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from memoire.cli.main import COMMANDS, main
from tests.cli.conftest import Memoire

HEAVY = ("django", "numpy", "onnxruntime", "rich", "trafilatura", "granian", "sqlite3")


def test_help_lists_every_command_with_an_example() -> None:
    shown = CliRunner().invoke(main, ["--help"]).stdout
    for name, summary in COMMANDS.items():
        assert summary.does in shown
        assert f"$ {summary.example}" in shown
        assert summary.example.startswith(f"memoire {name}")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_takes_a_ledger(name: str) -> None:
    shown = CliRunner().invoke(main, [name, "--help"])
    assert shown.exit_code == 0
    assert "--ledger PATH" in shown.stdout


@pytest.mark.parametrize("words", [["--help"], *([name, "--help"] for name in COMMANDS)], ids=" ".join)
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    code = (
        "import sys; from memoire.cli.main import main\n"
        f"try: main({words!r})\n"
        "except SystemExit: pass\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


def test_help_takes_less_than_0_4_seconds() -> None:
    """Of processor time, so that a busy machine does not fail it."""
    before = os.times()
    subprocess.run([sys.executable, "-m", "memoire.cli", "--help"], capture_output=True, check=True)
    after = os.times()
    taken = after.children_user + after.children_system - before.children_user - before.children_system
    assert 0 < taken < 0.4


def test_an_unknown_command_is_wrong_usage() -> None:
    assert CliRunner().invoke(main, ["promise"]).exit_code == 2


@pytest.mark.parametrize(
    "words",
    [["list", "all"], ["show", "a"], ["verify"], ["confirm", "a"], ["undo", "a"], ["correct", "a", "kind=event"]],
)
def test_without_a_ledger_they_say_how_to_make_one_and_make_none(
    memoire: Memoire, ledger_file: Path, words: list[str]
) -> None:
    done = memoire(*words)
    assert done.exit_code == 3
    assert (
        done.stderr
        == f"memoire: there is no ledger at {ledger_file}; `memoire add` makes one, `memoire demo` a sample\n"
    )
    assert not ledger_file.exists()


def test_a_file_that_is_no_ledger_is_named(memoire: Memoire, ledger_file: Path) -> None:
    ledger_file.write_text("not a database, but a letter of some length, as people keep them beside their ledgers")
    done = memoire("verify")
    assert done.exit_code == 3
    assert f"{ledger_file} cannot be opened as a ledger (file is not a database)" in done.stderr


def test_a_folder_that_cannot_be_made_is_named(folder: Path) -> None:
    within_a_file = folder / "1-dialogue.txt" / "ledger.sqlite3"
    done = CliRunner().invoke(main, ["add", str(folder), "--ledger", str(within_a_file)])
    assert done.exit_code == 3
    assert "give another place with --ledger" in done.stderr
