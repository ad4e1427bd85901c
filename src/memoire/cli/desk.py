"""`memoire desk`: the ledger in the browser."""

import click

from memoire.cli.options import desk_options, ledger_option, open_at


@click.command()
@desk_options
@ledger_option
def command(port: int | None, browser: bool, ledger: str | None) -> None:  # noqa: FBT001 - click gives it by name
    """Open the desk on your ledger, for this machine only. The API and its pages are under /api/docs."""
    from memoire.cli.serving import choose_port, serve  # noqa: PLC0415

    number = choose_port(port)
    open_at(ledger, create=True)
    serve(number, with_browser=browser)
