"""The names of recurring meetings in some words: what sort of meeting, on what subject, which round of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from memoire.registries.bodies import bodies
from memoire.registries.channels import channel_words, ordinals
from memoire.registries.states import states

Form = Literal["talks", "body", "any"]  # any: "its first meeting"

_TOKEN = re.compile(r"\d\+\d|(?:[A-Z]\.){2,}(?:[-‑–][^\W_]+)*|[^\W_]+(?:[-‑–](?:(?:[A-Z]\.){2,}|[^\W_]+))*|[^\w\s]")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)", re.IGNORECASE)
_LONGEST_NAME: Final = 8  # words before the head
_LONGEST_SUBJECT: Final = 9  # words behind "on"
_STEM: Final = 8  # letters: "counterterrorism" and "counter-terror" meet in "countert"
_ORDINAL_REACH: Final = 5  # words between "second" and "session"
_TWO: Final = 2


@dataclass(frozen=True, slots=True)
class ChannelName:
    """One naming of a channel. `subject` is empty where only its sort is said ("the Working Group").

    What is not `is_name` describes a body ("the strategic cooperation council"): one that is named elsewhere, or none.
    """

    words: str  # as they stand
    form: Form
    head: str  # group, council, dialogue…
    subject: frozenset[str]  # stems
    ordinal: int | None = None  # of the round that is spoken of
    is_name: bool = True

    @property
    def is_full(self) -> bool:
        """Whether it can be told from others of its sort."""
        return self.is_name and bool(self.subject)

    @property
    def is_joint(self) -> bool:
        """ "The Joint Commission": with no subject, the one of its parties."""
        return self.form == "body" and not self.subject and "Joint" in self.words.split()

    @property
    def recurs(self) -> bool:
        """Whether its name says that it does: a body, a dialogue, or talks with a capital letter."""
        if self.form == "body" or self.head in channel_words("formats"):
            return self.is_full or self.is_joint
        return self.is_full and any(word[0].isupper() and _form(word) for word in self.words.split())


@lru_cache(maxsize=20_000)
def names_in(text: str) -> tuple[ChannelName, ...]:
    """Every naming, in order; where there is none, one of its rounds ("its first meeting", "the next round")."""
    matches = list(_TOKEN.finditer(text))
    words = [match[0] for match in matches]
    found = (_name(text, matches, words, at) for at in range(len(words)) if _form(words[at]))
    rounds = (_round(words, at) for at in range(1, len(words)) if _is_round(words, at))
    return tuple(name for name in found if name) or tuple(rounds)


def _is_round(words: Sequence[str], at: int) -> bool:
    before = words[at - 1].casefold()
    return words[at].casefold() in channel_words("rounds") and (before == "next" or _number(before) is not None)


def _round(words: Sequence[str], at: int) -> ChannelName:
    told = " ".join(words[at - 1 : at + 1])
    return ChannelName(told, "any", "", frozenset(), _number(words[at - 1]), is_name=False)


def ordinal_in(text: str) -> int | None:
    """The ordinal before a word for a round, or for a channel: "second annual session" → 2."""
    words = _TOKEN.findall(text)
    for at, word in enumerate(words):
        number = _number(word)
        if number and _counts_rounds(words[at + 1 : at + 1 + _ORDINAL_REACH]):
            return number
    return None


def _counts_rounds(ahead: Sequence[str]) -> bool:
    """Whether a round or channel comes before the next sign or number."""
    for word in ahead:
        if not word[0].isalnum() or _number(word):
            return False
        if word.casefold() in channel_words("rounds") or _form(word):
            return True
    return False


def _form(word: str) -> Form | None:
    small = _small(word)
    if small in channel_words("talks"):
        return "talks"
    return "body" if small in channel_words("bodies") else None


def _name(text: str, matches: Sequence["re.Match[str]"], words: Sequence[str], at: int) -> ChannelName | None:
    form = _form(words[at])
    first = _first(words, at)
    subject_ends = _subject_end(words, at)
    if form is None or (subject_ends == at and _is_followed_by_head(words, at)):
        return None
    before = words[first:at]
    if _is_known_body(text[matches[first].start() : matches[at].end()]):
        return None
    subject = _stems([*before, *words[at + 1 : subject_ends + 1], *words[at : at + (words[at] == "2+2")]])
    told = text[matches[first].start() : matches[subject_ends].end()]
    is_name = form == "talks" or _is_named(words[at], before)
    return ChannelName(told, form, _small(words[at]), subject, ordinal_in(text), is_name)


def _is_followed_by_head(words: Sequence[str], at: int) -> bool:
    """ "2+2 Ministerial Dialogue", "Dialogue working group": the later head names the channel."""
    return any(_form(word) for word in words[at + 1 : at + 1 + _TWO]) and words[at + 1] not in ("on", "for", "of")


def _is_known_body(words: str) -> bool:
    """An organisation, and no meeting of two: "Gulf Cooperation Council"."""
    return words.casefold() in _body_names()


@cache
def _body_names() -> frozenset[str]:
    return frozenset(name.casefold() for body in bodies() for name in body.names)


def _is_named(head: str, before: Sequence[str]) -> bool:
    """Whether a body's name stands there: a capital letter, or a word that introduces one ("working group")."""
    return head[0].isupper() or any(_small(word) in channel_words("introduced") for word in before)


