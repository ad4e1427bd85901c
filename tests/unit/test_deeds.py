"""The action of an entry: its words without actors and time."""

import pytest

from memoire.reading.resolving.deeds import action_of
from memoire.records.spans import Span


def deed(text: str, predicate: str, *left_out: str) -> str:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return action_of(text, Span(0, len(text)), span(predicate), [span(words) for words in left_out])


@pytest.mark.parametrize(
    ("text", "predicate", "left_out", "action"),
    [
        (
            "Chad and Mali plan to hold a river conference in May",
            "hold",
            ["Chad", "Mali", "in May"],
            "hold a river conference",
        ),
        ("A river conference will be held in May", "held", ["in May"], "A river conference will be held"),
        (
            "the envoy, who arrived on Monday, was received",
            "received",
            ["on Monday"],
            "the envoy, who arrived, was received",
        ),
        ("the two sides agreed", "agreed", ["the two sides"], "agreed"),
        ("agreed", "agreed", [], "agreed"),
        ("a meeting between A. Bo and C. Du to discuss fish", "meeting", ["A. Bo", "C. Du"], "meeting to discuss fish"),
    ],
)
def test_actions(text: str, predicate: str, left_out: list[str], action: str) -> None:
    assert deed(text, predicate, *left_out) == action
