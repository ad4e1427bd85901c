"""Words of time that name no day by themselves: "the same day", "soon", "every year", "14:00 GMT"."""

import re
from contextlib import suppress
from typing import Final

from dateutil.relativedelta import relativedelta

from memoire.reading.resolving.dates.anchors import Anchor, OtherTimeNeeded, choose
from memoire.reading.resolving.dates.meaning import Meaning
from memoire.reading.resolving.dates.periods import day, enclosing, single
from memoire.reading.resolving.dates.vocabulary import GAP, SPANS, UNIT, UNITS, phrase

_STEPS: Final = {
    "that": 0, "that same": 0, "the same": 0, "the following": 1, "the previous": -1, "the preceding": -1,
}  # fmt: skip
# "The next week" is told from the publication (counts.py), "the next day" from another day.
FROM_SPOKEN: Final = re.compile(
    rf"(?P<which>{phrase(*_STEPS)}){GAP}(?:(?P<unit>{UNIT})|date)\b"
    rf"|(?P<next>{phrase('the next')}){GAP}{phrase('day')}\b"
)
NTH: Final = re.compile(
    r"(?:(?<=\bon )|(?<=\bby )|(?<=\bfrom ))the (?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)"
    rf"(?=\s*(?:[,.;:)]|$|{phrase('and', 'to', 'at', 'when', 'in', 'for', 'after', 'before', 'of the month')}\b))"
)
_REFERENCES: Final = {
    "PAST_REF": ("recently", "recent", "lately", "the past", "long ago"),
    "FUTURE_REF": ("soon", "shortly", "the near future", "the future", "in due course"),
    "PRESENT_REF": ("nowadays", "these days", "at present"),
}
VAGUE: Final = re.compile(
    "(?:"
    + "|".join(rf"(?P<{name}>{phrase(*words)})" for name, words in _REFERENCES.items())
    + rf")\b(?!{GAP}{phrase('after', 'afterwards', 'as')}\b)"
)
_EVERY: Final = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "annual": "P1Y", "annually": "P1Y",
    "yearly": "P1Y",
}  # fmt: skip
SET: Final = re.compile(
    rf"(?P<adverb>{phrase(*_EVERY)})\b"
    rf"|{phrase('every', 'each', 'per')}{GAP}(?P<unit>{phrase('day', 'week', 'month', 'year')})\b"
)
CLOCK: Final = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])(?::|\.(?=\d\d\s?[ap]\.?m))?(?P<minute>(?<=[:.])[0-5]\d)?(?!\d)"
    rf"(?:{GAP}?(?P<half>[ap])\.?m\b\.?|(?<=:\d\d))(?:{GAP}?(?P<zone>[A-Z]{{3,4}})\b)?"
    rf"|{phrase('noon', 'midnight')}\b"
)
_MONTHS_AROUND: Final = range(-3, 4)
_HALF_DAY: Final = 12
_HOURS: Final = {"noon": "T12:00", "midnight": "T24:00"}


def from_spoken(found: re.Match[str], anchor: Anchor) -> Meaning:
    """As in "the same day", "that year", "the following week": told from the time named last."""
    step = 1 if found["next"] else _STEPS[" ".join(found["which"].lower().split())]
    unit, told = UNITS[(found["unit"] or "day").lower()], anchor.named_last
    if unit == "day" and told.unit != "day":
        raise OtherTimeNeeded
    period = enclosing(unit, told.first).moved(step)
    return Meaning(single(period), "rule:told-from-another-time")


def nth(found: re.Match[str], anchor: Anchor) -> Meaning:
    """As in "on the 28th"."""
    first = anchor.day.replace(day=1)
    days = []
    for months in _MONTHS_AROUND:
        with suppress(ValueError):  # no 31st in that month
            days.append(day((first + relativedelta(months=months)).replace(day=int(found["day"]))))
    return Meaning(single(choose(days, anchor)), "rule:day-of-month-by-tense", by_tense=True)


def vague(found: re.Match[str], _anchor: Anchor) -> Meaning:
    """As in "soon", "recently": the codebook keeps the words and gives no date."""
    return Meaning(None, "rule:vague", timex_value=found.lastgroup)


def every(found: re.Match[str], _anchor: Anchor) -> Meaning:
    """As in "annually", "every week"."""
    value = _EVERY[found["adverb"].lower()] if found["adverb"] else f"P1{SPANS[found['unit'].lower()][1]}"
    return Meaning(None, "rule:set", "SET", value)


def clock(found: re.Match[str], anchor: Anchor) -> Meaning:
    """As in "2:30 p.m.", "14:00 GMT", "noon": on the day of publication, as far as TIMEX3 goes."""
    on = anchor.published.isoformat() if anchor.published else ""
    if found["hour"] is None:
        return Meaning(None, "rule:clock", "TIME", on + _HOURS[found[0].lower()], by_tense=True)
    hour = int(found["hour"]) % _HALF_DAY + _HALF_DAY * (found["half"] == "p") if found["half"] else int(found["hour"])
    zone = "Z" if found["zone"] in ("UTC", "GMT") else ""
    return Meaning(None, "rule:clock", "TIME", f"{on}T{hour:02}:{found['minute'] or '00'}{zone}", by_tense=True)
