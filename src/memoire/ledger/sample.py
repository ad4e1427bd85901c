"""The sample ledger of `memoire demo`, kept apart from the user's own so that it can be thrown away whole."""

import os
import shutil
from pathlib import Path
from typing import Final

from django.db import connections

import memoire.registries
from memoire.errors import LedgerError
from memoire.ledger.opening import open_ledger
from memoire.ledger.place import data_folder, ledger_path, sample_path

SAMPLE_DOCUMENTS: Final = Path(memoire.registries.__file__).parent / "sample" / "documents.jsonl"
_OWN: Final = "MEMOIRE_OWN_LEDGER"  # where the user's ledger lies, while the sample is open


def open_sample(given: str | None = None) -> None:
    """Open the sample ledger, or one at `given` that holds nothing but the sample.

    Raises:
        LedgerError: there is a ledger at `given` with documents of its own.
    """
    os.environ.setdefault(_OWN, str(ledger_path()))
    place = ledger_path(given) if given else sample_path()
    open_ledger(place)
    from memoire.ledger.tables import DocumentRow  # noqa: PLC0415 - needs the open ledger

    if DocumentRow.objects.exclude(given_id__startswith="sample/").exists():
        raise LedgerError(f"{place} holds documents of its own; the sample is not mixed with them: give another place")


def is_sample_open() -> bool:
    """Whether this process works on the sample ledger in its own place, which can be removed."""
    return str(connections["default"].settings_dict["NAME"]) == str(sample_path())


def remove_demo() -> None:
    """Delete the sample ledger; a desk that shows it goes on with the user's own."""
    folder = sample_path().parent
    if not folder.exists():
        raise LedgerError(f"there is no sample ledger at {folder}")
    was_open = os.environ.get("MEMOIRE_LEDGER") == str(sample_path())
    if was_open:
        connections.close_all()
    shutil.rmtree(folder)
    if was_open:
        open_ledger(Path(os.environ.get(_OWN) or ledger_path(data_folder())))
