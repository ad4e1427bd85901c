"""`entries`: the entries and all their fields against the labels."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from evaluation import entries, printing
from evaluation.folders import Folder
from evaluation.readings import Readings, load_readings, read_documents, write_readings
from evaluation.tasks.inputs import FILE, PATHS, folders_at, load_reader


@click.command("entries")
@PATHS
@click.option("--from", "source", type=FILE, help="Measure this file of entries instead of reading.")
@click.option("--to", "target", type=FILE, help="Write what was read, one line a document, in the form of the labels.")
@click.option("--misses", type=int, default=0, help="Print so many entries that were missed, and that were extra.")
@click.option("--by-kind", is_flag=True, help="Print which kinds were taken for which.")
def entries_task(
    paths: Sequence[Path], source: Path | None, target: Path | None, misses: int, *, by_kind: bool
) -> None:
    """Entries and all their fields against the labels."""
    folders, absent = folders_at(paths)
    readings = _readings(folders, source)
    if target:
        write_readings({name: read for part in readings for name, read in part.items()}, target)
    parts = [entries.compare(folder, part) for folder, part in zip(folders, readings, strict=True)]
    together = entries.join(parts)
    if by_kind:
        printing.print_confusions(together)
    printing.print_entries("missed", together.missed, at_most=misses)
    printing.print_entries("extra", together.extra, at_most=misses)
    by_folder = {folder.name: entries.found_figures(part) for folder, part in zip(folders, parts, strict=True)}
    printing.print_last_line(_report(by_folder, together) | {"skipped": absent})


def _readings(folders: Sequence[Folder], source: Path | None) -> list[Readings]:
    """What was read in each folder, by folder: two may hold documents of one id."""
    if source:
        return [load_readings(source)] * len(folders)
    reader = load_reader()
    return [read_documents(reader, [d.document for d in folder.documents]) for folder in folders]


def _report(by_folder: Mapping[str, Mapping[str, Any]], together: entries.Comparison) -> dict[str, Any]:
    """Print all figures, and return those of all folders together with those of each."""
    found = entries.found_figures(together)
    for name, figures in {**by_folder, "together": found}.items():
        printing.print_found(name, figures)
    agreements, actors = entries.field_agreements(together), entries.actors_found(together)
    printing.print_fields(agreements)
    print("\n  actors found (F1): " + "  ".join(f"{role} {value:.3f}" for role, value in actors.items()))
    fields = {name: printing.agreement_figures(agreement) for name, agreement in agreements.items()}
    return {**found, "folders": by_folder, "fields": fields, "actors_found": actors}
