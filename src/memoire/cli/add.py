"""`memoire add`: read and store."""

from collections.abc import Sequence
from datetime import date

import click

from memoire.cli.options import ledger_option, open_at, published_option
from memoire.cli.other_reader import reader_options
from memoire.cli.reading import exit_status, reader_for
from memoire.ledger.place import who_works_here
from memoire.records.document import MARKINGS


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@published_option
@click.option("--marking", type=click.Choice(MARKINGS), help="Who may see it (TLP 2.0). [default: clear]")
@click.option("--follow", is_flag=True, help="Then hold what is new against what is open, as `memoire follow` does.")
@reader_options
@ledger_option
@click.pass_context
def command(
    ctx: click.Context,
    sources: Sequence[str],
    *,
    published: date | None,
    marking: str | None,
    follow: bool,
    ledger: str | None,
) -> None:
    """Read files, folders, corpora (JSON Lines) or standard input (-), and store what is found as proposals.

    What is there already is skipped, so that an interrupted run goes on where it stopped when it is given again.
    """
    open_at(ledger, create=True)
    from memoire.cli.storing import Tally, store  # noqa: PLC0415 - Django
    from memoire.intake.inputs import list_inputs  # noqa: PLC0415
    from memoire.ledger.marked import marking_there  # noqa: PLC0415

    reader = reader_for(ctx, lambda document: (marking, marking_there(document.sha256)))
    tally = Tally()
    try:
        store(list_inputs(sources), reader, tally, published=published, marking=marking)
    except KeyboardInterrupt:
        click.echo(f"{tally}\ngive the same command again to go on", err=True)
        raise
    click.echo(str(tally))
    if follow:
        _follow()
    ctx.exit(exit_status(tally.done, tally.refused))


def _follow() -> None:
    from memoire.cli.follow import told_of  # noqa: PLC0415 - Django
    from memoire.following.hearing import follow_all  # noqa: PLC0415

    click.echo(told_of(list(follow_all(who=who_works_here()))))
