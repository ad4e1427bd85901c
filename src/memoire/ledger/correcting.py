"""A person's changes to an entry, in the JSON shape of an entry, laid over what stands."""

from collections.abc import Mapping
from typing import Any, Final

from memoire.errors import UsageError
from memoire.ledger.checking import check_entry
from memoire.records.entry import Entry
from memoire.records.shapes import entry_as_json, entry_from_json

# What the machine said of its own finding (id, score, because) is not a person's to change.
CORRECTABLE: Final = (
    "kind", "span", "quote", "predicate", "voice", "by", "to", "with", "action", "when", "where", "areas", "plover",
    "firmness", "checkable", "polarity", "condition", "mentions",
)  # fmt: skip
_ACTOR: Final = {"country": None, "sector": None, "office": None}


def corrected_body(body: Mapping[str, Any], changes: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The body with `changes`; words are taken from `text` where only their span is given.

    Raises:
        UsageError: a field that no person changes, or a shape that is none of an entry.
        LedgerError: words that are not in the text, or a value that is not in the codebook.
    """
    if unknown := sorted(set(changes) - set(CORRECTABLE)):
        raise UsageError(f"{', '.join(unknown)}: not to be corrected; these are: {', '.join(CORRECTABLE)}")
    entry = _entry(_laid_over(body, changes, text))
    check_entry(entry, text)
    return entry_as_json(entry)


def _laid_over(body: Mapping[str, Any], changes: Mapping[str, Any], text: str) -> dict[str, Any]:
    try:
        return {**body, **_follow_kind(changes), **_filled(changes, text)}
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise UsageError(f"{dict(changes)!r} has not the shape of an entry's fields ({error})") from error


def _entry(shape: Mapping[str, Any]) -> Entry:
    try:
        return entry_from_json(shape)
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"the changes have not the shape of an entry's fields ({error})") from error


def _follow_kind(changes: Mapping[str, Any]) -> dict[str, Any]:
    """Only a commitment has firmness."""
    return {"firmness": None, "checkable": None} if changes.get("kind", "commitment") != "commitment" else {}


def _filled(changes: Mapping[str, Any], text: str) -> dict[str, Any]:
    filled = dict(changes)
    if "span" in changes:
        filled.setdefault("quote", _slice(changes["span"], text))
    for name in ("predicate", "condition"):
        if changes.get(name):
            filled[name] = _words(changes[name], text)
    if changes.get("when"):
        filled["when"] = _when(changes["when"], text)
    if changes.get("where"):
        filled["where"] = {"country": None} | _words(changes["where"], text)
    for role in ("by", "to", "with"):
        if role in changes:
            filled[role] = [_ACTOR | _words(actor, text) for actor in changes[role]]
    if "voice" in changes:
        filled["voice"] = [_source(source, text) for source in changes["voice"]]
    if "mentions" in changes:
        filled["mentions"] = [{"quote": _slice(m["span"], text)} | dict(m) for m in changes["mentions"]]
    return filled


def _words(shape: Mapping[str, Any], text: str) -> dict[str, Any]:
    return {"text": _slice(shape["span"], text)} | dict(shape)


def _when(shape: Mapping[str, Any], text: str) -> dict[str, Any]:
    edtf = shape["edtf"]
    return {"basis": "none" if edtf is None else "explicit"} | _words(shape, text)


def _source(shape: Mapping[str, Any], text: str) -> dict[str, Any]:
    cue = shape.get("cue")
    return _ACTOR | _words(shape, text) | {"cue": cue and _words(cue, text)}


def _slice(span: Any, text: str) -> str:
    start, end = span
    return text[start:end]
