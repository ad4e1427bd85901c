"""What `confirm`, `accept`, `reject` and `undo` share: one deed done to each of some entries or links."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from memoire.cli.reading import exit_status
from memoire.errors import MemoireError

if TYPE_CHECKING:
    from memoire.ledger.tables import HistoryRow


def do_to_each(ids: Sequence[str], deed: "Callable[[str], HistoryRow]") -> int:
    """Do the deed to each entry or link, by the beginning of its id; say what was done, and refuse what cannot be.

    Returns the exit status.
    """
    refused = 0
    for id_ in ids:
        try:
            done = deed(id_)
        except MemoireError as error:
            refused += 1
            click.echo(f"refused: {id_}: {error}", err=True)
        else:
            about = done.link or done.entry
            click.echo(f"{about} {done.what}; take it back with: memoire undo {about}")
    return exit_status(len(ids) - refused, refused)
