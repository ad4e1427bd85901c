"""What stands above and at the beginning of a text: its title, and its dateline ("KYIV, July 14 (Reuters) -")."""

import re
from datetime import date
from typing import Final

from memoire.intake.days import DATE, MONTH, day_of_words, find_day, first_lines

_CAPITALS = r"[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]*){0,4}"
_REGION = rf"(?:,\s(?!{MONTH}\b)[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){{0,3}})?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
_HALF_DATE = rf"{_WEEKDAY}(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH})(?!\d)"
_AGENCY = r"(?:\s(?:\([A-Z][\w .&/-]{1,30}\)|/[A-Z][\w ]{1,30}/))?"
_MARK = r"(?:\s?[—–:]|\s?--|\s-)\s"
_CAPITAL_DATELINE = re.compile(rf"({_CAPITALS}{_REGION}(?:,?\s(?:({DATE})|{_HALF_DATE}))?{_AGENCY}){_MARK}")
_DATED_DATELINE = re.compile(
    rf"([A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){{0,3}}{_REGION},\s(?:({DATE})|{_HALF_DATE}){_AGENCY}){_MARK}"
)
_LONGEST_DATELINE: Final = 120
_SHORTEST_SENTENCE: Final = 30  # after the dateline
_LONGEST_PLACE: Final = 3  # words, where neither date nor agency says that it is a place

# "THE PRESIDENT:", "UPDATE 1 -", "NOTE:": capitals with a colon that name a speaker or a label, not a place.
_NO_PLACE: Final = frozenset(
    "ABSTRACT AMBASSADOR ANALYSIS AND ANNEX ANSWER BACKGROUND BREAKING CHAIR CHANCELLOR CONTACT CORRECTION"
    " DATE DIRECTOR DR EDITOR EXCLUSIVE FACT FACTBOX FIRST FOR FROM GENERAL GENTLEMAN GOVERNOR HOAX ICYMI JOINT"
    " KING LADY MEMORANDUM MINISTER MODERATOR MR MRS MS NOTE OFFICIAL OPINION PART PARTICIPANTS PREMIER"
    " PRESIDENT PRESS PRIME PROFESSOR QUEEN QUESTION RE READ-OUT READOUT RELEASE SECRETARY SENATOR SPEAKER"
    " SPOKESPERSON STATEMENT SUBJECT SUMMARY THE TITLE TO UPDATE VIDEO WARNING WATCH".split()
)
_SPEAKER = re.compile(r"^[A-Z][A-Z .'’-]+:", re.MULTILINE)

_LABEL = re.compile(
    r"\W*(?:for\s+immediate\s+release|(?:press|media|news)\s+release|statement|read-?out)\W*", re.IGNORECASE
)
_LONGEST_TITLE: Final = 200
_SHORTEST_TITLE: Final = 4  # words; "East Room" and "Via Teleconference" open many transcripts
_HEADLINE = re.compile(r"\s*(\S[^\r\n]{0,199})[ \t]*\r?\n[ \t]*\r?\n\s*\S")
_FIRST_HEADING = re.compile(r"^ {0,3}#[ \t]+(\S[^\n]*)$", re.MULTILINE)
_CLOSING_MARKS = re.compile(r"[ \t]#+$")


def find_title(text: str) -> str | None:
    """Return the first line where it looks like a headline: short, no full stop, a blank line after it, more below."""
    found = _HEADLINE.match(text[:1000])
    line = found[1].strip() if found else ""
    if len(line.split()) < _SHORTEST_TITLE or line.endswith((".", ":", ";", ",")):
        return None
    return None if _LABEL.fullmatch(line) or find_day(line) else line


def find_heading(text: str) -> str | None:
    """Return the words of the first Markdown heading of the first level."""
    found = _FIRST_HEADING.search(text)
    return _CLOSING_MARKS.sub("", found[1][:_LONGEST_TITLE].rstrip()).rstrip() if found else None


def find_dateline(text: str) -> tuple[str | None, date | None]:
    """Return the dateline that opens one of the first lines, without its dash or colon, and the full day in it."""
    for line in first_lines(text):
        found = _DATED_DATELINE.match(line[:_LONGEST_DATELINE]) or _CAPITAL_DATELINE.match(line[:_LONGEST_DATELINE])
        if found and len(line) - found.end() >= _SHORTEST_SENTENCE and not _is_label(found, text):
            return found[1], day_of_words(found[2]) if found[2] else None
    return None, None


def _is_label(found: re.Match[str], text: str) -> bool:
    """Whether the capitals name a speaker or a section: in a transcript many lines begin so."""
    words = re.findall(r"[A-Z-]{2,}", found[1].removeprefix("THE HAGUE"))
    if not _NO_PLACE.isdisjoint(words):
        return True
    is_bare = not re.search(r"[\d(,]", found[1])
    return is_bare and (len(words) > _LONGEST_PLACE or len(_SPEAKER.findall(text[:20_000])) > 1)
