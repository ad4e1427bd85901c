"""The chain of history: each row carries the SHA-256 of itself and of the row before."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import Any, Final

from django.db import connection
from django.utils import timezone

from memoire.ledger.tables import HistoryRow

START: Final = "0" * 64  # what stands before the first row
_TOLD: Final = ("who", "what", "document", "entry", "before", "after", "reason", "undoes_id", "previous_hash")
# Told only where there is something to tell: rows written before these columns were keep their hashes.
_TOLD_IF_ANY: Final = ("link", "brought_by_id")


def canonical(value: Any) -> bytes:
    """JSON in one spelling: keys sorted, no spaces, UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def hash_of(row: HistoryRow) -> str:
    """The hash that `row` must carry."""
    told = {name: getattr(row, name) for name in _TOLD}
    told |= {name: value for name in _TOLD_IF_ANY if (value := getattr(row, name))}
    return sha256(canonical(told | {"at": row.at.astimezone(UTC).isoformat(timespec="microseconds")}))


def head() -> str:
    """The hash of the newest row; noted elsewhere, it proves later that nothing before it was changed."""
    return HistoryRow.objects.order_by("-id").values_list("hash", flat=True).first() or START


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done, by whom and why."""

    what: str
    who: str
    reason: str = ""
    undoes: HistoryRow | None = None
    brought_by: HistoryRow | None = None  # the deed of which this one is a consequence


def append(
    deed: Deed,
    *,
    document: str,
    entry: str = "",
    link: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any],
) -> HistoryRow:
    """Add a row at the end. The caller holds a transaction."""
    _take_turn()
    row = HistoryRow(
        at=timezone.now(),
        who=deed.who,
        what=deed.what,
        reason=deed.reason,
        undoes=deed.undoes,
        brought_by=deed.brought_by,
        document=document,
        entry=entry,
        link=link,
        before=before,
        after=after,
        previous_hash=head(),
    )
    row.hash = hash_of(row)
    row.save(force_insert=True)
    return row


def _take_turn() -> None:
    """One writer at a time: SQLite's transactions are IMMEDIATE already, PostgreSQL is asked for a lock."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('memoire.history'))")
