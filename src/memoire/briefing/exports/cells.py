"""Cells that a spreadsheet runs nothing of."""

from typing import Any, Final

# What makes a spreadsheet take a cell for a formula (OWASP, CSV injection).
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_cell(value: Any) -> str:
    """The cell as text; what would be a formula is kept from being one by an apostrophe before it."""
    text = "" if value is None else str(value)
    # A lone + or - is a polarity; a number is a number.
    is_formula = len(text) > 1 and text.startswith(_FORMULA_STARTS) and not _is_number(text)
    return f"'{text}" if is_formula else text


def _is_number(text: str) -> bool:
    return text[0] in "+-" and text[1:].isascii() and text[1:].isdigit()
