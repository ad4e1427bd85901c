"""Closed classes of words that stand for an actor without naming one."""

import re
from dataclasses import dataclass

I_WORDS = frozenset("i me my mine myself".split())
YOU_WORDS = frozenset("you your yours yourself".split())
WE_WORDS = frozenset("we us our ours ourselves".split())
HE_WORDS = dict.fromkeys("he him his himself".split(), "m") | dict.fromkeys("she her hers herself".split(), "f")
IT_WORDS = frozenset(("it", "its", "itself"))
THEY_WORDS = frozenset("they them their theirs themselves".split())
WHO_WORDS = frozenset("who which that whom whose".split())

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}

_COUNT = r"(?:two|three|four|five|six|seven|eight)"
_PERSONS = (
    r"leaders|presidents|prime ministers|ministers|foreign ministers|men|interlocutors|principals|heads of government"
    r"|heads of state(?: and government)?|national security advis[oe]rs|nsas|counterparts|secretaries|ambassadors"
    r"|statesmen|defen[cs]e ministers|chancellors"
)
_SIDES = (
    r"sides|countries|nations|governments|parties|states|delegations|neighbou?rs|peoples|capitals|partners|co-chairs"
    r"|officials|participants|teams|group|gathering|ministries|foreign ministries|allies|negotiators|representatives"
    r"|administrations|trilateral"
)
_EACH = r"side|country|leader|party|government|ally"
_OWNERS = r"the|our|their|these|those|us|them"
# "the two leaders", "both sides", "our countries", "the three of them", "all parties", "each country".
JOINT = re.compile(
    rf"(?:(?:(?:{_OWNERS}|all|both)(?: of (?:{_OWNERS}))?\s+)?(?P<count>{_COUNT})"
    rf"(?:\s+(?:of (?:{_OWNERS})\s*)?(?:\w+\s)?(?P<counted>{_PERSONS}|{_SIDES}))?(?:\s+of (?:them|us))?"
    rf"|(?P<both>both|all|each|neither)(?: of)?(?: (?:{_OWNERS}))*(?:\s+(?P<together>{_PERSONS}|{_SIDES}|{_EACH}))?"
    rf"|(?:the|our|these|his|her)\s+(?P<plain>{_PERSONS}|{_SIDES})"
    r"|(?P<bare>participants|interlocutors|leaders|officials|delegations|principals))",
    re.IGNORECASE,
)
# Those of "our allies" are others than we; "the allies" may be the parties themselves.
_OTHERS = re.compile(r"(?i:(?:our|his|her|their|its)\s+(?:allies|partners|neighbou?rs))|.*\bAll(?:y|ies)")
_IS_PERSONS = re.compile(rf"(?:{_PERSONS}|leader)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Joint:
    """Words for several parties together: their noun, and their number (0: not said)."""

    noun: str
    count: int
    is_persons: bool  # "the leaders", not "the sides"
    is_bare: bool  # the noun alone: "officials"


def joint_words(words: str) -> Joint | None:
    """Read "the two leaders", "both sides", "participants"; None for anything else."""
    match = JOINT.fullmatch(words)
    if match is None or _OTHERS.fullmatch(words):
        return None
    noun = (match["counted"] or match["together"] or match["plain"] or match["bare"] or "").lower()
    count = NUMBERS.get((match["count"] or match["both"] or "").lower(), 0)
    return Joint(noun, count, bool(_IS_PERSONS.fullmatch(noun)), bool(match["bare"]))
