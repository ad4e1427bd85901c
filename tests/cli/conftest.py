"""The command line, called as a user calls it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from memoire.cli.main import main
from tests.cli.fake_reader import FakeReader

Memoire = Callable[..., Result]


@pytest.fixture
def memoire(ledger_file: Path) -> Memoire:
    """Runs a command on a ledger of its own, with the fake reader."""

    def run(*arguments: str | Path, stdin: str | bytes | None = None, reader: FakeReader | None = None) -> Result:
        words = [str(argument) for argument in arguments]
        return CliRunner().invoke(main, [*words, "--ledger", str(ledger_file)], input=stdin, obj=reader or FakeReader())

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports and two files that cannot be read."""
    reports = tmp_path / "reports"
    reports.mkdir()
    texts = {
        "1-dialogue.txt": "ISLAMABAD, 14 July 2024: The United States and Pakistan will hold a dialogue on crime in "
        "the capital, the interior ministry said on Sunday.\n",
        "2-cricket.txt": "OTTAWA, 1 August 2024: Pakistan met Canada about cricket and about other sports in the "
        "summer, the sports ministry said on Thursday.\n",
        "3-praise.txt": "ISLAMABAD, 2 August 2024: Pakistan praised the United States for what it did on the same day, "
        "the interior ministry said on Friday.\n",
    }
    for name, text in texts.items():
        (reports / name).write_text(text, encoding="utf-8")
    (reports / "4-empty.txt").write_bytes(b"")
    (reports / "5-binary.bin").write_bytes(bytes(range(256)) * 20)
    return reports
