"""A reader of a few words, so that tests of the ledger and the command line do not wait for the encoder."""

import hashlib
import re
import time
from dataclasses import dataclass
from datetime import date

from memoire.errors import InputRefused
from memoire.records.document import Document
from memoire.records.entry import Actor, Entry, When, Words
from memoire.records.reading import ReaderVersion, Reading
from memoire.records.spans import Span

STATES = {"Pakistan": "PAK", "United States": "USA", "Canada": "CAN"}
VERBS = {
    "will": ("commitment", "CONSULT"),
    "met": ("event", "CONSULT"),
    "urged": ("request", "REQUEST"),
    "praised": ("stance", "SUPPORT"),
}
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
_SENTENCE = re.compile(r"[^.\n]+\.")


@dataclass(frozen=True)
class FakeReader:
    """Finds an entry in each sentence that has one of four verbs; the states before it act, those after it are with."""

    number: str = "1"
    seconds: float = 0  # taken for each document

    @property
    def version(self) -> ReaderVersion:
        return ReaderVersion("fake", self.number, "sha256:none")

    def read(self, document: Document) -> Reading:
        time.sleep(self.seconds)
        found = (self._entry(document, match) for match in _SENTENCE.finditer(document.text))
        return Reading(document, self.version, tuple(entry for entry in found if entry))

    def _entry(self, document: Document, sentence: re.Match[str]) -> Entry | None:
        verb = next((v for v in re.finditer(r"\w+", sentence[0]) if v[0] in VERBS), None)
        if verb is None:
            return None
        kind, plover = VERBS[verb[0]]
        start, quote = sentence.start(), sentence[0].strip().rstrip(".")
        start += len(sentence[0]) - len(sentence[0].lstrip())
        head = start + quote.index(verb[0])
        actors = actors_in(document.text, Span(start, start + len(quote)))
        return Entry(
            id=f"e{start}",
            kind=kind,  # type: ignore[arg-type]
            span=Span(start, start + len(quote)),
            quote=quote,
            predicate=Words(verb[0], Span(head, head + len(verb[0]))),
            action=quote[quote.index(verb[0]) + len(verb[0]) :].strip() or verb[0],
            polarity="+",
            score=0.75,
            by=tuple(actor for actor in actors if actor.span.start < head),
            with_=tuple(actor for actor in actors if actor.span.start > head),
            when=_when(document, start, quote),
            areas=("sport",) if "cricket" in quote else ("police-cooperation",),
            plover=plover,
            firmness="pledged" if kind == "commitment" else None,
            checkable="yes" if kind == "commitment" else None,
            because=("rule:test",),
        )


def actors_in(text: str, within: Span) -> list[Actor]:
    found = (m for m in re.finditer("|".join(STATES), text) if within.covers(Span(*m.span())))
    return [Actor(m[0], Span(*m.span()), m[0], STATES[m[0]], "GOV") for m in found]


def _when(document: Document, start: int, quote: str) -> When | None:
    month = re.search(rf"in ({'|'.join(MONTHS)})", quote)
    if month is None:
        return None
    if document.published is None:
        raise InputRefused(document.source or document.id, "'in October' needs a day; give --published")
    edtf = f"{document.published.year}-{MONTHS.index(month[1]) + 1:02}"
    return When(month[0], Span(start + month.start(), start + month.end()), edtf, "derived")


def make_document(text: str, *, published: date | None = date(2024, 7, 14), **fields: object) -> Document:
    data = text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    values = {"id": sha256[:16], "sha256": sha256, "text_sha256": sha256, "text": text, "original": data}
    return Document(**values | {"published": published} | fields)  # type: ignore[arg-type]
