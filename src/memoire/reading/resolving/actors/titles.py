"""Titles of offices in a text: "Deputy Prime Minister", "Pakistan's interior minister", "Secretary of State"."""

from dataclasses import dataclass, replace
from functools import cache

from memoire.reading.resolving.actors.gazetteer import Sighting
from memoire.reading.resolving.actors.words import Words, split_words
from memoire.registries.grammar import word_list
from memoire.registries.groups import group_sectors
from memoire.registries.offices import office_modifiers, office_sectors

Sightings = list[Sighting | None]  # the name that covers each word of a text

# Words that end "for Political Affairs", "of State", "of Trade and Industry".
_FIELDS = word_list("fields")
# Offices that regions have too: "Governor of Georgia".
_OF_REGIONS = (
    "governor",
    "senator",
    "congressman",
    "congresswoman",
    "representative",
    "attorney general",
    "secretary of state",
    "speaker",
)
_LONGEST_FIELD = 12
# Words that are titles only before "of" or behind an owner.
_ONLY_OF = ("head", "deputy head", "leader")
_LINKS = ("the", "and", ",", "&", "-", "of", "for")
# A title may own a state or body through these: "President of Russia", "spokesman for the ministry".
_OF = ("of", "for", "to", "at", "in")
# Words between "of the" and the name of a state.
STYLES = frozenset("republic kingdom state of islamic federal people's democratic socialist".split())


@dataclass(frozen=True, slots=True)
class Title:
    """An office at words [first, stop)."""

    first: int  # of the owner ("Pakistan's"), if one stands before; else of the title
    begin: int  # of the title's own words
    end: int  # after the title's own words
    stop: int  # after the owner, if one stands behind ("of Pakistan"); else `end`
    name: str  # as written: "Interior Minister"
    head: str  # as in the registry: "minister"
    sector: str
    owner: Sighting | None
    is_plural: bool

    @property
    def country(self) -> str | None:
        """The country of the owner, if certain; "of Georgia" means the state, unless regions have such offices."""
        countries = self.owner.meaning.countries if self.owner else ()
        is_state = self.owner is not None and self.owner.meaning.kind == "state" and self.head not in _OF_REGIONS
        return countries[0] if len(countries) == 1 or (countries and is_state) else None


@dataclass(frozen=True, slots=True)
class _Spelling:
    words: tuple[str, ...]
    title: str
    sector: str
    is_plural: bool


@cache
def _spellings() -> dict[str, list[_Spelling]]:
    """Singular and plural titles by their last word, the longest first."""
    by_last: dict[str, list[_Spelling]] = {}
    for title, sector in office_sectors().items():
        for spelling, is_plural in ((title, False), (_plural(title), True)):
            words = tuple(split_words(spelling).lows)
            by_last.setdefault(words[-1], []).append(_Spelling(words, title, sector, is_plural))
    for spellings in by_last.values():
        spellings.sort(key=lambda spelling: -len(spelling.words))
    return by_last


def _plural(title: str) -> str:
    """ "secretary of state" → "secretaries of state"."""
    head, of, rest = title.partition(" of ")
    plural = head[:-1] + "ies" if head.endswith("y") and not head.endswith("ey") else head + "s"
    return plural + of + rest


def find_titles(words: Words, sighting_at: Sightings) -> list[Title]:
    """Return the titles in `words`, in order."""
    spellings, titles, at = _spellings(), [], 0
    while at < len(words.lows):
        candidates = spellings.get(words.lows[at])
        title = _title_ending(words, sighting_at, at, candidates) if candidates else None
        if title:
            titles.append(title)
        at = max(title.end, at + 1) if title else at + 1
    return _with_owners_of_superiors(words, titles)


def _with_owners_of_superiors(words: Words, titles: list[Title]) -> list[Title]:
    """ "National Security Advisor to the Prime Minister of Japan": the adviser is of Japan too."""
    found = list(titles)
    for i in range(len(titles) - 1, 0, -1):
        between = words.lows[found[i - 1].stop : found[i].begin]
        if found[i - 1].owner is None and between in (["to"], ["to", "the"]):
            found[i - 1] = replace(found[i - 1], owner=found[i].owner)
    return found


def _title_ending(words: Words, sighting_at: Sightings, last: int, candidates: list[_Spelling]) -> Title | None:
    for spelling in candidates:
        first = last + 1 - len(spelling.words)
        is_here = (
            first >= 0 and tuple(words.lows[first : last + 1]) == spelling.words and _is_free(sighting_at, first, last)
        )
        is_owned = words.lows[last + 1 : last + 2] == ["of"] or (first > 0 and sighting_at[first - 1] is not None)
        if is_here and (is_owned or spelling.title not in _ONLY_OF):
            return _title(words, sighting_at, first, last, spelling)
    return None


