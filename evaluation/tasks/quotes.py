"""`quotes`: nothing is invented."""

from collections.abc import Sequence
from pathlib import Path

import click

from evaluation import printing, quotes
from evaluation.readings import read_all
from evaluation.tasks.inputs import PATHS, folders_at, load_reader


@click.command("quotes")
@PATHS
def quotes_task(paths: Sequence[Path]) -> None:
    """Whether every quote and word span of every reading is the exact slice of the text; exit status 1 if not."""
    folders, absent = folders_at(paths)
    readings = list(read_all(load_reader(), [d.document for folder in folders for d in folder.documents]))
    wrong = [line for reading in readings for line in quotes.invented(reading)]
    print("\n".join(wrong) or "every quote is the exact slice of its text")
    found = sum(len(reading.entries) for reading in readings)
    printing.print_last_line({"documents": len(readings), "entries": found, "invented": len(wrong), "skipped": absent})
    raise click.exceptions.Exit(int(bool(wrong)))
