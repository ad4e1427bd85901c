"""What each format gives: the text, where it comes from, and what the document says of itself."""

import hashlib
import io
import subprocess
import sys
from datetime import date
from pathlib import Path

import docx

from memoire.intake.character_map import place_in_original
from memoire.intake.originals import decoded_original
from memoire.records.document import Document
from memoire.records.spans import Span
from tests.files.intake.from_bytes import document, paragraph, word_file
from tests.files.intake.pdf_press import Line, column, print_pdf

FILES = Path(__file__).resolve().parents[1] / "files/intake"
STATEMENT_WORDS = (
    (
        "ISLAMABAD: The Minister of the Interior and the Ambassador of the United States agreed on Saturday to hold a"
        " dialogue on law enforcement in October 2024. “It will be held here,” the minister’s statement said."
    ),
    (
        "Both sides will, in the coming months, take the following steps, on which their officers have already met"
        " twice in the capital:"
    ),
    "train 300 officers of the Islamabad police in New York",
    "open a centre against drugs & the smuggling of people in Quetta",
    "Next steps",
    "We shall not stop before the work is done.",
    "Officials of both sides attended the meeting. A quarter of the cost, some €5 million, is borne by the embassy.",
)


def original_words(found: Document, words: str) -> str:
    """What stands in the original where `words` stand in the text."""
    start = found.text.index(words)
    place = place_in_original(found.character_map, Span(start, start + len(words)))
    assert place
    return place.of(decoded_original(found.original, found.media_type))


# Plain text and Markdown


def test_plain_text_is_kept_exactly_as_it_is() -> None:
    data = "  The two sides met.\r\n\r\n\tThey\u00a0agreed \u201cto meet again\u201d. \r\n\n".encode()
    found = document(data)
    assert found.text == data.decode()
    assert found.character_map == ()
    assert found.media_type == "text/plain"


def test_the_original_bytes_are_kept_and_fingerprinted() -> None:
    data = "\ufeffThe two sides met.".encode()
    found = document(data)
    assert found.original == data
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert found.id == found.sha256[:16]
    assert found.text_sha256 == hashlib.sha256(b"The two sides met.").hexdigest()


def test_a_byte_order_mark_is_not_text() -> None:
    for charset in ("utf-8-sig", "utf-16", "utf-32"):
        assert document("The two sides met.".encode(charset)).text == "The two sides met."


def test_markdown_keeps_its_marks_and_gives_its_first_heading_as_title() -> None:
    data = b"\n# Joint *statement* #\n\nThe two sides **will** meet.\n"
    found = document(data, "note.md")
    assert found.text == data.decode()
    assert found.title == "Joint *statement*"
    assert found.media_type == "text/markdown"


def test_markdown_may_say_title_and_day_in_its_front_matter() -> None:
    found = document(
        b'---\ntitle: "Talks in Quetta"\ndate: 2024-07-14\n---\n# Other\n\nThe two sides met.\n', "note.md"
    )
    assert (found.title, found.published, found.published_basis) == ("Talks in Quetta", date(2024, 7, 14), "found")


# Title, dateline, day


def test_the_day_given_goes_before_the_day_found() -> None:
    data = b"Published: 14 July 2024\n\nThe two sides met.\n"
    found = document(data)
    assert (found.published, found.published_basis) == (date(2024, 7, 14), "found")
    given = document(data, published=date(2024, 8, 1))
    assert (given.published, given.published_basis) == (date(2024, 8, 1), "given")


def test_a_text_without_a_day_has_none() -> None:
    found = document(b"ISLAMABAD: The two sides met on Saturday to speak of the police.")
    assert (found.published, found.published_basis) == (None, "none")
    assert found.dateline == "ISLAMABAD"


def test_a_dateline_with_a_full_date_gives_the_day() -> None:
    found = document("WASHINGTON, July 14, 2024 (AP) — The two sides met to speak of the police.".encode())
    assert (found.dateline, found.published) == ("WASHINGTON, July 14, 2024 (AP)", date(2024, 7, 14))


def test_a_headline_over_a_blank_line_is_the_title() -> None:
    assert document(b"Police dialogue in October\n\nThe two sides met.\n").title == "Police dialogue in October"
    assert document(b"The two sides met in the capital.\n\nThey agreed.\n").title is None


# Web pages


def test_a_web_page_gives_its_article_without_menus_scripts_and_comments() -> None:
    found = document((FILES / "statement.html").read_bytes(), "statement.html")
    assert found.text.startswith("Police dialogue to be held in October\n\nISLAMABAD: ")
    for words in STATEMENT_WORDS:
        assert words in found.text
    for words in ("Home", "agreed to nothing", "in a comment", "All rights reserved"):
        assert words not in found.text


def test_a_web_page_keeps_list_items_lines_and_cells() -> None:
    found = document((FILES / "statement.html").read_bytes(), "statement.html")
    assert (
        "in New York\nopen a centre against drugs & the smuggling of people in Quetta\n\nNext steps\n\nThe first round"
        in found.text
    )
    assert "held in Washington.\nIt lasts two days." in found.text
    assert "Item\tNumber\nVehicles\t30" in found.text


def test_a_web_page_says_its_title_publisher_and_day() -> None:
    found = document((FILES / "statement.html").read_bytes(), "statement.html")
    assert found.title == "Police dialogue to be held in October"
    assert found.publisher == "Ministry of the Interior"
    assert (found.published, found.published_basis) == (date(2024, 7, 14), "found")
    assert found.dateline == "ISLAMABAD"


