"""Last met: the newest meeting of the parties, what was spoken of and what was undertaken there."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from memoire.briefing.facts import Facts, Item
from memoire.briefing.phrasing import run_on, told
from memoire.briefing.structure import Paragraph, Points, Section, Sentence
from memoire.records.edtf import bounds

_AROUND: Final = timedelta(days=7)  # reports of one meeting follow within a week
_MOST: Final = 6


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting on a known day, with all that its reports tell of it."""

    day: date
    event: Item
    spoken_of: tuple[Item, ...]
    undertaken: tuple[Item, ...]


def last_meeting(facts: Facts) -> Meeting | None:
    """The newest consultation of all parties on one known day, up to the day of the brief."""
    met = [(day, item) for item in facts.of_kind("event") if (day := _met_on(item, facts))]
    if not met:
        return None
    day, event = max(met, key=lambda pair: pair[0])
    papers = {place.paper.id for item_day, item in met if item_day == day for place in item.places}
    told_there = [item for item in facts.items if item is not event and item.paper.id in papers]
    spoken_of = [item for item in told_there if item.entry.kind == "event" and _met_on(item, facts) == day]
    undertaken = [item for item in told_there if item.entry.kind == "commitment" and _is_near(item, day)]
    return Meeting(day, event, tuple(spoken_of), tuple(undertaken))


def _met_on(item: Item, facts: Facts) -> date | None:
    """The last day of a consultation of all parties, where it is exact to a week."""
    when = item.entry.when
    together = {*facts.parties} <= item.place.countries
    if not together or item.entry.plover != "CONSULT" or when is None or when.edtf is None:
        return None
    first, last = bounds(when.edtf)
    exact = first and last and last - first <= _AROUND and last <= facts.as_of
    return last if exact else None


def _is_near(item: Item, day: date) -> bool:
    return item.paper.published is not None and abs(item.paper.published - day) <= _AROUND


def last_met(facts: Facts) -> Section:
    meeting = last_meeting(facts)
    if meeting is None:
        none = Sentence("This record holds no meeting of theirs on a known day.", "ledger")
        return Section("last-met", "Last met", (Paragraph((none,)),))
    first = run_on((meeting.event, *meeting.spoken_of[:_MOST]))
    undertaken = Points(tuple(Paragraph((told(item),)) for item in meeting.undertaken[:_MOST]))
    blocks = (
        (first, Paragraph((Sentence("Undertaken there:", "ledger"),)), undertaken) if undertaken.items else (first,)
    )
    return Section("last-met", "Last met", blocks)
