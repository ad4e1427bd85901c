"""What was promised and what became of it: overdue, due, kept since last time, to come; ours, theirs and joint."""

from collections.abc import Callable, Iterable
from typing import Final

from memoire.briefing.facts import Facts, Item
from memoire.briefing.sections.last_met import last_meeting
from memoire.briefing.standing import OWNERS, is_at_hand, last_day, owner_heading, owner_of, told_with_status
from memoire.briefing.structure import Paragraph, Points, Section, Sentence
from memoire.briefing.wording import counted, day_words

_MOST: Final = 12  # of one owner in one group; all stand in the action matrix


def reckoning(facts: Facts, side: str) -> Section:
    at_hand = [item for item in facts.of_kind("commitment") if is_at_hand(item, facts.as_of)]
    open_ = _in(at_hand, "open", _has_no_day)
    vague = [item for item in open_ if item.entry.checkable == "no"]
    met = last_meeting(facts)
    since = f" since {day_words(met.day)}" if met else ""
    groups = (
        _group("overdue", "Overdue", _in(at_hand, "overdue"), facts, side, none="Nothing is overdue."),
        _group("due", "Due now", _in(at_hand, "due"), facts, side, none="Nothing is due now."),
        _group(
            "closed", f"Kept or otherwise closed{since}", _closed(at_hand, facts), facts, side,
            none="Nothing has been closed." if not met else "Nothing has been closed since then.",
        ),
        _group("to-come", "To come", _in(at_hand, "open", _has_day), facts, side, none="Nothing has a day to come."),
        _group("open", "Open, without a day", _checkable(open_), facts, side, none="Nothing is open."),
        _group("vague", "Too vague to be checked", vague, facts, side),
    )  # fmt: skip
    shown = tuple(group for group in groups if group.blocks or group.under)
    return Section("reckoning", "What was promised, and what became of it", (_preamble(facts, len(at_hand)),), shown)


def _preamble(facts: Facts, at_hand: int) -> Paragraph:
    """What "nothing found" means, and where the older ones are."""
    searched = counted(facts.papers_searched, "document")
    told = [f"“Nothing found” means: nothing in the {searched} of this record up to {day_words(facts.as_of)}."]
    older = len(facts.of_kind("commitment")) - at_hand
    if older:
        told.append(f"A further {counted(older, 'older one stands', 'older ones stand')} in the action matrix only.")
    return Paragraph(tuple(Sentence(text, "ledger") for text in told))


def _checkable(items: list[Item]) -> list[Item]:
    return [item for item in items if item.entry.checkable != "no"]


def _has_day(item: Item) -> bool:
    return item.life is not None and last_day(item.life) is not None


def _has_no_day(item: Item) -> bool:
    return not _has_day(item)


def _in(items: Iterable[Item], stage: str, also: Callable[[Item], bool] = lambda _: True) -> list[Item]:
    return [item for item in items if item.life and item.life.lifecycle == stage and also(item)]


def _closed(items: Iterable[Item], facts: Facts) -> list[Item]:
    """Those closed on or after the day of the last meeting; all where none is known."""
    met = last_meeting(facts)
    closed = _in(items, "closed")
    return [item for item in closed if met is None or _is_closed_since(item, met.day)]


def _is_closed_since(item: Item, day: object) -> bool:
    days = [step.on for step in item.life.happenings if step.on] if item.life else []
    return not days or max(days) >= day  # type: ignore[operator]


def _group(key: str, heading: str, items: list[Item], facts: Facts, side: str, *, none: str = "") -> Section:
    under = []
    for owner in OWNERS:
        owned = [item for item in items if owner_of(item, side, facts.parties) == owner]
        if owned:
            points = Points(tuple(told_with_status(item, facts) for item in owned[:_MOST]))
            more = f"{counted(len(owned) - _MOST, 'more stands', 'more stand')} in the action matrix."
            rest = (Paragraph((Sentence(more, "ledger"),)),) if len(owned) > _MOST else ()
            under.append(Section(f"{key}-{owner}", owner_heading(owner, facts, side), (points, *rest)))
    blocks = () if under or not none else (Paragraph((Sentence(none, "ledger"),)),)
    return Section(key, heading, blocks, tuple(under))
