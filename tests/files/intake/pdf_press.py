"""A press for small PDFs: lines of Helvetica where they are wanted, and a lock on the file if asked for (PDF 1.4)."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

# PDF Reference 1.4, section 3.5.2: what passwords are filled up with.
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_FILE_ID = b"0123456789abcdef"
_RIGHTS = -4


@dataclass(frozen=True)
class Line:
    """A line of text, `x` and `y` points from the lower left corner of an A4 page."""

    text: str
    x: float = 72
    y: float = 770
    size: float = 12


def column(*texts: str, x: float = 72, y: float = 770, pitch: float = 14) -> list[Line]:
    """Lines under one another."""
    return [Line(text, x, y - number * pitch) for number, text in enumerate(texts)]


def print_pdf(pages: Sequence[Sequence[Line]], *, password: str | None = None) -> bytes:
    """Return a PDF of these pages; with `password`, it does not open without."""
    key = _file_key(password) if password is not None else None
    font, count = 3, len(pages)
    bodies = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (count, b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(count))),
        font: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    for number, page in enumerate(pages):
        at = 4 + 2 * number
        bodies[at] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F %d 0 R >> >> >>" % (at + 1, font)
        )
        bodies[at + 1] = _stream(b"\n".join(_drawn(line) for line in page), key, at + 1)
    return _assembled(bodies, password)


def _drawn(line: Line) -> bytes:
    text = line.text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    return b"BT /F %g Tf %g %g Td (%s) Tj ET" % (line.size, line.x, line.y, text)


def _stream(data: bytes, key: bytes | None, number: int) -> bytes:
    if key:
        data = _rc4(_md5(key + number.to_bytes(3, "little") + b"\0\0")[: len(key) + 5], data)
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _assembled(bodies: dict[int, bytes], password: str | None) -> bytes:
    out, places = b"%PDF-1.4\n", []
    if password is not None:
        bodies = bodies | {len(bodies) + 1: _lock(password)}
    for number in sorted(bodies):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, bodies[number])
    lock = b" /Encrypt %d 0 R" % len(bodies) if password is not None else b""
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, file_id = len(bodies) + 1, _FILE_ID.hex().encode()
    xref = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /ID [<%s> <%s>]%s >>\n" % (size, file_id, file_id, lock)
    return out + xref + trailer + b"startxref\n%d\n%%%%EOF\n" % len(out)


def _lock(password: str) -> bytes:
    user = _rc4(_file_key(password), _PADDING)
    return b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P %d >>" % (
        _owner(password).hex().encode(), user.hex().encode(), _RIGHTS,
    )  # fmt: skip


def _file_key(password: str) -> bytes:
    return _md5(_padded(password) + _owner(password) + _RIGHTS.to_bytes(4, "little", signed=True) + _FILE_ID)[:5]


def _owner(password: str) -> bytes:
    return _rc4(_md5(_padded(password))[:5], _padded(password))


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + _PADDING)[:32]


def _md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
