"""`memoire brief`: a brief or aide-mémoire as a file."""

from datetime import date
from pathlib import Path
from typing import Literal

import click

from memoire.cli.options import Day, ledger_option, open_at, today
from memoire.cli.outputs import confirmed_option, marking_option, write_file


@click.command()
@click.argument("countries", nargs=-1, required=True, metavar="USA PAK…")
@click.option("--for", "side", metavar="PAK", help="Whose side it is written for. [default: the first named]")
@click.option("--on", type=Day(), default=today, show_default="today", help="What the ledger had been told by then.")
@click.option(
    "--form",
    type=click.Choice(["brief", "aide-memoire"]),
    default="brief",
    show_default=True,
    help="A brief for the meeting, or what is left with the other side after it.",
)
@marking_option
@confirmed_option
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="Its ending says the form: .docx, .pdf, .html or .md.",
)
@ledger_option
def command(
    *,
    countries: tuple[str, ...],
    side: str | None,
    on: date,
    form: Literal["brief", "aide-memoire"],
    up_to: str | None,
    only_confirmed: bool,
    target: Path,
    ledger: str | None,
) -> None:
    """Write a brief on the relationship of the COUNTRIES, every fact with its footnote."""
    open_at(ledger)
    from memoire.briefing.brief import brief_of  # noqa: PLC0415 - Django
    from memoire.briefing.rendering.writing import written  # noqa: PLC0415

    brief = brief_of(
        countries,
        side=side,
        on=on,
        form=form,
        leave_out_stricter_than=up_to,
        only_confirmed=only_confirmed,
    )
    write_file(target, written(brief, target.suffix))
    click.echo(f"{target}: TLP:{brief.marking.upper()}, {len(brief.footnotes)} footnotes", err=True)
