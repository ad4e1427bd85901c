"""Words of an entry → a sentence of a brief."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from memoire.briefing.facts import Item, Paper, Place
from memoire.briefing.phrasing import clause_of, told
from memoire.briefing.wording import actor_words, adverbial, joined, state_words, time_words
from memoire.records.entry import Actor
from memoire.records.spans import Span
from tests.pages.readings import BLOME, NAQVI, PAKISTAN, UNITED_STATES, Sheet

MINISTRY = ("interior ministry", "PAK", "GOV", None)


def item(
    text: str, kind: str, quote: str, predicate: str, *, paper: dict[str, Any] | None = None, **fields: Any
) -> Item:
    """`by` and `voice` are pairs of words and actor; `when` is words and EDTF."""
    sheet = Sheet(text)
    for role in ("by", "to", "with_"):
        fields[role] = tuple(sheet.actor(words, who) for words, who in fields.get(role, ()))
    if "voice" in fields:
        fields["voice"] = tuple(sheet.source(words, who, cue) for words, who, cue in fields["voice"])
    if "when" in fields:
        fields["when"] = sheet.when(*fields["when"])
    sheet.mark(kind, quote, predicate, **fields)
    about = Paper("d", published=date(2024, 7, 14), publisher="Arab News", kind="news")
    return Item(Place(sheet.entries[0], replace(about, **(paper or {}))))


BOTH = (("They", PAKISTAN), ("They", UNITED_STATES))

SENTENCES = [
    (
        item("Pakistan will send a team in October.", "commitment", "Pakistan will send a team in October", "send",
             by=[("Pakistan", PAKISTAN)], when=("in October", "2024-10"), firmness="pledged"),
        "As reported on 14 July 2024, Pakistan would send a team in October 2024.",
    ),
    (
        item("They also agreed to meet.", "commitment", "They also agreed to meet", "meet", by=BOTH, firmness="agreed"),
        "As reported on 14 July 2024, Pakistan and the United States agreed to meet.",
    ),
    (
        item("Naqvi met Blome on Saturday.", "event", "Naqvi met Blome on Saturday", "met",
             by=[("Naqvi", NAQVI)], with_=[("Blome", BLOME)], when=("on Saturday", "2024-07-13")),
        "Naqvi met Blome on 13 July 2024.",
    ),
    (
        item("On Saturday he arrived and met Blome.", "event", "met Blome", "met",
             by=[("he", NAQVI)], when=("On Saturday", "2024-07-13")),
        "On 13 July 2024 Interior Minister Mohsin Naqvi met Blome.",
    ),
    (
        item("All the accused were arrested, the ministry said.", "claim", "All the accused were arrested", "arrested",
             voice=[("the ministry", MINISTRY, "said")]),
        "The interior ministry was reported on 14 July 2024 as saying that all the accused were arrested.",
    ),
    (
        item("All the accused were arrested, the ministry said.", "claim", "All the accused were arrested", "arrested",
             voice=[("the ministry", MINISTRY, "said")], paper={"kind": "read-out"}),
        "The interior ministry was quoted in a read-out of 14 July 2024 as saying that all the accused were arrested.",
    ),
    (
        item("He planned a league abroad.", "commitment", "a league abroad", "league",
             by=[("He", NAQVI)], firmness="planned"),
        "As reported on 14 July 2024, Interior Minister Mohsin Naqvi made it known as a plan: “a league abroad”.",
    ),
    (
        item("Invited to next month's cup, Blome thanked.", "event", "Invited to next month's cup, Blome thanked",
             "thanked", by=[("Blome", BLOME)], when=("next month", "2024-08")),
        "Invited to next month's (August 2024) cup, Blome thanked.",
    ),
    (
        item("Pakistan will host it by the end of 2025.", "commitment", "Pakistan will host it by the end of 2025",
             "host", by=[("Pakistan", PAKISTAN)], when=("by the end of 2025", "../2025-12-31"), firmness="pledged",
             paper={"kind": "joint-statement", "published": None}),
        "As stated jointly on a day not known, Pakistan would host it by the end of 2025.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("found", "sentence"), SENTENCES, ids=lambda value: value[:40] if isinstance(value, str) else ""
)
def test_sentences(found: Item, sentence: str) -> None:
    assert told(found).text == sentence


def test_the_note_says_what_was_put_for_what() -> None:
    found = told(item("They met on Saturday.", "event", "They met on Saturday", "met", by=BOTH,
                      when=("on Saturday", "2024-07-13")))  # fmt: skip
    assert found.notes[0].quote == "They met on Saturday"
    assert found.notes[0].glosses == (
        "“They” means Pakistan and the United States",
        "“on Saturday” means on 13 July 2024",
    )


def test_a_pronoun_whose_number_differs_is_left_and_known_to_point_outside() -> None:
    found = item("They met Blome.", "event", "They met Blome", "met", by=[("They", PAKISTAN)])
    assert clause_of(found.place).text == "They met Blome"
    assert not clause_of(found.place).is_clear


@pytest.mark.parametrize(
    ("edtf", "words", "adverb"),
    [
        ("2024-07-13", "13 July 2024", "on 13 July 2024"),
        ("2024-10", "October 2024", "in October 2024"),
        ("2024-33", "the first quarter of 2024", "in the first quarter of 2024"),
        ("../2025-12-31", "by 31 December 2025", "by 31 December 2025"),
        ("2024-03/..", "since March 2024", "since March 2024"),
        ("1947~/1991", "about 1947 to 1991", "from about 1947 to 1991"),
    ],
)
def test_times(edtf: str, words: str, adverb: str) -> None:
    assert (time_words(edtf), adverbial(edtf)) == (words, adverb)


@pytest.mark.parametrize(
    ("who", "words"),
    [
        (UNITED_STATES, "the United States"),
        (NAQVI, "Interior Minister Mohsin Naqvi"),
        (("Ministry of Interior", "PAK", "GOV", None), "the Ministry of Interior"),
        (("interior ministry", "PAK", "GOV", None), "the interior ministry"),
        (("Pakistan's parliament", "PAK", "LEG", None), "Pakistan's parliament"),
        (("Federal Investigation Agency (FIA", "PAK", "COP", None), "the Federal Investigation Agency"),
    ],
)
def test_actors(who: tuple[str, str, str, str | None], words: str) -> None:
    assert actor_words(Actor("x", Span(0, 1), *who)) == words


@pytest.mark.parametrize(
    ("code", "words"),
    [("NLD", "the Netherlands"), ("FRA", "France"), ("DOM", "the Dominican Republic"), ("XXX", "XXX")],
)
def test_states_take_the_article_where_they_have_one(code: str, words: str) -> None:
    assert state_words(code) == words


@pytest.mark.parametrize(("words", "line"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), ("abc", "a, b and c")])
def test_lists(words: list[str], line: str) -> None:
    assert joined(words) == line
