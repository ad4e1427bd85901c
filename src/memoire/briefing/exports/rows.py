"""The four tables as CSV, JSON Lines or Parquet."""

import csv
import json
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, Final

from memoire.briefing.exports.cells import safe_cell
from memoire.briefing.exports.tables import (
    BEARINGS,
    DOCUMENTS,
    ENTRIES,
    PARTIES,
    TABLES,
    Record,
    Table,
    bearing_records,
    document_record,
    entry_record,
    party_records,
)  # fmt: skip
from memoire.briefing.facts import Item
from memoire.errors import UsageError

_DUCKDB_TYPES: Final = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "date": "DATE"}


class _Tables:
    """One file a table; each document once."""

    ending = ""

    def __init__(self, folder: Path, as_of: date) -> None:  # noqa: ARG002 - all writers are made alike
        self._folder = folder
        self._papers: set[str] = set()
        self._open = ExitStack()
        self._files = {table.name: self._opened(table) for table in TABLES}

    def add(self, item: Item) -> None:
        for table, record in _records(item):
            if table is not DOCUMENTS or item.paper.id not in self._papers:
                self._write(table, record)
        self._papers.add(item.paper.id)

    def close(self) -> dict[str, Table | None]:
        self._open.close()
        return {f"{table.name}.{self.ending}": table for table in TABLES}

    def _opened(self, table: Table) -> IO[str]:
        path = self._folder / f"{table.name}.{self.ending}"
        return self._open.enter_context(path.open("w", encoding="utf-8", newline=""))

    def _write(self, table: Table, record: Record) -> None:
        raise NotImplementedError


def _records(item: Item) -> Iterator[tuple[Table, Record]]:
    yield DOCUMENTS, document_record(item.paper)
    yield ENTRIES, entry_record(item)
    yield from ((PARTIES, record) for record in party_records(item))
    yield from ((BEARINGS, record) for record in bearing_records(item))


class CsvTables(_Tables):
    """CSV (RFC 4180 with LF) that a spreadsheet opens without running anything."""

    ending = "csv"

    def _opened(self, table: Table) -> IO[str]:
        file = super()._opened(table)
        csv.writer(file, lineterminator="\n").writerow(column.name for column in table.columns)
        return file

    def _write(self, table: Table, record: Record) -> None:
        cells = [safe_cell(record[column.name]) for column in table.columns]
        csv.writer(self._files[table.name], lineterminator="\n").writerow(cells)


class JsonLinesTables(_Tables):
    """One JSON object a line; what is unknown is null."""

    ending = "jsonl"

    def _write(self, table: Table, record: Record) -> None:
        self._files[table.name].write(json.dumps(record, ensure_ascii=False, default=_day) + "\n")


def _day(value: Any) -> str:
    day: date = value
    return day.isoformat()


class ParquetTables:
    """Parquet, by way of JSON Lines in a temporary place."""

    def __init__(self, folder: Path, as_of: date) -> None:
        try:
            import duckdb  # noqa: PLC0415 - an extra of 66 MB
        except ImportError as error:
            raise UsageError(
                "Parquet needs the extra `analytics`, which is not installed: pip install 'aide-memoire[analytics]'; "
                "or give --as csv or jsonl"
            ) from error
        self._duckdb, self._folder = duckdb, folder
        self._temporary = TemporaryDirectory()
        self._lines = JsonLinesTables(Path(self._temporary.name), as_of)

    def add(self, item: Item) -> None:
        self._lines.add(item)

    def close(self) -> dict[str, Table | None]:
        self._lines.close()
        with self._temporary, self._duckdb.connect() as connection:
            for table in TABLES:
                self._convert(connection, table)
        return {f"{table.name}.parquet": table for table in TABLES}

    def _convert(self, connection: Any, table: Table) -> None:
        """Columns are typed as the table says, also where all of their values are null."""
        lines = str(Path(self._temporary.name) / f"{table.name}.jsonl")
        types = {column.name: _DUCKDB_TYPES[column.type] for column in table.columns}
        rows = connection.read_json(lines, columns=types, format="newline_delimited")
        rows.write_parquet(str(self._folder / f"{table.name}.parquet"), compression="zstd")
