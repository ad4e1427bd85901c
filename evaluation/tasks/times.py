"""`times`: time expressions and their values."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click

from evaluation import printing, times
from evaluation.readings import read_by_id
from evaluation.tasks.inputs import PATHS, load_reader, places_or_default

DEFAULTS: Final = ("data/time/wikiwars.tar.gz", "data/time/meantime-en.tar.gz")
_MEASURES: Final = ("strict_f1", "relaxed_f1", "value_f1")


@click.command("times")
@PATHS
def times_task(paths: Sequence[Path]) -> None:
    """Time expressions of the held-out fifth of WikiWars and MEANTIME: strict, relaxed and value F1."""
    reader, figures = None, dict[str, Any]()
    for path in places_or_default(paths, *DEFAULTS):
        for name, documents in times.load_held_out(path).items():
            reader = reader or load_reader()
            readings = read_by_id(reader, [d.document for d in documents])
            found = ((d, readings.get(d.document.id)) for d in documents)
            figures[name] = times.time_figures([(d.times, reading.times if reading else ()) for d, reading in found])
            published = times.PUBLISHED.get(name, {})
            printing.print_beside(name, {m: figures[name][m] for m in _MEASURES}, published)
    printing.print_last_line({**figures, "published": times.PUBLISHED})
