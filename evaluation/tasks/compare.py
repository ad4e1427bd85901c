"""`compare`: what changed from one reading to another."""

from pathlib import Path

import click

from evaluation import comparison, printing
from evaluation.readings import load_readings
from evaluation.tasks.inputs import FILE


@click.command("compare")
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@click.option("--at-most", type=int, default=20, show_default=True, help="Print so many entries gained, and lost.")
def compare_task(old: Path, new: Path, at_most: int) -> None:
    """Entries gained and lost from one reading of some documents to another (files that `entries --to` wrote)."""
    change = comparison.changes(load_readings(old), load_readings(new))
    printing.print_entries("lost", change.lost, at_most=at_most)
    printing.print_entries("gained", change.gained, at_most=at_most)
    for name, before, after in change.kinds_changed[:at_most]:
        print(f"  kind: {name[:40]}  {before['kind']} → {after['kind']}  {after['quote'][:120]!r}")
    printing.print_last_line(comparison.change_figures(change))
