"""The files of a brief, each opened by somebody else's code."""

import io
import json
import re
import sys
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import docx
import pypdfium2
import pytest
from lxml import etree

from memoire.briefing.composing import compose
from memoire.briefing.rendering.json import as_json
from memoire.briefing.rendering.pdf import NoTypst, as_pdf
from memoire.briefing.rendering.words import visible
from memoire.briefing.rendering.writing import file_name, written
from memoire.briefing.structure import Brief, Grid, Paragraph, Row, Section, Sentence, footnotes_of
from memoire.errors import UsageError
from tests.spec.briefing_facts import facts

WORD = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
# What would be code in one format or the other.
HOSTILE = '#read("/etc/passwd") $x^2$ <script>alert(1)</script> [link](http://x) | `a` *b* _c_ @d \\ {e} \x07'


def brief(form: str = "brief") -> Brief:
    return compose(facts(), side="PAK", form=form)  # type: ignore[arg-type]


def hostile_brief() -> Brief:
    note = replace(brief().footnotes[0], quote=HOSTILE, title=HOSTILE, publisher=HOSTILE, address="javascript:alert(1)")
    told = Paragraph((Sentence(HOSTILE, "fact", (note,)),))
    grid = Grid(("One", "Two"), (1, 2), (Row((HOSTILE, "plain"), (note,)),), HOSTILE)
    sections = (Section("a", HOSTILE, (told, grid)),)
    return replace(brief(), title=HOSTILE, sections=sections, footnotes=footnotes_of(sections), opening=())


def words(text: str) -> str:
    return re.sub(r"\W+", " ", text)


def test_docx_has_real_footnotes_that_word_numbers() -> None:
    made = brief()
    archive = zipfile.ZipFile(io.BytesIO(written(made, "docx")))
    body, notes = (etree.fromstring(archive.read(f"word/{name}.xml")) for name in ("document", "footnotes"))
    known = notes.xpath("w:footnote[not(@w:type)]/@w:id", namespaces=WORD)
    used = body.xpath("//w:footnoteReference/@w:id", namespaces=WORD)
    assert used == known == [str(number) for number in range(1, len(made.footnotes) + 1)]
    for number, note in enumerate(made.footnotes, 1):
        (element,) = notes.xpath(f"w:footnote[@w:id='{number}']", namespaces=WORD)
        assert visible(note.quote) in "".join(element.itertext())


def test_docx_uses_of_a_note_after_the_first_point_to_it() -> None:
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(written(brief(), "docx"))).read("word/document.xml"))
    bookmarks = set(body.xpath("//w:bookmarkStart/@w:name", namespaces=WORD))
    fields = [field for field in body.xpath("//w:fldSimple/@w:instr", namespaces=WORD) if "NOTEREF" in field]
    assert fields
    assert {field.split()[1] for field in fields} <= bookmarks


def test_docx_opens_with_headings_tables_and_the_marking_on_every_page() -> None:
    opened = docx.Document(io.BytesIO(written(brief(), "docx")))
    assert [p.text for p in opened.paragraphs if p.style.name == "Heading 1"][0] == "Scene-setter"  # noqa: RUF015
    assert "TLP:CLEAR" in opened.sections[0].header.paragraphs[0].text
    assert all(section.header.is_linked_to_previous for section in list(opened.sections)[1:])
    assert any(section.page_width > section.page_height for section in opened.sections)
    assert opened.core_properties.title == brief().title


def pdf_text(data: bytes) -> str:
    return words(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)))


def test_pdf_has_every_sentence_and_note() -> None:
    made = brief()
    text = pdf_text(as_pdf(made))
    assert "TLP CLEAR" in text
    joined = words(text.replace(" ", ""))
    for note in made.footnotes:
        assert words(note.quote[:30]).strip().replace(" ", "") in joined


def test_pdf_shows_what_looks_like_code_and_runs_none() -> None:
    text = pdf_text(as_pdf(hostile_brief()))
    assert "read etc passwd" in text
    assert "root x 0" not in text


def test_pdf_without_its_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NoTypst, match=r"aide-memoire\[pdf\].*\.docx, \.html or \.md"):
        as_pdf(brief())


class Outline(HTMLParser):
    """Tags, ids and what would be asked for."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.append(tag)
        self.ids += [told["id"] or ""] if "id" in told else []
        self.links += [told["href"] or ""] if tag == "a" else []
        self.loaded += [told[name] or "" for name in ("src", "srcset", "data") if name in told]
        self.loaded += [told["href"] or ""] if tag == "link" else []


@pytest.mark.parametrize("made", [brief(), brief("aide-memoire"), hostile_brief()], ids=["brief", "aide", "hostile"])
def test_html_asks_nobody_and_its_notes_lead_there_and_back(made: Brief) -> None:
    html = written(made, "html").decode()
    outline = Outline(html)
    assert outline.loaded == []
    assert "script" not in outline.tags
    assert len(outline.ids) == len(set(outline.ids))
    assert outline.links
    assert all(link.startswith("#") and link[1:] in outline.ids for link in outline.links)
    assert "@import" not in html
    assert "url(" not in html


def test_markdown_defines_every_note_it_uses() -> None:
    text = written(brief(), "md").decode()
    used = re.findall(r"\[\^(\d+)\](?!:)", text)
    defined = re.findall(r"^\[\^(\d+)\]:", text, flags=re.MULTILINE)
    assert set(used) == set(defined)
    assert defined == [str(number) for number in range(1, len(defined) + 1)]


def test_markdown_shows_what_looks_like_markup_as_it_is() -> None:
    text = written(hostile_brief(), "md").decode()
    assert r"\<script\>" in text
    assert r"\[link\](http://x)" in text
    assert all(line.count("|") - line.count(r"\|") in (0, 3) for line in text.splitlines())


def test_docx_of_hostile_words_opens() -> None:
    opened = docx.Document(io.BytesIO(written(hostile_brief(), "docx")))
    assert any("<script>alert(1)</script>" in paragraph.text for paragraph in opened.paragraphs)


def test_json_survives_json() -> None:
    told: dict[str, Any] = as_json(brief())
    assert json.loads(json.dumps(told)) == told
    numbers = [note["number"] for note in told["footnotes"]]
    assert numbers == list(range(1, len(numbers) + 1))


def test_other_endings_are_refused_with_those_that_are_known() -> None:
    with pytest.raises(UsageError, match=r"'.odt' is no form of a brief; end the name in .docx, .pdf, .html, .md"):
        written(brief(), ".odt")


def test_files_are_named_for_day_sides_and_form() -> None:
    assert file_name(brief("aide-memoire"), "pdf") == "2025-06-23-PAK-USA-aide-memoire.pdf"


def test_what_turns_or_hides_its_neighbours_is_shown_by_its_code() -> None:
    assert visible("a\u202eb\u202c c\n\nd\x07") == "a⟨U+202E⟩b⟨U+202C⟩ c d⟨U+0007⟩"
    assert (
        visible("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")
        == "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    )
    for ending in ("html", "md"):
        assert "\u202e" not in written(brief(), ending).decode()
