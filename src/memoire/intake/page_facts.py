"""What a web page states of itself: title, publisher and day. Nothing is guessed from its address or menus."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from memoire.intake.days import day_of_moment

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Open Graph, schema.org, Dublin Core, Highwire, and what content systems of the press write; the plainest first.
_DAY_NAMES: Final = (
    "article:published_time", "og:article:published_time", "datepublished", "dcterms.issued", "dc.date.issued",
    "citation_publication_date", "publication_date", "publish-date", "publishdate", "pubdate", "parsely-pub-date",
    "sailthru.date", "dcterms.date", "dc.date", "date",
)  # fmt: skip
_TIME_ELEMENTS: Final = "//time[@pubdate or @itemprop='datePublished']/@datetime"


@dataclass(frozen=True, slots=True)
class PageFacts:
    """None where the page does not say."""

    title: str | None
    publisher: str | None
    published: date | None


def find_facts(page: "HtmlElement") -> PageFacts:
    """Return what the page says of itself."""
    stated = _meta(page)
    return PageFacts(title=_title(page, stated), publisher=stated.get("og:site_name"), published=_day(page, stated))


def _meta(page: "HtmlElement") -> dict[str, str]:
    stated: dict[str, str] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if name and content:
            stated.setdefault(name.strip().lower(), content)
    return stated


def _title(page: "HtmlElement", stated: dict[str, str]) -> str | None:
    """The one great heading; else what is shared; else the title of the window, which often ends in the site's name."""
    headings = [words for element in page.iter("h1") if (words := _words(element))]
    if len(headings) == 1:
        return headings[0]
    windows = [words for element in page.iter("title") if (words := _words(element))]
    return stated.get("og:title") or (windows[0] if windows else None)


def _words(element: "HtmlElement") -> str:
    return " ".join("".join(element.itertext()).split())


def _day(page: "HtmlElement", stated: dict[str, str]) -> date | None:
    values = [stated[name] for name in _DAY_NAMES if name in stated]
    values += _days_in_data(page)
    values += page.xpath(_TIME_ELEMENTS)
    return next((day for value in values if (day := day_of_moment(value))), None)


def _days_in_data(page: "HtmlElement") -> Iterator[str]:
    """Yield `datePublished` of the things that the page describes in JSON-LD."""
    for script in page.iter("script"):
        if script.get("type", "").strip().lower() == "application/ld+json":
            for thing in _things(script.text or ""):
                if isinstance(value := thing.get("datePublished"), str):
                    yield value


def _things(data: str) -> Iterator[dict[str, Any]]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return
    for thing in value if isinstance(value, list) else [value]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()
