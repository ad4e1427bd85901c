"""Plain text and Markdown: kept exactly as they are, so that spans are the input's own."""

import re
from datetime import date

from memoire.intake.charsets import decode
from memoire.intake.days import day_of_moment
from memoire.intake.extract import Extract
from memoire.intake.headings import find_heading

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.{0,4000}?)\r?\n---[ \t]*\r?\n", re.DOTALL)
_FIELD = re.compile(r"""^(title|date|published)[ \t]*:[ \t]*(["']?)(.*?)\2[ \t]*\r?$""", re.MULTILINE | re.IGNORECASE)


def read_plain_text(data: bytes) -> Extract:
    """Return the text as it is; line ends stay, a byte-order mark is not text."""
    return Extract(text=decode(data), media_type="text/plain")


def read_markdown(data: bytes) -> Extract:
    """Return the text as it is, marks and all; title and day from its front matter or first heading."""
    text = decode(data)
    facts = _front_matter(text)
    title = facts.get("title") or find_heading(text)
    return Extract(text=text, media_type="text/markdown", title=title, published=_day(facts))


def _front_matter(text: str) -> dict[str, str]:
    found = _FRONT_MATTER.match(text)
    return {name.lower(): value for name, _, value in _FIELD.findall(found[1])} if found else {}


def _day(facts: dict[str, str]) -> date | None:
    value = facts.get("published") or facts.get("date")
    return day_of_moment(value) if value else None
