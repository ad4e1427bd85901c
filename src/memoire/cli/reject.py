"""`memoire reject`: say that a document does not say this."""

from collections.abc import Sequence

import click

from memoire.cli.options import ledger_option, open_at
from memoire.cli.reviewing import do_to_each
from memoire.ledger.place import who_works_here


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--reason", required=True, help="Why; kept in history.")
@ledger_option
@click.pass_context
def command(ctx: click.Context, ids: Sequence[str], reason: str, ledger: str | None) -> None:
    """Reject entries by their IDs, or the first digits of them; they are kept, and left out of lists."""
    open_at(ledger)
    from memoire.ledger.actions import reject  # noqa: PLC0415 - Django
    from memoire.ledger.queries import find_entry  # noqa: PLC0415

    ctx.exit(do_to_each(ids, lambda id_: reject(find_entry(id_).id, who=who_works_here(), reason=reason)))
