"""Times with a name: decades, centuries, fiscal years, seasons, quarters, eras, terms of office, holidays."""

import re
from datetime import date
from typing import Final

from memoire.reading.resolving.dates.anchors import Anchor, choose
from memoire.reading.resolving.dates.eras import ERAS, HOLIDAYS, TERMS
from memoire.reading.resolving.dates.meaning import Meaning
from memoire.reading.resolving.dates.periods import Interval, Period, day, single
from memoire.reading.resolving.dates.relative import seasons_around
from memoire.reading.resolving.dates.vocabulary import GAP, ORDINALS, SEASONS, YEAR, any_of, phrase
from memoire.reading.resolving.dates.writing import first_period

_MONTHS: Final = 12
_THE: Final = rf"(?:{phrase('the')}{GAP})?"
DECADE: Final = re.compile(rf"{_THE}(?P<decade>(?:1\d|20)\d0)['’]?s\b")
NUMERIC: Final = re.compile(r"(?P<one>\d{1,2})(?P<sign>[/.])(?P<other>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)\b")
BEFORE_CHRIST: Final = re.compile(rf"(?P<number>\d{{1,4}}){GAP}(?:BCE?|B\.C\.)")
CENTURY: Final = re.compile(rf"{_THE}(?P<century>1\d|20|21)(?:st|th){GAP}{phrase('century')}\b")
FISCAL_YEAR: Final = re.compile(
    rf"{_THE}(?:(?:FY|{phrase('fiscal year', 'fiscal', 'financial year')})[\s-]?(?P<number>\d{{4}}|\d\d)\b"
    rf"|(?P<before>{YEAR}){GAP}{phrase('fiscal year', 'financial year')}\b)"
)
SEASON: Final = re.compile(
    rf"{_THE}(?P<season>{phrase(*SEASONS)})(?:,|{GAP}{phrase('of')})?{GAP}(?P<year>{YEAR})"
    rf"|(?:{phrase('the')}{GAP}|(?<=\b[Ii]n ))(?P<bare>{phrase(*SEASONS)})\b(?!{GAP}{phrase('of')})"
)
QUARTER: Final = re.compile(
    rf"Q(?P<number>[1-4])(?:{GAP}(?:of{GAP})?(?P<year>{YEAR}))"
    rf"|{_THE}(?P<nth>{phrase(*ORDINALS)}){GAP}{phrase('quarter')}\b"
)
ERA: Final = re.compile("|".join(rf"(?P<era{n}>\b{era.words}\b)" for n, era in enumerate(ERAS)))
HOLIDAY: Final = re.compile(rf"{any_of(HOLIDAYS)}\b(?:,?{GAP}(?P<year>{YEAR}))?")
_PRESIDENT: Final = any_of({name for name, _, _ in TERMS})
TERM_BEGINS: Final = re.compile(
    rf"(?P<name>{_PRESIDENT})\b[\w\s]{{0,30}}?\b(?:took|came{GAP}(?:in)?to|sworn{GAP}in(?:to)?){GAP}(?:power|office)?"
)
TERM: Final = re.compile(
    rf"(?:President|presidency{GAP}of)(?:{GAP}\w+){{0,2}}{GAP}(?P<name>{_PRESIDENT})\b(?!['’])"
    rf"|(?P<before>{_PRESIDENT})(?:['’]s)?{GAP}(?:[Aa]dministration|presidency|term)\b"
    rf"|(?:this|our|the){GAP}(?P<ours>Administration)\b"
)


def decade(found: re.Match[str], _anchor: Anchor) -> Meaning:
    """As in "the 1990s"."""
    return Meaning(single(Period("decade", date(int(found["decade"]), 1, 1))), "rule:decade", explicit=True)


def numeric(found: re.Match[str], _anchor: Anchor) -> Meaning:
    """As in "14/07/2024". Whether 06/07 is in June or July depends on the country, and is not guessed."""
    one, other, number = int(found["one"]), int(found["other"]), int(found["year"])
    if one != other and max(one, other) <= _MONTHS:
        return Meaning(None, "rule:day-or-month-first")
    on = date(number, other, one) if other <= _MONTHS else date(number, one, other)
    return Meaning(single(day(on)), "rule:as-written", explicit=True)


