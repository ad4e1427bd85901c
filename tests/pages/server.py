"""The desk in a process of its own, with the ledger of readings.py, for a browser.

`python -m tests.pages.server FOLDER` prints its port. `/fresh` puts the ledger back as it was at the start,
`/fresh/lives` with the reports and links of lives.py besides.

A process of its own, because Playwright's event loop runs in the thread of the tests, where Django refuses queries.
"""
# ruff: noqa: PLC0415 - Django is loaded by opening the ledger

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

LEDGER = "ledger.sqlite3"
_STARTS = {"/fresh": "as-it-was", "/fresh/lives": "with-lives"}


class Threaded(ThreadingMixIn, WSGIServer):
    """Browsers open several connections at once."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """No log line for each request."""

    def log_message(self, *_args: Any) -> None:
        return


def main(folder: Path) -> None:
    from memoire.ledger.opening import open_ledger

    os.environ["MEMOIRE_WHO"] = "tester"
    open_ledger(folder / LEDGER)
    _fix_day()
    _fill(folder)
    from memoire.config.wsgi import application

    with make_server("127.0.0.1", 0, _with_fresh(application, folder), Threaded, Quiet) as server:
        print(server.server_port, flush=True)  # noqa: T201 the tests read it
        server.serve_forever()


def _fix_day() -> None:
    from django.utils import timezone

    from tests.pages.readings import TODAY

    timezone.localdate = lambda *_args, **_kwargs: TODAY


def _fill(folder: Path) -> None:
    from django.db import connections

    from tests.pages.lives import fill_lives
    from tests.pages.readings import fill

    for name, lay in ((_STARTS["/fresh"], fill), (_STARTS["/fresh/lives"], fill_lives)):
        lay()
        connections.close_all()  # the last one folds the write-ahead log in
        shutil.copy(folder / LEDGER, folder / name)
    shutil.copy(folder / _STARTS["/fresh"], folder / LEDGER)


def _with_fresh(application: Any, folder: Path) -> Callable[..., Iterable[bytes]]:
    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        wanted = _STARTS.get(environ["PATH_INFO"])
        if wanted is None:
            return application(environ, start_response)  # type: ignore[no-any-return]
        for rest in folder.glob(f"{LEDGER}*"):
            rest.unlink()
        shutil.copy(folder / wanted, folder / LEDGER)
        start_response("204 No Content", [])
        return [b""]

    return answer


if __name__ == "__main__":
    main(Path(sys.argv[1]))
