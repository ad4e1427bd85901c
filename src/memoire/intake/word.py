"""DOCX → its text. Read from the document's own XML: what was inserted counts, what was deleted does not."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import BadZipFile, ZipFile

from memoire.intake.character_map import MappedText
from memoire.intake.extract import Extract, Unreadable
from memoire.intake.gaps import BLOCK, CELL, LINE, stronger
from memoire.intake.limits import MOST_UNPACKED_BYTES

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN_PART: Final = "word/document.xml"
_MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _ROW = f"{_W}p", f"{_W}tr"
_STRICT_W: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
# Deleted or moved away in tracked changes, and the second telling of a drawing for old programs.
_LEFT_OUT: Final = frozenset(
    [f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"]
)
_SHOWN: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_TITLE_STYLES: Final = ("Title", "Heading1")
_DAMAGED: Final = "is a damaged DOCX; open it in a word processor and save it again"
# What a ZIP that is no DOCX is, by a file that it holds.
_OTHERS: Final = {
    "xl/workbook.xml": "is a spreadsheet (XLSX)",
    "ppt/presentation.xml": "is a presentation (PPTX)",
    "META-INF/container.xml": "is an e-book (EPUB)",
    "content.xml": "is an OpenDocument file",
}


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    style: str
    gap: str  # between the paragraph before and this one


def read_word(data: bytes) -> Extract:
    """Return the paragraphs a blank line apart, the cells of a table row a tab apart.

    Raises:
        Unreadable: damaged, no DOCX, a password, or larger than a text can be when unpacked.
    """
    mapped, at, gap, title = MappedText(), 0, "", None
    for paragraph in _paragraphs(data):
        words = paragraph.text.strip()
        gap = stronger(gap, paragraph.gap)
        if words:
            mapped.put(gap if len(mapped) else "")
            mapped.take(words, at + paragraph.text.index(words))
            gap = ""
            title = title or (" ".join(words.split()) if paragraph.style in _TITLE_STYLES else None)
        at += len(paragraph.text) + 1
    return Extract(text=mapped.text(), media_type=_MEDIA_TYPE, character_map=mapped.character_map(), title=title)


def word_source(data: bytes) -> str:
    """Return the text of all paragraphs in order, each ended by a line feed: the decoded original."""
    return "".join(paragraph.text + "\n" for paragraph in _paragraphs(data))


def _paragraphs(data: bytes) -> list[_Paragraph]:
    from lxml import etree  # noqa: PLC0415

    # No entities of the document's own, nothing from the network; libxml2 stops below 256 levels.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        document = etree.fromstring(_main_part(data), parser)
    except etree.XMLSyntaxError:
        raise Unreadable(_DAMAGED) from None
    if document.getroottree().docinfo.doctype:
        raise Unreadable("is a DOCX with a document type of its own, which no word processor writes; save it again")
    return list(_walk(document))


def _main_part(data: bytes) -> bytes:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            if _MAIN_PART not in names:
                raise Unreadable(_what_else(names))
            if archive.getinfo(_MAIN_PART).file_size > MOST_UNPACKED_BYTES:
                raise Unreadable(f"unpacks to more than {MOST_UNPACKED_BYTES // 2**20} MB; split it")
            return archive.read(_MAIN_PART).replace(_STRICT_W, _W[1:-1].encode())
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError):
        raise Unreadable(_DAMAGED) from None
    except RuntimeError:  # a part is encrypted
        raise Unreadable("is a DOCX with a password; save it without one") from None


def _what_else(names: set[str]) -> str:
    for name, what in _OTHERS.items():
        if name in names:
            return f"{what}, which is not read; save it as DOCX or PDF"
    return "is a ZIP archive and no DOCX; unpack it first"


_GAP_AFTER: Final = {f"{_W}tc": CELL, f"{_W}tr": LINE, f"{_W}tbl": BLOCK}


def _walk(document: "_Element") -> Iterator[_Paragraph]:
    """Yield every paragraph when it ends: those of a text box before the one that it is anchored in."""
    from lxml import etree  # noqa: PLC0415

    walk = etree.iterwalk(document, events=("start", "end"))
    open_paragraphs: list[_OpenParagraph] = []
    gap, rows = BLOCK, 0
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in _LEFT_OUT:
                walk.skip_subtree()
            elif tag == _P:
                open_paragraphs.append(_OpenParagraph())
            elif open_paragraphs:
                open_paragraphs[-1].add(element)
            rows += tag == _ROW
        elif tag == _P:
            yield open_paragraphs.pop().closed(gap)
            gap = LINE if rows else BLOCK
        elif tag in _GAP_AFTER:
            gap = _GAP_AFTER[tag]
            rows -= tag == _ROW


class _OpenParagraph:
    """Gathers the words between the beginning and the end of a paragraph."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._style = ""

    def add(self, element: "_Element") -> None:
        if element.tag == f"{_W}t":
            self._pieces.append(element.text or "")
        elif element.tag == f"{_W}pStyle":
            self._style = element.get(f"{_W}val", "")
        else:
            self._pieces.append(_SHOWN.get(element.tag, ""))

    def closed(self, gap: str) -> _Paragraph:
        return _Paragraph("".join(self._pieces), self._style, gap)
