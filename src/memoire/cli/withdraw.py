"""`memoire withdraw`: say that a document is withdrawn or corrected."""

import click

from memoire.cli.options import ledger_option, open_at
from memoire.ledger.place import who_works_here


@click.command()
@click.argument("document")
@click.option("--reason", required=True, help="Why; kept with all that leaned on it.")
@ledger_option
def command(document: str, reason: str, ledger: str | None) -> None:
    """Withdraw a DOCUMENT by its ID. Its proposals go; what people had built on it is listed, to be looked at again."""
    open_at(ledger)
    from memoire.cli.followed import print_leaning  # noqa: PLC0415 - Django, rich
    from memoire.ledger.actions import withdraw_document  # noqa: PLC0415
    from memoire.ledger.queries import find_document, leaning_on  # noqa: PLC0415

    id_ = find_document(document).pk
    done = withdraw_document(id_, who=who_works_here(), reason=reason)
    print_leaning(leaning_on(id_))
    click.echo(f"{id_} withdrawn; take it back with: memoire undo --row {done.pk}")
