"""`memoire export`: the ledger for other programs and disciplines."""

from datetime import date
from pathlib import Path

import click

from memoire.cli.options import Day, ledger_option, open_at, today
from memoire.cli.outputs import confirmed_option, marking_option

FORMATS = ("csv", "jsonl", "parquet", "plover", "annotation", "claimreview", "bibtex", "csl")


@click.command()
@click.option("--to", "target", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="FOLDER")
@click.option("--as", "form", type=click.Choice(FORMATS), required=True)
@click.option("--between", metavar="USA PAK", nargs=2, multiple=True, help="Countries that all have a part.")
@click.option("--on", type=Day(), default=today, show_default="today", help="What the ledger had been told by then.")
@marking_option
@confirmed_option
@ledger_option
def command(
    *,
    target: Path,
    form: str,
    between: tuple[tuple[str, str], ...],
    on: date,
    up_to: str | None,
    only_confirmed: bool,
    ledger: str | None,
) -> None:
    """Write entries and documents to a FOLDER, with a description of every file and column (datapackage.json).

    csv, jsonl and parquet hold all fields and the outcome on seven other scales; plover, annotation (W3C), claimreview
    (schema.org), bibtex and csl are what those standards say.
    """
    open_at(ledger)
    from memoire.briefing.exports.writing import export  # noqa: PLC0415 - Django
    from memoire.briefing.gathering import gather_items  # noqa: PLC0415
    from memoire.cli.printing import counted  # noqa: PLC0415

    countries = tuple(country for pair in between for country in pair)
    items = gather_items(countries, as_of=on, leave_out_stricter_than=up_to, only_confirmed=only_confirmed)
    number = export(items, target, form, as_of=on)
    click.echo(f"{target}: {counted(number)}", err=True)
