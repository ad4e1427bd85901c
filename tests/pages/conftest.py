"""The desk with a small ledger, asked by Django's client or by a real browser."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.pages import readings
from tests.pages.browser import Desk

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_args, **_kwargs: readings.TODAY)


@pytest.fixture
def ids(db: Any) -> dict[str, str]:
    """The ledger of readings.py; the ids of its documents by name."""
    return readings.fill()


@pytest.fixture
def strict_client() -> Client:
    """A client that needs the CSRF token, as a browser does."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk in a process of its own (server.py)."""
    folder = tmp_path_factory.mktemp("desk")
    paths = [str(REPOSITORY / "src"), str(REPOSITORY), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(paths), "XDG_DATA_HOME": str(folder)}
    command = [sys.executable, "-m", "tests.pages.server", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=REPOSITORY) as process:
        assert process.stdout
        port = process.stdout.readline().strip()
        assert port.isdigit(), "the desk did not start; its error stands above"
        yield f"http://127.0.0.1:{port}"
        process.terminate()


# One browser a module: while it runs, Playwright's event loop does too, and Django refuses queries in its thread.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    if not CHROMIUM.exists():
        reason = f"no browser at {CHROMIUM}; install chromium or set CHROMIUM"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def desk(chromium: Any, server: str) -> Iterator[Desk]:
    """The filled ledger as it was at the start, and a browser that looks at it."""
    fresh = Desk(chromium, server)
    fresh.ask("/fresh")
    yield fresh
    for context in chromium.contexts:
        context.close()
