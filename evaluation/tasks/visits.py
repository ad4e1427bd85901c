"""`visits`: visits abroad that the White House announced, matched by following to the trips that took place."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from evaluation.folders import shared_data
from evaluation.printing import print_last_line
from evaluation.readings import load_readings, read_documents, write_readings
from evaluation.tasks.inputs import FILE, load_reader, skip
from evaluation.visits import (
    Alone,
    NextTrip,
    Pair,
    follow_visits,
    load_announcements,
    load_trips,
    missed,
    promises_in,
)
from memoire.following.watch import Watch

_DOCUMENTS = "data/documents/white-house-2021-2026.jsonl.gz"
_TRIPS = "data/outcomes/us-travels.tar.gz"


@click.command("visits")
@click.option("--documents", type=FILE, help="JSON Lines, gzipped, with path, title, published, url and text.")
@click.option("--trips", type=FILE, help="Archive of the lists of trips, in XML.")
@click.option("--from", "source", type=FILE, help="Take this file of entries; read nothing.")
@click.option("--to", "target", type=FILE, help="Write what was read, one line a document.")
@click.option("--show", type=click.IntRange(min=0), default=0, help="Print so many proposed pairs, drawn by lot.")
@click.option("--misses", "with_misses", is_flag=True, help="Print kept announcements for which no trip was proposed.")
def visits_task(
    documents: Path | None, trips: Path | None, source: Path | None, target: Path | None, *, show: int,
    with_misses: bool,
) -> None:  # fmt: skip
    """Visits abroad announced for the President and the Secretary of State, 2021 to 2024, against their trips."""
    documents, trips = documents or shared_data() / _DOCUMENTS, trips or shared_data() / _TRIPS
    absent = [str(path.name) for path in (documents, trips) if not path.is_file()]
    if absent:
        skip(absent)
    announcements, made = load_announcements(documents), load_trips(trips)
    readings = load_readings(source) if source else read_documents(load_reader(), announcements)
    if target:
        write_readings(readings, target)
    promises = promises_in(announcements, readings)
    followed, alone = follow_visits(promises, made, Watch()), follow_visits(promises, made, Alone())
    print("\n".join(_lines(followed.pairs, show)))
    if show > len(followed.pairs):
        print("\nevery announcement by itself:", *_lines(alone.pairs, show), sep="\n")
    if with_misses:
        print("\n".join(map(_line, missed(followed))))
    figures = {
        "documents": len(announcements),
        "entries": sum(len(entries) for entries in readings.values()),
        "commitments": sum(map(len, promises)),
        "trips": len(made),
        **followed.figures(),
        "alone": alone.figures(),
        "next_trip": follow_visits(promises, made, NextTrip(promises)).figures(),
    }
    print_last_line(figures)


def _lines(pairs: Sequence[Pair], show: int) -> Iterator[str]:
    chosen = random.Random(0).sample(range(len(pairs)), min(show, len(pairs)))  # noqa: S311 - no secret
    for number, at in enumerate(sorted(chosen), 1):
        yield f"{number:>3} {_line(pairs[at])}"


def _line(pair: Pair) -> str:
    promise, trip = pair
    entry = promise.told.entry
    mark = "fits" if promise.expects(trip) else "DOES NOT FIT"
    return (
        f"{mark}  {promise.told.published}  {entry.quote!r} in {promise.told.sentence!r}\n"
        f"      {promise.person} {sorted(promise.countries)} {entry.when.edtf if entry.when else None}"
        f" → {trip.person} {trip.country} {trip.place}, {trip.first}/{trip.last}"
    )
