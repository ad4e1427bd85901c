"""`speed`: the whole reading against the bare encoder."""

from collections.abc import Sequence
from pathlib import Path

import click

from evaluation import printing, speed
from evaluation.tasks.inputs import PATHS, folders_at, load_reader


@click.command("speed")
@PATHS
@click.option("--articles", type=click.IntRange(min=1), default=8, show_default=True, help="How many articles.")
@click.option("--rounds", type=click.IntRange(min=1), default=3, show_default=True, help="How often each is read.")
def speed_task(paths: Sequence[Path], articles: int, rounds: int) -> None:
    """The whole reading against the bare encoder, with one thread and with two, articles of 750 words."""
    folders, absent = folders_at(paths)
    documents = speed.articles(folders, at_most=articles)
    readers = [load_reader(threads=1), load_reader(threads=2)]
    figures = speed.speed_figures(*speed.time_readers(readers, documents, rounds=rounds))
    for name, value in figures.items():
        print(f"  {name:<46} {value:.3f}")
    printing.print_last_line({"articles": len(documents), "words": speed.WORDS, **figures, "skipped": absent})
