"""`memoire` in processes of its own, with the fake reader."""

import http.client
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SECONDS = 60  # for anything a process is waited for


def start(*words: str | Path, seconds: float = 0) -> subprocess.Popen[str]:
    """`memoire` with a reader that takes `seconds` for a document."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.cli.with_fake_reader", str(seconds), *map(str, words)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"src{os.pathsep}."},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def port_of(process: subprocess.Popen[str]) -> int:
    """The port in the address that a desk prints once it answers."""
    assert process.stdout
    address = re.fullmatch(r"The desk is at http://127\.0\.0\.1:(\d+)/\n", process.stdout.readline())
    assert address, process.communicate()
    return int(address[1])


def ask(
    port: int, path: str, *, method: str = "GET", host: str | None = None, body: str = "", **headers: str
) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    connection.request(method, path, body or None, {"Host": host or f"127.0.0.1:{port}"} | headers)
    return connection.getresponse()
