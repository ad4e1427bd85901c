"""`python -m evaluation TASK PATH…`: measure one task; the last line printed is one JSON object of figures."""

import sys

import click

from evaluation.tasks.attribution import attribution_task
from evaluation.tasks.compare import compare_task
from evaluation.tasks.entries import entries_task
from evaluation.tasks.events import events_task
from evaluation.tasks.following import following_task
from evaluation.tasks.gate import gate_task
from evaluation.tasks.quotes import quotes_task
from evaluation.tasks.report import report_task
from evaluation.tasks.speed import speed_task
from evaluation.tasks.times import times_task
from evaluation.tasks.visits import visits_task
from memoire.errors import MemoireError, UsageError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Measure one task on folders laid out like the shared data; without a path, on the development data beside."""


for task in (
    entries_task,
    attribution_task,
    times_task,
    events_task,
    following_task,
    speed_task,
    report_task,
    compare_task,
    quotes_task,
    gate_task,
    visits_task,
):
    main.add_command(task)


def run() -> None:
    """Run the command. Exit status: 0 done, 1 what was measured is wrong, 2 usage, 3 nothing could be done."""
    try:
        main(prog_name="python -m evaluation")
    except MemoireError as error:
        click.echo(f"evaluation: {error}", err=True)
        sys.exit(2 if isinstance(error, UsageError) else 3)


if __name__ == "__main__":
    run()
