"""What exactly two tellings of one thing say differently."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from memoire.following.readouts.records import WHATS, Difference, What
from memoire.following.words import content
from memoire.records.entry import Entry

_TOKEN = re.compile(r"[^\W_]+(?:[.,]\d+)*(?:[-’'][^\W_]+)*")
_NAME = re.compile(r"(?<!^)\b[A-Z][\w-]*(?:\s+(?:of\s+|the\s+)*[A-Z][\w-]*)*")
_NUMBER_WORDS: Final = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million "
    "billion dozen dozens hundreds thousands millions billions".split()
)
_BOTH: Final = frozenset("sides countries governments leaders presidents ministers states nations parties".split())
_POLARITY: Final = {"+": "for", "-": "not, or against", "0": "neither for nor against"}
_PLACE_LEAD = re.compile(r"^(?:in|at|to|on|the)\s+", re.IGNORECASE)
_SHORT: Final = 3  # letters of a word that tells no difference
_TWO: Final = 2


def differences(cells: Sequence[Entry | None]) -> tuple[Difference, ...]:
    """What is not the same in all that tell it, the weightiest first; nothing where one tells it alone."""
    told = [cell for cell in cells if cell]
    if len(told) < _TWO:
        return ()
    found = (_difference(what, cells) for what in WHATS)
    return tuple(difference for difference in found if difference)


def _difference(what: What, cells: Sequence[Entry | None]) -> Difference | None:
    read = _READERS[what]
    spelling: dict[str, str] = {}  # "Islamabad police" is written as "Islamabad Police" was
    values = [frozenset(spelling.setdefault(v.casefold(), v) for v in read(cell)) if cell else None for cell in cells]
    told = [value for value in values if value is not None]
    if what == "place":  # who names none, or a wider one, does not gainsay the others
        told = [value for value in told if value]
    common = frozenset[str].intersection(*told) if told else frozenset[str]()
    if all(value == common for value in told) or (what == "place" and _is_one_place(told)):
        return None
    shown = frozenset[str]() if what == "parties" else common  # whoever acts is shown whole
    return Difference(what, tuple(None if value is None else ", ".join(sorted(value - shown)) for value in values))


def _is_one_place(told: Sequence[frozenset[str]]) -> bool:
    """Whether all stand in the most exact one: Islamabad in "the ministry in Islamabad"."""
    places = [" ".join(place).casefold() for place in told]
    return all(place in max(places, key=len) for place in places)


def _one(value: str | None) -> frozenset[str]:
    return frozenset({value} if value else ())


def _parties(entry: Entry) -> frozenset[str]:
    """Who has a part, in whatever role; not those who are only described ("accused in the incident")."""
    return frozenset(actor.name for actor in (*entry.by, *entry.with_, *entry.to) if _is_named(actor.name))


def _is_named(name: str) -> bool:
    """Whether most of its words have capitals."""
    words = name.split()
    return 2 * sum(word[0].isupper() for word in words) > len(words)


def _numbers(entry: Entry) -> frozenset[str]:
    """Figures and numbers in words, without those of the day and of the parties ("the two sides")."""
    when = set(_TOKEN.findall(entry.when.text)) if entry.when else set()
    words = _TOKEN.findall(entry.quote)
    kept = (at for at, word in enumerate(words) if word not in when and _is_number(word, words[at + 1 : at + 4]))
    return frozenset(words[at].casefold() for at in kept)


def _is_number(word: str, after: Sequence[str]) -> bool:
    return word[0].isdigit() or (word.casefold() in _NUMBER_WORDS and _BOTH.isdisjoint(after))


def _names(entry: Entry) -> frozenset[str]:
    """Capitalised names that are no actor, state, month or place of the entry's own."""
    known = [actor.text for actor in (*entry.by, *entry.to, *entry.with_)]
    known += [source.text for source in entry.voice]
    known += [entry.when.text] if entry.when else []
    known += [entry.where.text] if entry.where else []
    names = {name.removesuffix("’s").removesuffix("'s") for name in _NAME.findall(entry.quote)}
    return frozenset(name for name in names if content(name) and not any(_names_it(name, words) for words in known))


def _names_it(name: str, known: str) -> bool:
    """ "Minister Mohsin Naqvi" is who "Mohsin Naqvi" is; "Pakistan Post" is not Pakistan."""
    return name in known or (" " in known and known in name)


def _words(entry: Entry) -> frozenset[str]:
    """Telling words as they stand, without names and numbers."""
    words = [word for word in _TOKEN.findall(entry.quote) if word.islower() and len(word) > _SHORT]
    return frozenset(word for word in words if content(word) and word not in _NUMBER_WORDS)


def _place(entry: Entry) -> frozenset[str]:
    return _one(_PLACE_LEAD.sub("", entry.where.text) if entry.where else None)


_READERS: Final[dict[What, Callable[[Entry], frozenset[str]]]] = {
    "kind": lambda entry: _one(entry.kind),
    "polarity": lambda entry: _one(_POLARITY[entry.polarity]),
    "firmness": lambda entry: _one(entry.firmness),
    "condition": lambda entry: _one(entry.condition.text if entry.condition else None),
    "day": lambda entry: _one(entry.when.edtf if entry.when else None),
    "place": _place,
    "parties": _parties,
    "numbers": _numbers,
    "names": _names,
    "words": _words,
}
