"""`events`: the PLOVER type of what is done."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from evaluation import events, printing
from evaluation.readings import read_by_id
from evaluation.tasks.inputs import PATHS, load_reader, places_or_default

DEFAULT: Final = "data/events/plv-train.tsv.gz"


@click.command("events")
@PATHS
def events_task(paths: Sequence[Path]) -> None:
    """The type of the entry that relates two given actors, against PLV; root macro-F1."""
    given = [event for path in places_or_default(paths, DEFAULT) for event in events.load_events(path)]
    readings = read_by_id(load_reader(), [event.document for event in given])
    found = ((event, readings.get(event.document.id)) for event in given)
    pairs = [(event.root, events.type_of(event, reading.entries if reading else ())) for event, reading in found]
    figures = events.event_figures(pairs)
    printing.print_beside(
        "events", {"root_macro_f1": figures["root_macro_f1"]}, {"root_macro_f1": events.PUBLISHED_MACRO_F1}
    )
    printing.print_last_line(figures)
