"""Action matrix: every commitment with who, what, by when, how it stands, and by what document."""

from typing import Final

from memoire.briefing.facts import Facts, Item
from memoire.briefing.phrasing import clause_of, doers_words, notes_of
from memoire.briefing.standing import (
    OWNERS,
    evidence_words,
    is_at_hand,
    last_day,
    owner_heading,
    owner_of,
    stage_words,
)  # fmt: skip
from memoire.briefing.structure import Block, Grid, Paragraph, Row, Section, Sentence
from memoire.briefing.wording import capitalised, counted, day_words, time_words

_MOST: Final = 60
_HEADS: Final = ("Who", "What", "By when", "Status", "Evidence", "Source")
_WIDTHS: Final = (17, 33, 12, 15, 10, 13)
_STAGES: Final = ("overdue", "due", "open", "closed")


def matrix(facts: Facts, side: str) -> Section:
    commitments = sorted(facts.of_kind("commitment"), key=lambda item: _order(item, facts))
    shown = commitments[:_MOST]
    grids = [_grid(owner_heading(owner, facts, side), _owned(shown, owner, facts, side)) for owner in OWNERS]
    others = [item for item in shown if owner_of(item, side, facts.parties) is None]
    grids.append(_grid("Owed by others", others))
    filled: tuple[Block, ...] = tuple(grid for grid in grids if grid.rows)
    if not filled:
        return Section("matrix", "Action matrix", (Paragraph((Sentence("No commitment is recorded.", "ledger"),)),))
    more = counted(len(commitments) - _MOST, "commitment is", "commitments are")
    rest = Paragraph((Sentence(f"{more} left out; `memoire list commitment` has them all.", "ledger"),))
    blocks = (*filled, rest) if len(commitments) > _MOST else filled
    return Section("matrix", "Action matrix", blocks, is_wide=True)


def _order(item: Item, facts: Facts) -> tuple[bool, int, str, str]:
    """The last five years first; overdue, due, open, closed; by day."""
    stage = _STAGES.index(item.life.lifecycle) if item.life else len(_STAGES)
    last = item.life and last_day(item.life)
    return not is_at_hand(item, facts.as_of), stage, last.isoformat() if last else "~", item.entry.id


def _owned(items: list[Item], owner: str, facts: Facts, side: str) -> list[Item]:
    return [item for item in items if owner_of(item, side, facts.parties) == owner]


def _grid(caption: str, items: list[Item]) -> Grid:
    return Grid(_HEADS, _WIDTHS, tuple(_row(item) for item in items), caption)


def _row(item: Item) -> Row:
    entry, life, paper = item.entry, item.life, item.paper
    clause, doers = clause_of(item.place), doers_words(entry)
    due = time_words(life.due) if life and life.due else f"“{entry.when.text}”" if entry.when else "no day named"
    told_on = f", {day_words(paper.published)}" if paper.published else ""
    cells = (
        capitalised(doers) or "Not named",
        _without(doers, clause.text) if clause.is_whole else f"“{entry.quote}”",
        due,
        capitalised(_short(item)),
        evidence_words(life) if life else "",
        f"{capitalised(paper.publisher or 'publisher not known')}{told_on}",
    )
    return Row(cells, notes_of(item, glosses=clause.glosses), noted=5)


def _without(doers: str, clause: str) -> str:
    """The clause without its subject, where that stands in the column before."""
    rest = clause[len(doers) + 1 :] if doers and clause.lower().startswith(f"{doers.lower()} ") else clause
    return capitalised(rest)


def _short(item: Item) -> str:
    """Without the days, which stand beside it."""
    if item.life is None:
        return ""
    if item.life.outcome:
        return stage_words(item.life, item.paper.published) if item.paper.published else item.life.outcome
    return {"overdue": "overdue", "due": "due now", "open": "open", "closed": "closed"}[item.life.lifecycle]
