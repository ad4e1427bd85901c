"""Options that several commands share."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import click

from memoire.ledger.place import ledger_path
from memoire.records.edtf import EdtfError, bounds


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as 2024-07-14", param, ctx)


class Moment(click.ParamType[datetime]):
    """A moment: a day, whose end it is, or a time of day with the offset of its zone."""

    name = "MOMENT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            given = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no moment; write it as 2024-07-14 or 2024-07-14T12:00+05:00", param, ctx)
        if len(value) == len("2024-07-14"):
            given = given.replace(hour=23, minute=59, second=59, microsecond=999999)
        return given if given.tzinfo else given.astimezone()


class Due(click.ParamType[tuple[date | None, date | None]]):
    """A time in EDTF, as its first and last day."""

    name = "TIME"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return bounds(value)
        except EdtfError as error:
            self.fail(str(error), param, ctx)


def today() -> date:
    """The day it is here; only commands ask, and what they ask takes it as a value."""
    return datetime.now().astimezone().date()


def ledger_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--ledger", metavar="PATH", help="The ledger's file or folder. [default: $MEMOIRE_LEDGER or your data folder]"
    )(command)


def published_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--published", type=Day(), help="The day of publication, where the source does not say.")(
        command
    )


def open_at(ledger: str | None, *, create: bool = False) -> None:
    """Open the ledger that the option names. Loads Django."""
    from memoire.ledger.opening import open_ledger  # noqa: PLC0415 - so that other commands start fast

    open_ledger(ledger_path(ledger), create=create)


def desk_options(command: Callable[..., Any]) -> Callable[..., Any]:
    port = click.option(
        "--port", type=click.IntRange(0, 65535), help="0 for any that is free. [default: 8765, if free]"
    )
    browser = click.option(
        "--browser/--no-browser", default=True, help="Open it in the browser. [default: if there is one]"
    )
    return port(browser(command))
