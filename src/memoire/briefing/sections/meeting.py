"""The six headings of a British meeting brief (docs/adr/0012). What a government alone can say is a marked blank."""

from collections.abc import Iterable
from typing import Final

from memoire.briefing.facts import Facts, Item
from memoire.briefing.phrasing import clause_of, inside, notes_of, run_on, told
from memoire.briefing.sections.last_met import last_met
from memoire.briefing.sections.scene import happened_on
from memoire.briefing.standing import Owner, is_at_hand, last_day, owner_of, stage_words, status
from memoire.briefing.structure import Paragraph, Points, Section, Sentence
from memoire.briefing.wording import area_words, capitalised

_MOST_POINTS: Final = 8  # of one tier
_MOST_AREAS: Final = 5
_MOST_OF_AREA: Final = 4
_FIRM: Final = ("agreed", "pledged")


def blank(what: str) -> Sentence:
    return Sentence(f"[{what}: for the desk]", "blank")


def meeting(facts: Facts, side: str) -> Section:
    sections = (
        Section("objectives", "Objectives", (Points(tuple(Paragraph((blank(f"Objective {n}"),)) for n in (1, 2, 3))),)),
        Section("points", "Points to make", (), (_must(facts, side), _should(facts, side))),
        background(facts),
        _if_raised(facts, side),
        last_met(facts),
        _logistics(facts),
    )
    return Section("meeting", "Meeting brief", (), sections)


def _tier(key: str, heading: str, items: Iterable[Item], facts: Facts, ask: str) -> Section:
    points = tuple(Paragraph((_in_short(item, facts), Sentence(ask, "prompt"))) for item in list(items)[:_MOST_POINTS])
    none = Paragraph((Sentence("Nothing in this record asks for it.", "ledger"),))
    return Section(key, heading, (Points(points),) if points else (none,))


def _in_short(item: Item, facts: Facts) -> Sentence:
    """`Overdue since 31 October 2024 (25 days): both sides decided to hold …`: for a card in the hand."""
    if item.life is None:
        return told(item)
    clause = clause_of(item.place)
    stage = capitalised(stage_words(item.life, facts.as_of))
    return Sentence(f"{stage}: {inside(item.place, clause)}.", "fact", notes_of(item, glosses=clause.glosses))


def _must(facts: Facts, side: str) -> Section:
    """What they, or both, agreed or pledged and have not done by its day."""
    late = [
        item
        for item in _owed(facts, side, ("theirs", "joint"))
        if _is_late(item) and item.entry.checkable != "no" and item.entry.firmness in _FIRM
    ]
    return _tier("must-raise", "Must raise", _firmest(late), facts, "Ask what has become of it.")


def _should(facts: Facts, side: str) -> Section:
    """What else they, or both, owe and a stranger could check; and what we asked of them."""
    open_ = [
        item
        for item in _owed(facts, side, ("theirs", "joint"))
        if item.entry.checkable == "yes"
        and not _is_closed(item)
        and not (_is_late(item) and item.entry.firmness in _FIRM)
    ]
    asked = [item for item in _recent(facts, "request") if _from(item, facts, side) and side in item.place.bound]
    return _tier("should-raise", "Should raise", [*_firmest(open_), *asked], facts, "Ask how it stands.")


def _if_raised(facts: Facts, side: str) -> Section:
    """What they may hold against us: what we owe, what they asked, what they blamed; the answer is the desk's."""
    owed = [item for item in _owed(facts, side, ("ours",)) if not _is_closed(item) and item.entry.checkable != "no"]
    late_first = sorted(owed, key=lambda item: not _is_late(item))
    asked = [item for item in _recent(facts, "request") if _from(item, facts, side) and side not in item.place.bound]
    blamed = [
        item
        for item in _recent(facts, "stance")
        if item.entry.polarity == "-" and side not in item.place.bound and side in item.place.countries
    ]
    points = tuple(
        Paragraph((_in_short(item, facts), blank("Line to take")))
        for item in [*late_first, *asked, *blamed][:_MOST_POINTS]
    )
    none = Paragraph((Sentence("Nothing in this record is likely to be raised.", "ledger"), blank("Line to take")))
    return Section("if-raised", "Defensive lines (if raised)", (Points(points),) if points else (none,))


def _is_late(item: Item) -> bool:
    return item.life is not None and item.life.lifecycle in ("overdue", "due")


def _is_closed(item: Item) -> bool:
    return item.life is not None and item.life.lifecycle == "closed"


def _owed(facts: Facts, side: str, owners: tuple[Owner, ...]) -> list[Item]:
    return [item for item in _recent(facts, "commitment") if owner_of(item, side, facts.parties) in owners]


def _recent(facts: Facts, kind: str) -> list[Item]:
    return [item for item in facts.of_kind(kind) if is_at_hand(item, facts.as_of)]


def _from(item: Item, facts: Facts, side: str) -> bool:
    """A request of one party that is aimed at the other."""
    asked = {actor.country for actor in item.entry.to} & {*facts.parties}
    return bool(asked) and (side in asked) != (side in item.place.bound)


def _firmest(items: Iterable[Item]) -> list[Item]:
    """Agreed and pledged before planned and wished; then by the day due."""
    return sorted(items, key=lambda item: (item.entry.firmness not in _FIRM, (item.life and item.life.due) or "~"))


def background(facts: Facts) -> Section:
    """What happened and was said, by field, oldest first."""
    by_area: dict[str, list[Item]] = {}
    for item in sorted(facts.items, key=happened_on):
        if _tells(item) and is_at_hand(item, facts.as_of):
            by_area.setdefault(item.entry.areas[0], []).append(item)
    busiest = sorted(by_area, key=lambda area: (-len(by_area[area]), area))[:_MOST_AREAS]
    under = tuple(
        Section(
            f"background-{area}", capitalised(area_words(area)),
            (run_on(by_area[area][-_MOST_OF_AREA:]),),
        )
        for area in busiest
    )  # fmt: skip
    none = (Paragraph((Sentence("This record tells nothing of the last five years.", "ledger"),)),)
    return Section("background", "Background", () if under else none, under)


def _tells(item: Item) -> bool:
    return item.entry.kind in ("event", "stance") and bool(item.entry.areas) and clause_of(item.place).is_clear


def _logistics(facts: Facts) -> Section:
    """Blank, but for a meeting that the record says is still to come."""
    coming = [
        item
        for item in _recent(facts, "commitment")
        if item.entry.plover == "CONSULT"
        and item.life
        and item.life.lifecycle in ("open", "due")
        and last_day(item.life)
    ]
    points = [Paragraph((told(item), *status(item, facts))) for item in coming[:_MOST_OF_AREA]]
    blanks = [
        Paragraph((blank(what),))
        for what in ("Place and time", "Our side", "Their side", "Interpreters, seating, press")
    ]
    return Section("logistics", "Logistics and attendees", (Points((*points, *blanks)),))
