"""What stands around every page: masthead, style sheets, theme, and who writes."""

import json
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest
from django.urls import reverse

from memoire import __version__
from memoire.ledger.place import who_works_here
from memoire.ledger.sample import is_sample_open

THEMES: Final = {"light": "Light", "dark": "Dark", "": "As the system"}

_SHEETS: Final = ("tokens", "frame", "forms", "tables", "reading", "life", "timeline", "comparing", "briefing", "print")
_SCRIPTS: Final = ("theme", "swaps", "margin", "evidence", "lanes", "keys", "choosing")
_PAGES: Final = (
    ("Today", "desk:today"),
    ("Entries", "desk:entries"),
    ("Documents", "desk:documents"),
    ("Relationships", "desk:relationships"),
    ("Briefing", "desk:briefing"),
)
# htmx may neither write inline styles nor evaluate text nor ask elsewhere; answers that refuse are shown too.
_HTMX: Final = json.dumps(
    {
        "includeIndicatorStyles": False,
        "allowEval": False,
        "allowScriptTags": False,
        "selfRequestsOnly": True,
        "historyCacheSize": 0,
        "defaultSettleDelay": 0,
        "scrollIntoViewOnBoost": False,
        "attributesToSettle": [],  # it would copy the style of a placed card, which the policy forbids
        "responseHandling": [
            {"code": "204", "swap": False},
            {"code": "[234]..", "swap": True},
            {"code": "5..", "swap": False, "error": True},
        ],
    }
)


@dataclass(frozen=True, slots=True)
class PageLink:
    """One page of the navigation; `current` is the value of aria-current where the reader is in it."""

    name: str
    href: str
    is_here: bool
    current: str


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """Light, dark, or as the system has it."""

    name: str
    value: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """Handed to desk/base.html."""

    theme: str
    themes: list[ThemeChoice]
    pages: list[PageLink]
    is_sample: bool
    who: str
    version: str = __version__
    htmx: str = _HTMX
    sheets: tuple[str, ...] = tuple(f"desk/{name}.css" for name in _SHEETS)
    scripts: tuple[str, ...] = tuple(f"desk/{name}.js" for name in _SCRIPTS)


def frame_of(request: HttpRequest) -> Frame:
    theme = request.COOKIES.get("theme", "")
    theme = theme if theme in THEMES else ""
    return Frame(
        theme=theme,
        themes=[ThemeChoice(name, value, value == theme) for value, name in THEMES.items()],
        pages=[_page_link(name, reverse(address), request.path) for name, address in _PAGES],
        is_sample=is_sample_open(),
        who=who_works_here(),
    )


def _page_link(name: str, href: str, path: str) -> PageLink:
    is_here = path == href or (href != "/" and path.startswith(href))
    return PageLink(name, href, is_here, "page" if path == href else "true")
