"""`gate`: the pinned floors under the quality of reading."""

import click

from evaluation import gate, printing
from evaluation.tasks.inputs import folders_at, load_reader
from memoire.errors import UsageError


@click.command("gate")
@click.option("--pin", is_flag=True, help="Raise the floors to what is measured now.")
@click.option("--lower", is_flag=True, help="With --pin: also lower the floors that are missed.")
@click.option("--because", help="With --lower: why; kept beside the floors.")
def gate_task(*, pin: bool, lower: bool, because: str | None) -> None:
    """The floors under the quality of reading; exit status 1 if one is missed."""
    if lower != bool(because and because.strip()) or lower > pin:
        raise UsageError("lowering floors takes --pin --lower --because REASON, all three")
    folders, absent = folders_at(())
    if absent:
        raise UsageError(f"floors are those of all development data; {', '.join(absent)} is not there")
    figures, pinned = gate.measure(load_reader(), folders), gate.load_floors()
    if pin:
        pinned = gate.pin(pinned, figures, gate.fingerprints(folders), because=because)
        gate.write_floors(pinned)
    missed = gate.shortfalls(pinned["floors"], figures)
    print("\n".join(missed) or f"all {len(pinned['floors'])} floors hold")
    printing.print_last_line({"figures": figures, "missed": missed})
    raise click.exceptions.Exit(int(bool(missed)))
