"""Whose a commitment is, where it stands, and how an official says so."""

from collections.abc import Iterable
from datetime import date
from typing import Final, Literal

from memoire.briefing.facts import Bearings, Decision, Facts, Item
from memoire.briefing.phrasing import clause_of, footnote, inside, quoted_note, told
from memoire.briefing.structure import Paragraph, Sentence
from memoire.briefing.wording import adverbial, capitalised, counted, day_words, state_words, states_words
from memoire.records.edtf import bounds
from memoire.records.following import Life

Owner = Literal["ours", "theirs", "joint"]
OWNERS: Final[tuple[Owner, ...]] = ("ours", "theirs", "joint")
YEARS_AT_HAND: Final = 5  # what is older is counted and stands in the matrix, not in the points to make

_OUTCOMES: Final = {
    "kept": "kept",
    "kept-late": "kept late",
    "partly-kept": "kept in part",
    "not-kept": "not kept",
    "cancelled": "cancelled",
    "lapsed": "lapsed",
    "overtaken": "overtaken by events",
    "reversed": "kept and then reversed",
    "not-ratable": "not ratable",
}
_EVIDENCE: Final = {
    "none-found": "nothing found",
    "one-sided": "told by an interested party only",
    "single": "one independent report",
    "same-source": "several reports of one hand-out",
    "corroborated": "two independent reports",
    "both-sides": "told by both sides",
    "contradicted": "reports contradict each other",
}
_BEARS: Final = {
    "fulfils": "It was done",
    "advances": "A step towards it was taken",
    "postpones": "It was put off",
    "cancels": "It was called off",
    "contradicts": "A report speaks against it",
    "reaffirms": "It was said again",
    "rewords": "It was said in other words",
    "supports": "A report supports it",
    "mentions": "It was told again",
}


def owner_of(item: Item, side: str, parties: Iterable[str]) -> Owner | None:
    """Who is bound, seen from `side`; None where it is neither party."""
    bound = item.place.bound & {*parties}
    if len(bound) > 1:
        return "joint"
    return ("ours" if side in bound else "theirs") if bound else None


def owner_heading(owner: Owner, facts: Facts, side: str) -> str:
    others = [code for code in facts.parties if code != side]
    return {
        "ours": f"Owed by {state_words(side)}",
        "theirs": f"Owed by {states_words(others)}",
        "joint": "Owed by both" if len(facts.parties) == 2 else "Owed together",  # noqa: PLR2004
    }[owner]


def last_day(life: Life) -> date | None:
    return bounds(life.due)[1] if life.due else None


def is_at_hand(item: Item, as_of: date) -> bool:
    """Whether it was told, or fell due, within the last years."""
    oldest = date(as_of.year - YEARS_AT_HAND, as_of.month, min(as_of.day, 28))
    last = last_day(item.life) if item.life else None
    told_on = item.paper.published
    return (told_on is None or told_on >= oldest) or (last is not None and last >= oldest)


def stage_words(life: Life, as_of: date) -> str:
    """Outcome if there is one, else where it stands in time: `overdue since 31 October 2024 (755 days)`."""
    if life.outcome:
        late = f", {counted(life.slip_days, 'day')} after the day first named" if life.slip_days else ""
        return f"{_OUTCOMES[life.outcome]}{late}"
    last = last_day(life)
    if life.lifecycle == "overdue" and last:
        return f"overdue since {day_words(last)} ({counted((as_of - last).days, 'day')})"
    if life.lifecycle == "due" and last:
        return f"due by {day_words(last)}"
    return f"to come {adverbial(life.due)}" if life.due else "open, without a day"


def evidence_words(life: Life) -> str:
    return _EVIDENCE[life.evidence]


def status(item: Item, facts: Facts) -> list[Sentence]:
    """Where a commitment stands, and each report that bears on it."""
    if item.life is None:
        return []
    first = Sentence(f"{capitalised(stage_words(item.life, facts.as_of))}; {evidence_words(item.life)}.", "ledger")
    bearings = [bearing_told(bearing) for bearing in item.evidence if bearing.bears != "mentions"]
    return [first, *bearings, *(_decided(decision) for decision in item.decisions if decision.quoted)]


def bearing_told(bearing: Bearings) -> Sentence:
    """`It was done: on 12 August 2025 …`, with the note of the report."""
    clause = clause_of(bearing.place)
    proposed = "" if bearing.is_accepted else " (proposed, not yet accepted)"
    day = bearing.place.paper.published
    on = f", as told on {day_words(day)}" if day else ""
    text = f"{_BEARS[bearing.bears]}{proposed}{on}: {inside(bearing.place, clause)}."
    return Sentence(text, "fact", (footnote(bearing.place, glosses=clause.glosses),))


def _decided(decision: Decision) -> Sentence:
    """What a person decided, with a note for each passage on which it rests."""
    on = day_words(decision.decided_on)
    text = f"On {on} it was judged {_OUTCOMES[decision.outcome]}, by the words cited."
    return Sentence(text, "fact", tuple(quoted_note(one) for one in decision.quoted))


def told_with_status(item: Item, facts: Facts) -> Paragraph:
    return Paragraph((told(item), *status(item, facts)))
