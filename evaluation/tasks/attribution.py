"""`attribution`: who says what."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from evaluation import attribution, printing
from evaluation.readings import read_by_id
from evaluation.tasks.inputs import PATHS, load_reader, places_or_default

DEFAULT: Final = "data/attribution/polnear-dev.tar.gz"


@click.command("attribution")
@PATHS
def attribution_task(paths: Sequence[Path]) -> None:
    """Sources, cues and contents against PolNeAR (folders or archives); `Reading.attributions` is what is measured."""
    marked = [d for path in places_or_default(paths, DEFAULT) for d in attribution.load_marked(path)]
    readings = read_by_id(load_reader(), [d.document for d in marked])
    figures = attribution.attribution_figures([(d, readings.get(d.document.id)) for d in marked])
    printing.print_beside("exact F1", figures["exact_f1"], figures["published_exact_f1"])
    printing.print_last_line(figures)
