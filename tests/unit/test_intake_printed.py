"""Printed lines → paragraphs and words, with the marks of a page that a text does not have."""

import pytest

from memoire.intake.character_map import MappedText
from memoire.intake.printed_lines import PrintedLine, without_margins
from memoire.intake.printed_paragraphs import join_paragraphs
from memoire.intake.printed_words import add_paragraph, vocabulary

FULL = 500.0


def line(
    text: str, y: float, *, left: float = 72, right: float = FULL, page: int = 0, height: float = 12
) -> PrintedLine:
    return PrintedLine(text, 0, page, left, y, right, y + height)


def joined(*lines: PrintedLine) -> list[str]:
    return [" ".join(part.text for part in paragraph) for paragraph in join_paragraphs(lines)]


def test_lines_of_one_paragraph_go_together_and_space_parts_them() -> None:
    lines = [line("a", 700), line("b.", 686), line("c", 660), line("d", 646)]
    assert joined(*lines) == ["a b.", "c d"]


def test_an_indent_begins_a_paragraph() -> None:
    lines = [line("a", 700), line("b", 686), line("c", 672, left=84), line("d", 658)]
    assert joined(*lines) == ["a b", "c d"]


def test_two_indented_lines_in_a_row_are_two_paragraphs_if_text_goes_on_below_them() -> None:
    lines = [line("a.", 700, left=84, right=495), line("b", 686, left=84), line("c", 672), line("d", 658)]
    assert joined(*lines) == ["a.", "b c d"]


def test_a_line_broken_before_it_was_full_was_meant_to_end() -> None:
    lines = [
        line("train officers", 700, right=150),
        line("open a centre", 686, right=150),
        line("the others " * 7, 672),
    ]
    assert joined(*lines) == ["train officers", "open a centre", "the others " * 7]


def test_a_narrow_column_under_wide_lines_is_not_taken_apart() -> None:
    lines = [line("a" * 80, 700), line("b.", 686, right=80)] + [
        line("word " * 6, 660 - 14 * n, right=210 + n) for n in range(4)
    ]
    assert joined(*lines)[1] == " ".join(["word " * 6] * 4)


def test_bullets_and_numbers_begin_items_and_hanging_lines_go_on() -> None:
    lines = [line("• a", 700), line("b", 686, left=90), line("• c.", 672), line("2. d", 658), line("e", 644)]
    assert joined(*lines) == ["• a b", "• c.", "2. d e"]


def test_a_number_in_the_middle_of_a_sentence_begins_nothing() -> None:
    assert joined(line("They met on July", 700), line("12. The others", 686)) == ["They met on July 12. The others"]


def test_a_change_of_size_begins_a_paragraph_and_a_heading_may_be_long() -> None:
    lines = [line("Joint", 740, right=200, height=20), line("Statement", 718, right=220, height=20)]
    lines += [line("a", 690), line("b", 676), line("c", 662)]
    assert joined(*lines) == ["Joint Statement", "a b c"]


@pytest.mark.parametrize(("end", "paragraphs"), [("the", ["the next"]), ("end.", ["end.", "next"])])
def test_a_sentence_goes_on_over_the_page(end: str, paragraphs: list[str]) -> None:
    assert joined(line(end, 72), line("next", 770, page=1)) == paragraphs


def test_margins_are_left_out() -> None:
    lines = [
        part
        for page in range(4)
        for part in (
            line(f"Report {page}", 800, page=page),
            line(("one", "two", "three", "four")[page], 400, page=page),
            line(f"{page} of 4", 30, page=page),
        )
    ]
    assert [part.text for part in without_margins(lines)] == ["one", "two", "three", "four"]


def words(*texts: str, source: str = "") -> str:
    mapped = MappedText()
    add_paragraph(mapped, [line(text, 700) for text in texts], known=vocabulary(source))
    return mapped.text()


@pytest.mark.parametrize(
    ("texts", "source", "expected"),
    [
        (("the coopera-", "tion of"), "", "the cooperation of"),
        (("the coopera\x02", "tion of"), "", "the cooperation of"),
        (("the coopera\x02", "tion of"), "the coopera\x02tion of", "the cooperation of"),
        (("the coopera-", "tion of"), "the coopera-\r\ntion of", "the cooperation of"),
        (("a law-", "enforcement"), "law and enforcement", "a law-enforcement"),
        (("a counter-", "terrorism"), "counter of terrorism; counterterrorism", "a counterterrorism"),
        (("a long-", "term plan"), "the long-term plan", "a long-term plan"),
        (("the US-", "Pakistan talks"), "", "the US-Pakistan talks"),
        (("the talks—", "held here"), "", "the talks—held here"),
        (("the talks –", "held here"), "", "the talks – held here"),
        (("the oﬃce of", "the ﬁrst"), "", "the office of the first"),
        (("October\xa02024",), "", "October 2024"),
        (("soft\xadhyphen",), "", "softhyphen"),
    ],
)
def test_words_at_line_ends_and_letters_drawn_as_one(texts: tuple[str, ...], source: str, expected: str) -> None:
    assert words(*texts, source=source) == expected
