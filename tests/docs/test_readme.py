"""The README: short, with commands that are right, and an example that does what it says."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = (
    "python3 -m venv .venv && .venv/bin/pip install -q -c constraints.txt -e . && .venv/bin/memoire demo",
    'python3 -m venv .venv && .venv/bin/pip install -q -c constraints.txt -e ".[dev]" && .venv/bin/pytest',
)


def test_has_the_two_commands_each_on_a_line_of_its_own() -> None:
    assert [line.strip() for line in README.splitlines() if line.startswith("    ")] == list(COMMANDS)


def test_is_short() -> None:
    assert len(README.splitlines()) <= 50


def test_the_example_prints_what_the_readme_says() -> None:
    example = re.search(
        r"```console\n\$ echo \"(.+?)\" \| \.venv/bin/memoire (.+?)\n(.+?)\n```", README, flags=re.DOTALL
    )
    assert example, "README has no example of the form that this test runs"
    sentence, arguments, shown = example.groups()
    result = subprocess.run(
        [sys.executable, "-m", "memoire.cli", *arguments.split()],
        input=sentence + "\n", capture_output=True, encoding="utf-8", check=False, timeout=120,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert [line for line in shown.splitlines() if line not in result.stdout.splitlines()] == []
