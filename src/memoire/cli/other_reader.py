"""Options that put another reader in the place of our own, and the reader that they describe."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from memoire.records.document import Document

if TYPE_CHECKING:
    from memoire.served.reader import ServedReader

OWN: Final = "memoire"
_PLACE: Final = "memoire.cli.other_reader"  # in the notes of the command's context


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    ctx.meta.setdefault(_PLACE, {})[param.name] = value


def _option(name: str, **settings: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(name, expose_value=False, callback=_keep, **settings)


_OPTIONS: Final = (
    _option(
        "--reader", default=OWN, show_default=True, metavar="READER",
        help="Or openai:<base-url>#<model>: a server that is sent the text; its key comes from $MEMOIRE_SERVER_KEY.",
    ),
    _option(
        "--most-requests", type=click.IntRange(min=1), default=1_000,
        help="How often that server may be asked. [default: 1,000]",
    ),
    _option(
        "--most-tokens", type=click.IntRange(min=1), default=1_000_000,
        help="How many tokens it may take and give. [default: 1,000,000]",
    ),
    _option("--most-documents", type=click.IntRange(min=1), help="How many it may read. [default: no limit]"),
    _option(
        "--timeout", type=click.FloatRange(min=0, min_open=True), default=120.0, metavar="SECONDS",
        help="How long it may be silent. [default: 120]",
    ),
)  # fmt: skip


def reader_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--reader, and what it may cost."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def other_reader(ctx: click.Context, markings_of: Callable[[Document], Sequence[str | None]]) -> "ServedReader | None":
    """The reader that the options name, or None where they leave it at our own.

    Says once where the text goes, and at the end what became of it.

    Raises:
        UsageError: --reader names none.
        ServerUnusable: the library that asks is not installed.
    """
    given = ctx.meta.get(_PLACE, {})
    if given.get("reader", OWN) == OWN:
        return None
    from memoire.served.address import parse_address  # noqa: PLC0415

    address = parse_address(given["reader"])
    from memoire.served.reader import ServedReader  # noqa: PLC0415
    from memoire.served.server import Server  # noqa: PLC0415 - the library takes a second
    from memoire.served.spending import Spending  # noqa: PLC0415

    spending = Spending(given["most_requests"], given["most_tokens"], given["most_documents"])
    reader = ServedReader(Server(address, spending, timeout_s=given["timeout"]), tell, markings_of)
    if not address.is_here:
        unencrypted = "" if address.is_encrypted else ", unencrypted"
        tell(f"warning: the text of what is read leaves this machine: it is sent to {address.host}{unencrypted}")
    ctx.call_on_close(lambda: tell(reader.report))
    return reader


def tell(line: str) -> None:
    """On standard error, which leaves the output clean."""
    click.echo(line, err=True)
