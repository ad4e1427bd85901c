"""`memoire doctor`: what is wrong with this installation, and how to mend it."""

import click

from memoire.cli.options import ledger_option

FAULTS_FOUND = 1


@click.command()
@ledger_option
@click.pass_context
def command(ctx: click.Context, ledger: str | None) -> None:
    """Check Python, the libraries, the reader's weights, the ledger, its database and the browser."""
    from memoire.cli.examining import examine  # noqa: PLC0415
    from memoire.ledger.place import ledger_path  # noqa: PLC0415

    is_well = True
    for finding in examine(ledger_path(ledger)):
        is_well &= finding.is_well
        click.echo(str(finding))
    ctx.exit(0 if is_well else FAULTS_FOUND)
