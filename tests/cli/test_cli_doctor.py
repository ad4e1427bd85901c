"""`memoire doctor` names what is wrong and how to mend it."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from memoire.cli import examining
from memoire.cli.main import main


@pytest.fixture
def weights(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of weights that is well."""
    folder = tmp_path / "weights"
    folder.mkdir()
    (folder / "encoder.onnx").write_bytes(b"weights")
    (folder / "tokenizer.json").write_text("{}")
    (folder / "weights.json").write_text(json.dumps({"fingerprint": examining.fingerprint(folder)}))
    monkeypatch.setattr(examining, "WEIGHTS", folder)
    return folder


def doctor(ledger: Path) -> Result:
    return CliRunner().invoke(main, ["doctor", "--ledger", str(ledger)])


def test_says_that_all_is_well_and_makes_nothing(weights: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "new" / "ledger.sqlite3"
    done = doctor(ledger)
    assert done.exit_code == 0
    assert "BAD" not in done.stdout
    for name in ("Python", "libraries for reading", "the reader's weights", "SQLite", "ledger", "browser"):
        assert f"ok   {name}: " in done.stdout
    assert not ledger.parent.exists()


def test_names_weights_that_were_changed(weights: Path, tmp_path: Path) -> None:
    (weights / "encoder.onnx").write_bytes(b"other weights")
    done = doctor(tmp_path)
    assert done.exit_code == 1
    assert "BAD  the reader's weights: sha256:" in done.stdout
    assert "install the package again" in done.stdout


def test_names_weights_that_are_missing(weights: Path, tmp_path: Path) -> None:
    (weights / "weights.json").unlink()
    assert "BAD  the reader's weights" in doctor(tmp_path).stdout


def test_names_a_library_that_is_missing(weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(examining.LIBRARIES, "reading", ("numpy", "no_such_library"))
    done = doctor(tmp_path)
    assert (done.exit_code, "missing: no_such_library" in done.stdout) == (1, True)


def test_names_a_python_that_is_too_old(weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examining, "OLDEST_PYTHON", (sys.version_info[0], sys.version_info[1] + 1))
    assert "BAD  Python" in doctor(tmp_path).stdout


def test_names_a_place_where_no_ledger_can_be(weights: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = doctor(tmp_path / "file" / "ledger.sqlite3")
    assert done.exit_code == 1
    assert "BAD  ledger" in done.stdout
    assert "--ledger" in done.stdout
