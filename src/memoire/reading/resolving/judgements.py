"""Judgements of things: "the deal is flawed" is what its author holds, not what the deal does."""

import re
from collections.abc import Sequence

from memoire.records.entry import Actor
from memoire.records.spans import Span

# A copula and the adverbs and articles up to the word that judges: "is simply one of the most important".
_COPULA = re.compile(
    r"\b(?:is|are|was|were|be|been)(?:\s+(?:also|a|an|the|so|very|more|most|too|not|as|truly|simply|one|of|[a-z]+ly))*\s+$"
)
# Who feels so is the subject: "we are grateful".
_FELT = re.compile(
    r"\w+(?:ed|ing|en)$|\b(?:afraid|angry|aware|certain|confident|eager|glad|grateful|happy|hopeful|proud|ready|sad"
    r"|sorry|sure|thankful|unhappy|willing)$"
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")


def only_judged(text: str, sentence: Span, predicate: Span, by: Sequence[Actor]) -> bool:
    """Whether `by` is but the subject of a judgement, of which some other holds that it "is wrong"."""
    words = predicate.of(text)
    copula = _COPULA.search(text, sentence.start, predicate.start)
    is_felt = bool(_FELT.search(words)) or text.startswith(" of ", predicate.end)  # "is critical of"
    if copula is None or is_felt:
        return False
    return all(
        sentence.start <= actor.span.start < copula.start() and not _FIRST_PERSON.fullmatch(actor.text) for actor in by
    )


def first_person(text: str, predicate: Span) -> Span | None:
    """The nearest "I" or "we" of whoever judges: the last before the predicate, else the first behind it."""
    found = [Span(match.start(), match.end()) for match in _FIRST_PERSON.finditer(text)]
    before = [span for span in found if span.end <= predicate.start]
    return before[-1] if before else next(iter(found), None)
