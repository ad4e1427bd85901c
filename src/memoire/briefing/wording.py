"""Days, names and counts as an official writes them."""

import calendar
import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from memoire.records.edtf import OPEN
from memoire.records.entry import Actor, Source
from memoire.registries.states import name_of_state

_POINT: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", re.ASCII)
_PARTS: Final = {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter",
    "33": "the first quarter of", "34": "the second quarter of", "35": "the third quarter of",
    "36": "the fourth quarter of",
}  # fmt: skip
_DOUBT: Final = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_EXACT: Final = 10  # characters of YYYY-MM-DD
# States whose names take the article.
_WITH_ARTICLE: Final = re.compile(
    r"(United|Netherlands|Philippines|Bahamas|Gambia|Maldives|Central African|.*(Islands|Republic|Emirates|Comoros)$)"
)
_BODIES: Final = re.compile(
    r"\b(ministry|department|bureau|agency|police|army|navy|parliament|board|council|group|embassy|commission|"
    r"government|service|force|office|court|administration|committee)\b", re.IGNORECASE
)  # fmt: skip


def day_words(day: date) -> str:
    """12 August 2025."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def time_words(edtf: str) -> str:
    """`2024-10` → October 2024, `../2025-12-31` → by 31 December 2025; what is not EDTF comes back as it is."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point_words(start)
    if start in (OPEN, ""):
        return f"by {_point_words(end)}"
    if end in (OPEN, ""):
        return f"since {_point_words(start)}"
    return f"{_point_words(start)} to {_point_words(end)}"


def adverbial(edtf: str) -> str:
    """The same with its preposition: `on 13 July 2024`, `in October 2024`, `from 2 to 3 September 2004`."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return f"{'on' if len(start.rstrip('~?%')) == _EXACT else 'in'} {_point_words(start)}"
    return time_words(edtf) if OPEN in (start, end) else f"from {time_words(edtf)}"


def _point_words(point: str) -> str:
    found = _POINT.fullmatch(point)
    if not found:
        return point
    year, part, day, doubt = found.groups()
    words = [str(int(day))] if day else []
    if part:
        words.append(_PARTS.get(part) or _month(part))
    return _DOUBT[doubt] + " ".join([*words, year])


def _month(part: str) -> str:
    return calendar.month_name[int(part)] if 1 <= int(part) <= 12 else part  # noqa: PLR2004 - months of a year


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """`1 day`, `1,204 days`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def joined(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def capitalised(text: str) -> str:
    """The first letter large, the others as they are."""
    return text[:1].upper() + text[1:]


def state_words(code: str) -> str:
    """`PAK` → Pakistan, `USA` → the United States; a code that the registry lacks comes back as it is."""
    name = name_of_state(code) or code
    return f"the {name}" if _WITH_ARTICLE.match(name) else name


def states_words(codes: Iterable[str]) -> str:
    return joined(state_words(code) for code in codes)


def actor_words(actor: Actor | Source) -> str:
    """`the United States`, `Interior Minister Mohsin Naqvi`, `the Ministry of Interior`."""
    name = _closed(actor.name)
    if actor.country and name == name_of_state(actor.country):
        return state_words(actor.country)
    if actor.office and actor.office.lower() not in name.lower():
        return f"{actor.office} {name}"
    head = name.partition(" of ")[0]
    if name[:1].islower() or (_BODIES.search(head) and not re.match(r"(the|a|an)\b|\S+['’]s\b", name, re.IGNORECASE)):
        return name if name.startswith(("the ", "a ", "an ")) else f"the {name}"
    return name


def _closed(name: str) -> str:
    """Without a bracket that was opened and never closed."""
    return name.partition(" (")[0] if name.count("(") > name.count(")") else name


def actors_words(actors: Iterable[Actor | Source]) -> str:
    """Each once."""
    return joined(dict.fromkeys(actor_words(actor) for actor in actors))


def area_words(area: str) -> str:
    """`trade-investment` → trade and investment where the codebook joins two, else the hyphen falls."""
    return _AREA_WORDS.get(area, area.replace("-", " "))


_AREA_WORDS: Final = {
    "elections-institutions": "elections and institutions",
    "minorities-religion": "minorities and religion",
    "trade-investment": "trade and investment",
    "economy-finance": "economy and finance",
    "climate-environment": "climate and environment",
    "water-food": "water and food",
    "education-science": "education and science",
    "culture-media": "culture and media",
}
