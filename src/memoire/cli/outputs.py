"""What the commands that write files share: options on what may go out, and the writing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from memoire.errors import UsageError
from memoire.records.document import MARKINGS


def marking_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--up-to",
        type=click.Choice(MARKINGS),
        metavar="MARKING",
        help="Leave out what is marked more strictly: clear, green, amber, amber+strict, red.",
    )(command)


def confirmed_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--only-confirmed", is_flag=True, help="Leave out what no person has confirmed.")(command)


def write_file(target: Path, data: bytes) -> None:
    """The file, in a folder that is there.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        target.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{target} cannot be written ({error.strerror}); give another place with --to") from error
