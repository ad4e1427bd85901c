"""PDF → its text, lines joined to paragraphs. PDFium runs in a process of its own (pdf_pages.py)."""

import json
import subprocess
import sys
from itertools import accumulate
from pathlib import Path
from typing import Any, Final

from memoire.intake.character_map import MappedText
from memoire.intake.extract import Extract, Unreadable
from memoire.intake.limits import PDF_MEMORY_BYTES, PDF_SECONDS
from memoire.intake.printed_lines import PrintedLine, without_margins
from memoire.intake.printed_paragraphs import join_paragraphs
from memoire.intake.printed_words import add_paragraph, vocabulary

_PROGRAM: Final = Path(__file__).with_name("pdf_pages.py")
_PAGE_BREAK: Final = "\f"
_MOST_UNKNOWN: Final = 0.3
_DAMAGED: Final = "is a damaged PDF; open it in a viewer and print it to a new PDF"
_LOCKED: Final = "is an encrypted PDF; save it without its password"
# By what pdf_pages.py says: FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY of fpdfview.h, or a word.
_REASONS: Final = {4: _LOCKED, 5: _LOCKED, "long": "is a PDF of more than 20 million characters; split it"}


def read_pdf(data: bytes) -> Extract:
    """Return the text of all pages without page numbers and running heads, paragraphs a blank line apart.

    Raises:
        Unreadable: needs a password, damaged, takes too long, or has no text (a scan).
    """
    pages = _pages(data)
    source = _joined(pages)
    if not source.strip():
        raise Unreadable("is a PDF without text, such as a scan; recognise its text first (OCR)")
    if sum(letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" for letter in source) > _MOST_UNKNOWN * len(source):
        raise Unreadable("is a PDF whose fonts do not say which letters they draw; recognise its text first (OCR)")
    mapped, known = MappedText(), vocabulary(source)
    for paragraph in join_paragraphs(without_margins(_lines(pages))):
        mapped.put("\n\n" if len(mapped) else "")
        add_paragraph(mapped, paragraph, known=known)
    return Extract(text=mapped.text(), media_type="application/pdf", character_map=mapped.character_map())


def pdf_source(data: bytes) -> str:
    """Return the text of the pages as PDFium gives it, a form feed between pages: the decoded original."""
    return _joined(_pages(data))


def _joined(pages: list[dict[str, Any]]) -> str:
    return _PAGE_BREAK.join(page["text"] for page in pages)


def _pages(data: bytes) -> list[dict[str, Any]]:
    if b"%PDF-" not in data[:1024]:
        raise Unreadable("is not a PDF, though its name says so; check how it was saved")
    try:
        ran = subprocess.run(  # noqa: S603 (our own program; the hostile part is its input)
            [sys.executable, "-P", str(_PROGRAM), str(PDF_MEMORY_BYTES)],
            input=data, capture_output=True, timeout=PDF_SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise Unreadable(
            f"is a PDF that takes longer than {PDF_SECONDS} s; print it to a new PDF, or split it"
        ) from None
    if ran.returncode:
        raise Unreadable(_DAMAGED)
    found = json.loads(ran.stdout)
    if "error" in found:
        raise Unreadable(_REASONS.get(found["error"], _DAMAGED))
    pages: list[dict[str, Any]] = found["pages"]
    return pages


def _lines(pages: list[dict[str, Any]]) -> list[PrintedLine]:
    starts = accumulate((len(page["text"]) + len(_PAGE_BREAK) for page in pages), initial=0)
    return [
        PrintedLine(page["text"][start:end], origin + start, number, *box)
        for number, (page, origin) in enumerate(zip(pages, starts, strict=False))
        for start, end, *box in page["lines"]
    ]
