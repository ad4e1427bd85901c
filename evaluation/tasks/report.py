"""`report`: the founding report against the table of the codebook."""

from pathlib import Path

import click

from evaluation import founding_report, printing
from evaluation.readings import load_readings, read_documents
from evaluation.tasks.inputs import FILE, load_reader, skip
from memoire.errors import UsageError


@click.command("report")
@click.argument("path", required=False, type=FILE)
@click.option("--from", "source", type=FILE, help="Measure this file of entries instead of reading.")
def report_task(path: Path | None, source: Path | None) -> None:
    """The founding report against the table of the codebook's section 7."""
    if path is None and not founding_report.place_of_report().is_file():
        print(f"skipped: {founding_report.place_of_report()} is not there")
        skip(["report"])
    document = founding_report.load_report(path)
    readings = load_readings(source) if source else read_documents(load_reader(), [document])
    if len(readings) != 1:
        raise UsageError(f"{source} holds {len(readings)} documents; give the reading of the founding report alone")
    result = founding_report.compare_with_table(document.text, next(iter(readings.values())))
    printing.print_table(result)
    printing.print_last_line(founding_report.table_figures(result))
