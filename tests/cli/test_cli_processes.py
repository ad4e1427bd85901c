"""`memoire` in processes of its own: killed, interrupted, at the same time, and serving the desk."""

import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from memoire.cli.serving import choose_port
from memoire.errors import UsageError
from memoire.ledger.opening import open_ledger
from memoire.ledger.tables import DocumentRow, EntryRow, HistoryRow
from memoire.ledger.verifying import verify
from tests.cli.processes import SECONDS, ask, port_of, start


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Thirty reports, each with a commitment."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(30):
        text = (
            f"OTTAWA, 1 August 2024: Canada will host the United States for round {number} of the talks, it was said.\n"
        )
        (folder / f"{number:02}.txt").write_text(text)
    return folder


def wait_for_documents(ledger: Path, process: subprocess.Popen[str], number: int) -> None:
    until = time.monotonic() + SECONDS
    open_when_made(ledger, process, until)
    while DocumentRow.objects.count() < number:
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until, "no document was added in time"
        time.sleep(0.02)


def open_when_made(ledger: Path, process: subprocess.Popen[str], until: float) -> None:
    while not ledger.exists() or not ledger.stat().st_size:
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until, "no ledger was made in time"
        time.sleep(0.02)
    open_ledger(ledger)


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGINT])
def test_an_interrupted_run_goes_on_where_it_stopped(ledger_file: Path, reports: Path, blow: signal.Signals) -> None:
    first = start("add", reports, "--ledger", ledger_file, seconds=0.1)
    wait_for_documents(ledger_file, first, 3)
    first.send_signal(blow)
    _, told = first.communicate(timeout=SECONDS)
    assert first.returncode == (-signal.SIGKILL if blow == signal.SIGKILL else 130), told
    added = DocumentRow.objects.count()
    assert 3 <= added < 30
    assert EntryRow.objects.count() == added  # a document and what was read in it come together
    second = start("add", reports, "--ledger", ledger_file)
    summary, _ = second.communicate(timeout=SECONDS)
    assert summary == f"added {30 - added}, already there {added}, refused 0; entries proposed {30 - added}\n"
    assert list(verify()) == []


def test_two_runs_at_the_same_time_add_each_document_once(ledger_file: Path, reports: Path) -> None:
    both = [start("add", reports, "--ledger", ledger_file, seconds=0.01) for _ in range(2)]
    summaries = [process.communicate(timeout=SECONDS) for process in both]
    assert [process.returncode for process in both] == [0, 0], summaries
    open_ledger(ledger_file)
    added = sum(int(re.findall(r"added (\d+)", summary)[0]) for summary, _ in summaries)
    assert added == DocumentRow.objects.count() == EntryRow.objects.count() == 30
    assert HistoryRow.objects.count() == 90
    assert list(verify()) == []


def test_an_error_of_the_user_has_no_traceback(ledger_file: Path) -> None:
    process = start("show", "abc", "--ledger", ledger_file)
    _, told = process.communicate(timeout=SECONDS)
    assert process.returncode == 3
    assert told.startswith("memoire: there is no ledger at ")
    assert len(told.splitlines()) == 1


@pytest.fixture
def desk(ledger_file: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A running desk, and the port it says it is at."""
    process = start("desk", "--port", "0", "--no-browser", "--ledger", ledger_file)
    yield process, port_of(process)
    process.kill()


def test_the_desk_answers_at_the_address_it_prints_and_ends_with_ctrl_c(
    desk: tuple[subprocess.Popen[str], int],
) -> None:
    process, port = desk
    page = ask(port, "/")
    assert page.status == 200
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert ask(port, "/", host="evil.example").status == 400
    assert ask(port, "/static/django_htmx/htmx-2.min.js").status == 200
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=SECONDS)
    assert process.returncode == 0
    assert "Traceback" not in told


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux routes all of 127.0.0.0/8 to itself")
def test_the_desk_listens_at_the_loopback_address_only(desk: tuple[subprocess.Popen[str], int]) -> None:
    with socket.socket() as tried:
        assert tried.connect_ex(("127.0.0.2", desk[1])) != 0  # would answer, were it bound to all addresses


def test_a_port_that_is_taken_is_refused_where_it_was_asked_for_and_passed_over_where_not() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port} is taken"):
            choose_port(port)
    assert choose_port(0) > 0
    with socket.socket() as taken:
        with suppress(OSError):  # somebody else may have it, which does as well
            taken.bind(("127.0.0.1", 8765))
        assert choose_port(None) != 8765
