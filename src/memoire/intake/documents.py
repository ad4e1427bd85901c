"""Extract + original bytes → Document: fingerprints, and what title, dateline and day the text itself shows."""

import hashlib
import re
from datetime import date
from typing import Final, Literal

from memoire.intake.days import find_day
from memoire.intake.extract import Extract, Unreadable
from memoire.intake.headings import find_dateline, find_title
from memoire.intake.language import refuse_other_language
from memoire.records.document import Document

_ID_DIGITS: Final = 16
# Control characters have no place in a text but for white space; a few strays are let pass.
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1f\x7f\ufffd]")
_MOST_CONTROLS: Final = 0.05
_SAMPLE_CHARACTERS: Final = 20_000
# What the ledger holds; only a hostile page says more.
_LONGEST_TITLE: Final = 1000
_LONGEST_PUBLISHER: Final = 300

Basis = Literal["given", "found", "none"]


def make_document(extract: Extract, *, original: bytes, source: str, published: date | None) -> Document:
    """Return the document of one original; `published`, where given, goes before what the document says.

    Raises:
        Unreadable: no text, not text, or not in English.
    """
    text = extract.text
    check_text(text)
    sha256 = hashlib.sha256(original).hexdigest()
    dateline, dateline_day = find_dateline(text)
    found = extract.published or find_day(text) or dateline_day
    return Document(
        id=sha256[:_ID_DIGITS],
        sha256=sha256,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        title=_cut(extract.title or find_title(text), _LONGEST_TITLE),
        published=published or found,
        published_basis=_basis(published, found),
        source=source,
        publisher=_cut(extract.publisher, _LONGEST_PUBLISHER),
        media_type=extract.media_type,
        dateline=dateline,
        original=original,
        character_map=extract.character_map,
    )


def check_text(text: str) -> None:
    """Raise `Unreadable` for what is no English text."""
    if not text:
        raise Unreadable("holds no text")
    if text.isspace():
        raise Unreadable("holds only white space")
    sample = text[:_SAMPLE_CHARACTERS]
    if "\0" in text or len(_CONTROLS.findall(sample)) > _MOST_CONTROLS * len(sample):
        raise Unreadable("is binary, not text (control characters); give text, Markdown, HTML, PDF, DOCX or JSON Lines")
    refuse_other_language(text)


def _cut(words: str | None, longest: int) -> str | None:
    return words[:longest] if words else None


def _basis(given: date | None, found: date | None) -> Basis:
    if given:
        return "given"
    return "found" if found else "none"
