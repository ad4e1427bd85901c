"""A comparison as a table to look at: a column for each read-out, and what differs in words."""

from collections.abc import Sequence
from typing import Final

from rich import box
from rich.table import Table
from rich.text import Text

from memoire.cli.cards import LETTERS
from memoire.cli.printing import console, plain
from memoire.following.readouts import Comparison, Line, Readout
from memoire.records.entry import Entry

ORDER: Final = ("all", "some", "one")


def print_comparison(comparison: Comparison) -> None:
    """What all say first, then some, then one; within these as in the first read-out."""
    out = console()
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_lines=True)
    table.add_column("said by", no_wrap=True)
    for number, readout in enumerate(comparison.readouts, 1):
        table.add_column(Text(_head(number, readout)), overflow="fold", ratio=2)
    table.add_column("differs in", overflow="fold", ratio=2)
    for line in sorted(comparison.lines, key=lambda line: ORDER.index(line.said_by)):
        table.add_row(_said(line), *(Text(_cell(cell)) for cell in line.cells), Text(_differs(line)))
    if comparison.lines:
        out.print(table)
    out.print(Text(_counts(comparison), style="dim"))


def _head(number: int, readout: Readout) -> str:
    told = (readout.publisher, readout.published and readout.published.isoformat(), readout.title, readout.id)
    return f"{number}. " + " · ".join(plain(str(part)) for part in told if part)


def _said(line: Line) -> str:
    return line.said_by + ("\ndifferently" if line.is_different else "")


def _cell(cell: Entry | None) -> str:
    if cell is None:
        return "–"
    when = f" [{cell.when.edtf}]" if cell.when and cell.when.edtf else ""
    firmness = f" ({cell.firmness})" if cell.firmness else ""
    return f"{LETTERS[cell.kind]} {plain(cell.quote)}{firmness}{when}"


def _differs(line: Line) -> str:
    """Each difference with the number of the read-out that says so."""
    told = [f"{one.what}: {_values(one.said)}" for one in line.differences]
    wording = [f"wording {line.wording:.0%} alike"] if len(line.told) > 1 else []
    return "\n".join([*told, *wording])


def _values(said: Sequence[str | None]) -> str:
    return " | ".join(f"{number} {plain(value) or 'none'}" for number, value in enumerate(said, 1) if value is not None)


def _counts(comparison: Comparison) -> str:
    counts = comparison.counts
    said = f"{counts['all']} said by all, {counts['some']} by some, {counts['one']} by one"
    return f"{len(comparison.lines):,} lines: {said}; {counts['differently']} said differently"
