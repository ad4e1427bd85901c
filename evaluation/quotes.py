"""Task `quotes`: nothing is invented. Every quote and every word span is the exact slice of the text."""

from collections.abc import Iterator, Mapping
from typing import Any

from memoire.records.reading import Reading
from memoire.records.shapes import reading_as_json


def invented(reading: Reading) -> list[str]:
    """Return what in a reading does not stand in its text where it says, one line each; empty is good."""
    shape = reading_as_json(reading, whole=True)
    del shape["document"], shape["reader"]
    return [f"{reading.document.id}: {line}" for line in _invented(shape, reading.document.text, at="reading")]


def _invented(shape: Any, text: str, *, at: str) -> Iterator[str]:
    """Walk the whole shape, so that a field added later is checked without being named here."""
    if isinstance(shape, Mapping):
        if shape.get("span") is not None:
            yield from _wrong_slice(shape, text, at=at)
        for name, part in shape.items():
            yield from _invented(part, text, at=f"{at}.{name}")
    elif isinstance(shape, list):
        for number, part in enumerate(shape):
            yield from _invented(part, text, at=f"{at}[{number}]")


def _wrong_slice(shape: Mapping[str, Any], text: str, *, at: str) -> Iterator[str]:
    start, end = shape["span"]
    if not 0 <= start < end <= len(text):
        yield f"{at}: [{start}, {end}] is no span of a text of {len(text)} characters"
    for name in {"text", "quote"} & shape.keys():
        if shape[name] != text[start:end]:
            yield f"{at}.{name}: {shape[name]!r} is not {text[start:end]!r}"