def _first(words: Sequence[str], at: int) -> int:
    """Where the words before the head begin."""
    first = at
    while first > 0 and at - first < _LONGEST_NAME and _belongs(words, first - 1):
        first -= 1
    while first < at and _small(words[first]) == "and":
        first += 1
    return first


def _belongs(words: Sequence[str], place: int) -> bool:
    word = _small(words[place])
    if word == "and":  # "Trade and Investment Council", "law enforcement and counterterrorism dialogue"
        return place > 0 and words[place - 1][0].isalpha() and _joins(words[place - 1], words[place + 1])
    return word[0].isalnum() and word not in channel_words("stops") and not _number(word) and not _is_deed(word)


def _joins(one: str, other: str) -> bool:
    """Both sides of an "and" inside a name are written alike, and neither is a state: "Pakistan and the US"."""
    return one[0].isupper() == other[0].isupper() and not {_small(one), _small(other)} & state_words()


def _is_deed(word: str) -> bool:
    return word in channel_words("deeds") and word not in channel_words("rounds")


def _subject_end(words: Sequence[str], at: int) -> int:
    """The last word of the name behind the head: parties ("of the US and Pakistan") and subject ("on trade")."""
    last = at
    place = at + 1
    if place < len(words) and words[place] in ("of", "between"):
        place = _after_parties(words, place + 1)
    if place >= len(words) or words[place] not in ("on", "for"):
        return last
    for end in range(place + 1, min(place + 1 + _LONGEST_SUBJECT, len(words))):
        word = words[end]
        if not _is_subject(word):
            break
        if _small(word) != "and":
            last = end
    return last


def _is_subject(word: str) -> bool:
    is_date = word[0].isdigit() or word in _MONTHS_AND_DAYS
    small = _small(word)
    is_stop = small in channel_words("topic-stops") or _is_deed(small)
    return word[0].isalnum() and not is_date and not is_stop


def _after_parties(words: Sequence[str], place: int) -> int:
    while place < len(words) and (words[place] in ("the", "and", ",") or words[place][0].isupper()):
        place += 1
    return place


_MONTHS_AND_DAYS: Final = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday".split()
)


def _stems(words: Sequence[str]) -> frozenset[str]:
    """What tells this channel from others: no parties, no ranks, no grammar."""
    return frozenset(_stem(word) for word in _parts(words) if _tells(word))


def _parts(words: Sequence[str]) -> Iterator[str]:
    """ "Counter-Terrorism" and "counter terrorism" are one word; of "U.S.-India" and "Pakistan-US" each half counts."""
    before = ""
    for word in words:
        halves = re.split("[-‑–]", word)
        if any(_small(half) in state_words() for half in halves):
            yield from halves
        elif _small(word) == "counter":
            before = word
        else:
            yield before + ("".join(halves) if _tells(word) else "")
            before = ""


def _tells(word: str) -> bool:
    small = _small(word)
    grammar = small in ("", "and", "the", "on", "for", "of") or small in channel_words("introduced")
    is_rank = small in channel_words("noise") or small in channel_words("rounds")
    return not grammar and not is_rank and word[0].isalnum() and small not in state_words() and _number(small) is None


def _stem(word: str) -> str:
    return _small(word)[:_STEM]


def _small(word: str) -> str:
    return word.casefold().replace("‑", "-").replace("–", "-")


def _number(word: str) -> int | None:
    match = _ORDINAL.fullmatch(word)
    return int(match[1]) if match else ordinals().get(word.casefold())


@cache
def state_words() -> frozenset[str]:
    """Every word of the names, demonyms and seats of states, and of bodies that are parties as states are."""
    named = (name for state in states() for name in (*state.names, *state.demonyms, *state.seats))
    words = {word.casefold() for name in named for word in name.split()} - {"of", "the", "and"}
    return frozenset(words | channel_words("parties"))
