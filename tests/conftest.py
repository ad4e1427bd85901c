"""What all tests share: a key of their own, no user's data touched, and ledgers in a temporary place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from memoire.ledger import append_only


@pytest.fixture(autouse=True)
def _no_data_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The settings make their key in the ledger's folder when first asked; in tests that is nobody's folder."""
    monkeypatch.setattr(settings, "SECRET_KEY", "for tests")
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "data-folder"))
    monkeypatch.delenv("MEMOIRE_LEDGER", raising=False)
    monkeypatch.setenv("MEMOIRE_WHO", "tester")


@pytest.fixture(scope="session", autouse=True)
def _flush_past_the_triggers(django_db_setup: None) -> None:
    """Tests that commit empty the tables afterwards, which the triggers of the ledger rightly forbid."""
    plain_flush = connection.ops.sql_flush

    def flush(*args: object, **kwargs: object) -> list[str]:
        drop, create = append_only.drop_statements("sqlite"), append_only.create_statements("sqlite")
        return [*drop, *plain_flush(*args, **kwargs), *create]

    connection.ops.sql_flush = flush


@pytest.fixture
def ledger_file(tmp_path: Path, django_db_blocker: object) -> Iterator[Path]:
    """The place of a ledger of its own in a file, not made yet; for tests that open it as the command line does."""
    name, kept = connection.settings_dict["NAME"], connection.connection
    connection.connection = None  # kept open meanwhile: the tests' own database is in memory and would be lost
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        yield tmp_path / "ledger.sqlite3"
        connection.close()
    connection.settings_dict["NAME"], connection.connection = name, kept
