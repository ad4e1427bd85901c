"""What kind of file an input is: by its first bytes, else by its suffix, else by what its text looks like."""

import json
import re
from pathlib import PurePath
from typing import Final, Literal

from memoire.intake.extract import Unreadable

Format = Literal["text", "markdown", "web-page", "pdf", "word", "corpus"]

_SUFFIXES: Final[dict[str, Format]] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "web-page", ".htm": "web-page", ".xhtml": "web-page",
    ".pdf": "pdf", ".docx": "word", ".jsonl": "corpus", ".ndjson": "corpus",
}  # fmt: skip

# Signatures from the formats' own specifications. PDFium, too, looks for "%PDF-" in the first 1,024 bytes.
_PDF = re.compile(rb"\A.{0,1019}%PDF-", re.DOTALL)
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_NOT_READ: Final = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Word file, or one with a password; save it as DOCX without one"),
    (b"{\\rtf", "is RTF; save it as DOCX or plain text"),
    (b"\x1f\x8b", "is compressed with gzip; unpack it first"),
    (b"BZh91AY&SY", "is compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ\x00", "is compressed with xz; unpack it first"),
    (b"(\xb5/\xfd", "is compressed with zstd; unpack it first"),
    (b"7z\xbc\xaf'\x1c", "is a 7z archive; unpack it first"),
    (b"Rar!\x1a\x07", "is a RAR archive; unpack it first"),
    (b"\x89PNG", "is an image; recognise its text first (OCR)"),
    (b"\xff\xd8\xff", "is an image; recognise its text first (OCR)"),
    (b"GIF8", "is an image; recognise its text first (OCR)"),
    (b"II*\x00", "is an image; recognise its text first (OCR)"),
    (b"MM\x00*", "is an image; recognise its text first (OCR)"),
    (b"\x7fELF", "is a program, not a text"),
    (b"MZ\x90\x00", "is a program, not a text"),
    (b"SQLite format 3\x00", "is a database, not a text"),
    (b"WARC/", "is a web archive (WARC), which is not read yet; save its pages as HTML"),
)
_MAIL_SUFFIXES: Final = (".eml", ".mbox", ".msg")
# The atomic group keeps a page of nothing but comments from being tried in every way.
_WEB_PAGE = re.compile(
    rb"\A\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--.*?-->\s*)*)<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_XML = re.compile(rb"\A\s*<\?xml\b", re.IGNORECASE)
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


def recognise(head: bytes, source: str) -> Format:
    """Return the format of an input that begins with `head`; the bytes decide before the name.

    Raises:
        Unreadable: a format that is known and not read, with what to do instead.
    """
    for signature, reason in _NOT_READ:
        if head.startswith(signature):
            raise Unreadable(reason)
    suffix = PurePath(source).suffix.lower()
    if suffix in _MAIL_SUFFIXES:
        raise Unreadable(f"is mail ({suffix}), which is not read yet; save its text as plain text")
    form = _by_signature(head) or _SUFFIXES.get(suffix) or _by_text(head.removeprefix(_BYTE_ORDER_MARK))
    if suffix == ".json" and form == "text":
        raise Unreadable("is JSON, but not one object a line; write it as JSON Lines, one document a line")
    return form


def _by_signature(head: bytes) -> Format | None:
    if head.startswith(_ZIP):
        return "word"
    return "pdf" if _PDF.match(head) else None


def _by_text(head: bytes) -> Format:
    if _WEB_PAGE.match(head):
        return "web-page"
    if _XML.match(head):
        raise Unreadable("is XML other than a web page, which is not read; save it as HTML or plain text")
    return "corpus" if _is_line_of_corpus(head) else "text"


def _is_line_of_corpus(head: bytes) -> bool:
    line = head.lstrip().split(b"\n", 1)[0]
    if not line.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        # A first line longer than the head cannot be parsed; then its beginning decides.
        return b"\n" not in head and re.match(rb'\{\s*"[\w-]+"\s*:', line) is not None
