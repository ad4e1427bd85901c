"""The same entry told twice in one document: what repeats what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from memoire.reading.heads.entries import Candidate
from memoire.records.codebook import FIRMNESS
from memoire.records.entry import Entry, Mention
from memoire.records.spans import Span

_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(
    "about also and are been for from had has have her his into its our said that the their these they this those was "
    "were will with would".split()
)
_IRREGULAR = {
    "began": "begin", "brought": "bring", "came": "come", "found": "find", "gave": "give", "given": "give",
    "held": "hold", "left": "leave", "made": "make", "met": "meet", "paid": "pay", "sent": "send", "spoke": "speak",
    "spoken": "speak", "took": "take", "taken": "take", "went": "go", "won": "win",
}  # fmt: skip
SHORTEST = 3
STEM = 6  # the first letters stand for a word in all its forms: organise, organising, organisation
# Chosen on the mentions of the training labels (docs/cards/heads.md).
FEWEST_SHARED, SHARE_OF_SHORTER = 3, 0.5


@dataclass(frozen=True, slots=True)
class _Telling:
    """What of a place is compared with another."""

    stems: frozenset[str]
    marks: frozenset[str]  # names and numbers


def merge_repeats(text: str, entries: Sequence[Entry], weak: Sequence[Candidate]) -> list[Entry]:
    """Make one entry of those that tell the same, at the fuller place; weak candidates can only be further places."""
    tellings = {entry.id: _telling(text, entry.span) for entry in entries}
    kept: list[Entry] = []
    for entry in sorted(entries, key=lambda e: (-len(tellings[e.id].stems), e.span)):
        at = next((n for n, k in enumerate(kept) if _tells_again(entry, k, tellings[entry.id], tellings[k.id])), None)
        if at is None:
            kept.append(entry)
        else:
            kept[at] = _merged(kept[at], entry)
    for candidate in weak:
        _add_weak(text, kept, candidate)
    return sorted(kept, key=lambda e: (e.span, e.predicate.span))


def _telling(text: str, span: Span) -> _Telling:
    found = list(_WORD.finditer(span.of(text)))
    marks = {w.group().lower() for w in found if w.group()[0].isdigit() or (w.start() and w.group()[0].isupper())}
    return _Telling(frozenset(s for w in found if (s := stem_of(w.group()))), frozenset(marks))


def stem_of(word: str) -> str | None:
    """The beginning that a word shares with its other forms; None for words without content."""
    lower = word.lower()
    if len(lower) < SHORTEST or lower in _EMPTY:
        return None
    return _IRREGULAR.get(lower, lower)[:STEM]


def _tells_again(one: Entry, other: Entry, said: _Telling, told: _Telling) -> bool:
    return (
        one.kind == other.kind
        and not one.span.overlaps(other.span)
        and _stems(one.predicate.text) & _stems(other.predicate.text) != frozenset()
        and _shares_enough(said, told)
        and (said.marks <= told.marks or told.marks <= said.marks)
        and _is_compatible(one, other)
    )


def _is_compatible(one: Entry, other: Entry) -> bool:
    """Whether neither day, actors nor areas speak against it."""
    days = {entry.when.edtf for entry in (one, other) if entry.when and entry.when.edtf}
    states = {frozenset(a.country for a in entry.by if a.country) for entry in (one, other)} - {frozenset()}
    fewer, more = sorted(states, key=len) if len(states) > 1 else (frozenset(), frozenset())
    return len(days) <= 1 and fewer <= more and bool(set(one.areas) & set(other.areas))


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem for word in _WORD.findall(words) if (stem := stem_of(word)))


def _merged(entry: Entry, repeat: Entry) -> Entry:
    """The entry with a further place; told twice with different verbs, the firmest counts (codebook §3)."""
    grades = [e.firmness for e in (entry, repeat) if e.firmness]
    return replace(
        entry,
        firmness=min(grades, key=FIRMNESS.index) if grades else None,
        when=entry.when or repeat.when,
        voice=entry.voice or repeat.voice,
        by=entry.by or repeat.by,
        mentions=tuple(sorted((*entry.mentions, Mention(repeat.span, repeat.quote)), key=lambda m: m.span)),
        because=(*entry.because, "rule:told-again"),
    )


def _add_weak(text: str, entries: list[Entry], candidate: Candidate) -> None:
    """Add the place of a weak candidate to the entry that it tells again, if there is one."""
    said = _telling(text, candidate.span)
    likest, at = 0, None
    for n, entry in enumerate(entries):
        told = _telling(text, entry.span)
        shared = len(said.stems & told.stems)
        if shared > likest and not entry.span.overlaps(candidate.span) and _is_repeat(said, told, entry):
            likest, at = shared, n
    if at is not None:
        places = (*entries[at].mentions, Mention(candidate.span, candidate.span.of(text)))
        entries[at] = replace(entries[at], mentions=tuple(sorted(places, key=lambda m: m.span)))


def _is_repeat(said: _Telling, told: _Telling, entry: Entry) -> bool:
    """Whether a weak candidate has the entry's predicate, enough of its words, and no name or number that it lacks."""
    return bool(_stems(entry.predicate.text) & said.stems) and _shares_enough(said, told) and said.marks <= told.marks


def _shares_enough(said: _Telling, told: _Telling) -> bool:
    shared = len(said.stems & told.stems)
    return shared >= FEWEST_SHARED and shared >= SHARE_OF_SHORTER * min(len(said.stems), len(told.stems))
