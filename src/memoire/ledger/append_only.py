"""Triggers that keep what was recorded from being changed, on SQLite and PostgreSQL (laid by migration 0001)."""

from typing import Final

# Table → columns that never change; an empty tuple means the whole row. None of these rows is ever deleted.
KEPT: Final[dict[str, tuple[str, ...]]] = {
    "history": (),
    "reading": (),
    "document": ("id", "sha256", "text_sha256", "text", "original", "character_map", "added_at"),
}

_POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION memoire_keep() RETURNS trigger AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$ LANGUAGE plpgsql"""


def create_statements(vendor: str) -> list[str]:
    """The statements that forbid changes, for `connection.vendor`."""
    if vendor == "postgresql":
        return [_POSTGRESQL_FUNCTION, *(_postgresql(table, deed) for table in KEPT for deed in ("UPDATE", "DELETE"))]
    return [_sqlite(table, deed) for table in KEPT for deed in ("UPDATE", "DELETE")]


def drop_statements(vendor: str) -> list[str]:
    """The inverse of `create_statements`; only tests and a reversed migration use it."""
    on = ' ON "{table}"' if vendor == "postgresql" else ""
    return [
        f"DROP TRIGGER IF EXISTS {_name(table, deed)}" + on.format(table=table)
        for table in KEPT
        for deed in ("UPDATE", "DELETE")
    ]


def _name(table: str, deed: str) -> str:
    return f"{table}_no_{deed.lower()}"


def _event(table: str, deed: str) -> str:
    columns = ", ".join(KEPT[table]) if deed == "UPDATE" else ""
    return f'BEFORE {deed}{" OF " + columns if columns else ""} ON "{table}"'


def _sqlite(table: str, deed: str) -> str:
    return (
        f"CREATE TRIGGER IF NOT EXISTS {_name(table, deed)} {_event(table, deed)} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def _postgresql(table: str, deed: str) -> str:
    return (
        f"CREATE OR REPLACE TRIGGER {_name(table, deed)} {_event(table, deed)} "
        "FOR EACH ROW EXECUTE FUNCTION memoire_keep()"
    )
