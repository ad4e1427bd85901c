"""`memoire calendar`: what is due and who meets when, for a calendar program."""

from datetime import date
from pathlib import Path

import click

from memoire.cli.options import Day, ledger_option, open_at, today
from memoire.cli.outputs import confirmed_option, marking_option, write_file


@click.command()
@click.argument("countries", nargs=-1, metavar="[USA PAK…]")
@click.option("--on", type=Day(), default=today, show_default="today", help="What the ledger had been told by then.")
@marking_option
@confirmed_option
@click.option("--to", "target", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="FILE.ics")
@ledger_option
def command(
    *, countries: tuple[str, ...], on: date, up_to: str | None, only_confirmed: bool, target: Path, ledger: str | None
) -> None:
    """Write meetings as events, and commitments that have a day as to-dos with an alarm.

    With COUNTRIES, those in which all of them have a part; without, all of the ledger.
    """
    open_at(ledger)
    from memoire.briefing.calendar import as_calendar  # noqa: PLC0415 - Django
    from memoire.briefing.folding import fold  # noqa: PLC0415
    from memoire.briefing.gathering import gather_items  # noqa: PLC0415
    from memoire.briefing.wording import counted  # noqa: PLC0415

    items = gather_items(
        countries,
        as_of=on,
        kinds=("commitment", "event"),
        leave_out_stricter_than=up_to,
        only_confirmed=only_confirmed,
    )
    data = as_calendar(fold(items), as_of=on)
    write_file(target, data)
    meetings, to_dos = (data.count(b"BEGIN:" + part + b"\r\n") for part in (b"VEVENT", b"VTODO"))
    click.echo(f"{target}: {counted(meetings, 'meeting')}, {counted(to_dos, 'to-do')}", err=True)
