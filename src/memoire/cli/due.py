"""`memoire due`: when a commitment is due."""

import click

from memoire.cli.options import ledger_option, open_at
from memoire.errors import UsageError
from memoire.ledger.place import who_works_here
from memoire.records.edtf import EdtfError, bounds

OWN = "own"


@click.command()
@click.argument("id")
@click.argument("time")
@click.option("--house-default", is_flag=True, help="A day of the house, which the entry's own time goes before.")
@click.option("--reason", default="", help="Kept in history.")
@ledger_option
def command(
    id: str,  # noqa: A002 - the command's own word
    time: str,
    *,
    house_default: bool,
    reason: str,
    ledger: str | None,
) -> None:
    """Say that the commitment ID is due at TIME: 2025-03, 2025-03-31, ../2025-12-31; or `own`, for the entry's own."""
    if time != OWN:
        try:
            bounds(time)
        except EdtfError as error:
            raise UsageError(str(error)) from error
    open_at(ledger)
    from memoire.ledger.actions import set_due  # noqa: PLC0415 - Django
    from memoire.ledger.queries import find_entry  # noqa: PLC0415

    due = None if time == OWN else time
    done = set_due(find_entry(id).id, due, who=who_works_here(), reason=reason, is_house_default=house_default)
    click.echo(f"{done.entry} is due {due or 'at its own time'}; take it back with: memoire undo {done.entry}")