def _is_free(sighting_at: Sightings, first: int, last: int) -> bool:
    return all(s is None or s.meaning.kind in ("person", "place") for s in sighting_at[first : last + 1])


def _title(words: Words, sighting_at: Sightings, first: int, last: int, spelling: _Spelling) -> Title:
    begin, end = _begin(words, sighting_at, first), _end(words, sighting_at, last + 1)
    owner, start = _owner_before(words, sighting_at, begin)
    behind, stop = _owner_behind(words, sighting_at, end)
    if owner is None or (owner.meaning.kind == "body" and behind):
        owner = behind  # before a title that has an owner already, "for Iran" is only its field
    name = words.slice(begin, end)
    head = name.lower() if name.lower() in office_sectors() else spelling.title  # "Head of State" is more than a head
    return Title(start, begin, end, stop, name, head, office_sectors()[head], owner, spelling.is_plural)


def _begin(words: Words, sighting_at: Sightings, first: int) -> int:
    """Where the title begins: "Deputy", "Interior" and "Narcotics and" before it belong to it."""
    modifiers, lows = office_modifiers(), words.lows
    begin = at = first
    while at > 0:
        if lows[at - 1] in modifiers and not sighting_at[at - 1]:
            begin = at = at - 1
        elif at > 1 and lows[at - 1] in ("and", "-", "&", ",") and lows[at - 2] in modifiers and begin == at:
            at -= 1
            if lows[at] == "," and words.forms[at - 1][0].islower():
                break
        else:
            break
    return begin


def _end(words: Words, sighting_at: Sightings, stop: int) -> int:
    """Where the title ends: "of Foreign Affairs" and "of the National Migration Institute" behind it belong to it."""
    lows, forms, end = words.lows, words.forms, stop
    if stop + 1 >= len(lows) or lows[stop] not in ("of", "for"):
        return stop
    bodies = group_sectors()
    for at in range(stop + 1, min(stop + _LONGEST_FIELD, len(lows))):
        named = sighting_at[at]
        if named and named.meaning.kind != "place" and named.meaning.countries:
            break
        if lows[at] in _FIELDS or (lows[at] in bodies and forms[at][0].isupper() and not sighting_at[at]):
            end = at + 1
        elif end == at and forms[at][0].isupper() and lows[at] not in office_modifiers():
            break  # a name behind a whole field: "Secretary of State | Antony"
        elif not (forms[at][0].isupper() or lows[at] in _LINKS or lows[at] in office_modifiers()):
            break
    return end


def _owner_before(words: Words, sighting_at: Sightings, begin: int) -> tuple[Sighting | None, int]:
    """The state or body right before ("Pakistan's", "US", "State Department"), and where it begins."""
    at = begin
    if at >= 2 and words.forms[at - 2] == "'" and words.lows[at - 1] == "s":  # noqa: PLR2004 - two words: ' and s
        at -= 2
    elif at >= 1 and words.forms[at - 1] == "'":
        at -= 1
    owner = sighting_at[at - 1] if at > 0 else None
    if owner and owner.stop == at and owner.meaning.kind != "person":
        return owner, owner.first
    return None, begin


def _owner_behind(words: Words, sighting_at: Sightings, stop: int) -> tuple[Sighting | None, int]:
    """The state or body behind "of" or "for", and where it ends. An ambassador's "to" names the host, not the owner."""
    lows, at = words.lows, stop
    if at < len(lows) and lows[at] == "to":
        return None, _after_host(words, sighting_at, at)
    if at >= len(lows) or lows[at] not in _OF:
        return None, stop
    at += 1
    while at < len(lows) and (lows[at] == "the" or lows[at] in STYLES) and not sighting_at[at]:
        at += 1
    owner = sighting_at[at] if at < len(lows) else None
    is_owner = owner is not None and (lows[stop] != "for" or owner.meaning.kind == "body" or _speaks(lows[stop - 1]))
    if owner and is_owner and owner.first == at and owner.meaning.kind in ("state", "body", "place", "seat"):
        return owner, _after_host(words, sighting_at, owner.stop)
    return None, stop


def _speaks(low: str) -> bool:
    """Whether "for" behind a title names whose it is ("spokesman for Iran"), not its field ("envoy for Yemen")."""
    return low.startswith("spokes")


def _after_host(words: Words, sighting_at: Sightings, stop: int) -> int:
    """ "Ambassador of Mexico to the United States" ends after the host."""
    at = stop + 1 if stop < len(words.lows) and words.lows[stop] == "to" else 0
    if at and at < len(words.lows) and words.lows[at] == "the":
        at += 1
    host = sighting_at[at] if at and at < len(words.lows) else None
    return host.stop if host and host.first == at else stop
