"""What does not stand in the text is found, wherever in an entry it is."""

import dataclasses

import pytest

from evaluation.folders import document_of
from evaluation.quotes import invented
from memoire.records.entry import Actor, Entry, Mention, Source, When, Where, Words
from memoire.records.reading import ReaderVersion, Reading, TimeExpression
from memoire.records.spans import Span

TEXT = "On Sunday Pakistan, officials said, would open a school in Quetta if asked. It will open a school."


def at(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def words(text):
    return Words(text, at(text))


ENTRY = Entry(
    id="1",
    kind="commitment",
    span=at("would open a school in Quetta"),
    quote="would open a school in Quetta",
    predicate=words("open"),
    action="open a school",
    polarity="+",
    score=0.9,
    voice=(Source("officials", at("officials"), "officials", cue=words("said")),),
    by=(Actor("Pakistan", at("Pakistan"), "Pakistan"),),
    when=When("On Sunday", at("On Sunday"), None, "none"),
    where=Where("Quetta", at("Quetta")),
    condition=words("if asked"),
    mentions=(Mention(at("will open a school"), "will open a school"),),
)
READING = Reading(document_of({"id": "a", "text": TEXT}), ReaderVersion("r", "1", "sha256:0"), (ENTRY,))


def reading_of(**changes):
    return dataclasses.replace(READING, entries=(dataclasses.replace(ENTRY, **changes),))


def test_a_true_reading_invents_nothing():
    assert invented(READING) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"quote": "would close a school in Quetta"},
        {"span": Span(5, 5), "quote": ""},
        {"span": Span(len(TEXT) - 3, len(TEXT) + 3), "quote": "ool."},
        {"predicate": Words("close", at("open"))},
        {"by": (Actor("India", at("Pakistan"), "India"),)},
        {"to": (Actor("India", at("Pakistan"), "India"),)},
        {"with_": (Actor("India", at("Pakistan"), "India"),)},
        {"voice": (Source("he", at("officials"), "he"),)},
        {"voice": (Source("officials", at("officials"), "officials", cue=Words("swore", at("said"))),)},
        {"when": When("on Sunday", at("On Sunday"), None, "none")},
        {"where": Where("Kabul", at("Quetta"))},
        {"condition": Words("if begged", at("if asked"))},
        {"mentions": (Mention(at("will open a school"), "will close a school"),)},
    ],
    ids="-".join,
)
def test_one_wrong_word_is_found(changes):
    assert len(invented(reading_of(**changes))) >= 1


def test_what_else_a_reading_holds_is_looked_at_too():
    time = TimeExpression(at("Sunday"), "Monday", "DATE", None, None)
    assert len(invented(dataclasses.replace(READING, times=(time,)))) == 1
