"""What `memoire doctor` looks at. Nothing is written but a file in the ledger's folder, which is taken away again."""

import hashlib
import json
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import memoire.reading
from memoire.cli.serving import has_browser

OLDEST_PYTHON: Final = (3, 11)
NEWEST_PYTHON: Final = (3, 13)
# Modules of the packages in pyproject.toml, by the part of the program that fails without them.
LIBRARIES: Final = {
    "reading": ("numpy", "onnxruntime", "tokenizers", "sentencex", "dateutil"),
    "intake": ("trafilatura", "lxml", "lxml_html_clean", "pypdfium2", "py3langid"),
    "following": ("rapidfuzz", "rensa"),
    "ledger and desk": ("django", "ninja", "pydantic", "django_htmx", "csp", "whitenoise", "granian"),
}
WEIGHTS: Final = Path(memoire.reading.__file__).parent / "weights"
MEND: Final = "install the package again: pip install --force-reinstall aide-memoire"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, and what to do where it is not well."""

    name: str
    told: str
    is_well: bool = True
    remedy: str = ""

    def __str__(self) -> str:
        line = f"{'ok ' if self.is_well else 'BAD'}  {self.name}: {self.told}"
        return line if not self.remedy else f"{line}\n     {self.remedy}"


def examine(ledger: Path) -> Iterator[Finding]:
    """Each finding as it is made."""
    yield _python()
    yield from _libraries()
    yield _weights()
    yield _database()
    yield _ledger(ledger)
    yield _browser()


def _python() -> Finding:
    told = ".".join(map(str, sys.version_info[:3]))
    is_well = OLDEST_PYTHON <= sys.version_info[:2] <= NEWEST_PYTHON
    return Finding("Python", told, is_well, "" if is_well else "use Python 3.11, 3.12 or 3.13")


def _libraries() -> Iterator[Finding]:
    for part, modules in LIBRARIES.items():
        missing = [module for module in modules if find_spec(module) is None]
        told = f"missing: {', '.join(missing)}" if missing else "all there"
        yield Finding(f"libraries for {part}", told, not missing, MEND if missing else "")


def _weights() -> Finding:
    try:
        about = json.loads((WEIGHTS / "weights.json").read_text(encoding="utf-8"))
        found, wanted = fingerprint(WEIGHTS), about["fingerprint"]
    except (OSError, ValueError, KeyError) as error:
        return Finding("the reader's weights", f"{WEIGHTS} cannot be read ({error})", is_well=False, remedy=MEND)
    if found != wanted:
        return Finding("the reader's weights", f"{found} instead of {wanted}", is_well=False, remedy=MEND)
    return Finding("the reader's weights", found)


def fingerprint(folder: Path) -> str:
    """SHA-256 over the names and bytes of the files of weights, as training/export.py takes it."""
    digest = hashlib.sha256()
    for file in sorted(folder.iterdir()):
        if file.suffix in {".onnx", ".table"} or file.name == "tokenizer.json":
            digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return f"sha256:{digest.hexdigest()}"


def _database() -> Finding:
    try:
        with sqlite3.connect(":memory:") as connection:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5(word)")
    except sqlite3.OperationalError as error:
        remedy = "use a Python whose SQLite has FTS5, as those of python.org, Debian and uv"
        return Finding("SQLite", f"{sqlite3.sqlite_version} ({error})", is_well=False, remedy=remedy)
    return Finding("SQLite", f"{sqlite3.sqlite_version} with full-text search")


def _ledger(path: Path) -> Finding:
    folder = next(parent for parent in path.parents if parent.exists())
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError("the file may not be written")
    except OSError as error:
        remedy = "ask for the right to write there, or give another place with --ledger or $MEMOIRE_LEDGER"
        return Finding("ledger", f"{path} ({error.strerror or error})", is_well=False, remedy=remedy)
    return Finding("ledger", f"{path}{'' if path.exists() else ', not made yet'}")


def _browser() -> Finding:
    if has_browser():
        return Finding("browser", "there is one")
    return Finding("browser", "none here; open the address that `memoire desk` prints in one elsewhere on this machine")
