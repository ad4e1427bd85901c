"""Where the lists lie, and tab-separated rows in and out."""

import csv
import os
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

BY_HAND = Path(__file__).parent
SHIPPED = Path(__file__).parents[2] / "src/memoire/registries"
# Terms that end later, or not yet, are of use; earlier ones are of size only.
SINCE = "1990-01-01"
Row = dict[str, str]
SHARED = Path(os.environ.get("MEMOIRE_SHARED", Path(__file__).parents[3] / "shared"))
ARCHIVES = SHARED / "data/actors"


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def write_rows(path: Path, fields: tuple[str, ...], rows: Iterable[Mapping[str, object]]) -> None:
    """Write one line a row, in the order given; a tab or line break in a value is an error."""
    lines = ["\t".join(fields)]
    for row in rows:
        values = [str(row[field]) for field in fields]
        if any("\t" in value or "\n" in value for value in values):
            raise ValueError(f"{values} holds a tab or a line break; clean it before writing {path.name}")
        lines.append("\t".join(values))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(lines) - 1} rows, {path.stat().st_size:,} bytes")


def read_member(archive: tarfile.TarFile, name: str) -> bytes:
    """The bytes of one file of an archive.

    Raises:
        FileNotFoundError: the archive has no such file.
    """
    file = archive.extractfile(name) if name in archive.getnames() else None
    if file is None:
        raise FileNotFoundError(f"{name} is not in {archive.name!s}; fetch the archive again")
    return file.read()
