"""Every shape of time words, in the order in which they are tried at a place of a text: the more special first."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Final

from memoire.reading.resolving.dates import counts, named, parts, relative, spoken
from memoire.reading.resolving.dates.anchors import Anchor, OtherTimeNeeded, PublicationNeeded
from memoire.reading.resolving.dates.calendar_dates import meaning_in_run, meaning_of_dates
from memoire.reading.resolving.dates.meaning import Meaning
from memoire.reading.resolving.dates.partial_dates import read_run
from memoire.reading.resolving.dates.vocabulary import GAP
from memoire.records.spans import Span

Meant = Callable[[re.Match[str], Anchor], Meaning | None]
Shape = tuple[re.Pattern[str], Meant]
Reading = tuple[Meaning, int]  # and where the words end
_BEFORE_DATES: Final[tuple[Shape, ...]] = (
    (parts.UNIT_END, parts.unit_end),
    (relative.DAY_TOLD, relative.day_told),
    (spoken.FROM_SPOKEN, spoken.from_spoken),
    (relative.THE_WEEKEND, relative.the_weekend),
    (relative.NEW_YEAR, relative.new_year),
    (relative.UNIT_TOLD, relative.unit_told),
    (counts.AROUND_NOW, counts.around_now),
    (counts.AGO, counts.ago),
    (counts.LATER, counts.later),
    (named.DECADE, named.decade),
    (named.BEFORE_CHRIST, named.before_christ),
    (named.CENTURY, named.century),
    (named.FISCAL_YEAR, named.fiscal_year),
    (named.SEASON, named.season),
    (named.QUARTER, named.quarter),
    (named.ERA, named.era),
    (named.HOLIDAY, named.holiday),
    (named.NUMERIC, named.numeric),
    (spoken.NTH, spoken.nth),
    (spoken.CLOCK, spoken.clock),
)
_AFTER_DATES: Final[tuple[Shape, ...]] = (
    (counts.DURATION, counts.duration),
    (counts.MANY, counts.duration),
    (spoken.SET, spoken.every),
    (spoken.VAGUE, spoken.vague),
)
_PART_OF_DAY: Final = re.compile(rf"{GAP}(?P<part>{relative.PART_OF_DAY})")
UNKNOWN: Final = Meaning(None, "rule:unknown-words")
_NEEDS_PUBLICATION: Final = Meaning(None, "rule:needs-publication", needs_publication=True)
_NO_SUCH_DAY: Final = Meaning(None, "rule:no-such-day")
_NEEDS_OTHER_TIME: Final = Meaning(None, "rule:told-from-another-time")


def read_at(text: str, at: int, anchor: Anchor) -> Reading | None:
    """Return what the time words that begin at this code point mean, and where they end; None if none do."""
    return _part(text, at, anchor) or _whole(text, at, anchor)


def meant(read: Callable[[], Meaning | None]) -> Meaning | None:
    """What the words mean, or why that cannot be told; None where they are no time after all."""
    try:
        return read()
    except PublicationNeeded:
        return _NEEDS_PUBLICATION
    except OtherTimeNeeded:
        return _NEEDS_OTHER_TIME
    except (ValueError, OverflowError):
        return _NO_SUCH_DAY


def _part(text: str, at: int, anchor: Anchor) -> Reading | None:
    if (found := parts.PART.match(text, at)) is None:
        return None
    if found["unit"]:
        meaning = meant(partial(parts.part_of_unit, found, anchor))
        return (meaning, found.end()) if meaning else None
    if (whole := _whole(text, found.end(), anchor)) is None or (interval := whole[0].interval) is None:
        return whole
    part = meant(partial(parts.part_of_interval, interval, found, anchor))
    told = replace(part, explicit=whole[0].explicit, by_tense=whole[0].by_tense) if part else whole[0]
    return told, whole[1]


def _whole(text: str, at: int, anchor: Anchor) -> Reading | None:
    return _first(_BEFORE_DATES, text, at, anchor) or _date(text, at, anchor) or _first(_AFTER_DATES, text, at, anchor)


def _first(shapes: Iterable[Shape], text: str, at: int, anchor: Anchor) -> Reading | None:
    for pattern, read in shapes:
        if (found := pattern.match(text, at)) and (meaning := meant(partial(read, found, anchor))):
            return meaning, found.end()
    return None


def _date(text: str, at: int, anchor: Anchor) -> Reading | None:
    run = read_run(text, at)
    meaning = meant(partial(meaning_of_dates, run[0], anchor)) if run else None
    if run is None or meaning is None:
        return None
    end = run[1][-1].end
    if meaning.interval and (part := _PART_OF_DAY.match(text, end)):
        return relative.with_part_of_day(meaning, part["part"]), part.end()
    return meaning, end


def read_each(text: str, at: int, anchor: Anchor) -> list[tuple[Meaning, Span]]:
    """Return the dates of a run one by one, and where each stands; empty where no run of several begins."""
    dates, places = read_run(text, at) or ((), ())
    each = [meant(partial(meaning_in_run, date, dates, anchor)) for date in dates]
    return [(meaning, place) for meaning, place in zip(each, places, strict=True) if meaning] if len(each) > 1 else []
