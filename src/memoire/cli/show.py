"""`memoire show`: one entry with its words, voice and history."""

import json
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from memoire.cli.options import Day, Moment, ledger_option, open_at, today

if TYPE_CHECKING:
    from memoire.ledger.tables import EntryRow


@click.command()
@click.argument("id")
@click.option("--as-of", type=Day(), default=today, show_default="today", help="The day to look from.")
@click.option("--known-at", type=Moment(), help="What the ledger knew then of what became of it. [default: now]")
@click.option("--as", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@ledger_option
def command(
    id: str,  # noqa: A002 - the command's own word
    *,
    as_of: date,
    known_at: datetime | None,
    form: str,
    ledger: str | None,
) -> None:
    """Show an entry by its ID, or the first digits of it, with what became of it."""
    open_at(ledger)
    from memoire.ledger.lives import LIVING  # noqa: PLC0415 - Django
    from memoire.ledger.queries import account_of, find_entry, history  # noqa: PLC0415
    from memoire.ledger.shapes import account_as_json, entry_row_as_json, history_row_as_json  # noqa: PLC0415

    row = find_entry(id)
    if form == "json":
        told = entry_row_as_json(row, as_of) | {"history": [history_row_as_json(deed) for deed in history(row.id)]}
        if row.kind in LIVING:
            told["life"] = account_as_json(account_of(row.id, as_of=as_of, known_at=known_at))
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        _print(row, as_of, known_at)


def _print(row: "EntryRow", as_of: date, known_at: datetime | None) -> None:
    from memoire.cli.whole_entry import print_whole  # noqa: PLC0415 - rich

    print_whole(row, as_of, known_at)
