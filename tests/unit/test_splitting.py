"""Sentences: where they end, where an abbreviation only seems to end one, and that nothing of a text is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sentencex import segment

from memoire.reading.splitting import split_sentences


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text)]


# `|` marks the ends that a careful reader sees; each line is one that sentencex alone gets wrong (docs/adr/0003).
MENDED = [
    "Under art. 7, para. 2 of the treaty both sides consult. | They met.",
    "Arts. 3 and 4 and Paras. 5-6 apply. | See also Vol. 3, Ch. 7.",
    "Approx. 3,000 officers and approx. 200 cars came. | All left.",
    "The talks opened on Tues. Jan. 6 in Geneva. | They closed on Thurs. Feb. 7.",
    "Aid of $1.5 bn. vs. $1.2 bn. last year was pledged. | It was paid.",
    "1. The parties shall consult. | 2. The parties shall meet.",
    "IV. The parties shall consult. | Article 5. The parties shall meet.",
    "A. The parties shall consult. | B. The parties shall meet.",
    "Rt. Hon. David Lammy and Amb. Jones met. | They left.",
    "They met at 5 p.m. Eastern time. | It rained.",
    # A quotation that runs on into the next paragraph.
    'The envoy took the floor. | "We will come to Geneva. | We will sign.',
]
# Each of these was once joined by a rule that was too eager, or is left right by sentencex and must stay so.
KEPT = [
    "He said no. | They left.",
    "So did I. | They left.",
    "Plan B. | The second was chosen.",
    "The summit is on June 12. | The agenda is open.",
    "The attack killed 5. | Three were hurt.",
    "The agreement entered into force in Dec. | The two sides were pleased.",
    "They arrived on Mon. | The talks began at once.",
    "The court sat at 5 p.m. | The judge spoke.",
    "The U.S. Secretary of State met Gen. Khan. | They agreed.",
    "She returned to the U.S. | The visit lasted two days.",
    "External Affairs Minister S. Jaishankar met A. B. Vajpayee. | They spoke.",
    "H.E. Mr. Khan and Lt. Gen. (ret.) Malik met. | They dined.",
    "“We will hold talks,” he said. | “They will be long.”",
    "“We met. We agreed.” | The minister left.",
]


@pytest.mark.parametrize("marked", MENDED + KEPT)
def test_ends_sentences_where_a_careful_reader_does(marked: str) -> None:
    assert sentences(marked.replace(" | ", " ")) == marked.split(" | ")


@pytest.mark.parametrize("marked", MENDED)
def test_a_rule_of_ours_is_still_needed(marked: str) -> None:
    assert [part.strip() for part in segment("en", marked.replace(" | ", " "))] != marked.split(" | ")


def test_a_line_break_always_ends_a_sentence() -> None:
    assert sentences("Joint statement\nThe two sides\r\nagreed.\n\n  They left.") == [
        "Joint statement",
        "The two sides",
        "agreed.",
        "They left.",
    ]


@pytest.mark.parametrize("text", ["", " \n\t\n "])
def test_no_text_has_no_sentences(text: str) -> None:
    assert split_sentences(text) == []


def test_counts_code_points_not_bytes() -> None:
    text = "🇵🇰 اسلام آباد met 华盛顿. They agreed."
    assert sentences(text)[-1] == "They agreed."


PIECES = st.sampled_from(
    ["Amb. ", "1. ", "art. ", "7", "The ", "he ", "said. ", '"', "“", "” ", "\n", " ", "? ", "é", "🙂", "U.S. "]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_sentences_are_in_order_apart_and_cover_all_but_white_space(text: str) -> None:
    spans = split_sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())
