"""`memoire accept`: make proposed links record."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from memoire.cli.options import ledger_option, open_at
from memoire.cli.reviewing import do_to_each
from memoire.ledger.place import who_works_here
from memoire.records.following import BEARINGS

if TYPE_CHECKING:
    from memoire.ledger.tables import HistoryRow


@click.command()
@click.argument("links", nargs=-1, required=True, metavar="LINK...")
@click.option("--as", "bears", type=click.Choice(BEARINGS), help="It bears otherwise than was proposed.")
@click.option("--new-due", metavar="TIME", help="The day to which it moves the commitment (EDTF).")
@click.option("--reason", default="", help="Kept in history.")
@ledger_option
@click.pass_context
def command(
    ctx: click.Context, links: Sequence[str], *, bears: str | None, new_due: str | None, reason: str, ledger: str | None
) -> None:
    """Accept links by their IDs, which `memoire follow` and `memoire show` print; both entries become record."""
    open_at(ledger)
    from memoire.ledger.actions import accept  # noqa: PLC0415 - Django
    from memoire.ledger.queries import find_link  # noqa: PLC0415

    def one(id_: str) -> "HistoryRow":
        link = find_link(id_).pk
        return accept(link, who=who_works_here(), reason=reason, bears=bears, new_due=new_due)  # type: ignore[arg-type]

    ctx.exit(do_to_each(links, one))
