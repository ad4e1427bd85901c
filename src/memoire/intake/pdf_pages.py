"""PDF on standard input → its pages as JSON on standard output. Run as a program of its own by pdf.py.

PDFium is C++ that reads hostile files and must not be used by two threads: in a process of its own a crash, a loop or
a flood of memory ends that process and nothing else. Imports nothing of ours, so that it runs by its path alone.
"""

import json
import re
import sys
from typing import Any

# PDFium puts a word that is broken at a line end together by itself, with U+0002 (or U+FFFE) for the hyphen.
_LINE = re.compile("[^\r\n\x02\ufffe]+[\x02\ufffe]?")
_HYPHENS = "\x02\ufffe"
_MOST_CHARACTERS = 20_000_000
# UTF-16 writes what lies beyond 0xFFFF as two units of these ranges.
_HIGH, _LOW, _AFTER_LOW, _BEYOND = 0xD800, 0xDC00, 0xE000, 0x10000


class _TooLongError(Exception):
    """More than `_MOST_CHARACTERS`."""


def main() -> None:
    """Print `{"pages": [{"text", "lines": [[start, end, left, bottom, right, top], …]}]}` or `{"error": code}`."""
    _limit_memory(int(sys.argv[1]))
    import pypdfium2  # noqa: PLC0415 (after the limit)

    try:
        with pypdfium2.PdfDocument(sys.stdin.buffer.read()) as document:
            result: dict[str, Any] = {"pages": list(_pages(document))}
    except pypdfium2.PdfiumError as error:
        result = {"error": error.err_code}
    except _TooLongError:
        result = {"error": "long"}
    json.dump(result, sys.stdout)


def _limit_memory(most_bytes: int) -> None:
    try:
        import resource  # noqa: PLC0415 (not on Windows)
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))


def _pages(document: Any) -> Any:
    characters = 0
    for page in document:
        text_page = page.get_textpage()
        text, indexes = _characters(text_page)
        characters += len(text)
        if characters > _MOST_CHARACTERS:
            raise _TooLongError
        lines = [_line(text_page, indexes, line) for line in _LINE.finditer(text) if line[0].strip().rstrip(_HYPHENS)]
        yield {"text": text, "lines": lines}
        text_page.close()
        page.close()


def _characters(text_page: Any) -> tuple[str, list[int]]:
    """The page's text as PDFium has it, one code point a character, with PDFium's index of each."""
    from pypdfium2 import raw  # noqa: PLC0415

    letters: list[str] = []
    indexes: list[int] = []
    high = 0
    for index in range(text_page.count_chars()):
        unit = raw.FPDFText_GetUnicode(text_page, index)
        if _LOW <= unit < _AFTER_LOW and high:
            letters[-1] = chr(_BEYOND + ((high - _HIGH) << 10) + unit - _LOW)
            high = 0
            continue
        high = unit if _HIGH <= unit < _LOW else 0
        is_whole = 0 < unit <= sys.maxunicode and not _HIGH <= unit < _AFTER_LOW
        letters.append(chr(unit) if is_whole else "\ufffd")
        indexes.append(index)
    return "".join(letters), indexes


def _line(text_page: Any, indexes: list[int], line: "re.Match[str]") -> list[float]:
    """Where a line stands in the text and on the page; the box is of its first and last letter, in points."""
    start = line.start() + len(line[0]) - len(line[0].lstrip())
    end = line.start() + len(line[0].rstrip())
    last = line.start() + len(line[0].rstrip(_HYPHENS).rstrip()) - 1
    left, bottom, right, top = text_page.get_charbox(indexes[start], loose=True)
    left_2, bottom_2, right_2, top_2 = text_page.get_charbox(indexes[last], loose=True)
    return [start, end, min(left, left_2), min(bottom, bottom_2), max(right, right_2), max(top, top_2)]


if __name__ == "__main__":
    main()
