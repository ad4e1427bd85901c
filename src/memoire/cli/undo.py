"""`memoire undo`: take back what was done."""

from collections.abc import Sequence

import click

from memoire.cli.options import ledger_option, open_at
from memoire.cli.reviewing import do_to_each
from memoire.errors import UsageError
from memoire.ledger.place import who_works_here


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID...]")
@click.option("--row", type=int, help="A row of history, as `memoire show` numbers them; also the row of an undoing.")
@click.option("--reason", default="", help="Kept in history.")
@ledger_option
@click.pass_context
def command(ctx: click.Context, ids: Sequence[str], row: int | None, reason: str, ledger: str | None) -> None:
    """Undo the last thing that a person did to an entry; again, and the one before it. Or undo one --row of history."""
    if bool(ids) == (row is not None):
        raise UsageError("give the ID of an entry, or a --row of history")
    open_at(ledger)
    from memoire.ledger.actions import undo  # noqa: PLC0415 - Django
    from memoire.ledger.queries import find_entry, last_deed  # noqa: PLC0415

    if row is not None:
        done = undo(row, who=who_works_here(), reason=reason)
        click.echo(f"row {row} undone by row {done.pk}")
        return
    ctx.exit(do_to_each(ids, lambda id_: undo(last_deed(find_entry(id_).id).pk, who=who_works_here(), reason=reason)))
