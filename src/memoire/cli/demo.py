"""`memoire demo`: a small real sample at the desk."""

import click

from memoire.cli.options import desk_options
from memoire.cli.reading import reader_for


@click.command()
@desk_options
@click.option("--ledger", metavar="PATH", help="Lay the sample there. [default: a place of its own]")
@click.option("--remove", is_flag=True, help="Delete the sample instead.")
@click.pass_context
def command(
    ctx: click.Context,
    port: int | None,
    browser: bool,  # noqa: FBT001 - click gives it by name
    ledger: str | None,
    remove: bool,  # noqa: FBT001
) -> None:
    """Read sixteen documents on Pakistan–US law-enforcement cooperation into a ledger of their own, and open the desk.

    The documents are in our own words, after public reports whose addresses they bear.
    """
    if remove:
        _remove()
        return
    from memoire.cli.serving import choose_port, serve  # noqa: PLC0415

    number = choose_port(port)
    _lay_sample(ctx, ledger)
    serve(number, with_browser=browser)


def _lay_sample(ctx: click.Context, ledger: str | None) -> None:
    from memoire.ledger.sample import SAMPLE_DOCUMENTS, open_sample  # noqa: PLC0415 - Django

    open_sample(ledger)
    from memoire.cli.storing import Tally, store  # noqa: PLC0415 - needs the open ledger
    from memoire.intake.inputs import list_inputs  # noqa: PLC0415

    click.echo("Reading the sample; the first time this takes a moment.", err=True)
    tally = Tally()
    store(list_inputs([SAMPLE_DOCUMENTS]), reader_for(ctx), tally)
    click.echo(str(tally), err=True)
    _follow()


def _follow() -> None:
    from memoire.cli.follow import told_of  # noqa: PLC0415 - Django
    from memoire.following.hearing import follow_all  # noqa: PLC0415
    from memoire.ledger.place import who_works_here  # noqa: PLC0415

    if heard := list(follow_all(who=who_works_here())):
        click.echo(told_of(heard), err=True)


def _remove() -> None:
    from memoire.ledger.sample import remove_demo  # noqa: PLC0415

    remove_demo()
    click.echo("The sample is removed.")
