"""The sample ledger of `memoire demo`, kept apart from the user's own so that it can be thrown away whole."""

import shutil

from django.db import connections

from memoire.errors import LedgerError
from memoire.ledger.opening import open_ledger
from memoire.ledger.place import data_folder, ledger_path, sample_path


def is_sample_open() -> bool:
    """Whether this process works on the sample ledger."""
    return str(connections["default"].settings_dict["NAME"]) == str(sample_path())


def remove_demo() -> None:
    """Delete the sample ledger; a desk that shows it goes on with the user's own."""
    was_open, folder = is_sample_open(), sample_path().parent
    if not folder.exists():
        raise LedgerError(f"there is no sample ledger at {folder}")
    connections.close_all()
    shutil.rmtree(folder)
    if was_open:
        open_ledger(ledger_path(data_folder()))
