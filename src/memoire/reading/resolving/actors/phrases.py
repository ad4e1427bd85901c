"""What kind of words stand for an actor: pronouns, joint words, definite descriptions."""

import re

FIRST = frozenset("i we us our ours my me mine ourselves myself".split())
SINGULAR = frozenset("he she him his her hers himself herself".split())
NEUTER = frozenset(("it", "its", "itself"))
PLURAL = frozenset("they them their theirs themselves both".split())
RELATIVE = frozenset("who which that whom whose".split())
DETERMINERS = frozenset("the a an this that these those his her its their our my your some any all each every both other another several many".split())

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
JOINT = re.compile(
    rf"(?:(?:all|both)(?: of)?(?: the| our| their)?|the|our|these|those|their|each|all)?\s*(?:{_NUMBER}\s*)?(?:of (?:them|us|our countries)\s*)?"
    r"(?:partner |neighbouring |neighboring |allied )?"
    r"(?P<noun>sides?|countries|country|leaders|nations|governments|parties|states|presidents|prime ministers|ministers|foreign ministers|delegations|"
    r"neighbours|neighbors|men|interlocutors|officials|participants|principals|heads of state|heads of government|co-chairs|national security advisors|"
    r"nsas|peoples|counterparts|capitals|two|three|both|partners|allies|secretaries|ambassadors|ally|of us|of them|group|gathering|three leaders)?",
    re.IGNORECASE,
)
PERSONS = frozenset("leaders presidents ministers men interlocutors counterparts officials principals secretaries ambassadors nsas".split())
