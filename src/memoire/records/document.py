"""A text that came in."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

DocumentKind = Literal["news", "statement", "joint-statement", "read-out", "transcript"]
DOCUMENT_KINDS: tuple[DocumentKind, ...] = ("news", "statement", "joint-statement", "read-out", "transcript")

# Traffic Light Protocol 2.0 (FIRST), from what all may see to what nobody else may.
MARKINGS: tuple[str, ...] = ("clear", "green", "amber", "amber+strict", "red")


@dataclass(frozen=True, slots=True)
class Document:
    """A text kept whole and unchanged, with its fingerprints and what is known of its origin."""

    id: str  # given by a corpus, or the first 16 hex digits of `sha256`
    sha256: str  # of the original bytes
    text_sha256: str  # of the text, in UTF-8
    text: str
    title: str | None = None
    published: date | None = None
    # How the day of publication is known; `found` in the document itself (meta data, dateline).
    published_basis: Literal["given", "found", "none"] = "none"
    source: str | None = None  # address or path it came from
    publisher: str | None = None
    kind: DocumentKind | None = None
    marking: str | None = None  # given with the text; None where nobody has said
    language: str = "en"
    media_type: str = "text/plain"
    dateline: str | None = None
    original: bytes = b""
    # Runs of text that stand unbroken in the decoded original: (start in text, start in original, length), in code
    # points, in order. Empty where text and original are one.
    character_map: tuple[tuple[int, int, int], ...] = ()
