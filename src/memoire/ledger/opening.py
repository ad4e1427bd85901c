"""Opening a ledger: Django loaded, its file found or made, its tables of this version."""

import os
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from memoire.errors import LedgerError


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
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as error:
        path = connection.settings_dict["NAME"]
        raise LedgerError(f"{path} cannot be opened as a ledger ({error}); give another with --ledger") from error
