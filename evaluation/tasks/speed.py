"""`speed`: the whole reading against the bare encoder."""

from collections.abc import Sequence
from pathlib import Path

import click

from evaluation import printing, speed
from evaluation.tasks.inputs import PATHS, folders_at, load_reader
from evaluation.yardstick import Yardstick, load_yardstick


@click.command("speed")
@PATHS
@click.option("--articles", type=click.IntRange(min=1), default=8, show_default=True, help="How many articles.")
@click.option("--rounds", type=click.IntRange(min=1), default=3, show_default=True, help="How often each is read.")
def speed_task(paths: Sequence[Path], articles: int, rounds: int) -> None:
    """The whole reading against the bare encoder, with one thread and with two, and a spaCy pipeline in the same run.

    Articles of 750 words. spaCy is optional, and skipped where it is not installed.
    """
    folders, absent = folders_at(paths)
    documents = speed.articles(folders, at_most=articles)
    readers = [load_reader(threads=1), load_reader(threads=2)]
    yardstick = load_yardstick()
    beside = yardstick if isinstance(yardstick, Yardstick) else None
    figures = speed.speed_figures(*speed.time_readers(readers, documents, rounds=rounds, yardstick=beside))
    if beside:
        figures |= speed.yardstick_figures(beside)
    else:
        print(f"  skipped: {yardstick}")
        absent.append(str(yardstick))
    for name, value in figures.items():
        print(f"  {name:<46} {value:.3f}")
    told = {"articles": len(documents), "words": speed.WORDS, "spacy": beside and beside.name}
    printing.print_last_line({**told, **figures, "skipped": absent})
