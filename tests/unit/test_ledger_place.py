"""Where a ledger lies, its key, and who works on it."""

from pathlib import Path

import pytest

from memoire.ledger.place import LEDGER_FILE, data_folder, ledger_path, sample_path, secret_key, who_works_here


def test_what_is_given_goes_before_the_environment_and_that_before_the_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert ledger_path() == data_folder() / LEDGER_FILE
    monkeypatch.setenv("MEMOIRE_LEDGER", str(tmp_path / "named.sqlite3"))
    assert ledger_path() == tmp_path / "named.sqlite3"
    assert ledger_path(tmp_path / "given.sqlite3") == tmp_path / "given.sqlite3"


def test_a_folder_stands_for_the_ledger_in_it(tmp_path: Path) -> None:
    dotted = tmp_path / "ministry.v2"
    dotted.mkdir()
    assert ledger_path(dotted) == dotted / LEDGER_FILE
    assert ledger_path(tmp_path / "not-made-yet") == tmp_path / "not-made-yet" / LEDGER_FILE


def test_a_path_is_taken_from_here_and_from_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert ledger_path("a.db") == tmp_path / "a.db"
    assert ledger_path("~/a.db") == tmp_path / "home" / "a.db"


def test_the_sample_has_a_folder_of_its_own() -> None:
    assert sample_path().parent.parent == data_folder()
    assert sample_path() != ledger_path()


@pytest.mark.parametrize(
    ("platform", "variable", "end"),
    [
        ("linux", "XDG_DATA_HOME", "aide-memoire"),
        ("win32", "LOCALAPPDATA", "aide-memoire"),
        ("darwin", "HOME", "Library/Application Support/aide-memoire"),
    ],
)
def test_the_data_folder_follows_the_custom_of_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, variable: str, end: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setenv(variable, str(tmp_path))
    assert data_folder() == tmp_path / end


def test_the_key_is_made_once_and_is_the_owners_alone(tmp_path: Path) -> None:
    key = secret_key(tmp_path / "new")
    assert len(key) >= 50
    assert secret_key(tmp_path / "new") == key != secret_key(tmp_path / "other")
    assert (tmp_path / "new" / "secret-key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["secret-key"]


def test_history_names_the_login_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEMOIRE_WHO", "A. Desk Officer")
    assert who_works_here() == "A. Desk Officer"
    monkeypatch.delenv("MEMOIRE_WHO")
    monkeypatch.setattr("getpass.getuser", lambda: "aofficer")
    assert who_works_here() == "aofficer"

    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert who_works_here() == "desk"
