"""What an entry must be before it is recorded: every quote a slice of its text, every value of a closed list."""

from collections.abc import Iterator

from memoire.errors import LedgerError
from memoire.records.codebook import AREAS, CHECKABLE, FIRMNESS, KINDS, PLOVER, POLARITY, SECTORS
from memoire.records.edtf import bounds
from memoire.records.entry import Actor, Entry, Source
from memoire.records.spans import Span

MOST_AREAS = 3  # codebook §2


def check_entry(entry: Entry, text: str) -> None:
    """Raise LedgerError (EdtfError for a day) on the first thing wrong with `entry`, of a document with `text`."""
    for name, span, words in _places(entry):
        if not 0 <= span.start < span.end <= len(text) or span.of(text) != words:
            raise LedgerError(f"{name} {words!r} is not what stands at {list(span)}; give the words of the document")
    for name, value, allowed in _listed(entry):
        if value not in allowed:
            choices = ", ".join(str(choice) for choice in allowed if choice is not None)
            empty = ", or leave it empty" if None in allowed else ""
            raise LedgerError(f"{name} {value!r} is not in the codebook; choose one of {choices}{empty}")
    _check_shape(entry)
    if entry.when and entry.when.edtf:
        bounds(entry.when.edtf)


def _check_shape(entry: Entry) -> None:
    if entry.kind != "commitment" and (entry.firmness or entry.checkable):
        raise LedgerError(f"a {entry.kind} has no firmness and is not checkable; leave both empty")
    if len(entry.areas) > MOST_AREAS or len(set(entry.areas)) < len(entry.areas):
        raise LedgerError(f"areas {', '.join(entry.areas)}: give at most {MOST_AREAS}, each once")
    if not 0 <= entry.score <= 1:
        raise LedgerError(f"score {entry.score} is not between 0 and 1")
    if entry.when and (entry.when.edtf is None) != (entry.when.basis == "none"):
        raise LedgerError(f"when {entry.when.text!r}: basis is none if, and only if, no day is known")


def _places(entry: Entry) -> Iterator[tuple[str, Span, str]]:
    yield "quote", entry.span, entry.quote
    yield "predicate", entry.predicate.span, entry.predicate.text
    for name, words in (("when", entry.when), ("where", entry.where), ("condition", entry.condition)):
        if words:
            yield name, words.span, words.text
    for name, actor in actors_of(entry):
        yield name, actor.span, actor.text
    for source in entry.voice:
        if source.cue:
            yield "cue", source.cue.span, source.cue.text
    for mention in entry.mentions:
        yield "mention", mention.span, mention.quote


def _listed(entry: Entry) -> Iterator[tuple[str, object, tuple[object, ...]]]:
    yield "kind", entry.kind, KINDS
    yield "polarity", entry.polarity, POLARITY
    yield "plover", entry.plover, (None, *PLOVER)
    yield "firmness", entry.firmness, (None, *FIRMNESS)
    yield "checkable", entry.checkable, (None, *CHECKABLE)
    yield from (("area", area, AREAS) for area in entry.areas)
    yield from ((f"sector of {name}", actor.sector, (None, *SECTORS)) for name, actor in actors_of(entry))


def actors_of(entry: Entry) -> Iterator[tuple[str, Actor | Source]]:
    """Every party with its role, in the order of the entry."""
    for role, actors in (("by", entry.by), ("to", entry.to), ("with", entry.with_), ("voice", entry.voice)):
        yield from ((role, actor) for actor in actors)
