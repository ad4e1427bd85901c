"""`memoire undo`: take back what was done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from memoire.cli.options import ledger_option, open_at
from memoire.cli.reviewing import do_to_each
from memoire.errors import UsageError
from memoire.ledger.place import who_works_here

if TYPE_CHECKING:
    from memoire.ledger.tables import HistoryRow


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID...]")
@click.option("--row", type=int, help="A row of history, as `memoire show` numbers them; also the row of an undoing.")
@click.option("--reason", default="", help="Kept in history.")
@ledger_option
@click.pass_context
def command(ctx: click.Context, ids: Sequence[str], row: int | None, reason: str, ledger: str | None) -> None:
    """Undo the last deed of a person on an entry or link, with what that brought about; again, and the one before.

    Or undo one --row of history.
    """
    if bool(ids) == (row is not None):
        raise UsageError("give the ID of an entry, or a --row of history")
    open_at(ledger)
    from memoire.ledger.actions import undo  # noqa: PLC0415 - Django
    from memoire.ledger.queries import find_entry, find_link, is_link, last_deed  # noqa: PLC0415

    if row is not None:
        done = undo(row, who=who_works_here(), reason=reason)
        click.echo(f"row {row} undone by row {done.pk}")
        return

    def one(id_: str) -> "HistoryRow":
        whole = find_link(id_).pk if is_link(id_) else find_entry(id_).id
        return undo(last_deed(whole).pk, who=who_works_here(), reason=reason)

    ctx.exit(do_to_each(ids, one))
