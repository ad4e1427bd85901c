"""Which act an entry tells of, and whether it is told as done or undone."""

from collections.abc import Sequence
from functools import cache
from typing import Final, Literal, NamedTuple

from memoire.following.words import base_form, base_forms
from memoire.records.entry import Entry
from memoire.registries.acts import acts, concepts, shown_by

Sign = Literal["+", "-"]


class Deed(NamedTuple):
    """An act of the registry; `-` for what undoes it, or its not being done."""

    act: str
    sign: Sign


Deeds = frozenset[Deed]

_HAPPENS: Final = "happen"
_TELLS: Final = "tell"
# Beginning, ending and going on are a happening too: what "got under way" took place.
_ASPECTS: Final = frozenset({"happen", "open", "halt", "extend", "create", "lift"})
# Verbs that carry no act: what is held, paid or given is told by a noun.
LIGHT: Final = frozenset(
    """hold pay give make take put do have be expect due plan work try bring continue agree decide set lend offer
    conduct carry undertake get receive seek schedule intend prepare look need aim want proceed""".split()
)


def deeds_of(entry: Entry) -> tuple[Deeds, Deeds]:
    """What the predicate tells, and what else stands in the action.

    A light verb, one of happening ("took place") or one of telling ("notified that trade can resume") hands over to
    the words after it.
    """
    predicate, action = base_forms(entry.predicate.text), base_forms(entry.action)
    own = _read(predicate, action, at=set(predicate))
    rest = _read(action, action, at=set(action) - set(predicate))
    is_empty_verb = not own or (predicate[:1] and predicate[0] in LIGHT) or _acts(own) <= {_HAPPENS, _TELLS}
    if is_empty_verb and rest:
        sign: Sign = "-" if Deed(_HAPPENS, "-") in own else "+"
        own = frozenset(Deed(deed.act, sign if sign == "-" else deed.sign) for deed in rest) | _kept(own)
    if _acts(own) - _ASPECTS:
        own = frozenset(deed for deed in own if deed.act != _HAPPENS or deed.sign == "-")
    return _with_polarity(_in_area(own, entry), entry), _with_polarity(_in_area(rest, entry), entry)


def undoes(entry: Entry) -> bool:
    """Whether its own verb undoes ("withdrew", "called off"), not a negation ("did not start")."""
    words = base_forms(entry.predicate.text)
    return any(deed.sign == "-" for deed in _read(words, base_forms(entry.action), at=set(words)))


def act_words(deeds: Deeds) -> frozenset[str]:
    """The nouns and verbs that tell the acts themselves, which say nothing of their object."""
    return frozenset().union(*(_words_of(deed.act) for deed in deeds))


@cache
def _words_of(act: str) -> frozenset[str]:
    found = next(known for known in acts() if known.name == act)
    phrases = (*found.doing, *found.undoing, *found.nouns, *found.counter_nouns)
    words = {word for phrase in phrases for word in phrase.split()}
    words |= {base_form(word) for word in words} | {concepts().get(word, word) for word in words}
    return frozenset(words - TELLING) | (frozenset({"restriction"}) if act == "lift" else frozenset())


# Words of acts that all the same tell one deed from another: a dialogue is not any meeting.
TELLING: Final = frozenset(
    """dialogue summit conference forum council series match final league cup tournament ceremony ambassador relation
    training election vote referendum investment truce ceasefire test agreement trade import export sale loan""".split()
)


def relation(promised: Deeds, told: Deeds) -> tuple[float, Sign]:
    """How surely the deed told is the one promised, from 0 to 1, and whether it is told as done or as undone."""
    nothing: tuple[float, Sign] = (0.0, "+")
    found = (_related(deed, other) for deed in promised for other in told)
    return max(found, key=_surest, default=nothing)


def _surest(found: tuple[float, Sign]) -> tuple[float, bool]:
    """Of two that are as sure, the one that tells it as done: "set the detained free" frees."""
    return found[0], found[1] == "+"


def _related(promised: Deed, told: Deed) -> tuple[float, Sign]:
    sign: Sign = "+" if promised.sign == told.sign else "-"
    if promised.act == told.act:
        return (0.7 if promised.act == _HAPPENS else 1.0), sign
    if told.act in shown_by().get(promised.act, ()):
        return 0.8, sign
    return (0.5, sign) if told.act == _HAPPENS else (0.0, sign)


def _read(words: Sequence[str], action: Sequence[str], *, at: set[str]) -> Deeds:
    """The acts of phrases that begin with one of the words `at`; a phrase goes before its first word alone."""
    found: dict[str, set[Deed]] = {}
    longest: dict[str, int] = {}
    for word in words:
        if word not in at:
            continue
        for phrase, deed in _phrases().get(word, ()):
            if not _follows(phrase, action if word in action else words):
                continue
            if len(phrase) > longest.get(word, 0):
                found[word], longest[word] = set(), len(phrase)
            if len(phrase) == longest[word]:
                found[word].add(deed)
    return frozenset(deed for deeds in found.values() for deed in deeds)


def _follows(phrase: tuple[str, ...], words: Sequence[str]) -> bool:
    """Whether the words of a phrase stand in this order, with at most three others between two."""
    place = -1
    for number, word in enumerate(phrase):
        reach = words[place + 1 :] if number == 0 else words[place + 1 : place + 5]
        if word not in reach:
            return False
        place += 1 + list(reach).index(word)
    return True


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], Deed], ...]]:
    """Phrases of base forms with their deed, by their first word."""
    table: dict[str, list[tuple[tuple[str, ...], Deed]]] = {}
    for act in acts():
        for words, sign in ((act.doing + act.nouns, "+"), (act.undoing + act.counter_nouns, "-")):
            for phrase in words:
                parts = tuple(base_form(part) for part in phrase.split())
                table.setdefault(parts[0], []).append((parts, Deed(act.name, sign)))  # type: ignore[arg-type]
    return {word: tuple(phrases) for word, phrases in table.items()}


def _acts(deeds: Deeds) -> set[str]:
    return {deed.act for deed in deeds}


def _kept(deeds: Deeds) -> Deeds:
    """What a light verb tells beside the noun: that it took place, and who was received."""
    return frozenset(deed for deed in deeds if deed.act in (_HAPPENS, "receive", "get", "extend"))


def _in_area(deeds: Deeds, entry: Entry) -> Deeds:
    """Teams meet, face and beat one another in sport; elsewhere these verbs tell something else."""
    return deeds if "sport" in entry.areas else frozenset(deed for deed in deeds if deed.act != "play")


def _with_polarity(deeds: Deeds, entry: Entry) -> Deeds:
    """ "Did not take part" undoes like "withdrew"; "withdrew", of negative polarity too, is not undone again."""
    return frozenset(Deed(deed.act, "-") for deed in deeds) if entry.polarity == "-" else deeds
