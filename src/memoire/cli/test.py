"""`memoire test`: by what a commitment will be decided."""

import click

from memoire.cli.options import ledger_option, open_at
from memoire.ledger.place import who_works_here


@click.command()
@click.argument("id")
@click.option("--kept-if", required=True, help="What a stranger must find for it to be kept.")
@click.option("--partly-if", default="", help="… to be kept in part.")
@click.option("--not-kept-if", default="", help="… not to be kept.")
@click.option("--reason", default="", help="Kept in history.")
@ledger_option
def command(
    id: str,  # noqa: A002 - the command's own word
    *,
    kept_if: str,
    partly_if: str,
    not_kept_if: str,
    reason: str,
    ledger: str | None,
) -> None:
    """Write the test of the commitment ID, best before evidence is looked for; history shows the order."""
    open_at(ledger)
    from memoire.ledger.actions import write_test  # noqa: PLC0415 - Django
    from memoire.ledger.queries import find_entry  # noqa: PLC0415
    from memoire.records.following import Test  # noqa: PLC0415

    done = write_test(find_entry(id).id, Test(kept_if, partly_if, not_kept_if), who=who_works_here(), reason=reason)
    click.echo(f"{done.entry} has its test; take it back with: memoire undo {done.entry}")
