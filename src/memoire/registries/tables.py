"""Tab-separated files inside the package."""

from collections.abc import Iterator
from importlib import resources


def read_table(registry: str, file: str) -> Iterator[dict[str, str]]:
    """Rows of `registries/<registry>/<file>`, by the names in its first line; no quoting, no comments."""
    text = resources.files("memoire.registries").joinpath(registry, file).read_text(encoding="utf-8")
    head, *lines = text.splitlines()
    fields = head.split("\t")
    return (dict(zip(fields, line.split("\t"), strict=True)) for line in lines)


def many(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, separated by semicolons."""
    return tuple(value for value in cell.split(";") if value)
