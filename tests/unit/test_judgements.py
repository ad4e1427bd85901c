"""What is only judged does nothing: "the deal is wrong" is held by whoever says so."""

import pytest

from memoire.reading.resolving.judgements import first_person, only_judged
from memoire.records.entry import Actor
from memoire.records.spans import Span


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "by", "predicate", "expected"),
    [
        ("The harbour deal is simply wrong.", "The harbour deal", "wrong", True),
        ("He will be doubly welcome in Nairobi.", "He", "welcome", True),
        ("Kenya is one of the closest partners.", "Kenya", "closest", True),
        ("Kenya is grateful for the help.", "Kenya", "grateful", False),
        ("The Church is critical of Kenya.", "The Church", "critical", False),
        ("Kenya is concerned by the delay.", "Kenya", "concerned", False),
        ("We are stronger than before.", "We", "stronger", False),
        ("Kenya praised the harbour.", "Kenya", "praised", False),
        ("It is wrong, Kenya holds.", "Kenya", "wrong", False),
    ],
)
def test_only_judged(text: str, by: str, predicate: str, *, expected: bool) -> None:
    span = place(text, by)
    actor = Actor(by, span, by, None, None, None)  # type: ignore[arg-type]
    assert only_judged(text, Span(0, len(text)), place(text, predicate), [actor]) is expected


def test_first_person_before_the_judgement_else_behind_it() -> None:
    text = "I called. He is wise. We agreed."
    assert first_person(text, place(text, "wise")) == Span(0, 1)
    assert first_person("He is wise. We agreed.", Span(6, 10)) == Span(12, 14)
    assert first_person("He is wise.", Span(6, 10)) is None
