"""The aide-mémoire: what one government leaves with another after a talk, to help its memory.

Third person throughout and the date at the end; no address, courtesies, seal or signature (docs/adr/0012).
"""

from typing import Final

from memoire.briefing.facts import Facts, Item
from memoire.briefing.phrasing import clause_of, inside, notes_of
from memoire.briefing.sections.last_met import last_meeting
from memoire.briefing.sections.meeting import blank
from memoire.briefing.standing import Owner, bearing_told, is_at_hand, last_day, owner_of
from memoire.briefing.structure import Paragraph, Points, Section, Sentence
from memoire.briefing.wording import day_words, state_words, states_words

_MOST: Final = 10
_OPEN_STAGES: Final = ("overdue", "due", "open")


def aide_memoire(facts: Facts, side: str) -> tuple[Section, ...]:
    us, them = f"the Government of {state_words(side)}", _them(facts, side)
    parts = (
        Section("last-met", "", tuple(_recalled(facts, us))),
        _owed("joint", f"{_cap(us)} recalls that the two sides undertook the following together.", facts, side),
        _owed("theirs", f"{_cap(us)} recalls the following undertakings of {them}.", facts, side),
        _owed("ours", f"For its own part, {us} bears in mind the following undertakings.", facts, side),
        Section("wish", "", (Paragraph((blank(f"What {us} asks or proposes"),)),)),
    )
    return tuple(part for part in parts if part.blocks)


def _them(facts: Facts, side: str) -> str:
    others = [code for code in facts.parties if code != side]
    return f"the Government{'s' if len(others) > 1 else ''} of {states_words(others)}"


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]


def _recalled(facts: Facts, us: str) -> list[Paragraph]:
    meeting = last_meeting(facts)
    if meeting is None:
        return []
    clause = clause_of(meeting.event.place)
    told = inside(meeting.event.place, clause)
    text = f"{_cap(us)} recalls the talks of {day_words(meeting.day)}, on which occasion {told}."
    return [Paragraph((Sentence(text, "fact", notes_of(meeting.event, glosses=clause.glosses)),))]


def _owed(owner: Owner, lead: str, facts: Facts, side: str) -> Section:
    owned = [item for item in facts.of_kind("commitment") if _belongs(item, owner, facts, side)]
    points = Points(tuple(_point(item) for item in owned[:_MOST]))
    blocks = (Paragraph((Sentence(lead, "ledger"),)), points) if owned else ()
    return Section(owner, "", blocks)


def _belongs(item: Item, owner: Owner, facts: Facts, side: str) -> bool:
    is_open = item.life is not None and item.life.lifecycle in _OPEN_STAGES
    firm = item.entry.firmness in ("agreed", "pledged", "planned") and item.entry.checkable != "no"
    return is_open and firm and is_at_hand(item, facts.as_of) and owner_of(item, side, facts.parties) == owner


def _point(item: Item) -> Paragraph:
    """What was undertaken, as told on its day, and that it is still awaited where its day is past."""
    clause = clause_of(item.place)
    on = f"As made public on {day_words(item.paper.published)}, " if item.paper.published else ""
    text = f"{on}{inside(item.place, clause) if on else _cap(clause.text)}"
    last = item.life and last_day(item.life)
    if item.life and item.life.lifecycle == "overdue" and last:
        text += f"; {day_words(last)} has passed, and it is still awaited"
    sentences = [Sentence(f"{text}.", "fact", notes_of(item, glosses=clause.glosses))]
    sentences += [bearing_told(one) for one in item.evidence if one.bears in ("advances", "postpones", "reaffirms")]
    return Paragraph(tuple(sentences))
