"""`memoire list`: the entries that meet some filters."""

import json
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from memoire.cli.options import Day, Due, ledger_option, open_at, today
from memoire.records.codebook import AREAS, KINDS
from memoire.records.following import CLAIM_STANDINGS, LIFECYCLE, OUTCOMES

if TYPE_CHECKING:
    from memoire.ledger.tables import EntryRow

STATES = ("proposed", "confirmed", "rejected", "withdrawn")
ORDERS = ("published", "due", "text", "score")


@click.command()
@click.argument("kind", type=click.Choice([*KINDS, "all"]))
@click.option("--between", metavar="USA PAK", nargs=2, multiple=True, help="Countries that all have a part.")
@click.option("--by", help="Who acts or is bound: a country (USA), or part of a name.")
@click.option("--area", type=click.Choice(AREAS), metavar="AREA", help="A policy area: sport, defence, extradition…")
@click.option("--due", type=Due(), help="May come due within: 2025, 2024-10, 2024-10/2025-03, ../2025-12-31.")
@click.option("--lifecycle", type=click.Choice(LIFECYCLE), help="Where a commitment stands in time.")
@click.option("--outcome", type=click.Choice(OUTCOMES), metavar="OUTCOME", help="What became of it: kept, kept-late…")
@click.option("--standing", type=click.Choice(CLAIM_STANDINGS), help="What later reports say of a claim.")
@click.option("--as-of", type=Day(), default=today, show_default="today", help="The day from which these three look.")
@click.option("--state", type=click.Choice(STATES), help="[default: proposed and confirmed]")
@click.option("--words", default="", help="Words of the quote, the act or the names; the last may be a beginning.")
@click.option("--order", type=click.Choice(ORDERS), default="published", show_default=True)
@click.option("--as", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@ledger_option
def command(
    kind: str, between: tuple[tuple[str, str], ...], as_of: date, form: str, ledger: str | None, **filters: Any
) -> None:
    """List entries of a KIND, or all. With --as json one object a line; with --as csv a sheet that runs no formula."""
    open_at(ledger)
    from memoire.ledger.queries import Filters, entries  # noqa: PLC0415 - Django

    countries = tuple(country for pair in between for country in pair)
    wanted = Filters(kind=None if kind == "all" else kind, between=countries, as_of=as_of, **filters)
    found = entries(wanted)
    if form == "json":
        _print_json(found.iterator(chunk_size=500), as_of)
    elif form == "csv":
        from memoire.cli.sheets import print_csv  # noqa: PLC0415

        print_csv(found.iterator(chunk_size=500), as_of)
    else:
        from memoire.cli.tables import print_table  # noqa: PLC0415

        print_table(list(found), as_of, order=wanted.order)


def _print_json(rows: "Iterable[EntryRow]", as_of: date) -> None:
    from memoire.ledger.shapes import entry_row_as_json  # noqa: PLC0415

    for row in rows:
        click.echo(json.dumps(entry_row_as_json(row, as_of), ensure_ascii=False))
