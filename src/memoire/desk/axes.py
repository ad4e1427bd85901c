"""Where a commitment or claim stands, in the words of a page; a small mark goes before them, never colour alone."""

from datetime import date
from typing import Final

from memoire.briefing.wording import counted
from memoire.desk.wording import distance_words, edtf_words
from memoire.ledger.life_tables import LifeRow
from memoire.ledger.lifecycle import life_on
from memoire.ledger.lives import LIVING
from memoire.ledger.tables import EntryRow
from memoire.records.following import Bearing

MARKS: Final = {
    "open": "○", "due": "◐", "overdue": "!", "closed": "■",
    "kept": "✓", "kept-late": "✓", "partly-kept": "½", "not-kept": "✕", "reversed": "↶",
    "cancelled": "–", "lapsed": "–", "overtaken": "–", "not-ratable": "–",
    "unchecked": "○", "supported": "✓", "contradicted": "✕", "mixed": "½",
}  # fmt: skip
OUTCOMES: Final = {
    "kept": "kept", "kept-late": "kept late", "partly-kept": "partly kept", "not-kept": "not kept",
    "cancelled": "cancelled", "lapsed": "lapsed", "overtaken": "overtaken by events", "reversed": "reversed",
    "not-ratable": "cannot be rated",
}  # fmt: skip
SUPPORT: Final = {
    "none-found": "nothing found that settles it",
    "one-sided": "one-sided: only an interested party says so",
    "single": "one independent report",
    "same-source": "several reports of one hand-out",
    "corroborated": "corroborated by two independent reports",
    "both-sides": "both sides say so",
    "contradicted": "contradicted: reports say the opposite",
}
STANDINGS: Final = {
    "unchecked": "unchecked: no later report bears on it",
    "supported": "supported by a later report",
    "contradicted": "contradicted by a later report",
    "mixed": "mixed: some reports support it, some contradict it",
}
# What an entry does to the commitment or claim on which it bears.
BEARS: Final[dict[Bearing, str]] = {
    "fulfils": "says it was done",
    "advances": "says it is under way",
    "postpones": "puts it off",
    "cancels": "calls it off",
    "contradicts": "says it was not so",
    "reaffirms": "says it again",
    "rewords": "says it in other words",
    "supports": "says it is so",
    "mentions": "tells the same",
}
# What was decided of a piece of evidence.
DECIDED: Final = {
    "proposed": ("○", "proposed"), "confirmed": ("✓", "accepted"), "rejected": ("✕", "rejected"),
    "withdrawn": ("–", "withdrawn"),
}  # fmt: skip
# The same as a row of history tells it.
LINK_DEEDS: Final = {
    "linked": "evidence proposed", "unlinked": "evidence withdrawn", "accepted": "evidence accepted",
    "declined": "evidence rejected", "upheld": "evidence upheld", "questioned": "evidence questioned",
    "undone": "a decision on evidence undone",
}  # fmt: skip
# How a step of a life is told.
HAPPENED: Final = {
    "opened": "promised", "reaffirmed": "said again", "postponed": "put off", "reworded": "reworded",
    "advanced": "under way", "fulfilled": "told as done", "contradicted": "told as not so", "cancelled": "called off",
    "closed": "closed by a verdict", "told again": "told again", "supported": "supported",
}  # fmt: skip


def life_today(row: EntryRow, today: date) -> LifeRow | None:
    """How the entry stands on a day; None for what has no life. Asks no query where lives were fetched before."""
    return life_on(row.lives.all(), today) if row.kind in LIVING and row.mention_of_id is None else None


def became_words(life: LifeRow, today: date) -> str:
    """`kept late, 43 days`, `13 days overdue`, `contradicted`; empty where nothing is to be told yet."""
    if life.standing:
        return "" if life.standing == "unchecked" else life.standing
    if life.outcome:
        late = f", {counted(life.slip_days, 'day')}" if life.slip_days else ""
        return OUTCOMES[life.outcome] + late
    return distance_words(life.earliest, life.latest, today)


def moved_due(row: EntryRow, life: LifeRow | None) -> str:
    """The due day in words where it is no longer that of the entry; else empty."""
    return edtf_words(life.due) if life and life.due and life.due != row.edtf else ""
