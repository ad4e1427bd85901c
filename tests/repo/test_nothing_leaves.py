"""Reading tells nobody: no library reports its use, and none leaves a trace in the home folder."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SENTENCE = "Pakistan and the United States will hold a dialogue in October."
# Any attempt to reach another machine ends the program with its address.
WATCHED = """
import socket, sys
def refuse(self, address, *rest):
    raise SystemExit(f"tried to reach {address}")
socket.socket.connect = socket.socket.connect_ex = refuse
from memoire.cli.main import main
main()
"""


def read_a_sentence(home: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "MEMOIRE_", "ORT_"))
    }
    return subprocess.run(
        [sys.executable, "-c", WATCHED, "read", "-", "--published", "2024-07-14"],
        input=SENTENCE, capture_output=True, encoding="utf-8", check=False, timeout=120,
        env=environment | {"HOME": str(home), "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip


def test_reading_reaches_nobody_and_writes_nothing(tmp_path: Path) -> None:
    """ONNX Runtime keeps the reports it would send, and the number it names the machine by, in the home folder."""
    done = read_a_sentence(tmp_path)
    assert done.returncode == 0, done.stderr
    assert "commitment" in done.stdout
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")] == []
