"""Words, reduced until two reports of one thing have the same."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from memoire.registries.acts import acts, concepts, irregular_forms
from memoire.registries.states import states

_TOKEN: Final = re.compile(r"[^\W_]+(?:[.,]\d+)*(?:[-‑][^\W_]+)*")
_VOWELS: Final = "aeiou"

# Words that every second report between governments has; they tell no two deeds apart.
COMMON: Final = frozenset(
    """a about above across after again against ago all along also although among an and another any anything are as
    at away back be because been before behind being below between both but by can case common could country
    day did do does due during each either end entire every expect far few first for former forth free from
    full further future give government great had has have he her here him his how if immediate important in
    include including into is issue it its itself joint just keep last late later less make many matter may me
    mean meantime mere might more most much mutual must my near nearly nation national new next no nor not
    notable number of off official old on once one ongoing only onto or order other our out over own part
    particular party past place plan point possible previous process purpose put quite rather ready real
    recent regard relate relation remain respective result same scale second see set several shall she should
    side similar since so some soon special start state still straight such sure take than that the their them
    then there these they thing third this those though three through throughout thus time to today together
    tomorrow too toward towards turn two under until up upon us use various very view want was way we week
    well were what when where whether which while who whole whom whose why will with within without work would
    year yesterday yet you bilateral trilateral cooperation cooperate agree decide work-together continue
    month monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december effort step move success successful occasion framework basis
    spirit president premier minister ministry secretary leader chairman counterpart head capital mark cite
    involve concern aim require become share fully around beside question kind latter figure worth follow
    bring according name call so-called member programme program project activity north south east west
    northern southern eastern western central international regional global fact term line level now earlier
    previously recently currently shortly four five six seven eight nine ten eleven twelve dozen hundred
    thousand million billion""".split()
)


_COMMON_VERBS: Final = frozenset(
    """expect work include place mark cite involve concern aim require remain share plan prepare intend schedule need
    want look conduct carry continue agree decide offer seek call name follow consider note urge ask discuss
    mention propose foresee envisage provide announce announcement reopen achieve develop maintain reaffirm
    express affirm convict occupy regard""".split()
)
_SAME_IN_PLURAL: Final = frozenset("series species means news headquarters goods premises this always politics".split())


def tokens(text: str) -> list[str]:
    """Small letters without accents, in order; "Bogotá's" is "bogota"."""
    plain = unicodedata.normalize("NFKD", re.sub(r"[’']s\b", "", text))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [token.casefold() for token in _TOKEN.findall(plain)]


@lru_cache(maxsize=65536)
def base_form(token: str) -> str:
    """ "held" → "hold", "duties" → "duty"; a word that no table holds only loses its plural."""
    return irregular_forms().get(token) or _regular_forms().get(token) or _singular(token)


def base_forms(text: str) -> list[str]:
    return [base_form(token) for token in tokens(text)]


def content(text: str) -> frozenset[str]:
    """The concepts in a text that may tell one deed from another: "lorries with goods" is vehicle and cargo."""
    return frozenset(_telling(_concepts_in(tokens(text))))


def _concepts_in(words: Sequence[str]) -> Iterator[str]:
    """Two words that have a concept together go before each alone."""
    number = 0
    while number < len(words):
        pair = " ".join(words[number : number + 2])
        both = concepts().get(pair) or concepts().get(pair.removesuffix("s"))
        word = words[number]
        yield both or concepts().get(word) or concepts().get(base_form(word)) or base_form(word)
        number += 2 if both else 1


def _telling(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        is_common = word in COMMON or word in _COMMON_VERBS or word in state_words()
        if len(word) > 1 and not word[0].isdigit() and not is_common:
            yield word


@cache
def state_words() -> frozenset[str]:
    """Every word by which a state or its people is named: actors carry them, objects need not."""
    named = {name for state in states() for name in (state.name, *state.names, *state.demonyms)}
    words = frozenset(word for name in named for word in base_forms(name))
    return (words - _COMMON_IN_NAMES) | {"american", "eu"}


# Words of "West Bank", "Central African Republic" (CAR), "Cook Islands" that mostly mean something else.
_COMMON_IN_NAMES: Final = frozenset(
    """authority bank car city coast commonwealth confederation cook co-operative duchy gaza holy independent island
    isle mainland man outlying sea see strip territory tree union""".split()
)


@cache
def _regular_forms() -> dict[str, str]:
    verbs = {phrase.split()[0] for act in acts() for phrase in (*act.doing, *act.undoing)} | _COMMON_VERBS
    return {form: verb for verb in sorted(verbs) for form in _inflected(verb)}


def _inflected(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return (verb + "s", verb + "d", verb[:-1] + "ing")
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    ending = "es" if verb.endswith(("s", "x", "sh", "ch", "z")) else "s"
    doubled = verb + verb[-1]
    return (verb + ending, verb + "ed", verb + "ing", doubled + "ed", doubled + "ing")


def _singular(token: str) -> str:
    if token in _SAME_IN_PLURAL or token.endswith(("ss", "us", "is")):
        return token
    if len(token) > 4 and token.endswith("ies"):  # noqa: PLR2004
        return token[:-3] + "y"
    if len(token) > 4 and token.endswith(("sses", "shes", "ches", "xes")):  # noqa: PLR2004
        return token[:-2]
    return token[:-1] if len(token) > 3 and token.endswith("s") else token  # noqa: PLR2004
