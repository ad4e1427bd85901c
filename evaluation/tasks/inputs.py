"""What every task starts from: the folders to measure on, and the reader."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click

from evaluation.folders import Folder, development_folders, find_folders, load_folders, shared_data
from evaluation.printing import print_last_line

PATHS = click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
FILE: Final = click.Path(dir_okay=False, path_type=Path)


def folders_at(paths: Sequence[Path]) -> tuple[list[Folder], list[str]]:
    """The folders to measure on, and the names of development folders that are absent; ends the task if all are."""
    places, absent = (find_folders(paths), []) if paths else development_folders()
    for place in absent:
        print(f"skipped: {place} is not there")
    if not places:
        skip([place.name for place in absent])
    return load_folders(places), [place.name for place in absent]


def places_or_default(paths: Sequence[Path], *names: str) -> list[Path]:
    """The paths given, or those of the shared data that are there; ends the task where there is none."""
    if paths:
        return list(paths)
    wanted = [shared_data() / name for name in names]
    for place in wanted:
        if not place.exists():
            print(f"skipped: {place} is not there")
    if not any(place.exists() for place in wanted):
        skip([place.name for place in wanted])
    return [place for place in wanted if place.exists()]


def skip(absent: Sequence[str]) -> None:
    """End the task without a figure."""
    print_last_line({"skipped": absent})
    raise click.exceptions.Exit(0)


def load_reader(*, threads: int = 0) -> Any:
    """The reader as users have it, 0 threads being its own choice; imported late: measuring a file needs no weights."""
    from memoire.reading.pipeline import load_reader as load  # noqa: PLC0415

    return load(threads=threads)
