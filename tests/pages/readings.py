"""Readings written by hand, put into the ledger through its actions: what the tests of the desk and the API look at."""

import hashlib
from datetime import date
from typing import Any

from memoire.ledger import actions
from memoire.records.document import Document
from memoire.records.entry import Actor, Entry, Mention, Source, When, Where, Words
from memoire.records.reading import ReaderVersion, Reading
from memoire.records.spans import Span

TODAY = date(2024, 11, 13)
READER = ReaderVersion("by hand", "1", "sha256:none")

PAKISTAN = ("Pakistan", "PAK", "GOV", None)
UNITED_STATES = ("United States", "USA", "GOV", None)
NAQVI = ("Mohsin Naqvi", "PAK", "GOV", "Interior Minister")
BLOME = ("Donald Blome", "USA", "GOV", "Ambassador")
MINISTRY = ("Ministry of Interior", "PAK", "GOV", None)
POLICE = ("Islamabad Police", "PAK", "COP", None)

MEETING = (
    "ISLAMABAD: Pakistan and the United States will hold a law enforcement dialogue in October, "
    "the interior ministry said after Minister Mohsin Naqvi met Ambassador Donald Blome.\n\n"
    "Officers of the Islamabad Police will train in New York by the end of 2025 "
    "if the United States grants them visas, the ministry quoted Naqvi as saying. "
    "He urged Washington to send trainers soon.\n\n"
    "All the accused in the Jaranwala case have been arrested, he said, "
    "and praised the United States for hosting the World Cup.\n"
    "A dialogue on law enforcement will be held in October, the statement repeated."
)

AGAIN = "A dialogue on law enforcement will be held in October"

HOSTILE_NAME = "<img src=x onerror=alert(1)>\u202ednalsI"
HOSTILE = (
    f"<script>alert('text')</script> {HOSTILE_NAME} will \u202eevas\u202c the \"world\" & "
    f"its {'w' * 3000} tomorrow.\n\n"
    "\u0627\u0644\u0633\u0644\u0627\u0645 will come to </p></article><script>alert(2)</script> in 2030."
)

QUIET = "The weather in the capital was fair.\n\nNothing else was reported."


class Sheet:
    """A text on which entries are marked by their words."""

    def __init__(self, text: str, **about: Any) -> None:
        raw = text.encode()
        digest = hashlib.sha256(raw).hexdigest()
        self.text = text
        self.document = Document(
            id=digest[:16], sha256=digest, text_sha256=digest, text=text, original=raw, published_basis="given", **about
        )
        self.entries: list[Entry] = []

    def span(self, words: str, nth: int = 1) -> Span:
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def actor(self, words: str, who: tuple[str, str | None, str | None, str | None]) -> Actor:
        return Actor(words, self.span(words), *who)

    def source(self, words: str, who: tuple[str, str | None, str | None, str | None], cue: str) -> Source:
        return Source(words, self.span(words), *who, cue=Words(cue, self.span(cue)))

    def when(self, words: str, edtf: str | None) -> When:
        return When(words, self.span(words), edtf, "derived" if edtf else "none")

    def mark(self, kind: Any, quote: str, predicate: str, **fields: Any) -> None:
        fields = {
            "action": quote,
            "polarity": "+",
            "score": 0.8,
            "because": ("head:kind 0.91", "rule:by-hand"),
        } | fields
        number = f"{len(self.entries):02d}"
        words = Words(predicate, self.span(predicate))
        self.entries.append(Entry(id=number, kind=kind, span=self.span(quote), quote=quote, predicate=words, **fields))

    def store(self) -> str:
        reading = Reading(self.document, READER, tuple(self.entries))
        return actions.add_reading(reading, who="reader").id


