"""Where a ledger lies, and who works on it. No Django here: the command line asks before it loads anything."""

import getpass
import os
import secrets
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

LEDGER_FILE = "ledger.sqlite3"
SAMPLE_FOLDER = "sample"


def data_folder() -> Path:
    """The user's own data folder, by the custom of the system (XDG, macOS, Windows); it need not exist yet."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData/Local")) / "aide-memoire"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/aide-memoire"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "aide-memoire"


def ledger_path(given: str | os.PathLike[str] | None = None) -> Path:
    """The ledger's file: `given`, else $MEMOIRE_LEDGER, else in the data folder. A folder stands for its ledger."""
    wanted = given or os.environ.get("MEMOIRE_LEDGER") or data_folder()
    path = Path(wanted).expanduser().absolute()
    return path / LEDGER_FILE if path.is_dir() or not path.suffix else path


def sample_path() -> Path:
    """The sample ledger of `memoire demo`: a folder of its own, so that removing it is deleting it."""
    return data_folder() / SAMPLE_FOLDER / LEDGER_FILE


def secret_key(folder: Path) -> str:
    """The key that signs the desk's cookies, made once per folder and readable by its owner only."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "secret-key"
    if not path.exists():
        _make_key(path)
    return path.read_text(encoding="ascii")


def _make_key(path: Path) -> None:
    """Written whole before it has its name, so that of two desks that start at once both read the same key."""
    descriptor, written = tempfile.mkstemp(dir=path.parent)  # readable by the owner only
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))
    with suppress(FileExistsError):
        os.link(written, path)
    Path(written).unlink()


def who_works_here() -> str:
    """The name that history keeps for what is done on this machine: $MEMOIRE_WHO, else the login name."""
    if named := os.environ.get("MEMOIRE_WHO"):
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container whose user has no name
        return "desk"
