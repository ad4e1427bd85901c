"""Django looks for tables here; they live in tables.py."""

from memoire.ledger.life_tables import KeyRow, LifeRow, LinkRow, QuoteRow, TraceRow, VerdictRow
from memoire.ledger.tables import (
    ActorRow,
    AreaRow,
    CountryRow,
    DocumentRow,
    EntryRow,
    HistoryRow,
    MentionRow,
    PartyRow,
    ReadingRow,
    WordsRow,
)

__all__ = [
    "ActorRow",
    "AreaRow",
    "CountryRow",
    "DocumentRow",
    "EntryRow",
    "HistoryRow",
    "KeyRow",
    "LifeRow",
    "LinkRow",
    "MentionRow",
    "PartyRow",
    "QuoteRow",
    "ReadingRow",
    "TraceRow",
    "VerdictRow",
    "WordsRow",
]
