"""`memoire verify`: whether the ledger is as it was written."""

import click

from memoire.cli.options import ledger_option, open_at

FAULTS_FOUND = 1


@click.command()
@ledger_option
@click.pass_context
def command(ctx: click.Context, ledger: str | None) -> None:
    """Check the chain of history, the fingerprints of documents and readings, every quote, and every entry.

    The head printed at the end proves, if noted elsewhere, that nothing before it was changed later.
    """
    open_at(ledger)
    from memoire.ledger.chain import head  # noqa: PLC0415 - Django
    from memoire.ledger.tables import DocumentRow, EntryRow, HistoryRow  # noqa: PLC0415
    from memoire.ledger.verifying import verify  # noqa: PLC0415

    faults = 0
    for fault in verify():
        faults += 1
        click.echo(str(fault), err=True)
    counts = f"{DocumentRow.objects.count():,} documents, {EntryRow.objects.count():,} entries"
    found = f"{faults:,} faults" if faults else "nothing wrong"
    click.echo(f"{found}: {counts}, {HistoryRow.objects.count():,} rows of history, head {head()}")
    ctx.exit(FAULTS_FOUND if faults else 0)