def meeting() -> Sheet:
    sheet = Sheet(
        MEETING,
        title="Two governments to talk policing",
        published=date(2024, 7, 14),
        publisher="Arab News",
        kind="news",
        source="https://example.org/meeting",
    )
    ministry = sheet.source("the interior ministry", MINISTRY, "said")
    naqvi = sheet.source("Naqvi", NAQVI, "quoted")
    sheet.mark(
        "commitment",
        "Pakistan and the United States will hold a law enforcement dialogue in October",
        "hold",
        action="hold a law enforcement dialogue",
        by=(sheet.actor("Pakistan", PAKISTAN), sheet.actor("the United States", UNITED_STATES)),
        voice=(ministry,),
        when=sheet.when("in October", "2024-10"),
        areas=("police-cooperation",),
        plover="CONSULT",
        firmness="agreed",
        checkable="yes",
        score=0.93,
        mentions=(Mention(sheet.span(AGAIN), AGAIN),),
    )
    sheet.mark(
        "event",
        "Minister Mohsin Naqvi met Ambassador Donald Blome",
        "met",
        by=(sheet.actor("Mohsin Naqvi", NAQVI),),
        with_=(sheet.actor("Donald Blome", BLOME),),
        areas=("diplomacy",),
        plover="CONSULT",
        score=0.88,
    )
    condition = "if the United States grants them visas"
    sheet.mark(
        "commitment",
        f"Officers of the Islamabad Police will train in New York by the end of 2025 {condition}",
        "train",
        action="train in New York",
        by=(sheet.actor("Officers of the Islamabad Police", POLICE),),
        voice=(ministry, naqvi),
        when=sheet.when("by the end of 2025", "../2025-12-31"),
        where=Where("New York", sheet.span("New York"), "USA"),
        condition=Words(condition, sheet.span(condition)),
        areas=("capacity-building", "police-cooperation"),
        firmness="pledged",
        checkable="yes",
        score=0.61,
    )
    sheet.mark(
        "request",
        "He urged Washington to send trainers soon",
        "urged",
        action="send trainers",
        by=(sheet.actor("He", NAQVI),),
        to=(sheet.actor("Washington", UNITED_STATES),),
        when=sheet.when("soon", None),
        areas=("capacity-building",),
        plover="REQUEST",
    )
    sheet.mark(
        "claim",
        "All the accused in the Jaranwala case have been arrested",
        "arrested",
        by=(sheet.actor("he said", NAQVI),),
        areas=("justice",),
    )
    sheet.mark(
        "stance",
        "praised the United States for hosting the World Cup",
        "praised",
        by=(sheet.actor("he said", NAQVI),),
        to=(sheet.actor("the United States", UNITED_STATES),),
        areas=("sport",),
        plover="SUPPORT",
    )
    # A nested and a crossing place, as readers do produce them.
    sheet.mark("stance", "hosting the World Cup.\nA dialogue", "hosting", areas=("sport",), score=0.3)
    sheet.mark("event", "hosting the World Cup", "hosting", by=(sheet.actor("the United States", UNITED_STATES),))
    return sheet


def hostile() -> Sheet:
    sheet = Sheet(
        HOSTILE,
        title="<script>alert('title')</script>\u202eeltit",
        published=date(2024, 8, 1),
        publisher='"><script>alert(3)</script>',
        source="javascript:alert(4)",
        media_type="text/html",
    )
    who = (HOSTILE_NAME, "PAK", "GOV", "</dd><script>alert(5)</script>")
    quote = HOSTILE.partition("\n")[0]
    sheet.mark(
        "commitment",
        quote,
        "will",
        by=(sheet.actor(HOSTILE_NAME, who),),
        when=sheet.when("tomorrow", "2024-08-02"),
        because=("<script>alert(6)</script>",),
        firmness="pledged",
    )
    return sheet


def coming() -> Sheet:
    sheet = Sheet(
        "The United States will open a training centre for Pakistan in March 2025.",
        title="Centre to open",
        published=date(2024, 11, 1),
        publisher="Dawn",
        kind="statement",
    )
    sheet.mark(
        "commitment",
        "The United States will open a training centre for Pakistan in March 2025",
        "open",
        action="open a training centre",
        by=(sheet.actor("The United States", UNITED_STATES),),
        to=(sheet.actor("Pakistan", PAKISTAN),),
        when=sheet.when("in March 2025", "2025-03"),
        areas=("capacity-building",),
        firmness="pledged",
        checkable="yes",
    )
    return sheet


def quiet() -> Sheet:
    return Sheet(QUIET)


def fill() -> dict[str, str]:
    """All four documents; their ids by name."""
    return {name: make().store() for name, make in SHEETS.items()}


SHEETS = {"meeting": meeting, "hostile": hostile, "coming": coming, "quiet": quiet}
