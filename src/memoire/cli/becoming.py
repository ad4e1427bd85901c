"""Where a commitment or claim stands, in a few words."""

from datetime import date

from memoire.ledger.lifecycle import days_late, life_on, stage_of
from memoire.ledger.tables import EntryRow


def stands(row: EntryRow, as_of: date) -> str:
    """ "83 days overdue", "kept late, 43 days", "contradicted"; empty for what has no life."""
    life = life_on(row.lives.all(), as_of)
    if life is None:
        return "told again" if row.mention_of_id else ""
    if row.kind == "claim":
        return life.standing or ""
    if life.outcome:
        slip = f", {life.slip_days:,} days" if life.slip_days else ""
        still = "" if life.is_closed else f", {stage_of(life, as_of)}"
        return f"{life.outcome.replace('-', ' ')}{slip}{still}"
    stage = stage_of(life, as_of)
    return f"{days_late(life.latest, as_of):,} days overdue" if stage == "overdue" else stage
