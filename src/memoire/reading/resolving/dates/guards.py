"""What looks like a time and is none here: "resolution 1701", "May called on", "Section 2024", "the 80th session"."""

import re
from typing import Final

from memoire.reading.resolving.dates.meaning import Meaning
from memoire.reading.resolving.dates.tenses import tense_at
from memoire.reading.resolving.dates.vocabulary import FIRST_MODERN_YEAR, LAST_MODERN_YEAR, SHORT_NAMES, phrase

# Enough of the text around a number to see what it counts or names.
_LOOK_BACK: Final = 40
_LOOK_AHEAD: Final = 12
_NUMBERED: Final = phrase(
    "resolution", "resolutions", "section", "sections", "article", "articles", "no", "number", "act", "flight", "law",
    "bill", "order", "proclamation", "chapter", "paragraph", "decree", "directive", "regulation", "route", "highway",
    "file", "case", "unscr", "unsc", "agenda", "vision", "plan", "expo", "page", "room", "convention",
)  # fmt: skip
_NO_YEAR: Final = re.compile(rf"(?:\b{_NUMBERED}[\s.,:(]*|[§#$€£¥/]\s*)(?:\(?\d{{3,4}}\)?(?:,| and|, and)?\s+)*$")
_YEARS: Final = re.compile(r"\d{4}\b(?!-\d\d-)")
_FIRM: Final = ("in", "since", "by", "until", "from", "between", "during", "before", "after", "early", "late")
_LOOSE: Final = (
    "till", "mid", "of", "to", "through", "throughout", "for", "and", "or", "than", "around", "about", "circa", "year",
    "years", "beyond",
)  # fmt: skip
_FIRM_LEAD: Final = re.compile(rf"\b{phrase(*_FIRM)}\s+$")
_LEAD: Final = re.compile(rf"\b{phrase(*_FIRM, *_LOOSE)}[\s-]*$|[(–—]\s*$")
# "Constitution of 1791", "National Assembly (1789)", "the 1783 treaty".
_IN_A_NAME: Final = re.compile(r"[A-Z]\w+ of $|\($|\b[Tt]he $")
# "Its 2014 annexation", "Ukraine's 2022 counter-offensive", "the landmark 2015 accord".
_BEFORE_NOUN: Final = re.compile(r"(?:\b(?:The|[a-z]+)|['’]s?)\s+$")
_NOUN: Final = re.compile(r"\s+[A-Za-z]")
# A heading, or "2007 saw".
_AFTER_FIRST: Final = re.compile(r"\s*(?:$|:|[-–]\d)|\s+(?:was|saw|is|will|has|brought)\b")
# Mrs May does not stand after these, or beside another month.
_MAY_LEAD: Final = re.compile(
    rf"\b{phrase('in', 'since', 'until', 'last', 'next', 'this', 'early', 'late', 'mid', 'during')}[\s-]+$"
    rf"|\b{phrase('through', 'of', 'by', 'before', 'after')}\s+$"
    r"|(?:January|February|March|April|June|July|August),?(?: and| to| or)?\s+$"
)
_MARCHES: Final = re.compile(r"\s+(?:of|on|to|against|towards?)\b")
_NAME_BEFORE: Final = re.compile(r"\b(?:[A-Z]\w+|[a-z]+['’]s)\s+$")
_NAMED_DAY: Final = re.compile(r"\b(?:Black|Bloody|Super|Good|Palm|Easter|Ash|Maundy|Cyber|Giving)\s+$")
_ERA_LEAD: Final = re.compile(
    rf"\b{phrase('during', 'since', 'throughout', 'after', 'before', 'until')}\s+(?:the\s+)?$"
)
_AGE: Final = re.compile(r"[\s-]old\b")


def is_time_here(words: str, at: int, reading: tuple[Meaning, int]) -> bool:
    """Whether the words from `at` on, which read as a time, are one in this sentence."""
    meaning, end = reading
    said, before, after = words[at:end], words[max(0, at - _LOOK_BACK) : at], words[end : end + _LOOK_AHEAD]
    if _YEARS.match(said):
        return _is_year(said, before, after)
    if said in ("May", "March"):
        return _is_month(said, before, after)
    if meaning.rule == "rule:era":
        return bool(_ERA_LEAD.search(before))
    if meaning.timex == "FUTURE_REF":  # in a story of the past "soon" is no date
        return tense_at(words, at) == "future"
    is_age = meaning.type == "DURATION" and _AGE.match(after)
    return not (is_age or said in SHORT_NAMES or _NAMED_DAY.search(before))


def _is_year(said: str, before: str, after: str) -> bool:
    if _NO_YEAR.search(before):
        return False
    if not said.isdigit():
        return True  # "1861-1865", "1997 and 1998"
    if not before.strip():
        return bool(_AFTER_FIRST.match(after))
    if not FIRST_MODERN_YEAR <= int(said) <= LAST_MODERN_YEAR:
        return bool(_FIRM_LEAD.search(before) or _IN_A_NAME.search(before))
    return bool(_LEAD.search(before) or (_BEFORE_NOUN.search(before) and _NOUN.match(after)))


def _is_month(said: str, before: str, after: str) -> bool:
    if said == "May":
        return bool(_MAY_LEAD.search(before))
    return not (_MARCHES.match(after) or _NAME_BEFORE.search(before))