def before_christ(found: re.Match[str], _anchor: Anchor) -> Meaning:
    """As in "216 BC": the ledger keeps no such day."""
    return Meaning(None, "rule:before-christ", timex_value=f"BC{int(found['number']):04}", explicit=True)


def century(found: re.Match[str], _anchor: Anchor) -> Meaning:
    """As in "the 19th century": 1800 to 1899, as ISO 8601 counts."""
    first = date((int(found["century"]) - 1) * 100, 1, 1)
    return Meaning(single(Period("century", first)), "rule:century", explicit=True)


def fiscal_year(found: re.Match[str], _anchor: Anchor) -> Meaning:
    """As in "FY 2025", "the 2015 fiscal year": that of the United States."""
    number = int(found["number"] or found["before"])
    first = date(number - 1 if number > 99 else 1999 + number, 10, 1)  # noqa: PLR2004 - two digits: FY25
    return Meaning(single(Period("fiscal-year", first)), "rule:fiscal-year-us", explicit=True)


def season(found: re.Match[str], anchor: Anchor) -> Meaning:
    """As in "spring 2024", "the autumn of 2025", "in the summer"."""
    if found["year"]:
        first = date(int(found["year"]), SEASONS[found["season"].lower()], 1)
        return Meaning(single(Period("season", first)), "rule:as-written", explicit=True)
    return Meaning(single(choose(seasons_around(found["bare"], anchor), anchor)), "rule:season-by-tense", by_tense=True)


def quarter(found: re.Match[str], anchor: Anchor) -> Meaning:
    """As in "Q1 2026", "the fourth quarter"."""
    if found["number"]:
        first = date(int(found["year"]), 3 * int(found["number"]) - 2, 1)
        return Meaning(single(Period("quarter", first)), "rule:as-written", explicit=True)
    nth = ORDINALS[found["nth"].lower()] % 5  # -1, the last, is the fourth
    quarters = [Period("quarter", date(anchor.day.year + n, 3 * nth - 2, 1)) for n in (-1, 0, 1)]
    return Meaning(single(choose(quarters, anchor)), "rule:quarter-by-tense", by_tense=True)


def era(found: re.Match[str], _anchor: Anchor) -> Meaning:
    """As in "the Cold War"."""
    row = next(era for n, era in enumerate(ERAS) if found[f"era{n}"])
    return Meaning(Interval(_edge(row.first), _edge(row.last)), "rule:era", "DURATION")


def _edge(edtf: str) -> Period:
    period = first_period(edtf)
    return period.circa() if edtf.endswith("~") else period


def holiday(found: re.Match[str], anchor: Anchor) -> Meaning:
    """As in "Christmas", "New Year's Eve 2024"."""
    name = re.sub(rf",?{GAP}\d+$", "", found[0])
    month, number = HOLIDAYS[name]
    if found["year"]:
        return Meaning(single(day(date(int(found["year"]), month, number))), "rule:holiday", explicit=True)
    days = [day(date(anchor.day.year + n, month, number)) for n in (-1, 0, 1)]
    return Meaning(single(choose(days, anchor)), "rule:holiday", by_tense=True)


def term(found: re.Match[str], anchor: Anchor) -> Meaning | None:
    """As in "under President Trump", "this Administration": open while the term lasts."""
    if (bounds := _term_of(found, anchor)) is None:
        return None
    first, last = bounds
    return Meaning(Interval(day(first), day(last) if last <= anchor.day else None), "rule:term-of-office", "DURATION")


def term_begins(found: re.Match[str], anchor: Anchor) -> Meaning | None:
    """As in "President Biden took office"."""
    bounds = _term_of(found, anchor)
    return Meaning(single(day(bounds[0])), "rule:term-of-office") if bounds else None


def _term_of(found: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    """The last term of that name which had begun on the day of publication."""
    said = found.groupdict()
    name = said["name"] or said.get("before")
    begun = [
        (date.fromisoformat(first), date.fromisoformat(last))
        for surname, first, last in TERMS
        if surname == (name or surname) and date.fromisoformat(first) <= anchor.day
    ]
    return begun[-1] if begun else None
