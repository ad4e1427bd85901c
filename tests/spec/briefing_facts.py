"""Facts by hand, from the readings that the desk's tests look at and two later reports: no ledger, no clock."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from memoire.briefing.facts import Bearings, Facts, Item, Paper, Place
from memoire.briefing.folding import fold
from memoire.ledger.life import life_of, standing_of_claim
from memoire.records.following import Bearing, Link, Told
from tests.pages.readings import (
    PAKISTAN,
    UNITED_STATES,
    Sheet,
    coming,
    hostile,
    meeting,
)  # fmt: skip

ON = date(2025, 6, 23)

HELD = (
    "Pakistan and the United States held the law enforcement dialogue in Washington on 12 November 2024. "
    "They agreed to meet again in March 2026. Both sides expressed satisfaction with the work done."
)
ACQUITTED = "A court acquitted ten of the accused in the Jaranwala case, and Pakistan told the United States so."
AGAIN = "Islamabad and Washington, Pakistan and the United States, will hold a dialogue on law enforcement in October."


def held() -> Sheet:
    sheet = Sheet(
        HELD, title="Dialogue held", published=date(2024, 11, 14), publisher="Embassy", kind="joint-statement"
    )
    both = (sheet.actor("Pakistan", PAKISTAN), sheet.actor("the United States", UNITED_STATES))
    sheet.mark(
        "event", "Pakistan and the United States held the law enforcement dialogue in Washington on 12 November 2024",
        "held", by=both, when=sheet.when("on 12 November 2024", "2024-11-12"), plover="CONSULT",
        areas=("police-cooperation",),
    )  # fmt: skip
    they = tuple(replace(actor, text="They", span=sheet.span("They")) for actor in both)
    sheet.mark(
        "commitment", "They agreed to meet again in March 2026", "meet", action="meet again", by=they,
        when=sheet.when("in March 2026", "2026-03"), plover="CONSULT", firmness="agreed", checkable="yes",
        areas=("police-cooperation",),
    )  # fmt: skip
    sides = tuple(replace(actor, text="Both sides", span=sheet.span("Both sides")) for actor in both)
    sheet.mark(
        "stance", "Both sides expressed satisfaction with the work done", "satisfaction", by=sides,
        areas=("police-cooperation",),
    )  # fmt: skip
    return sheet


def acquitted() -> Sheet:
    sheet = Sheet(ACQUITTED, title="Ten acquitted", published=date(2025, 6, 9), publisher="News agency", kind="news")
    sheet.mark(
        "event", "A court acquitted ten of the accused in the Jaranwala case", "acquitted",
        by=(sheet.actor("A court", ("court", "PAK", "JUD", None)),),
        to=(sheet.actor("the United States", UNITED_STATES),), areas=("justice",),
    )  # fmt: skip
    return sheet


def again() -> Sheet:
    sheet = Sheet(AGAIN, title="Police talks", published=date(2024, 7, 15), publisher="Dawn", kind="news")
    sheet.mark(
        "commitment", AGAIN.rstrip("."), "hold", action="hold a dialogue on law enforcement",
        by=(sheet.actor("Pakistan", PAKISTAN), sheet.actor("the United States", UNITED_STATES)),
        when=sheet.when("in October", "2024-10"), plover="CONSULT", firmness="agreed", checkable="yes",
        areas=("police-cooperation",),
    )  # fmt: skip
    return sheet


SHEETS = (meeting, coming, held, acquitted, again, hostile)
# of → place → how the place bears on it, by document and number of entry.
LINKS: tuple[tuple[tuple[int, int], tuple[int, int], Bearing], ...] = (
    ((0, 0), (2, 0), "fulfils"),
    ((0, 4), (3, 0), "contradicts"),
)


def sheets() -> list[Sheet]:
    return [make() for make in SHEETS]


def texts() -> dict[str, str]:
    """The text of each document by its id."""
    return {sheet.document.id: sheet.text for sheet in sheets()}


def place(sheet: Sheet, number: int, *, marking: str = "clear", state: str = "confirmed") -> Place:
    document = sheet.document
    paper = Paper(
        document.id, document.title, document.publisher, document.published, document.kind, document.source, marking,
        "B", document.dateline,
    )  # fmt: skip
    entry = replace(sheet.entries[number], id=f"{document.id}{number:04d}")
    return Place(entry, paper, state, marking)


def items(*, as_of: date = ON, accepted: bool = True, **about: Any) -> list[Item]:
    """Every entry, oldest document first, with its life from the links above."""
    made = sheets()
    places = {(d, e): place(sheet, e, **about) for d, sheet in enumerate(made) for e in range(len(sheet.entries))}
    told = [_item(key, places, as_of=as_of, accepted=accepted) for key in places]
    known = [item for item in told if item.paper.published is None or item.paper.published <= as_of]
    return sorted(known, key=lambda item: (item.paper.published or date.min, item.paper.id, item.entry.span))


def _item(key: tuple[int, int], places: dict[tuple[int, int], Place], *, as_of: date, accepted: bool) -> Item:
    bears = [Bearings(places[where], how, is_accepted=accepted) for of, where, how in LINKS if of == key]
    bears = [one for one in bears if one.place.paper.published and one.place.paper.published <= as_of]
    links = [
        (Link(places[key].entry.id, one.place.entry.id, one.bears, 1.0, ()), _told(one.place))
        for one in bears
        if accepted
    ]
    here = places[key]
    life = life_of(_told(here), links, as_of=as_of) if here.entry.kind == "commitment" else None
    standing = standing_of_claim(links, as_of=as_of) if here.entry.kind == "claim" else None
    return Item(here, evidence=tuple(bears), life=life, standing=standing)


def _told(where: Place) -> Told:
    return Told(where.entry, where.paper.id, where.paper.published, where.paper.publisher, where.paper.kind)


def facts(found: Iterable[Item] | None = None, *, as_of: date = ON, **about: Any) -> Facts:
    chosen = items(as_of=as_of, **about) if found is None else found
    return Facts(("PAK", "USA"), as_of, fold(chosen), papers_searched=len(SHEETS))
