"""A brief says nothing that a document does not say, and leaves to governments what only they can say."""

import re
from dataclasses import replace
from datetime import date

import pytest

from memoire.briefing.composing import FORMS, compose
from memoire.briefing.rendering.writing import ENDINGS, written
from memoire.briefing.structure import (
    UNSUPPORTED,
    Brief,
    Grid,
    Points,
    Row,
    Section,
    Sentence,
    sections_of,
    supported_of,
)  # fmt: skip
from memoire.errors import UsageError
from tests.spec.briefing_facts import facts, items, texts

BOTH_SIDES = ("PAK", "USA")
HEADINGS = [
    "Objectives", "Points to make", "Background", "Defensive lines (if raised)", "Last met", "Logistics and attendees",
]  # fmt: skip


def briefs() -> list[Brief]:
    return [compose(facts(), side=side, form=form) for side in BOTH_SIDES for form in FORMS]


def section(brief: Brief, key: str) -> Section:
    return next(one for one in sections_of(brief.sections) if one.key == key)


def told_in(one: Section) -> str:
    return " ".join(told.text for told in supported_of((one,)) if isinstance(told, Sentence))


@pytest.mark.parametrize("brief", briefs(), ids=lambda brief: f"{brief.form} for {brief.side}")
def test_every_sentence_of_fact_has_a_footnote_whose_quote_stands_in_its_document(brief: Brief) -> None:
    known, stated = texts(), [one for one in supported_of(brief.sections) if one.kind == "fact"]
    assert len(stated) > 3
    for one in stated:
        assert one.notes, one
        for note in one.notes:
            assert note.span.of(known[note.document]) == note.quote


def test_a_sentence_of_fact_without_a_footnote_is_printed_for_the_desk_to_confirm() -> None:
    assert Sentence("They met.").printed == f"They met. {UNSUPPORTED}"
    assert Row(("They", "met"), noted=1).printed() == ("They", f"met {UNSUPPORTED}")
    for kind in ("ledger", "prompt", "blank"):
        assert Sentence("Ask.", kind).printed == "Ask."  # type: ignore[arg-type]


def test_no_sentence_about_the_record_or_to_the_reader_holds_words_of_a_document() -> None:
    """So that calling a sentence other than a fact is no way around the footnote."""
    quotes = [note.quote for brief in briefs() for note in brief.footnotes]
    others = [one.text for brief in briefs() for one in supported_of(brief.sections)
              if isinstance(one, Sentence) and one.kind != "fact"]  # fmt: skip
    assert [(text, quote) for text in others for quote in quotes if quote in text] == []


@pytest.mark.parametrize("side", BOTH_SIDES)
def test_has_the_six_british_headings_in_their_order(side: str) -> None:
    assert [one.heading for one in section(compose(facts(), side=side), "meeting").under] == HEADINGS


@pytest.mark.parametrize("side", BOTH_SIDES)
def test_objectives_and_lines_to_take_stay_blank_whatever_the_ledger_holds(side: str) -> None:
    full, empty = compose(facts(), side=side), compose(facts([]), side=side)
    for brief in (full, empty):
        objectives = [one for one in supported_of((section(brief, "objectives"),)) if isinstance(one, Sentence)]
        assert {one.kind for one in objectives} == {"blank"}
        assert all(re.fullmatch(r"\[Objective \d: for the desk\]", one.text) for one in objectives)
    blanks = [one for one in supported_of(full.sections) if isinstance(one, Sentence) and one.kind == "blank"]
    assert all(one.text.startswith("[") and not one.notes for one in blanks)
    for point in section(full, "if-raised").blocks:
        assert not isinstance(point, Points) or all(item.sentences[-1].kind == "blank" for item in point.items)


def test_what_is_late_must_be_raised_by_the_side_to_which_it_is_owed_alone() -> None:
    late = facts(as_of=date(2026, 1, 31))  # the United States were to open a centre in March 2025
    for_pakistan, for_america = (compose(late, side=side) for side in BOTH_SIDES)
    owed = "open a training centre for Pakistan"
    assert owed in told_in(section(for_pakistan, "must-raise"))
    assert owed in told_in(section(for_america, "if-raised"))
    assert owed not in told_in(section(for_america, "must-raise"))


def test_a_kept_commitment_stands_under_closed_with_the_report_that_says_so() -> None:
    brief = compose(facts(), side="PAK")
    closed = section(brief, "closed")
    told = [one for one in supported_of((closed,)) if isinstance(one, Sentence)]
    assert any(one.text.startswith("Kept late, 12 days after the day first named") for one in told)
    done = next(one for one in told if one.text.startswith("It was done, as told on 14 November 2024"))
    assert "held the law enforcement dialogue in Washington" in done.notes[0].quote
    assert "dialogue" not in told_in(section(brief, "overdue"))


