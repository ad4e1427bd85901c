"""Records ↔ the JSON shapes that others rely on (docs/reference/reading.schema.json)."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from memoire.records.document import Document
from memoire.records.entry import Actor, Entry, Mention, Source, When, Where, Words
from memoire.records.reading import Reading
from memoire.records.spans import Span

# Kept in the ledger, too large or too private for a line of output.
_NOT_SHOWN = {"original", "character_map"}
_OF_WHOLE = ("sentences", "names", "times", "attributions", "refused")


def document_as_json(document: Document) -> dict[str, Any]:
    """The document without its original bytes."""
    return {f.name: _plain(getattr(document, f.name)) for f in fields(document) if f.name not in _NOT_SHOWN}


def entry_as_json(entry: Entry) -> dict[str, Any]:
    """The entry with flat actors; spans are [start, end]."""
    return _plain(entry)  # type: ignore[no-any-return]


def reading_as_json(reading: Reading, *, whole: bool = False) -> dict[str, Any]:
    """Document, reader and entries; with `whole` also sentences, names, times, attributions and refused."""
    shape: dict[str, Any] = {
        "document": document_as_json(reading.document),
        "reader": _plain(reading.reader),
        "entries": [entry_as_json(entry) for entry in reading.entries],
    }
    if whole:
        shape |= {name: _plain(getattr(reading, name)) for name in _OF_WHOLE}
    return shape


def entry_from_json(shape: Mapping[str, Any]) -> Entry:
    """The inverse of `entry_as_json`."""
    values = dict(shape)
    values["with_"] = values.pop("with")
    values["span"] = Span(*values["span"])
    values["predicate"] = _words(values["predicate"])
    values["voice"] = tuple(Source(**{**s, "span": Span(*s["span"]), "cue": _words(s["cue"])}) for s in values["voice"])
    for role in ("by", "to", "with_"):
        values[role] = tuple(Actor(**{**a, "span": Span(*a["span"])}) for a in values[role])
    values["when"] = values["when"] and When(**{**values["when"], "span": Span(*values["when"]["span"])})
    values["where"] = values["where"] and Where(**{**values["where"], "span": Span(*values["where"]["span"])})
    values["condition"] = _words(values["condition"])
    values["mentions"] = tuple(Mention(Span(*m["span"]), m["quote"]) for m in values["mentions"])
    for name in ("areas", "because"):
        values[name] = tuple(values[name])
    return Entry(**values)


def _words(shape: Mapping[str, Any] | None) -> Words | None:
    return Words(shape["text"], Span(*shape["span"])) if shape else None


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {f.name.rstrip("_"): _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value
