"""JSON Lines: one document a line, each with its own day. Read line by line, whatever the length of the file."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, BinaryIO, Final

from memoire.intake.days import day_of_moment
from memoire.intake.documents import make_document
from memoire.intake.extract import Extract, Unreadable
from memoire.intake.kinds import document_kind
from memoire.intake.limits import MOST_BYTES
from memoire.records.document import MARKINGS, Document

_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_LONGEST: Final = {"id": 300, "title": 1000, "publisher": 300, "url": 2000}  # what the ledger holds
# JSON can write NUL and one half of a surrogate pair; neither can be stored.
_HALF_OR_NOTHING = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a corpus without its end; `is_cut` where it was longer than `MOST_BYTES`."""

    number: int  # from 1, empty lines counted
    data: bytes
    is_cut: bool = False


def corpus_lines(stream: BinaryIO) -> Iterator[Line]:
    """Yield the lines that hold something; never more than one in memory."""
    number = 0
    while data := stream.readline(MOST_BYTES + 1):
        number += 1
        is_cut = len(data) > MOST_BYTES and not data.endswith(b"\n")
        if is_cut:
            _skip_line(stream)
        data = data.removeprefix(_BYTE_ORDER_MARK) if number == 1 else data
        if data := data.strip():
            yield Line(number, data, is_cut)


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(MOST_BYTES)) and not rest.endswith(b"\n"):
        pass


def read_line(line: Line, *, source: str, published: date | None) -> Document:
    """Return the document of one line. Its original is the line's bytes, its id the one given there.

    Raises:
        Unreadable: not an object, no text, or a field that is not what it should be.
    """
    if line.is_cut:
        raise Unreadable(f"is longer than {MOST_BYTES // 2**20} MB; split the text")
    fields = _object(line.data)
    text = _text(fields, "text")
    if text is None:
        raise Unreadable('has no "text"; each line needs one')
    extract = Extract(
        text=text,
        media_type="application/json",
        title=_text(fields, "title") or None,
        publisher=_text(fields, "publisher") or None,
    )
    day = published or _day(fields)
    document = make_document(extract, original=line.data, source=_text(fields, "url") or source, published=day)
    kind = _text(fields, "kind")
    return replace(
        document,
        id=_text(fields, "id") or document.id,
        kind=document_kind(kind) if kind else None,
        marking=_marking(fields),
    )


def text_of_line(data: bytes) -> str:
    """Return the text of a line that was read before."""
    return _text(_object(data), "text") or ""


def _object(data: bytes) -> dict[str, Any]:
    try:
        value = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Unreadable(f"is not UTF-8 (byte 0x{data[error.start]:02X} at {error.start}); save it as UTF-8") from None
    except json.JSONDecodeError as error:
        raise Unreadable(f"is not JSON ({error.msg} at {error.pos}); each line must be one whole object") from None
    except (ValueError, RecursionError):  # a number of thousands of digits; brackets nested by the thousand
        raise Unreadable("is JSON of a size that no document needs; check how it was written") from None
    if not isinstance(value, dict):
        raise Unreadable(f"is not a JSON object but {_shortened(value)}; each line must be one object")
    return value


def _text(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None or value == "":
        return value
    if not isinstance(value, str):
        raise Unreadable(f'"{name}" is {_shortened(value)}, not text; put it in quotation marks or leave it out')
    if len(value) > _LONGEST.get(name, len(value)):
        raise Unreadable(f'"{name}" has {len(value)} characters; {_LONGEST[name]} at most')
    if found := _HALF_OR_NOTHING.search(value):
        raise Unreadable(
            f'"{name}" holds U+{ord(found[0]):04X} at {found.start()}, which is no character; write it out again'
        )
    return value


def _day(fields: dict[str, Any]) -> date | None:
    value = _text(fields, "published")
    if not value:
        return None
    if day := day_of_moment(value):
        return day
    raise Unreadable(f'"published" is {_shortened(value)}, which is not a day; give it as YYYY-MM-DD')


def _marking(fields: dict[str, Any]) -> str | None:
    value = _text(fields, "marking")
    marking = value.strip().lower().removeprefix("tlp:") if value else None
    if marking and marking not in MARKINGS:
        raise Unreadable(f'"marking" is {_shortened(value)}; give one of {", ".join(MARKINGS)}')
    return marking


def _shortened(value: object) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= 60 else shown[:60] + "…"  # noqa: PLR2004
