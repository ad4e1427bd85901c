"""Items → a folder of files in one format, with a description of them (datapackage.json)."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any, Final, Protocol

from memoire.briefing.exports import annotation, bibliography, claimreview, plover, rows
from memoire.briefing.exports.tables import Table
from memoire.briefing.facts import Item
from memoire.errors import UsageError

DESCRIPTION: Final = "datapackage.json"


class Writer(Protocol):
    """Writes one format into a folder; told each item once, then closed. `files`: what it wrote, with their tables."""

    def add(self, item: Item) -> None: ...

    def close(self) -> Mapping[str, Table | None]: ...


WRITERS: Final[dict[str, Callable[[Path, date], Writer]]] = {
    "csv": rows.CsvTables,
    "jsonl": rows.JsonLinesTables,
    "parquet": rows.ParquetTables,
    "plover": plover.PloverEvents,
    "annotation": annotation.Annotations,
    "claimreview": claimreview.ClaimReviews,
    "bibtex": bibliography.BibTex,
    "csl": bibliography.CslJson,
}
FORMATS: Final = tuple(WRITERS)


def export(items: Iterable[Item], folder: Path, form: str, *, as_of: date) -> int:
    """Write the files and their description; how many entries went in.

    Raises:
        UsageError: no such format, a folder that cannot be made or written, or what the format needs is not installed.
    """
    if form not in WRITERS:
        raise UsageError(f"{form!r} is no format; choose one of {', '.join(FORMATS)}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _export(items, folder, form, as_of)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written ({error.strerror}); give another place with --to") from error


def _export(items: Iterable[Item], folder: Path, form: str, as_of: date) -> int:
    writer, number = WRITERS[form](folder, as_of), 0
    with ExitStack() as closing:
        closing.callback(writer.close)
        for item in items:
            writer.add(item)
            number += 1
        closing.pop_all()
    description = describe(folder, writer.close(), as_of)
    (folder / DESCRIPTION).write_text(json.dumps(description, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return number


def describe(folder: Path, files: Mapping[str, Table | None], as_of: date) -> dict[str, Any]:
    """The package as Frictionless describes packages (Data Package 1): its files, their sums and their columns."""
    return {
        "name": "aide-memoire-export",
        "title": "Export of a ledger of what governments promise, ask and claim",
        "description": f"As the ledger stood on {as_of.isoformat()}. Columns and scales: docs/reference/exports.md.",
        "profile": "data-package",
        "resources": [_resource(folder / name, table, files) for name, table in files.items()],
    }


def _resource(path: Path, table: Table | None, files: Mapping[str, Table | None]) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    told: dict[str, Any] = {
        "name": table.name if table else path.stem,
        "path": path.name,
        "format": path.suffix.removeprefix("."),
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
    }
    if table is None:
        return told
    is_csv = path.suffix == ".csv"
    encoding = {"mediatype": "text/csv", "encoding": "utf-8", "profile": "tabular-data-resource"} if is_csv else {}
    present = {other.name for other in files.values() if other}
    return told | {"title": table.title} | encoding | {"schema": schema_of(table, present)}


def schema_of(table: Table, present: set[str]) -> dict[str, Any]:
    """The table schema (Frictionless, Table Schema 1)."""
    fields = [{"name": one.name, "type": one.type, "description": one.description} for one in table.columns]
    keys = [
        {"fields": column, "reference": {"resource": other, "fields": "id"}}
        for column, other in table.references.items()
        if other in present
    ]
    primary: str | list[str] = table.key[0] if len(table.key) == 1 else list(table.key)
    return {"fields": fields, "primaryKey": primary, "missingValues": [""], **({"foreignKeys": keys} if keys else {})}
