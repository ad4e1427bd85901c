"""Django looks for tables here; they live in tables.py."""

from memoire.ledger.tables import (
    ActorRow,
    AreaRow,
    DocumentRow,
    EntryRow,
    HistoryRow,
    MentionRow,
    PartyRow,
    ReadingRow,
)

__all__ = ["ActorRow", "AreaRow", "DocumentRow", "EntryRow", "HistoryRow", "MentionRow", "PartyRow", "ReadingRow"]
