"""The fields of an entry that are compared, each as the values that an entry holds in it."""

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any, Final

from evaluation.agreement import Field, Values
from evaluation.folders import Labelled
from evaluation.pairing import overlap, pair_alike
from evaluation.words import exact, is_alike, plain

ROLES: Final = ("by", "to", "with")


def _once(values: Iterable[Any]) -> Values:
    """The values that say something, sorted, each once."""
    return tuple(sorted({value for value in values if value is not None and value != ""}))


def _states(*roles: str) -> Any:
    return lambda entry: _once(actor.get("country") for role in roles for actor in entry.get(role) or ())


def _one(name: str) -> Any:
    return lambda entry: _once([entry.get(name)])


def _edtf(entry: Labelled) -> Values:
    return _once([(entry.get("when") or {}).get("edtf")])


def _has_voice(entry: Labelled) -> Values:
    return ("reported",) if entry.get("voice") else ()


# Those of the shared scorer, by its pairing.
SCORED: Final = (
    Field("by", _states("by")),
    Field("to_with", _states("to", "with")),
    Field("parties", _states("by", "to", "with")),
    Field("areas", lambda entry: _once(entry.get("areas") or ())),
    Field("plover", _one("plover")),
    Field("polarity", _one("polarity")),
    Field("when", _edtf),
    Field("voice", _has_voice),
    Field("firmness", _one("firmness"), kind="commitment"),
    Field("checkable", _one("checkable"), kind="commitment"),
)


def _texts(name: str) -> Any:
    return lambda entry: _once(exact(piece["text"]) for piece in _pieces(entry, name))


def _spans(name: str) -> Any:
    return lambda entry: _once(tuple(piece["span"]) for piece in _pieces(entry, name))


def _pieces(entry: Labelled, name: str) -> list[Mapping[str, Any]]:
    return [entry[name]] if entry.get(name) else []


def _is_same_place(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return overlap(one, other) > 0


def _cues(entry: Labelled) -> list[Mapping[str, Any]]:
    return [source["cue"] for source in entry.get("voice") or () if source.get("cue")]


def _names(entry: Labelled) -> tuple[str, ...]:
    """The names of the voice in order; a few labels leave one unnamed."""
    return tuple(plain(source["name"] or "") for source in entry.get("voice") or ())


def _chain(entry: Labelled) -> Values:
    """All names of the voice in order, as one value."""
    return (_names(entry),) if entry.get("voice") else ()


def _order(entry: Labelled) -> Values:
    """Every (outer, inner) of the voice."""
    return tuple(combinations(_names(entry), 2))


def _is_same_order(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return is_alike(one[0], other[0]) and is_alike(one[1], other[1])


# The exact words and the inner order of an entry. `…_place` asks only for the same place in the text.
FINE: Final = (
    Field("span_exact", lambda entry: (tuple(entry["span"]),)),
    Field("predicate_words", _texts("predicate")),
    Field("action_words", lambda entry: _once(plain(entry.get("action") or "").split())),
    Field("when_words", _texts("when")),
    Field("when_place", _spans("when"), _is_same_place),
    Field("where_words", _texts("where")),
    Field("where_place", _spans("where"), _is_same_place),
    Field("condition_words", _texts("condition")),
    Field("condition_place", _spans("condition"), _is_same_place),
    Field("mentions_words", lambda entry: _once(exact(m["quote"]) for m in entry.get("mentions") or ())),
    Field("mentions_place", lambda entry: _once(tuple(m["span"]) for m in entry.get("mentions") or ()), _is_same_place),
    Field("voice_chain", _chain),
    Field("voice_names", lambda entry: _once(_names(entry)), is_alike),
    Field("voice_order", _order, _is_same_order),
    Field("voice_cue_words", lambda entry: _once(exact(cue["text"]) for cue in _cues(entry))),
    Field("voice_cue_place", lambda entry: _once(tuple(cue["span"]) for cue in _cues(entry)), _is_same_place),
)

# Of actors that stand in the same role of both entries and are the same (`pair_actors`).
OF_ACTORS: Final = (
    Field("name", lambda actor: _once([plain(actor.get("name") or "")])),
    Field("name_alike", lambda actor: _once([plain(actor.get("name") or "")]), is_alike),
    Field("office", lambda actor: _once([plain(actor.get("office") or "")])),
    Field("office_alike", lambda actor: _once([plain(actor.get("office") or "")]), is_alike),
    Field("sector", _one("sector")),
    Field("country", _one("country")),
)

Actor = Mapping[str, Any]


def pair_actors(gold: Labelled, read: Labelled, role: str) -> list[tuple[Actor, Actor]]:
    """Actors of one role that are the same: by the place of their words, else by name, else by country."""
    ours, theirs = gold.get(role) or [], read.get(role) or []
    return [(ours[i], theirs[j]) for i, j in pair_alike(ours, theirs, _likeness)]


def _likeness(one: Actor, other: Actor) -> float:
    place = overlap(one["span"], other["span"]) > 0
    name = is_alike(one.get("name") or "", other.get("name") or "")
    country = bool(one.get("country")) and one.get("country") == other.get("country")
    return 4.0 * place + 2.0 * name + country
