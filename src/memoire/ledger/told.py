"""Rows → what following and the lives of commitments look at: an entry with what matters of its document."""

import re
from functools import lru_cache
from typing import Final

from memoire.ledger.tables import DocumentRow, EntryRow
from memoire.reading.resolving.actors.setting import publisher_country
from memoire.records.entry import Entry
from memoire.records.following import Told
from memoire.records.shapes import entry_from_json

# Where a sentence or line ends; good enough for the words around a quote.
_END: Final = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+|\n+")


def told(row: EntryRow, *, sentence: str = "") -> Told:
    """The entry of a row whose document is at hand; its text is not looked at."""
    return told_in(entry_from_json(row.body), row.document, sentence=sentence)


def told_in(entry: Entry, document: DocumentRow, *, sentence: str = "") -> Told:
    return Told(
        entry=entry,
        document=document.id,
        published=document.published,
        publisher=document.publisher,
        document_kind=document.kind,
        handout=document.handout,
        sentence=sentence,
        publisher_country=_government(document.publisher or ""),
    )


@lru_cache(maxsize=1000)
def _government(publisher: str) -> str | None:
    """The country of the government that publishes; None where another does."""
    country, is_official = publisher_country(publisher)
    return country if is_official else None


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence or sentences in which [start, end) of `text` stands, on one line."""
    before = [match.end() for match in _END.finditer(text, 0, start)]
    after = _END.search(text, end)
    return " ".join(text[before[-1] if before else 0 : after.start() if after else len(text)].split())
