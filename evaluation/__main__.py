"""`python -m evaluation TASK PATH…`: measure one task; the last line printed is one JSON object of figures."""

import sys
from typing import Any, Final

import click

from evaluation.tasks.compare import compare_task
from evaluation.tasks.entries import entries_task
from evaluation.tasks.following import following_task
from evaluation.tasks.gate import gate_task
from evaluation.tasks.quotes import quotes_task
from evaluation.tasks.report import report_task
from evaluation.tasks.speed import speed_task
from memoire.errors import MemoireError, UsageError

# Named in the design, to come with the parts of the program that they measure.
LATER: Final = ("attribution", "times", "events")


class Tasks(click.Group):
    """A group that says of a task to come that it is to come."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Refuse the tasks that are not there yet, with exit status 2."""
        if args and args[0] in LATER:
            present = ", ".join(self.list_commands(ctx))
            raise click.UsageError(f"the task {args[0]!r} is not there yet; there are {present}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=Tasks, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Measure one task on folders laid out like the shared data; without a path, on the development data beside."""


for task in (entries_task, following_task, speed_task, report_task, compare_task, quotes_task, gate_task):
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
