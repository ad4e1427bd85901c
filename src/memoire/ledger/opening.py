"""Opening a ledger: Django loaded, its file found or made, its tables of this version."""

import os
import time
from pathlib import Path
from typing import Final

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.exceptions import MigrationSchemaMissing
from django.db.migrations.executor import MigrationExecutor

from memoire.errors import LedgerError

ATTEMPTS: Final = 4
SECONDS_BETWEEN_ATTEMPTS: Final = 0.1


def open_ledger(path: Path, *, create: bool = True) -> None:
    """Make the ledger at `path` the one that this process works on.

    Raises:
        LedgerError: there is none and `create` is false, or it cannot be written.
    """
    if not create and not path.exists():
        raise LedgerError(f"there is no ledger at {path}; `memoire add` makes one, `memoire demo` a sample")
    _make_folder(path.parent)
    _load_django(path)
    _turn_to(path)
    _bring_up_to_date()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(f"{folder} cannot be made ({error.strerror}); give another place with --ledger") from error


def _load_django(path: Path) -> None:
    os.environ["MEMOIRE_LEDGER"] = str(path)  # for processes that this one starts
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "memoire.config.settings")
    if not apps.ready:
        django.setup()


def _turn_to(path: Path) -> None:
    if str(connection.settings_dict["NAME"]) != str(path):
        connection.close()
        connection.settings_dict["NAME"] = str(path)  # one dict for all threads
    settings.LEDGER = path


def _bring_up_to_date() -> None:
    """Lay the tables of this version. Of processes that do so at once, one does it and the others look again."""
    for attempt in range(ATTEMPTS):
        time.sleep(attempt * SECONDS_BETWEEN_ATTEMPTS)
        try:
            executor = MigrationExecutor(connection)
            if executor.migration_plan(executor.loader.graph.leaf_nodes()):
                call_command("migrate", verbosity=0, interactive=False)
        except (DatabaseError, MigrationSchemaMissing) as error:
            failed = error
        else:
            return
    path = connection.settings_dict["NAME"]
    raise LedgerError(f"{path} cannot be opened as a ledger ({failed}); give another with --ledger") from failed
