"""A first draft of the test of a commitment, from its act, day and parties; a person betters it."""

from collections.abc import Iterator, Sequence
from datetime import date

from memoire.records.edtf import bounds
from memoire.records.entry import Actor, Entry
from memoire.records.following import Test


def draft_test(entry: Entry) -> Test:
    """By what a stranger could decide, in a few patterns: done, not done, and what nobody can see from outside."""
    last = bounds(entry.when.edtf)[1] if entry.when and entry.when.edtf else None
    if entry.polarity == "-":
        return _not_to_act(_deed(entry), last)
    return Test(
        kept_if=f"{_if(entry)}a report tells as done: {_deed(entry)}{_by(last)}{_hint(entry)}",
        partly_if=_partly(entry),
        not_kept_if=f"one of those bound says that it will not be done{_or_told_undone(last)}",
    )


def _not_to_act(deed: str, last: date | None) -> Test:
    until = f"until {_day(last)} " if last else "at a review "
    return Test(
        kept_if=f"{until}no report says that it was done all the same: {deed}",
        partly_if="it was done all the same in single cases, or taken back at once",
        not_kept_if=f"a report says that it was done all the same{_by(last)}",
    )


def _deed(entry: Entry) -> str:
    return "".join([f"“{entry.action}”", *_parties(entry)])


def _parties(entry: Entry) -> Iterator[str]:
    for word, actors in (("by", entry.by), ("towards", entry.to), ("with", entry.with_)):
        if actors:
            yield f", {word} {_named(actors)}"


def _named(actors: Sequence[Actor]) -> str:
    *first, last = dict.fromkeys(actor.name for actor in actors)
    return f"{', '.join(first)} and {last}" if first else last


def _if(entry: Entry) -> str:
    return f"once it holds that “{entry.condition.text}”, " if entry.condition else ""


def _by(last: date | None) -> str:
    return f", by {_day(last)}" if last else ""


def _hint(entry: Entry) -> str:
    return "" if entry.checkable != "no" else " (nobody can see this from outside: write what would show it)"


def _partly(entry: Entry) -> str:
    several = len(entry.by) > 1 or entry.with_
    return "only a part of it was done" + (", or not by all who are bound" if several else "")


def _or_told_undone(last: date | None) -> str:
    return f", or a report after {_day(last)} says that it was not" if last else ", or a report says that it was not"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