def test_a_link_that_nobody_accepted_closes_nothing_and_is_said_to_be_proposed() -> None:
    brief = compose(facts(accepted=False), side="PAK")
    assert "It was done (proposed, not yet accepted)" in told_in(section(brief, "overdue"))
    assert "Kept" not in told_in(section(brief, "closed"))


def test_contradicted_claims_come_first_with_what_contradicts_them() -> None:
    claims = section(compose(facts(), side="USA"), "claims")
    first = claims.blocks[0].items[0].sentences  # type: ignore[union-attr]
    assert "all the accused in the Jaranwala case have been arrested" in first[0].text
    assert first[1].text == "Later reports contradict it."
    assert "acquitted ten" in first[2].text


def test_what_several_documents_tell_is_one_line_with_a_note_for_each() -> None:
    brief = compose(facts(), side="PAK")
    rows = [row for block in section(brief, "matrix").blocks if isinstance(block, Grid) for row in block.rows]
    dialogue = [row for row in rows if "law enforcement" in row.cells[1] and "October 2024" in row.cells[2]]
    assert [len(row.notes) for row in dialogue] == [2]


def test_notes_are_numbered_by_first_use_and_each_place_once() -> None:
    for brief in briefs():
        used = [note.key for one in supported_of(brief.sections) for note in one.notes]
        assert [note.key for note in brief.footnotes] == list(dict.fromkeys(used))
        assert [brief.number_of(note) for note in brief.footnotes] == list(range(1, len(brief.footnotes) + 1))


def test_the_marking_is_the_strictest_of_what_is_used() -> None:
    found = items()
    assert compose(facts(found), side="PAK").marking == "clear"
    strict = [replace(item, place=replace(item.place, marking="amber")) if number == 0 else item
              for number, item in enumerate(found)]  # fmt: skip
    brief = compose(facts(strict), side="PAK")
    assert brief.marking == "amber"
    assert b"TLP:AMBER" in written(brief, "md")


def test_what_no_person_has_reviewed_is_said_to_be_so() -> None:
    brief = compose(facts(state="proposed"), side="PAK")
    assert any("No person has reviewed" in one.text for one in brief.opening)
    assert "not yet reviewed" in written(brief, "md").decode()
    assert "not yet reviewed" not in written(compose(facts(), side="PAK"), "md").decode()


def test_sources_are_those_that_notes_name_with_grade_and_marking() -> None:
    brief = compose(facts(), side="PAK")
    rows = [row for block in section(brief, "sources").blocks if isinstance(block, Grid) for row in block.rows]
    assert len(rows) == len({note.document for note in brief.footnotes})
    assert {row.cells[2] for row in rows} == {"B6"}
    assert {row.cells[3] for row in rows} == {"TLP:CLEAR"}


@pytest.mark.parametrize("side", BOTH_SIDES)
def test_an_aide_memoire_is_in_the_third_person_dated_at_its_end_and_without_courtesies(side: str) -> None:
    brief = compose(facts(), side=side, form="aide-memoire")
    own = " ".join(one.text for one in supported_of(brief.sections) if isinstance(one, Sentence))
    assert not re.search(r"\b(I|we|our|us|you|your)\b", own)
    assert not re.search(r"compliments|honour|Excellency|Dear|Sincerely|assurances", own, re.IGNORECASE)
    assert brief.closing == ("23 June 2025",)
    assert brief.title == "Aide-mémoire"
    assert [one.heading for one in sections_of(brief.sections)] == [""] * len(brief.sections)


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_facts_give_the_same_bytes(ending: str) -> None:
    assert written(compose(facts(), side="PAK"), ending) == written(compose(facts(), side="PAK"), ending)


def test_an_empty_record_gives_a_brief_that_says_so() -> None:
    brief = compose(facts([]), side="PAK")
    assert brief.footnotes == ()
    assert "no commitment" in written(brief, "md").decode()
    assert [one for one in supported_of(brief.sections) if one.kind == "fact"] == []


def test_the_side_must_be_a_party() -> None:
    with pytest.raises(UsageError, match="'CAN' is not among PAK USA"):
        compose(facts(), side="CAN")


def test_nothing_told_later_is_known_on_an_earlier_day() -> None:
    early = compose(facts(as_of=date(2024, 11, 13)), side="PAK")
    assert all(note.published and note.published <= date(2024, 11, 13) for note in early.footnotes if note.published)
    assert "dialogue" in told_in(section(early, "overdue"))
