"""`memoire reject`: say that a document does not say this, or that it does not bear on that."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from memoire.cli.options import ledger_option, open_at
from memoire.cli.reviewing import do_to_each
from memoire.ledger.place import who_works_here

if TYPE_CHECKING:
    from memoire.ledger.tables import HistoryRow


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--reason", required=True, help="Why; kept in history.")
@ledger_option
@click.pass_context
def command(ctx: click.Context, ids: Sequence[str], reason: str, ledger: str | None) -> None:
    """Reject entries or links by their IDs, or the beginnings of them; they are kept, and left out of lists."""
    open_at(ledger)
    from memoire.ledger.actions import decline, reject  # noqa: PLC0415 - Django
    from memoire.ledger.queries import find_entry, find_link, is_link  # noqa: PLC0415

    def one(id_: str) -> "HistoryRow":
        if is_link(id_):
            return decline(find_link(id_).pk, who=who_works_here(), reason=reason)
        return reject(find_entry(id_).id, who=who_works_here(), reason=reason)

    ctx.exit(do_to_each(ids, one))