def test_words_of_a_web_page_are_found_again_in_its_source() -> None:
    found = document((FILES / "statement.html").read_bytes(), "statement.html")
    assert original_words(found, "law enforcement in") == "law enforce</b>ment in"
    assert original_words(found, "minister’s statement") == "minister&#8217;s\nstatement"
    assert original_words(found, "Next steps") == "Next steps"
    source = decoded_original(found.original, found.media_type)
    start = found.text.index("Next steps")
    place = place_in_original(found.character_map, Span(start, start + 4))
    assert place
    assert source[: place.start].endswith("<h2>")  # the heading, not the menu above it


def test_the_day_of_a_web_page_may_stand_in_its_data_or_in_a_time_element() -> None:
    body = "<body><p>The two sides met to speak of the police and of the border.</p></body>"
    data = '<script type="application/ld+json">{"@graph": [{"@type": "Article", "datePublished": "2024-07-14T01:00Z"}]}'
    page = f"<html><head>{data}</script></head>{body}</html>"
    assert document(page.encode(), "a.html").published == date(2024, 7, 14)
    page = f"<html>{body.replace('<p>', '<time itemprop=datePublished datetime=2024-07-15></time><p>')}</html>"
    assert document(page.encode(), "a.html").published == date(2024, 7, 15)


def test_a_web_page_is_known_by_its_content_where_the_name_says_nothing() -> None:
    assert document((FILES / "statement.html").read_bytes(), "saved-page").media_type == "text/html"
    assert document((FILES / "statement.html").read_bytes(), "-").media_type == "text/html"


def test_fixed_width_text_keeps_its_paragraphs() -> None:
    page = "<html><body><pre>The two sides agreed on\nSaturday.\n\n  They will meet\nagain.</pre></body></html>"
    assert document(page.encode(), "a.html").text == "The two sides agreed on Saturday.\n\nThey will meet again."


# PDF


def test_a_pdf_printed_by_a_browser_gives_its_paragraphs_unbroken() -> None:
    found = document((FILES / "statement.pdf").read_bytes(), "statement.pdf")
    blocks = found.text.split("\n\n")
    for words in STATEMENT_WORDS:
        assert words in blocks
    assert found.media_type == "application/pdf"


def test_words_broken_at_a_line_end_are_put_together_again() -> None:
    pages = [
        column(
            "The two sides agreed on the coopera-", "tion of the police in all the two capitals", "and at the border."
        )
    ]
    found = document(print_pdf(pages), "a.pdf")
    assert (
        found.text == "The two sides agreed on the cooperation of the police in all the two capitals and at the border."
    )
    assert original_words(found, "cooperation").startswith("coopera")


def test_a_sentence_goes_on_over_pages_without_running_heads_and_page_numbers() -> None:
    pages = [
        [
            Line("Ministry of the Interior", y=800),
            *column(f"The {sides} sides met and agreed to hold the talks in the"),
            number,
        ]
        for sides, number in (
            ("two", Line("- 1 -", y=30)),
            ("three", Line("- 2 -", y=30)),
            ("four", Line("- 3 -", y=30)),
        )
    ]
    found = document(print_pdf(pages), "a.pdf")
    assert "Ministry" not in found.text
    assert "- 2 -" not in found.text
    assert "to hold the talks in the The three sides met" in found.text


def test_a_pdf_locked_only_against_changes_is_read() -> None:
    assert document(print_pdf([column("The two sides met.")], password=""), "a.pdf").text == "The two sides met."


# DOCX


def test_a_docx_gives_paragraphs_and_rows_in_order() -> None:
    written = docx.Document()
    written.add_heading("Joint statement of the two sides", 0)
    written.add_paragraph("The two sides will hold a dialogue in October.")
    table = written.add_table(2, 2)
    for place, words in (((0, 0), "Item"), ((0, 1), "Number"), ((1, 0), "Vehicles"), ((1, 1), "30")):
        table.cell(*place).text = words
    written.add_paragraph("They agreed to meet again.")
    packed = io.BytesIO()
    written.save(packed)
    found = document(packed.getvalue(), "note.docx")
    assert found.text == (
        "Joint statement of the two sides\n\nThe two sides will hold a dialogue in October.\n\n"
        "Item\tNumber\nVehicles\t30\n\nThey agreed to meet again."
    )
    assert found.title == "Joint statement of the two sides"
    assert original_words(found, "Number\nVehicles") == "Number\nVehicles"


def test_tracked_insertions_count_and_deletions_do_not() -> None:
    body = (
        "<w:p><w:r><w:t>The two sides </w:t></w:r><w:ins><w:r><w:t>will </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>may </w:delText><w:t>may </w:t></w:r></w:del><w:r><w:t>meet.</w:t></w:r></w:p>"
    )
    assert document(word_file(body), "note.docx").text == "The two sides will meet."


def test_the_day_a_file_was_made_is_not_the_day_of_publication() -> None:
    written = docx.Document()  # its core properties say that it was created on a day of 2013
    written.add_paragraph("The two sides met.")
    packed = io.BytesIO()
    written.save(packed)
    assert document(packed.getvalue(), "note.docx").published is None


def test_an_empty_paragraph_leaves_no_trace() -> None:
    body = paragraph("The two sides met.") + paragraph(" ") + "<w:p/>" + paragraph("They agreed.")
    assert document(word_file(body), "note.docx").text == "The two sides met.\n\nThey agreed."


# Cost


def test_heavy_libraries_are_not_loaded_to_take_in_plain_text() -> None:
    program = (
        "import io, sys; from memoire.intake.inputs import Input; from memoire.intake.taking import take_in;"
        "list(take_in(Input('a.txt', stream=io.BytesIO(b'The two of the sides met.'))));"
        "print(sorted({'trafilatura', 'lxml', 'pypdfium2', 'docx', 'py3langid', 'numpy'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
