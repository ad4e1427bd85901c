"""The full-text index of entries on SQLite: an FTS5 table over `entry_words`, kept in step by triggers."""

from typing import Final

INDEX: Final = "entry_index"
_COLUMNS: Final = "quote, action, parties"


def _row(of: str) -> str:
    return ", ".join(f"{of}.{column}" for column in ("id", "quote", "action", "parties"))


_ADD = f"INSERT INTO {INDEX}(rowid, {_COLUMNS}) VALUES ({_row('new')});"  # noqa: S608 - constants only
# An external-content index forgets a row only when told what it held (SQLite, FTS5, section 4.4.3).
_FORGET = f"INSERT INTO {INDEX}({INDEX}, rowid, {_COLUMNS}) VALUES ('delete', {_row('old')});"  # noqa: S608

CREATE: Final = (
    (
        f"CREATE VIRTUAL TABLE {INDEX} USING fts5({_COLUMNS}, content='entry_words', content_rowid='id', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    ),
    f"CREATE TRIGGER entry_words_added AFTER INSERT ON entry_words BEGIN {_ADD} END",
    f"CREATE TRIGGER entry_words_removed AFTER DELETE ON entry_words BEGIN {_FORGET} END",
    f"CREATE TRIGGER entry_words_changed AFTER UPDATE ON entry_words BEGIN {_FORGET} {_ADD} END",
)
DROP: Final = (
    "DROP TRIGGER IF EXISTS entry_words_changed",
    "DROP TRIGGER IF EXISTS entry_words_removed",
    "DROP TRIGGER IF EXISTS entry_words_added",
    f"DROP TABLE IF EXISTS {INDEX}",
)


def match_expression(words: str) -> str:
    """FTS5 query that wants every word, the last as a beginning; what a person types is never syntax.

    Empty where there is no word. Characters that SQLite cannot take (NUL, halves of surrogate pairs) are none.
    """
    clean = words.encode(errors="replace").decode().replace("\0", " ")
    wanted = ['"' + word.replace('"', '""') + '"' for word in clean.split()]
    return " ".join(wanted) + "*" if wanted else ""
