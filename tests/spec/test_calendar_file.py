"""The calendar, read back by another library (vobject)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import vobject

from memoire.briefing.calendar import as_calendar
from memoire.briefing.facts import Item
from memoire.briefing.folding import fold
from tests.spec.briefing_facts import ON, items


def read(found: list[Item], *, as_of: date = ON) -> Any:
    return vobject.readOne(as_calendar(fold(found), as_of=as_of).decode())


def with_words(components: list[Any], words: str) -> Any:
    return next(one for one in components if words in one.summary.value)


def test_a_commitment_with_a_day_is_a_to_do_with_due_day_and_an_alarm_a_week_before() -> None:
    task = with_words(read(items()).vtodo_list, "training centre")
    assert (task.dtstart.value, task.due.value) == (date(2025, 3, 1), date(2025, 3, 31))
    assert task.status.value == "NEEDS-ACTION"
    assert task.valarm.trigger.value == timedelta(days=-7)
    assert task.valarm.trigger.params["RELATED"] == ["END"]
    assert "will open a training centre for Pakistan in March 2025" in task.description.value


def test_a_meeting_that_took_place_is_an_event_on_its_day() -> None:
    event = with_words(read(items()).vevent_list, "held the law enforcement dialogue")
    assert (event.dtstart.value, event.dtend.value) == (date(2024, 11, 12), date(2024, 11, 13))
    assert (event.status.value, event.transp.value) == ("CONFIRMED", "TRANSPARENT")


def test_a_promised_meeting_is_a_tentative_event_beside_its_to_do() -> None:
    calendar = read(items())
    event = with_words(calendar.vevent_list, "agreed to meet again")
    assert (event.dtstart.value, event.dtend.value) == (date(2026, 3, 1), date(2026, 4, 1))
    assert event.status.value == "TENTATIVE"
    assert with_words(calendar.vtodo_list, "agreed to meet again").due.value == date(2026, 3, 31)


def test_what_is_kept_is_completed_and_rings_no_more() -> None:
    task = with_words(read(items()).vtodo_list, "hold a law enforcement dialogue")
    assert task.status.value == "COMPLETED"
    assert not hasattr(task, "valarm")


def test_several_entries_of_one_meeting_are_one_event() -> None:
    held = next(item for item in items() if "held the law" in item.entry.quote)
    spoken = replace(held, place=replace(held.place, entry=replace(held.entry, id="ff")))
    (event,) = read([held, spoken]).vevent_list if len(fold([held, spoken])) > 1 else read([held]).vevent_list
    assert event.dtstart.value == date(2024, 11, 12)


def test_identifiers_are_single_and_the_same_each_time() -> None:
    calendar = read(items())
    uids = [one.uid.value for one in (*calendar.vevent_list, *calendar.vtodo_list)]
    assert len(set(uids)) == len(uids) > 3
    assert as_calendar(fold(items()), as_of=ON) == as_calendar(fold(items()), as_of=ON)


def test_what_is_marked_is_not_public() -> None:
    open_, strict = (read(items(marking=marking)).vtodo_list[0] for marking in ("clear", "amber"))
    # "class" is a word of Python, so that vobject keeps it in `contents`.
    assert open_.contents["class"][0].value == "PUBLIC"
    assert strict.contents["class"][0].value == "CONFIDENTIAL"
