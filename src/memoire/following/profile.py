"""What of an entry is compared with others."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from memoire.following.deeds import TELLING, Deeds, act_words, deeds_of, undoes
from memoire.following.parties import Party, countries_of, parties_of
from memoire.following.sites import Site, site_of
from memoire.following.telling import is_retold
from memoire.following.windows import Window, beginning_of, window_of
from memoire.following.words import COMMON, base_form, base_forms, content, state_words, tokens
from memoire.ledger.due import due_of
from memoire.records.entry import Entry
from memoire.records.following import Told
from memoire.records.spans import Span

_ORDINALS: Final = {
    "first": 1, "inaugural": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
_SCALES: Final = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mn": 6, "bn": 9, "m": 6, "lakh": 5}
_WRITTEN: Final = {
    name: number
    for number, name in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_NUMBER: Final = re.compile(
    r"(?<![\w-])(\d[\d,]*(?:\.\d+)?|" + "|".join(_WRITTEN) + r")[\s-]*(" + "|".join(_SCALES) + r")?\b", re.IGNORECASE
)
_DATES: Final = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b|\b(?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
_PARENTHESIS: Final = re.compile(r",[^,]*,")


@dataclass(frozen=True, slots=True)
class Profile:
    """An entry, reduced to what can be compared."""

    deeds: Deeds
    beside: Deeds  # acts that the action mentions beside its own
    verb: str
    words: frozenset[str]  # concepts of the object: what is held, lifted, delivered
    around: frozenset[str]  # concepts of the whole sentence
    names: frozenset[str]  # of them, those that are proper names
    numbers: frozenset[float]
    ordinal: int | None
    by: tuple[Party, ...]
    to: tuple[Party, ...]
    with_: tuple[Party, ...]
    site: Site
    due: Window  # the whole interval, for a promise
    done: Window  # for a deed: one that goes on counts from its beginning
    is_retold: bool
    undoes: bool

    @property
    def parties(self) -> tuple[Party, ...]:
        return (*self.by, *self.to, *self.with_)

    @property
    def countries(self) -> frozenset[str]:
        return countries_of(self.parties)


_MOST: Final = 200_000
_seen: dict[int, tuple[Told, Profile]] = {}


def profile_of(told: Told) -> Profile:
    """Computed once an entry: an entry never changes. The very same record is found without comparing its fields."""
    seen = _seen.get(id(told))
    if seen is None or seen[0] is not told:
        if len(_seen) >= _MOST:
            _seen.clear()
        seen = _seen[id(told)] = (told, _profile_of(told))
    return seen[1]


@lru_cache(maxsize=_MOST)
def _profile_of(told: Told) -> Profile:
    entry = told.entry
    own, beside = deeds_of(entry)
    edtf = entry.when.edtf if entry.when else None
    by, to, with_ = parties_of(entry.by), parties_of(entry.to), parties_of(entry.with_)
    object_text = _DATES.sub(" ", entry.action)
    of_actors = frozenset[str]().union(*(party.words for party in (*by, *to, *with_) if not party.is_thing))
    site = site_of(entry.where)
    words = content(f"{_subject(told)} {object_text} {_kind_of_place(entry)}") | _things(to)
    words -= of_actors | site.names | act_words(own) | _verb_words(told)
    return Profile(
        deeds=own,
        beside=beside,
        verb=_verb(told),
        words=words,
        around=content(told.sentence),
        names=_names(object_text) - of_actors - site.names,
        numbers=numbers_in(object_text),
        ordinal=_ordinal(object_text),
        by=by,
        to=to,
        with_=with_,
        site=site,
        due=window_of(due_of(entry.when).edtf),
        done=beginning_of(edtf),
        is_retold=is_retold(told),
        undoes=undoes(entry),
    )


def numbers_in(text: str) -> frozenset[float]:
    """Amounts, written out or in digits, in units: "$15 billion" is 15e9; days and years are none."""
    return frozenset(_amount(number, scale) for number, scale in _NUMBER.findall(_DATES.sub(" ", text)))


def _amount(number: str, scale: str) -> float:
    written = _WRITTEN.get(number.casefold())
    return float(written or number.replace(",", "")) * 10.0 ** _SCALES.get(scale.casefold(), 0)


def _ordinal(text: str) -> int | None:
    return next((_ORDINALS[token] for token in tokens(text) if token in _ORDINALS), None)


def _verb(told: Told) -> str:
    words = base_forms(told.entry.predicate.text)
    return words[0] if words else ""


def _verb_words(told: Told) -> frozenset[str]:
    return (frozenset(base_forms(told.entry.predicate.text)) | content(told.entry.predicate.text)) - TELLING


def _kind_of_place(entry: Entry) -> str:
    """ "The border between Colombia and Venezuela" is a border; its names are compared as a place."""
    return " ".join(w for w in entry.where.text.split() if w.islower()) if entry.where else ""


def _things(to: Iterable[Party]) -> frozenset[str]:
    """Those at whom an act is aimed tell what it is about, unless they are a government."""
    return frozenset().union(*(content(" ".join(party.words)) for party in to if party.is_thing))


def _subject(told: Told) -> str:
    """The words before the predicate that name no actor, time or source: "Freight has been crossing"."""
    entry = told.entry
    start = entry.span.start
    told_otherwise: list[Span] = [
        *(actor.span for actor in (*entry.by, *entry.to, *entry.with_)),
        *(source.span for source in entry.voice),
        *(source.cue.span for source in entry.voice if source.cue),
        *([entry.when.span] if entry.when else ()),
        *([entry.where.span] if entry.where else ()),
    ]
    before = range(start, max(start, entry.predicate.span.start))
    letters = [
        " " if any(span.start <= place < span.end for span in told_otherwise) else letter
        for place, letter in zip(before, entry.quote, strict=False)
    ]
    return _DATES.sub(" ", _PARENTHESIS.sub(" ", "".join(letters)))


def _names(text: str) -> frozenset[str]:
    """Words with a capital within the action; its first word has one for another reason, unless the second has too."""
    words = text.split()
    inner = [
        word for n, word in enumerate(words) if word[:1].isupper() and (n or (words[1:2] and words[1][:1].isupper()))
    ]
    found = {base_form(token) for word in inner for token in tokens(word)}
    return frozenset(name for name in found if name not in COMMON and name not in state_words() and len(name) > 1)
