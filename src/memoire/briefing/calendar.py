"""Commitments and meetings as a calendar (RFC 5545): events for meetings, to-dos with day and alarm for the rest."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, NamedTuple

from icalendar import Alarm, Calendar, Component, Event, Todo

from memoire.briefing.facts import Item
from memoire.briefing.phrasing import clause_of, ended, notes_of, told
from memoire.briefing.rendering.words import note_words
from memoire.briefing.wording import area_words, capitalised
from memoire.records.document import MARKINGS
from memoire.records.edtf import bounds

_PRODUCT: Final = "-//Aide-Memoire//Ledger//EN"
_DOMAIN: Final = "aide-memoire"
_MEETS: Final = "CONSULT"
_LONGEST: Final = timedelta(days=92)  # of an event; "next year" is no entry of a calendar
_WARNING: Final = timedelta(days=-7)
_CLASSES: Final = {"clear": "PUBLIC", "green": "PRIVATE"}  # all stricter ones: confidential
_STATUSES: Final = {
    "kept": "COMPLETED",
    "kept-late": "COMPLETED",
    "partly-kept": "IN-PROCESS",
    "cancelled": "CANCELLED",
}


def as_calendar(items: Iterable[Item], *, as_of: date) -> bytes:
    """The calendar, the same bytes for the same items and day.

    A commitment with a day is a to-do; one to meet is an event besides, tentative until it is told to have been held.
    """
    calendar = Calendar()
    for name, value in (("prodid", _PRODUCT), ("version", "2.0"), ("x-wr-calname", "Aide-Mémoire")):
        calendar.add(name, value)
    meetings: dict[_Occasion, list[Item]] = {}
    for item in items:
        first, last = _days(item)
        if item.entry.plover == _MEETS and first and last and last - first <= _LONGEST:
            occasion = _Occasion(first, last, item.place.countries, is_planned=item.life is not None)
            meetings.setdefault(occasion, []).append(item)
        if item.life and last:
            calendar.add_component(_task(item, first, last, as_of))
    for occasion, told_of in meetings.items():
        calendar.add_component(_meeting(occasion, told_of, as_of))
    written: bytes = calendar.to_ical()
    return written


class _Occasion(NamedTuple):
    """What makes several entries one event of a calendar: the same states on the same days."""

    first: date
    last: date
    countries: frozenset[str]
    is_planned: bool


def _days(item: Item) -> tuple[date | None, date | None]:
    """On which it is due, or was."""
    told_for = item.entry.when.edtf if item.entry.when else None
    edtf = item.life.due if item.life else told_for
    return bounds(edtf) if edtf else (None, None)


def _meeting(occasion: _Occasion, told_of: Sequence[Item], as_of: date) -> Event:
    event, item = Event(), told_of[0]
    _describe(event, told_of, "meeting", as_of)
    event.add("dtstart", occasion.first)
    event.add("dtend", occasion.last + timedelta(days=1))  # the first day that is no longer in it
    is_off = all(item.life is not None and item.life.outcome == "cancelled" for item in told_of)
    event.add("status", "CANCELLED" if is_off else "TENTATIVE" if occasion.is_planned else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if item.entry.where:
        event.add("location", item.entry.where.text)
    return event


def _task(item: Item, first: date | None, last: date, as_of: date) -> Todo:
    task = Todo()
    _describe(task, [item], "commitment", as_of)
    if first and first < last:
        task.add("dtstart", first)
    task.add("due", last)
    closed = item.life is not None and item.life.lifecycle == "closed"
    outcome = (item.life and item.life.outcome) or ""
    task.add("status", _STATUSES.get(outcome, "CANCELLED" if closed else "NEEDS-ACTION"))
    if not closed:
        task.add_component(_alarm(item))
    return task


def _alarm(item: Item) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _summary(item))
    alarm.add("trigger", _WARNING, parameters={"RELATED": "END"})
    return alarm


def _describe(component: Component, told_of: Sequence[Item], part: str, as_of: date) -> None:
    item = told_of[0]
    component.add("uid", f"{item.entry.id}-{part}@{_DOMAIN}")
    component.add("dtstamp", datetime.combine(as_of, time(), UTC))
    component.add("summary", _summary(item))
    component.add("description", "\n".join(line for one in told_of for line in _lines(one)))
    marking = max((one.place.marking for one in told_of), key=MARKINGS.index)
    component.add("class", _CLASSES.get(marking, "CONFIDENTIAL"))
    if item.entry.areas:
        component.add("categories", [area_words(area) for area in item.entry.areas])
    if item.paper.address and item.paper.address.startswith(("http://", "https://")):
        component.add("url", item.paper.address)


def _lines(item: Item) -> tuple[str, ...]:
    return told(item).text, *(note_words(note) for note in notes_of(item))


def _summary(item: Item) -> str:
    return ended(capitalised(clause_of(item.place).text)).rstrip(".")
