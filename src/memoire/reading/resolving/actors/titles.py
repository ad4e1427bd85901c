"""Titles of offices in a text: "Deputy Prime Minister", "Pakistan's interior minister", "Secretary of State"."""

from dataclasses import dataclass
from functools import cache

from memoire.reading.resolving.actors.gazetteer import Sighting
from memoire.reading.resolving.actors.words import Words, split_words
from memoire.registries.offices import office_modifiers, office_sectors


@dataclass(frozen=True, slots=True)
class Title:
    """An office at words [first, stop), its owner ("Pakistan's") at [owner_first, ...) counted in `first`."""

    first: int  # of the owner, if one stands before; else of the title
    begin: int  # of the title itself
    stop: int  # after the title, and after "of Pakistan" if the owner stands behind
    name: str  # "Interior Minister", as written
    head: str  # the entry of the registry, in small letters: "minister"
    sector: str
    country: str | None
    body: str | None  # "European Commission"
    body_sector: str | None
    plural: bool = False


@cache
def _heads() -> dict[str, list[tuple[tuple[str, ...], str, str, bool]]]:
    """Titles by their last word: words, title, sector, whether it is a plural; the longest first."""
    heads: dict[str, list[tuple[tuple[str, ...], str, str, bool]]] = {}
    for title, sector in office_sectors().items():
        for spelling, is_plural in ((title, False), (_plural(title), True)):
            words = tuple(split_words(spelling).lows)
            heads.setdefault(words[-1], []).append((words, title, sector, is_plural))
    for entries in heads.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return heads


def _plural(title: str) -> str:
    if title.endswith("y") and not title.endswith("ey"):
        return title[:-1] + "ies"
    return title + ("" if title.endswith("s") else "s")


def find_titles(words: Words, sighting_at: list[Sighting | None]) -> list[Title]:
    """Return the titles in `words`, in order; `sighting_at` holds the name that covers each word."""
    heads, lows, titles, at = _heads(), words.lows, [], 0
    while at < len(lows):
        entries = heads.get(lows[at])
        title = _title_ending(words, sighting_at, at, entries) if entries else None
        if title:
            titles.append(title)
            at = max(title.stop, at + 1)
        else:
            at += 1
    return titles


def _title_ending(words, sighting_at, at, entries):  # type: ignore[no-untyped-def]
    lows = words.lows
    for title_words, head, sector, is_plural in entries:
        first = at + 1 - len(title_words)
        if first < 0 or tuple(lows[first : at + 1]) != title_words:
            continue
        covering = sighting_at[first]
        if covering and covering.meaning.kind != "person" and covering.stop > at:
            return None
        begin = _begin(words, sighting_at, first)
        stop = _behind(words, at + 1)
        owner, owner_first = _owner_before(words, sighting_at, begin)
        after = None if owner and owner.meaning.kind != "body" else _owner_behind(words, sighting_at, stop)
        name = words.slice(begin, stop)
        if after:
            owner, stop = after
        return _make(owner, owner_first, begin, stop, name, head, sector, is_plural)
    return None


def _make(owner, first, begin, stop, name, head, sector, is_plural):  # type: ignore[no-untyped-def]
    meaning = owner.meaning if owner else None
    body = meaning.name if meaning and meaning.kind == "body" else None
    country = meaning.countries[0] if meaning and len(meaning.countries) == 1 else None
    return Title(first, begin, stop, name, head, sector, country, body, meaning.sector if body and meaning else None, is_plural)


def _begin(words: Words, sighting_at: list[Sighting | None], first: int) -> int:
    """Where the title begins: modifiers and hyphens before it belong to it."""
    modifiers, lows = office_modifiers(), words.lows
    begin = at = first
    while at > 0:
        word = lows[at - 1]
        if word in modifiers and not sighting_at[at - 1]:
            begin = at = at - 1
        elif word in ("and", "-", "&", ",") and at > 1 and lows[at - 2] in modifiers and words.forms[at - 2][0].isupper():
            at -= 1
        else:
            break
    return begin


def _behind(words: Words, stop: int) -> int:
    """Where the title ends: "of Foreign Affairs", "for Political Affairs", "of State"."""
    lows, forms = words.lows, words.forms
    if stop + 1 < len(lows) and lows[stop] in ("of", "for"):
        at = stop + 1
        if lows[at] == "the" and at + 1 < len(lows):
            at += 1
        start = at
        while at < len(lows) and (
            lows[at] in office_modifiers() and forms[at][0].isupper() or lows[at] in _OF
            or (at > start and lows[at] in ("and", ",", "&") and at + 1 < len(lows) and forms[at + 1][0].isupper()
                and (lows[at + 1] in office_modifiers() or lows[at + 1] in _OF))
        ):
            at += 1
        if at > start:
            return at
    return stop


_OF = frozenset(
    "state defense defence affairs interior security treasury staff services trade rights investment cooperation growth"
    " research innovation tourism narcotics order safety relations matters resources works".split()
)


def _owner_before(words: Words, sighting_at: list[Sighting | None], begin: int) -> tuple[Sighting | None, int]:
    at = begin
    if at >= 2 and words.forms[at - 2] == "'" and words.lows[at - 1] == "s":
        at -= 2
    elif at >= 1 and words.forms[at - 1] == "'":
        at -= 1
    owner = sighting_at[at - 1] if at > 0 else None
    if owner and owner.stop == at and owner.meaning.kind != "person":
        return owner, owner.first
    return None, begin


def _owner_behind(words: Words, sighting_at: list[Sighting | None], stop: int) -> tuple[Sighting, int] | None:
    lows, at = words.lows, stop
    if at < len(lows) and lows[at] in ("of", "for", "in"):
        at += 1
        if at < len(lows) and lows[at] == "the":
            at += 1
        while at < len(lows) and lows[at] in ("republic", "kingdom", "state", "of", "islamic", "federal"):
            at += 1
        owner = sighting_at[at] if at < len(lows) else None
        if owner and owner.first == at and owner.meaning.kind in ("state", "body", "place", "seat"):
            return owner, owner.stop
    return None
