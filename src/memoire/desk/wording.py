"""Days, codes and counts in the words a reader knows."""

import re
from datetime import date
from typing import Final

from memoire.briefing.wording import counted

# What a state of an entry is called on a page.
STATES: Final = {
    "proposed": "to review",
    "confirmed": "confirmed",
    "rejected": "rejected",
    "withdrawn": "withdrawn",
}
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PARTS: Final = {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter",
    "33": "1st quarter of", "34": "2nd quarter of", "35": "3rd quarter of", "36": "4th quarter of",
}  # fmt: skip
_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", re.ASCII)
_DOUBT: Final = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}

# Characters that change how their neighbours are shown, and those that show nothing. A reader must see them.
CONTROLS: Final = {
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
    "\u200b": "ZWSP", "\u2060": "WJ", "\ufeff": "BOM",
    **{chr(code): f"U+{code:04X}" for code in (*range(9), 11, 12, *range(14, 32), *range(127, 160))},
}  # fmt: skip
CONTROL = re.compile("[" + "".join(map(re.escape, CONTROLS)) + "]")


def day_words(day: date) -> str:
    """12 Aug 2025."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def edtf_words(edtf: str) -> str:
    """`2024-10` → Oct 2024, `../2025-12-31` → by 31 Dec 2025; what is not EDTF comes back as it is."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point_words(start)
    if start in ("..", ""):
        return f"by {_point_words(end)}"
    if end in ("..", ""):
        return f"since {_point_words(start)}"
    return f"{_point_words(start)} – {_point_words(end)}"


def _point_words(point: str) -> str:
    found = _POINT.fullmatch(point)
    if not found:
        return point
    year, part, day, doubt = found.groups()
    words = [str(int(day))] if day else []
    if part:
        words.append(_PARTS.get(part) or _month_words(part))
    return _DOUBT[doubt] + " ".join([*words, year])


def _month_words(part: str) -> str:
    return _MONTHS[int(part) - 1] if 1 <= int(part) <= len(_MONTHS) else part


def distance_words(earliest: date | None, latest: date | None, today: date) -> str:
    """How far the due days are from today: `43 days overdue`, `due now`, `in 12 days`; empty where nothing is due."""
    if latest and latest < today:
        return f"{counted((today - latest).days, 'day')} overdue"
    if earliest and earliest > today:
        return f"in {counted((earliest - today).days, 'day')}"
    return "due now" if latest else ""
