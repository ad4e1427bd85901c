"""Bytes → text. A charset is known (byte-order mark, declaration, or UTF-8) or the input is refused: never guessed."""

import codecs
import re
from typing import Final

from memoire.intake.extract import Unreadable

# The longer mark first: UTF-32-LE begins like UTF-16-LE.
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What web pages in use declare. WHATWG Encoding Standard: the labels of ISO 8859-1 and ASCII mean windows-1252.
_DECLARABLE: Final = frozenset(
    "utf-8 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859-2 iso8859-15 koi8-r koi8-u"
    " gb18030 gbk gb2312 big5 euc_jp shift_jis euc_kr".split()
)
_AS_WINDOWS_1252: Final = frozenset(["iso8859-1", "ascii"])
# A page that declares UTF-16 in letters of one byte each is not in UTF-16; the standard reads it as UTF-8.
_AS_UTF_8: Final = frozenset(["utf-16", "utf-16-le", "utf-16-be"])

_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_DECLARATION = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)|<meta\b[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)

_SAMPLE_BYTES: Final = 20_000
_BEYOND_ASCII: Final = 0x80
_MOSTLY: Final = 0.9


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Return the text of `data` without its byte-order mark.

    Raises:
        Unreadable: bytes that the charset does not have, a declaration that contradicts the bytes, or no text at all.
    """
    for mark, charset in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data.removeprefix(mark), charset, "its byte-order mark says")
    _refuse_binary(data)
    if declared is None:
        return _strictly(data, "utf-8", None)
    charset = _charset_of(declared)
    if charset != "utf-8" and not data.isascii() and _is_utf_8(data):
        raise Unreadable(f"declares the charset {declared}, but its bytes are UTF-8; correct the declaration")
    return _strictly(data, charset, "it declares")


def declared_charset(page: bytes) -> str | None:
    """Return the charset that a web page declares in its first 4,096 bytes, as written there."""
    found = _DECLARATION.search(_COMMENT.sub(b"", page[:4096]))
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def _charset_of(label: str) -> str:
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        name = label
    if name in _AS_WINDOWS_1252:
        return "cp1252"
    if name in _AS_UTF_8:
        return "utf-8"
    if name not in _DECLARABLE:
        raise Unreadable(f"declares the charset {label!r}, which is not known; save it as UTF-8")
    return name


def _strictly(data: bytes, charset: str, why: str | None) -> str:
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        where = f"byte 0x{data[error.start]:02X} at {error.start}"
        if why:
            raise Unreadable(f"is not {charset}, as {why} ({where}); save it as UTF-8") from None
        raise Unreadable(f"is not UTF-8 ({where}){_advice(data)}") from None


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _advice(data: bytes) -> str:
    """What the charset may be, for the user to decide: a guess is good enough for advice, not for a record."""
    is_mostly_ascii = sum(byte < _BEYOND_ASCII for byte in data[:_SAMPLE_BYTES]) > _MOSTLY * len(data[:_SAMPLE_BYTES])
    return (
        "; if it is windows-1252, convert it with `iconv -f cp1252 -t utf-8`"
        if is_mostly_ascii
        else "; save it as UTF-8"
    )


def _refuse_binary(data: bytes) -> None:
    at = data.find(b"\0")
    if at < 0:
        return
    if (
        at <= 1 and data[:_SAMPLE_BYTES].count(b"\0") > len(data[:_SAMPLE_BYTES]) / 3
    ):  # every other byte of Latin letters
        raise Unreadable("looks like UTF-16 without a byte-order mark; save it as UTF-8")
    raise Unreadable(f"is binary, not text (byte 0x00 at {at}); give text, Markdown, HTML, PDF, DOCX or JSON Lines")
