"""`memoire compare`: read-outs of one meeting side by side."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from memoire.cli.options import ledger_option, open_at, published_option
from memoire.cli.reading import NOTHING_DONE, Reader, documents_of, exit_status, read_or_refuse, reader_for
from memoire.errors import InputRefused, MemoireError

if TYPE_CHECKING:
    from memoire.following.readouts import Comparison, Readout

FEWEST: Final = 2


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT DOCUMENT...")
@published_option
@click.option("--as", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@ledger_option
@click.pass_context
def command(
    ctx: click.Context, documents: Sequence[str], published: date | None, form: str, ledger: str | None
) -> None:
    """Lay DOCUMENTs side by side, entry by entry: said by all, by some, by one, and what is said differently.

    A DOCUMENT is a file, which is read and not stored, or the id of one in the ledger.
    """
    found = list(_readouts(ctx, documents, published, ledger))
    readouts = [one for one in found if not isinstance(one, MemoireError)]
    for refused in found:
        if isinstance(refused, MemoireError):
            click.echo(f"refused: {refused}", err=True)
    if len(found) < FEWEST:
        raise click.UsageError("one document cannot be compared with itself; give two or more")
    if len(readouts) < FEWEST:
        click.echo("memoire: fewer than two documents are left to compare", err=True)
        ctx.exit(NOTHING_DONE)
    from memoire.following.readouts import compare_readouts  # noqa: PLC0415 - reads registries

    _print(compare_readouts(readouts), form)
    ctx.exit(exit_status(len(readouts), len(found) - len(readouts)))


def _readouts(
    ctx: click.Context, documents: Sequence[str], published: date | None, ledger: str | None
) -> "Iterator[Readout | MemoireError]":
    """In the order given; a corpus or folder gives all of its documents. Ledger and weights are opened when needed."""
    reader = cache(lambda: reader_for(ctx))
    open_once = cache(lambda: open_at(ledger))
    for name in documents:
        if name == "-" or Path(name).exists():
            yield from _read(name, published, reader)
        else:
            open_once()
            yield _stored(name)


def _read(name: str, published: date | None, reader: Callable[[], Reader]) -> "Iterator[Readout | MemoireError]":
    from memoire.following.readouts import Readout  # noqa: PLC0415
    from memoire.intake.inputs import list_inputs  # noqa: PLC0415

    for source in list_inputs([name]):
        for document in documents_of(source, published):
            found = read_or_refuse(reader(), document)
            if isinstance(found, InputRefused):
                yield found
            else:
                told = found.document
                yield Readout(told.id, found.entries, told.title or told.source, told.publisher, told.published)


def _stored(name: str) -> "Readout | MemoireError":
    from memoire.following.readouts.stored import find_document, readout_of  # noqa: PLC0415 - Django

    try:
        return readout_of(find_document(name))
    except MemoireError as error:
        return error


def _print(comparison: "Comparison", form: str) -> None:
    if form == "json":
        from memoire.following.readouts.shapes import comparison_as_json  # noqa: PLC0415

        click.echo(json.dumps(comparison_as_json(comparison), ensure_ascii=False))
    else:
        from memoire.cli.side_by_side import print_comparison  # noqa: PLC0415 - rich

        print_comparison(comparison)
