"""Bytes as an input, and what comes of them."""

import io
import zipfile
from datetime import date

from memoire.errors import InputRefused
from memoire.intake.inputs import Input
from memoire.intake.taking import take_in
from memoire.records.document import Document

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def taken(data: bytes, name: str = "note.txt", *, published: date | None = None) -> list[Document | InputRefused]:
    """All that comes of an input with this content and name."""
    return list(take_in(Input(name, stream=io.BytesIO(data)), published=published))


def document(data: bytes, name: str = "note.txt", *, published: date | None = None) -> Document:
    """The only document of an input that is not refused."""
    (found,) = taken(data, name, published=published)
    assert isinstance(found, Document), found
    return found


def refusal(data: bytes, name: str = "note.txt") -> str:
    """Why an input is refused."""
    (found,) = taken(data, name)
    assert isinstance(found, InputRefused), found.text
    assert found.source == name
    return found.reason


def pack(xml: str, *, name: str = "word/document.xml") -> bytes:
    """A ZIP with one part."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, xml)
    return packed.getvalue()


def word_file(body: str) -> bytes:
    """A DOCX whose document has this body, in the prefix `w`."""
    return pack(f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>')


def paragraph(text: str, style: str = "") -> str:
    """A paragraph of WordprocessingML; the text must need no escaping."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
