"""Folders of documents with labelled entries, laid out like `labelled/` and the chains of the shared data."""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from memoire.errors import UsageError
from memoire.records.document import Document, DocumentKind

# An entry in the shape of a line of labels.jsonl, which is also that of `memoire read --as json`.
Labelled = Mapping[str, Any]

DEVELOPMENT: Final = ("data/labelled/dev", "data/labelled/dev-2")

# How publishers' own kinds are spelt in the label files → the five of the design; others have none.
_KINDS: Final[Mapping[str, DocumentKind]] = {
    "news": "news",
    "statement": "statement",
    "fact sheet": "statement",
    "factsheet": "statement",
    "order": "statement",
    "joint": "joint-statement",
    "joint statement": "joint-statement",
    "joint-statement": "joint-statement",
    "readout": "read-out",
    "read-out": "read-out",
    "transcript": "transcript",
    "remarks": "transcript",
    "gaggle": "transcript",
}


@dataclass(frozen=True, slots=True)
class LabelledDocument:
    """A document and what a careful reader found in it."""

    document: Document
    entries: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Folder:
    """One `docs.jsonl` with its `labels.jsonl`."""

    name: str
    path: Path
    documents: tuple[LabelledDocument, ...]

    def fingerprint(self) -> str:
        """SHA-256 of both files, so that figures can say which data they were measured on."""
        content = b"".join((self.path / name).read_bytes() for name in ("docs.jsonl", "labels.jsonl"))
        return f"sha256:{hashlib.sha256(content).hexdigest()}"


def shared_data() -> Path:
    """Where the shared data would be: $MEMOIRE_SHARED, or the folder `shared` beside the repository."""
    given = os.environ.get("MEMOIRE_SHARED")
    return Path(given) if given else Path(__file__).resolve().parents[2] / "shared"


def find_folders(paths: Iterable[Path]) -> list[Path]:
    """Return every folder at or below `paths` that holds documents and labels, in the order given, then by name.

    Raises:
        UsageError: names a path that holds none.
    """
    return list(dict.fromkeys(folder for path in paths for folder in _below(path)))


def development_folders() -> tuple[list[Path], list[Path]]:
    """The development folders of the shared data: those that are there, and those that are absent."""
    wanted = [shared_data() / name for name in DEVELOPMENT]
    return [path for path in wanted if _is_folder(path)], [path for path in wanted if not _is_folder(path)]


def load_folders(paths: Sequence[Path]) -> list[Folder]:
    """Read folders, each named by its last part, or by its last two where several end alike."""
    ends = Counter(path.name for path in paths)
    return [load_folder(path, "/".join(path.parts[-2:]) if ends[path.name] > 1 else path.name) for path in paths]


def load_folder(path: Path, name: str | None = None) -> Folder:
    """Read the documents of a folder with their labels; a document without labels has no entries."""
    entries = {line["id"]: tuple(line["entries"]) for line in lines_of(path / "labels.jsonl")}
    documents = [document_of(line) for line in lines_of(path / "docs.jsonl")]
    return Folder(name or path.name, path, tuple(LabelledDocument(d, entries.get(d.id, ())) for d in documents))


def lines_of(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file.

    Raises:
        UsageError: the file is not there, or a line of it is not JSON.
    """
    try:
        # Not splitlines(): texts hold U+2028 and the like, which end no line of JSON.
        return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    except FileNotFoundError as error:
        raise UsageError(f"{path} is not there; give a file of JSON Lines") from error
    except json.JSONDecodeError as error:
        raise UsageError(f"{path} is not JSON Lines ({error}); give one JSON object a line") from error


def document_of(line: Mapping[str, Any]) -> Document:
    """The document that a line of docs.jsonl describes."""
    fingerprint = hashlib.sha256(line["text"].encode()).hexdigest()
    published = line.get("published")
    return Document(
        id=line["id"],
        sha256=fingerprint,
        text_sha256=fingerprint,
        text=line["text"],
        title=line.get("title"),
        published=date.fromisoformat(published) if published else None,
        published_basis="given" if published else "none",
        source=line.get("url"),
        publisher=line.get("publisher"),
        kind=_KINDS.get(line.get("kind") or ""),
    )


def _below(path: Path) -> list[Path]:
    found = sorted(docs.parent for docs in path.rglob("docs.jsonl") if _is_folder(docs.parent))
    if not found:
        raise UsageError(f"{path} holds no docs.jsonl with labels.jsonl; give a folder laid out like data/labelled/dev")
    return found


def _is_folder(path: Path) -> bool:
    return (path / "docs.jsonl").is_file() and (path / "labels.jsonl").is_file()
