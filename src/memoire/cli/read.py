"""`memoire read`: read without storing."""

import json
from collections.abc import Sequence
from datetime import date

import click

from memoire.cli.options import published_option
from memoire.cli.other_reader import reader_options
from memoire.cli.reading import documents_of, exit_status, name_refused, read_or_refuse, reader_for
from memoire.errors import InputRefused
from memoire.records.reading import Reading
from memoire.records.shapes import reading_as_json


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@published_option
@click.option("--as", "form", type=click.Choice(["text", "json", "reading"]), default="text", show_default=True)
@reader_options
@click.option("--ledger", metavar="PATH", expose_value=False, help="Taken by every command; nothing is stored here.")
@click.pass_context
def command(ctx: click.Context, sources: Sequence[str], published: date | None, form: str) -> None:
    """Read files, folders, corpora (JSON Lines) or standard input (-), and print the entries; nothing is stored.

    --as json and --as reading print one JSON object a line, one line a document.
    """
    from memoire.intake.inputs import list_inputs  # noqa: PLC0415

    done = refused = 0
    reader = reader_for(ctx)
    for source in list_inputs(sources):
        for document in documents_of(source, published):
            found = read_or_refuse(reader, document)
            if isinstance(found, InputRefused):
                refused += 1
                name_refused(found)
            else:
                done += 1
                _print(found, form)
    ctx.exit(exit_status(done, refused))


def _print(reading: Reading, form: str) -> None:
    if form == "text":
        from memoire.cli.cards import print_reading  # noqa: PLC0415 - rich

        print_reading(reading)
    else:
        click.echo(json.dumps(reading_as_json(reading, whole=form == "reading"), ensure_ascii=False))
