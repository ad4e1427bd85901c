"""How far a long job is: a bar with rate and time left at a terminal, a line now and then elsewhere."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

SECONDS_BETWEEN_LINES: Final = 10
_MINUTE: Final = 60


class Steps:
    """What the job tells of itself: `step` after each document."""

    def step(self) -> None:
        raise NotImplementedError


@contextmanager
def progress(total: int | None) -> Iterator[Steps]:
    """Show on standard error how many of `total` documents are done; None where their number is not known."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Lines(total)
        return
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        yield _Bar(bar, total)


class _Bar(Steps):
    def __init__(self, bar: Progress, total: int | None) -> None:
        self._bar, self._task = bar, bar.add_task("reading", total=total)

    def step(self) -> None:
        self._bar.advance(self._task)


class _Rate(ProgressColumn):
    """Documents a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f} a second" if task.speed else "")


@dataclass
class _Lines(Steps):
    total: int | None
    done: int = 0
    began: float = field(default_factory=time.monotonic)
    told: float = field(default_factory=time.monotonic)

    def step(self) -> None:
        self.done += 1
        now = time.monotonic()
        if now - self.told >= SECONDS_BETWEEN_LINES:
            self.told = now
            click.echo(told_so_far(self.done, self.total, now - self.began), err=True)


def told_so_far(done: int, total: int | None, seconds: float) -> str:
    """One line: "120 of 3,000 documents, 3.1 a second, 15 min left"."""
    rate = done / seconds
    if total is None:
        return f"{done:,} documents, {rate:.1f} a second"
    left = max(0.0, total - done) / rate
    remaining = f"{left / _MINUTE:.0f} min" if left >= _MINUTE else f"{left:.0f} s"
    return f"{done:,} of {total:,} documents, {rate:.1f} a second, {remaining} left"
