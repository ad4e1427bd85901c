"""The web server of the desk: this machine only, its address printed as soon as it answers."""

import http.client
import os
import socket
import sys
import threading
import time
import webbrowser
from typing import Final

import click

from memoire.errors import UsageError

HOST: Final = "127.0.0.1"
USUAL_PORT: Final = 8765
SECONDS_TO_ANSWER: Final = 60
_PAUSE_SECONDS: Final = 0.1


def choose_port(wanted: int | None) -> int:
    """`wanted`, or any free port for 0; without a wish the usual one, or any free one where that is taken.

    Raises:
        UsageError: the port that was wanted is taken.
    """
    if wanted is None:
        return USUAL_PORT if is_free(USUAL_PORT) else _any_free()
    if wanted and not is_free(wanted):
        raise UsageError(f"port {wanted} is taken; give another with --port, or 0 for any that is free")
    return wanted or _any_free()


def is_free(port: int) -> bool:
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port that was left a moment ago is free
        try:
            tried.bind((HOST, port))
        except OSError:
            return False
    return True


def serve(port: int, *, with_browser: bool) -> None:
    """Serve the open ledger until interrupted."""
    from django.db import connections  # noqa: PLC0415
    from granian import Granian  # noqa: PLC0415 - compiled and large
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415

    connections.close_all()  # the server's process opens its own
    server = Granian(
        "memoire.config.wsgi:application",
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=4,
        log_level=LogLevels.warning,
    )
    threading.Thread(target=_announce, args=(port,), kwargs={"with_browser": with_browser}, daemon=True).start()
    server.serve()


def _announce(port: int, *, with_browser: bool) -> None:
    address = f"http://{HOST}:{port}/"
    if not _answers(port):
        click.echo(f"{address} has not answered in {SECONDS_TO_ANSWER} s; `memoire doctor` may say why", err=True)
        return
    click.echo(f"The desk is at {address}\nCtrl-C ends it.")
    sys.stdout.flush()
    if with_browser and has_browser():
        webbrowser.open(address)


def _answers(port: int) -> bool:
    until = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < until:
        try:
            connection = http.client.HTTPConnection(HOST, port, timeout=SECONDS_TO_ANSWER)
            connection.request("GET", "/")
            connection.getresponse().read()
        except OSError:
            time.sleep(_PAUSE_SECONDS)
        else:
            return True
    return False


def has_browser() -> bool:
    """Whether there is a screen with a browser on it; one that runs in the terminal would take the terminal over."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


def _any_free() -> int:
    with socket.socket() as tried:
        tried.bind((HOST, 0))
        port: int = tried.getsockname()[1]
        return port
