"""Web page → the text of its article. trafilatura finds the article; its words are then found again in the source."""

import re
from typing import TYPE_CHECKING, Final, cast

from memoire.intake.aligning import align
from memoire.intake.charsets import declared_charset, decode
from memoire.intake.extract import Extract, Unreadable
from memoire.intake.gaps import BLOCK, CELL, LINE, SPACE, stronger
from memoire.intake.limits import MOST_PAGE_BYTES, MOST_TAGS, MOST_TAGS_COMPARED
from memoire.intake.page_facts import find_facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NO_ARTICLE: Final = "has no article that can be told from its menus; copy the text into a file"
# What trafilatura's elements set before and after them.
_GAP_OF: Final = {"cell": CELL, "lb": LINE, "item": LINE, "row": LINE} | dict.fromkeys(
    ["body", "div", "head", "list", "p", "quote", "table"], BLOCK
)
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def read_web_page(data: bytes) -> Extract:
    """Return the article of a page, paragraphs a blank line apart, list items a line each, cells of a row a tab apart.

    Raises:
        Unreadable: wrong charset, too many elements, or no article.
    """
    if len(data) > MOST_PAGE_BYTES:
        raise Unreadable(f"is a page of more than {MOST_PAGE_BYTES // 2**20} MB; save it without its pictures")
    source = web_page_source(data)
    if source.count("<") > MOST_TAGS:
        raise Unreadable(f"has more than {MOST_TAGS:,} tags; save the part with the text")
    page = _parsed(source)
    facts = find_facts(page)
    text = _text_of(_article(page))
    if not text:
        raise Unreadable(_NO_ARTICLE)
    return Extract(
        text=text,
        media_type="text/html",
        character_map=align(text, source),
        title=facts.title,
        published=facts.published,
        publisher=facts.publisher,
    )


def web_page_source(data: bytes) -> str:
    """Return the page as it was sent, tags and all: the decoded original."""
    return decode(data, declared=declared_charset(data))


def _parsed(source: str) -> "HtmlElement":
    from lxml import etree, html  # noqa: PLC0415 (slow to import)

    # libxml2 cuts off below 256 levels, loads nothing from the network and knows no entities of the page's own.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(source.encode(), parser=parser)
    except etree.ParserError:  # nothing but comments
        raise Unreadable(_NO_ARTICLE) from None


def _article(page: "HtmlElement") -> "HtmlElement":
    import trafilatura  # noqa: PLC0415 (0.6 s)

    is_large = sum(1 for _ in page.iter()) > MOST_TAGS_COMPARED
    try:
        found = trafilatura.bare_extraction(page, with_metadata=False, include_comments=False, fast=is_large)
    except Exception as error:  # whatever breaks in there, one page must not stop the others
        raise Unreadable(f"is a page that cannot be taken apart ({error!r}); copy the text into a file") from error
    if found is None:
        raise Unreadable(_NO_ARTICLE)
    return cast("HtmlElement", found.body)  # type: ignore[union-attr]


def _text_of(body: "HtmlElement") -> str:
    from lxml import etree  # noqa: PLC0415

    lines, quotes = _Lines(), 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        is_start = event == "start"
        lines.part(_GAP_OF.get(element.tag, ""))
        quotes += (element.tag == "quote") * (1 if is_start else -1)
        words = element.text if is_start else element.tail if element is not body else None
        # What was typed in fixed width (<pre>) comes as a quote, and its blank lines are its paragraphs.
        for number, part in enumerate(_BLANK_LINE.split(words or "") if quotes else [words or ""]):
            lines.part(BLOCK if number else "")
            lines.add(part)
    return lines.text()


class _Lines:
    """Words with one white space between them: the strongest that was asked for since the last word."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._gap = ""

    def part(self, gap: str) -> None:
        self._gap = stronger(self._gap, gap)

    def add(self, words: str) -> None:
        if words[:1].isspace():
            self.part(SPACE)
        if inner := " ".join(words.split()):
            self._pieces += [self._gap, inner]
            self._gap = SPACE if words[-1].isspace() else ""

    def text(self) -> str:
        return "".join(self._pieces[1:])
