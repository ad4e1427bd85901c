"""Runs of capitalised words that are no state, registered body or title: names of persons and of other bodies."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from memoire.reading.resolving.actors.gazetteer import Meaning, Sighting
from memoire.reading.resolving.actors.titles import Sightings, Title
from memoire.reading.resolving.actors.words import Words, split_words
from memoire.registries.given_names import given_names
from memoire.registries.grammar import word_list
from memoire.registries.groups import group_sectors
from memoire.registries.offices import office_modifiers

HONORIFICS = {
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "sir": "m", "lord": "m", "lady": "f", "dame": "f", "madam": "f",
    "shri": "m", "smt": "f", "sayyid": "m", "dr": "", "prof": "", "hon": "", "honorable": "", "honourable": "",
    "rev": "", "excellency": "", "majesty": "", "highness": "",
}  # fmt: skip
PARTICLES = frozenset("de la del der den van von bin bint al el ul da dos do di du le ibn abu ben ur zu ter".split())
SUFFIXES = frozenset("jr sr ii iii iv".split())
# Capitalised words that are no part of a person's name.
_NOT_NAMES = word_list("not-names")
# Capitalised words that name no person, and that a body's name may hold: "Fan Expo", "Inflation Reduction Act".
_BODY_WORDS = word_list("body-words")


@dataclass(frozen=True, slots=True)
class Run:
    """Words [first, stop) that name one person or body."""

    first: int
    stop: int
    names: tuple[str, ...]  # in small letters, without initials and suffixes
    honorific: str  # "mr", or empty
    meaning: Meaning | None  # the person of the registry, if it is one
    kind: Literal["person", "body", "unclear"]


def find_runs(words: Words, sighting_at: Sightings, titles: Sequence[Title]) -> list[Run]:
    """Return the runs in `words`, in order."""
    titled = {at for title in titles for at in range(title.begin, title.end)}
    runs, at = [], 0
    while at < len(words.forms):
        stop = _end_of_run(words, sighting_at, titled, at)
        if stop > at:
            runs.append(_run(words, sighting_at, at, stop))
        at = max(stop, at + 1)
    return [run for run in runs if run.names]


def _end_of_run(words: Words, sighting_at: Sightings, titled: set[int], at: int) -> int:
    sighting = sighting_at[at]
    if not _can_name(words, sighting_at, titled, at):
        is_small_name = sighting and sighting.meaning.kind == "person" and sighting.first == at  # "al-Sisi"
        return sighting.stop if sighting and is_small_name else at
    stop = at + 1
    if sighting and _is_whole_name(words, sighting):
        return sighting.stop  # "Biden | Urges", "Kassym-Jomart Tokayev | Tokayev"
    if _is_acronym(words.forms[at]) and stop < len(words.forms) and words.forms[stop][1:].islower():
        return stop  # "NPR | Hamza"
    while (longer := _step(words, sighting_at, titled, stop)) > stop:
        stop = longer
    sighting = sighting_at[stop - 1]
    if sighting and sighting.meaning.kind == "person":
        stop = max(stop, sighting.stop)
    has_full_stop = stop < len(words.forms) and words.lows[stop - 1] in SUFFIXES and words.forms[stop] == "."
    return stop + 1 if has_full_stop else stop


def _is_whole_name(words: Words, sighting: Sighting) -> bool:
    """Whether a person of the registry ends here, since no word of theirs, particle, initial or body follows."""
    if sighting.meaning.kind != "person" or sighting.stop >= len(words.forms):
        return False
    following = words.lows[sighting.stop]
    is_theirs = sighting.stop - sighting.first == 1 and following in known_words(sighting.meaning)
    goes_on = (
        following in PARTICLES or following in SUFFIXES or words.forms[sighting.stop] in "-.'," or len(following) == 1
    )
    return not (is_theirs or goes_on or following in _BODY_WORDS or following in group_sectors())


def _is_acronym(form: str) -> bool:
    return len(form) > 2 and form.isupper()  # noqa: PLR2004 - "JD" is a first name


def _can_name(words: Words, sighting_at: Sightings, titled: set[int], at: int) -> bool:
    """Whether the word at `at` can be part of a name that no registry knows as a state or body."""
    if at >= len(words.forms) or not words.forms[at][0].isupper() or at in titled:
        return False
    if words.lows[at] in _NOT_NAMES or words.lows[at] in HONORIFICS:
        return False
    sighting = sighting_at[at]
    if sighting is None or sighting.meaning.kind == "person":
        return True
    if sighting.stop - sighting.first > 1 or not (words.forms[at][1:].islower() or sighting.meaning.kind == "place"):
        return False
    if sighting.meaning.kind == "place":
        return True
    return _is_surname(words, sighting_at, at) or _is_given_name(words, sighting_at, at)


def _is_surname(words: Words, sighting_at: Sightings, at: int) -> bool:
    """ "Denzel Washington", "Valeska Paris": a capital or place behind a capitalised word that is nothing else."""
    before = words.lows[at - 1] if at else ""
    if not before.isalpha() or not words.forms[at - 1][0].isupper() or before in _NOT_NAMES:
        return False
    if before in given_names():
        return True
    sighting = sighting_at[at]
    is_seat = sighting is not None and sighting.meaning.kind == "seat"
    is_plain = (
        before in office_modifiers()
        or before in _BODY_WORDS
        or before in group_sectors()
        or before.endswith(("ing", "ed"))
    )
    return is_seat and not sighting_at[at - 1] and not is_plain


def _is_given_name(words: Words, sighting_at: Sightings, at: int) -> bool:
    """ "Jordan Smith", "Israel Katz", but not "Iran Hassan Rouhani"."""
    following = at + 1
    return (
        words.lows[at] in given_names() and following < len(words.forms) and words.forms[following][0].isupper()
        and words.lows[following].isalpha() and words.lows[following] not in _NOT_NAMES
        and not sighting_at[following] and words.lows[following] not in group_sectors()
        and words.lows[following] not in _BODY_WORDS and words.lows[following] not in given_names()
    )  # fmt: skip


def _step(words: Words, sighting_at: Sightings, titled: set[int], stop: int) -> int:
    """The end of the run if the words at `stop` go on with it, else `stop`."""
    forms, lows = words.forms, words.lows
    if stop >= len(forms) or words.sentence_of[stop] != words.sentence_of[stop - 1]:
        return stop
    if forms[stop] == "." and len(forms[stop - 1]) == 1 and _can_name(words, sighting_at, titled, stop + 1):
        return stop + 2
    if forms[stop] in "-'" and _is_glued(words, stop) and _is_name_part(words, sighting_at, stop):
        return stop + 2
    if forms[stop] == "," and stop + 1 < len(forms) and lows[stop + 1] in SUFFIXES:
        return stop + 2
    if lows[stop] in PARTICLES and (longer := _after_particles(words, sighting_at, titled, stop)):
        return longer
    return stop + 1 if forms[stop - 1] != "." and _can_name(words, sighting_at, titled, stop) else stop


def _is_glued(words: Words, sign: int) -> bool:
    """Whether a hyphen or apostrophe stands between two words without spaces."""
    return (
        sign + 1 < len(words.forms)
        and words.starts[sign] == words.ends[sign - 1]
        and words.starts[sign + 1] == words.ends[sign]
    )


def _is_name_part(words: Words, sighting_at: Sightings, sign: int) -> bool:
    person, behind = sighting_at[sign], sighting_at[sign + 1]
    if person and person.meaning.kind == "person" and person.stop > sign + 1:
        return True
    if behind and (behind.meaning.kind not in ("person", "place") or (person is None and sighting_at[sign - 1])):
        return False  # "U.S.-Japan", "Obama-Clinton"
    return words.forms[sign + 1][0].isupper() or (words.forms[sign] == "-" and words.lows[sign + 1] in PARTICLES)


def _after_particles(words: Words, sighting_at: Sightings, titled: set[int], at: int) -> int:
    """The end of "bin Salman", "von der Leyen", "al-Kadhimi"; 0 if no name follows the small words."""
    while at < len(words.lows) and (words.lows[at] in PARTICLES or words.forms[at] == "-"):
        at += 1
    return at + 1 if _can_name(words, sighting_at, titled, at) else 0


def _run(words: Words, sighting_at: Sightings, first: int, stop: int) -> Run:
    lows = words.lows[first:stop]
    names = tuple(low for low in lows if len(low) > 1 and low.isalpha() and low not in SUFFIXES)
    honorific = _honorific_before(words, first)
    meaning = _person_of(sighting_at, names, first, stop)
    return Run(first, stop, names, honorific, meaning, _kind(names, honorific, meaning))


def _kind(names: tuple[str, ...], honorific: str, meaning: Meaning | None) -> Literal["person", "body", "unclear"]:
    if meaning or honorific:
        return "person"
    if any(name in _BODY_WORDS or name in group_sectors() for name in names):
        return "body"
    return "person" if len(names) > 1 and names[0] in given_names() else "unclear"


def _honorific_before(words: Words, first: int) -> str:
    at = first - 1
    if at > 0 and words.forms[at] == ".":
        at -= 1
    return words.lows[at] if at >= 0 and words.lows[at] in HONORIFICS else ""


def _person_of(sighting_at: Sightings, names: tuple[str, ...], first: int, stop: int) -> Meaning | None:
    """The person of the registry; a single word in a longer name counts if the rest is theirs (not "Hunter Biden")."""
    for sighting in sighting_at[first:stop]:
        if sighting and sighting.meaning.kind == "person":
            return sighting.meaning if known_words(sighting.meaning).issuperset(names) else None
    return None


@cache
def known_words(person: Meaning) -> frozenset[str]:
    """All the words of all the names of a person of the registry, in small letters."""
    return frozenset(low for tenure in person.tenures for name in tenure.names for low in split_words(name).lows)
