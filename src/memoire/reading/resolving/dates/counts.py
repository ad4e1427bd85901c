"""Counted stretches of time: "the next three years", "two weeks ago", "within 60 days", "a decade"."""

import math
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dateutil.relativedelta import relativedelta

from memoire.reading.resolving.dates.anchors import Anchor
from memoire.reading.resolving.dates.meaning import Meaning
from memoire.reading.resolving.dates.periods import Interval, Unit, day, enclosing, single
from memoire.reading.resolving.dates.vocabulary import FEW, GAP, NUMBER, SPAN, SPANS, number_of, phrase

_ROUGHLY: Final = phrase(
    "more than", "less than", "at least", "up to", "over", "about", "around", "nearly", "almost", "some",
    "approximately", "roughly", "just over", "just under",
)  # fmt: skip
_NUMBER: Final = rf"(?:(?P<few>{FEW}){GAP}|(?P<number>{NUMBER})(?:{GAP}|-))"
_KIND_OF_SPAN: Final = phrase("consecutive", "straight", "full", "long", "trading", "calendar")
_SPAN: Final = (
    rf"(?:(?P<working>{phrase('working', 'business')}){GAP}|{_KIND_OF_SPAN}{GAP})?(?P<span>{SPAN})(?P<plural>s?)\b"
)
COUNT: Final = rf"(?:(?P<roughly>{_ROUGHLY}){GAP})?{_NUMBER}{_SPAN}"
AROUND_NOW: Final = re.compile(
    rf"(?:{phrase('the', 'these', 'this', 'its', 'our')}{GAP})?"
    rf"(?P<which>{phrase('last', 'past', 'previous', 'preceding', 'next', 'coming', 'following', 'upcoming')}){GAP}"
    rf"{_NUMBER}?{_SPAN}"
)
AGO: Final = re.compile(rf"{COUNT}{GAP}(?:(?P<back>{phrase('ago')})|{phrase('from now', 'hence', 'from today')})\b")
LATER: Final = re.compile(
    rf"{COUNT}{GAP}(?:{phrase('later', 'afterwards')}|(?P<back>{phrase('earlier', 'before')}(?!{GAP}\w)))\b"
    rf"(?!{GAP}{phrase('than')})"
)
# "Within 30 days of signature" is counted from another day.
WITHIN: Final = re.compile(
    rf"{phrase('within')}{GAP}(?:{phrase('the next')}{GAP})?{COUNT}"
    rf"(?!{GAP}{phrase('of', 'after', 'from', 'following')})"
)
DURATION: Final = re.compile(COUNT)
MANY: Final = re.compile(rf"(?P<span>{phrase('day', 'week', 'month', 'year', 'decade', 'centurie')})(?P<plural>s)\b")

_BACK: Final = {"last", "past", "previous", "preceding"}
_HOURS_A_DAY: Final = 24
_YEARS_EACH: Final = {"decade": 10, "century": 100, "centurie": 100}
# How exactly "two … ago" is meant; a single year is told to the month.
_GRAINS: Final[dict[str, Unit]] = {"month": "month", "quarter": "month", "year": "year", "decade": "year"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many days, weeks, months…; `number` is None where it is not said ("several years")."""

    number: int | None
    span: str
    working: bool = False

    @property
    def timex(self) -> str:
        """P3Y, PT48H, PXY."""
        letter, each = SPANS[self.span][1], _YEARS_EACH.get(self.span, 1)
        number = "X" if self.number is None else str(self.number * each)
        return f"PT{number}{letter[1]}" if letter[0] == "T" else f"P{number}{letter}"

    def after(self, start: date, *, times: int = 1) -> date:
        """The day so much later, or with -1 earlier. A part of a day counts as one; five working days are a week."""
        number = times * (self.number or 0)
        if self.span == "hour":
            return start + relativedelta(days=math.ceil(number / _HOURS_A_DAY))
        if self.working:
            return start + relativedelta(weeks=number // 5, days=number % 5)
        return start + SPANS[self.span][0] * number


def stretch_of(found: re.Match[str]) -> Stretch:
    """The count that a pattern of this file has found."""
    said = found.groupdict()
    span = found["span"].lower()
    if said.get("number"):
        return Stretch(number_of(found["number"]), span, working=bool(said["working"]))
    is_many = bool(said.get("few") or found["plural"])
    return Stretch(None if is_many else 1, span)


def around_now(found: re.Match[str], anchor: Anchor) -> Meaning:
    """As in "the past two decades", "the coming year"."""
    stretch = stretch_of(found)
    if stretch.number is None:
        return Meaning(None, "rule:count-not-said", "DURATION", stretch.timex)
    today = day(anchor.day)
    if found["which"].lower() in _BACK:
        before = Interval(day(stretch.after(anchor.day, times=-1)), today)
        return Meaning(before, "rule:count-before-publication", "DURATION", stretch.timex)
    return ahead(stretch, anchor)


def ahead(stretch: Stretch, anchor: Anchor) -> Meaning:
    """From the day of publication on."""
    interval = Interval(day(anchor.day), day(stretch.after(anchor.day)))
    return Meaning(interval, "rule:count-after-publication", "DURATION", stretch.timex)


def ago(found: re.Match[str], anchor: Anchor) -> Meaning:
    """As in "two weeks ago", "over seventy years ago", "three days from now"."""
    stretch = stretch_of(found)
    if stretch.number is None:
        return Meaning(None, "rule:count-not-said", timex_value="PAST_REF" if found["back"] else "FUTURE_REF")
    return point(stretch, anchor, times=-1 if found["back"] else 1, roughly=bool(found["roughly"]))


def point(stretch: Stretch, anchor: Anchor, *, times: int, roughly: bool) -> Meaning:
    """The day, month or year that lies so far away, as fine as the count is."""
    grain: Unit = "month" if (stretch.span, stretch.number) == ("year", 1) else _GRAINS.get(stretch.span, "day")
    period = enclosing(grain, stretch.after(anchor.day, times=times))
    rule = "rule:count-back" if times < 0 else "rule:count-ahead"
    return Meaning(single(period.circa() if roughly else period), rule)


def later(found: re.Match[str], anchor: Anchor) -> Meaning:
    """As in "two days later", "three years before": told from the time named last."""
    stretch = stretch_of(found)
    if stretch.number is None:
        return Meaning(None, "rule:count-not-said", timex_value="PAST_REF" if found["back"] else "FUTURE_REF")
    told = replace(anchor, published=anchor.named_last.first)
    meaning = point(stretch, told, times=-1 if found["back"] else 1, roughly=bool(found["roughly"]))
    return replace(meaning, rule="rule:told-from-another-time")


def within(found: re.Match[str], anchor: Anchor) -> Meaning:
    """As in "within 60 days"."""
    stretch = stretch_of(found)
    return duration(found, anchor) if stretch.number is None else ahead(stretch, anchor)


def duration(found: re.Match[str], _anchor: Anchor) -> Meaning:
    """As in "three years", "several months": how long, not when."""
    return Meaning(None, "rule:duration", "DURATION", stretch_of(found).timex)
