"""What looks like a time and is none here: "resolution 1701", "May called on", "Section 2024", "the 80th session"."""

import re
from typing import Final

from memoire.reading.resolving.dates.meaning import Meaning
from memoire.reading.resolving.dates.tenses import tense_at
from memoire.reading.resolving.dates.vocabulary import any_of, phrase

# Enough of the text before a number to see what it counts or names.
_LOOK_BACK: Final = 40
_LOOK_AHEAD: Final = 12
_NUMBERED: Final = re.compile(
    rf"(?:{phrase('resolutions?', 'sections?', 'articles?', 'no', 'number', 'act', 'flight', 'law', 'bill', 'order', 'proclamation', 'chapter', 'paragraph', 'decree', 'directive', 'regulation', 'route', 'highway', 'file', 'case', 'unscr', 'unsc', 'agenda', 'vision', 'plan', 'expo', 'page', 'room', 'convention')}"
    r"[\s.,:(]*|[§#$€£¥/]\s*|\bH\.?R\.?\s*|\bS\.\s*)(?:\(?\d{3,4}\)?(?:,| and|, and)?\s+)*$"
)
_YEAR_LEADS: Final = re.compile(
    rf"(?:\b{phrase('in', 'since', 'by', 'until', 'till', 'from', 'between', 'during', 'before', 'after', 'early', 'late', 'mid', 'of', 'to', 'through', 'throughout', 'for', 'and', 'or', 'than', 'around', 'about', 'circa', 'year', 'years', 'beyond')}[\s-]*|[(–—]\s*|\bmid-)$"
)
_FIRM_LEADS: Final = re.compile(
    rf"\b{phrase('in', 'since', 'by', 'until', 'from', 'between', 'during', 'before', 'after', 'early', 'late')}\s+$"
)
# "Its 2014 annexation", "Ukraine's 2022 counter-offensive", "the landmark 2015 accord".
_BEFORE_NOUN: Final = re.compile(r"(?:\b(?:The|[a-z]+)|['’]s?)\s+$")
_NOUN: Final = re.compile(r"\s+[A-Za-z]")
_AT_A_LINE: Final = re.compile(r"\s*(?:$|:|[-–]\d)|\s+(?:was|saw|is|will|has|brought)\b")
_OF_A_NAME: Final = re.compile(r"[A-Z]\w+ of $|\($|\b[Tt]he $")
_NAME_BEFORE: Final = re.compile(r"\b(?:[A-Z]\w+|[a-z]+['’]s)\s+$")
_MARCHES: Final = re.compile(r"\s+(?:of|on|to|against|towards?)\b")
_ERA_LEADS: Final = re.compile(rf"\b{phrase('during', 'since', 'throughout', 'after', 'before', 'until')}\s+(?:the\s+)?$")
_MAY_LEADS: Final = re.compile(
    rf"\b{phrase('in', 'since', 'until', 'last', 'next', 'this', 'early', 'late', 'mid', 'during', 'through', 'of', 'by', 'before', 'after')}[\s-]+$"
    rf"|(?:January|February|March|April|June|July|August),?(?: and| to| or)?\s+$"
)
_NAMED_DAYS: Final = re.compile(rf"\b{any_of('Black Bloody Super Good Palm Easter Ash Maundy Cyber Giving'.split())}\s+$")
_SHORT: Final = re.compile(r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)$")
_AGE: Final = re.compile(r"[\s-]old\b")
_FIRST_MODERN, _LAST_MODERN = 1900, 2100


def is_time_here(words: str, at: int, reading: tuple[Meaning, int]) -> bool:
    """Whether the words from `at` on, which read as a time, are one in this sentence."""
    meaning, end = reading
    said, before = words[at:end], words[max(0, at - _LOOK_BACK) : at]
    if said.isdigit():
        return _is_year(int(said), before, words[end : end + _LOOK_AHEAD])
    if said == "May":
        return bool(_MAY_LEADS.search(before))
    if said == "March" and (_MARCHES.match(words, end) or _NAME_BEFORE.search(before)):
        return False
    if meaning.rule == "rule:era":
        return bool(_ERA_LEADS.search(before))
    if meaning.timex == "FUTURE_REF":
        return tense_at(words, at) == "future"
    if _SHORT.match(said) or _NAMED_DAYS.search(before):
        return False
    return not (meaning.type == "DURATION" and _AGE.match(words, end))


def _is_year(number: int, before: str, after: str) -> bool:
    if _NUMBERED.search(before):
        return False
    if not before.strip():
        return bool(_AT_A_LINE.match(after))
    if not _FIRST_MODERN <= number <= _LAST_MODERN:
        return bool(_FIRM_LEADS.search(before) or _OF_A_NAME.search(before))
    return bool(_YEAR_LEADS.search(before) or (_BEFORE_NOUN.search(before) and _NOUN.match(after)))
