"""`memoire close`: decide what became of a commitment."""

from collections.abc import Sequence
from datetime import date

import click

from memoire.cli.options import Day, ledger_option, open_at, today
from memoire.ledger.place import who_works_here
from memoire.records.following import OUTCOMES


@click.command()
@click.argument("id")
@click.option("--as", "outcome", type=click.Choice(OUTCOMES), required=True, help="What became of it.")
@click.option("--on", type=Day(), help="The day on which it was done.")
@click.option(
    "--evidence", multiple=True, metavar="ID", help="An entry or link whose words carry it; several may be given."
)
@click.option("--decided-on", type=Day(), default=today, show_default="today", help="The day of the decision.")
@click.option("--reason", default="", help="Kept with the verdict.")
@ledger_option
def command(
    id: str,  # noqa: A002 - the command's own word
    *,
    outcome: str,
    on: date | None,
    evidence: Sequence[str],
    decided_on: date,
    reason: str,
    ledger: str | None,
) -> None:
    """Close the commitment ID, with the words that carry the verdict. One that lapsed is carried by its own.

    \b
      memoire close 9f86d081 --as kept-late --on 2024-12-02 --evidence x3f9a --reason "held in Islamabad"
    """
    open_at(ledger)
    from memoire.ledger.actions import close, quoted  # noqa: PLC0415 - Django
    from memoire.ledger.queries import find_entry, find_place  # noqa: PLC0415

    entry = find_entry(id).id
    places = [find_place(one) for one in evidence] or ([entry] if outcome == "lapsed" else [])
    done = close(
        entry,
        outcome,  # type: ignore[arg-type]
        quotes=[quoted(place) for place in places],
        who=who_works_here(),
        reason=reason,
        decided_on=decided_on,
        happened_on=on,
    )
    click.echo(f"{done.entry} closed as {outcome}; take it back with: memoire reopen {done.entry}")
