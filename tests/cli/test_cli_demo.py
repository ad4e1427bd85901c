"""`memoire demo`: a sample of its own, shown at the desk and removed whole."""

import json
import re
import signal
from pathlib import Path

from click.testing import CliRunner

from memoire.cli.main import main
from memoire.ledger.place import data_folder, ledger_path, sample_path
from memoire.ledger.sample import SAMPLE_DOCUMENTS
from tests.cli.conftest import Memoire
from tests.cli.processes import SECONDS, ask, port_of, start

DOCUMENTS = len(SAMPLE_DOCUMENTS.read_text(encoding="utf-8").splitlines())


def test_shows_the_sample_at_the_address_it_prints_and_removes_it_in_one_click() -> None:
    process = start("demo", "--port", "0", "--no-browser")
    try:
        port = port_of(process)
        assert len(json.loads(ask(port, "/api/documents").read())["items"]) == DOCUMENTS
        page = ask(port, "/sample/")
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.read().decode())
        cookie = page.headers["Set-Cookie"].split(";")[0]
        assert token
        done = ask(
            port,
            "/sample/",
            method="POST",
            body=f"csrfmiddlewaretoken={token[1]}",
            Cookie=cookie,
            **{"Content-Type": "application/x-www-form-urlencoded"},
        )
        assert done.status == 303
        assert not sample_path().parent.exists()
        assert ask(port, "/").status == 200
        assert json.loads(ask(port, "/api/documents").read())["items"] == []
        assert ledger_path(data_folder()).exists()  # the desk goes on with the user's own
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=SECONDS)
        assert process.returncode == 0
        assert f"added {DOCUMENTS}, already there 0, refused 0" in told
    finally:
        process.kill()


def test_is_read_once_and_removed_by_the_command_too() -> None:
    for summary in (f"added {DOCUMENTS}, already there 0", f"added 0, already there {DOCUMENTS}"):
        process = start("demo", "--port", "0", "--no-browser")
        port_of(process)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=SECONDS)
        assert summary in told
    assert CliRunner().invoke(main, ["demo", "--remove"]).stdout == "The sample is removed.\n"
    assert not sample_path().parent.exists()
    again = CliRunner().invoke(main, ["demo", "--remove"])
    assert (again.exit_code, "there is no sample ledger" in again.stderr) == (3, True)


def test_is_not_mixed_with_documents_of_the_users_own(memoire: Memoire, folder: Path) -> None:
    memoire("add", folder)
    done = memoire("demo", "--port", "0", "--no-browser")
    assert done.exit_code == 3
    assert "holds documents of its own" in done.stderr
