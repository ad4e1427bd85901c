"""`memoire reopen`: take a verdict back."""

import click

from memoire.cli.options import ledger_option, open_at
from memoire.ledger.place import who_works_here


@click.command()
@click.argument("id")
@click.option("--reason", required=True, help="Why; kept beside the verdict, which stays to be seen.")
@ledger_option
def command(id: str, reason: str, ledger: str | None) -> None:  # noqa: A002 - the command's own word
    """Take back the verdict on the commitment ID. Where a link closed it, reject that link instead."""
    open_at(ledger)
    from memoire.ledger.actions import retract_verdict  # noqa: PLC0415 - Django
    from memoire.ledger.queries import find_entry  # noqa: PLC0415

    done = retract_verdict(find_entry(id).id, who=who_works_here(), reason=reason)
    click.echo(f"{done.entry} is open again; take that back with: memoire undo {done.entry}")
