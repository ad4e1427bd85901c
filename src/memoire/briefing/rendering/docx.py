"""A brief as DOCX, with footnotes that Word and LibreOffice number and lay out themselves.

python-docx 1.2 knows no footnotes: their part is written here by the standard (ECMA-376, part 1, 17.11). A note used
again is a cross-reference to its first use (NOTEREF), so that its number stays right when somebody edits.
"""

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Mm, Pt, RGBColor

from memoire.briefing.rendering.words import marking_words, note_words, visible
from memoire.briefing.structure import Block, Brief, Footnote, Grid, Paragraph, Points, Section, Sentence

_SERIF: Final = "Liberation Serif"
_MARGIN: Final = Mm(22)
_PAGE: Final = (Mm(210), Mm(297))
_DEEPEST: Final = 4
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # of every file in the archive: the same brief is the same bytes
_INK: Final = RGBColor(0x19, 0x1A, 0x1C)


def as_docx(brief: Brief) -> bytes:
    return _Writer(brief).written()


class _Writer:
    """One document being written; remembers which notes have been used."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._used: set[int] = set()
        self._document = docx.Document()
        self._width = Emu(_PAGE[0] - 2 * _MARGIN)

    def written(self) -> bytes:
        _lay_styles(self._document)
        _lay_page(self._document.sections[0])
        self._head()
        for section in self._brief.sections:
            self._section(section, level=1)
        for line in self._brief.closing:
            self._document.add_paragraph(visible(line)).alignment = WD_ALIGN_PARAGRAPH.LEFT
        _running_lines(self._document, self._brief)
        _attach_footnotes(self._document, self._brief)
        _properties(self._document, self._brief)
        return _steady(self._document)

    def _head(self) -> None:
        brief, document = self._brief, self._document
        document.add_paragraph(visible(brief.title), style="Title")
        if brief.subtitle:
            document.add_paragraph(visible(brief.subtitle), style="Subtitle")
        if brief.opening:
            self._run_on(document.add_paragraph(style="Small"), brief.opening)

    def _section(self, section: Section, *, level: int) -> None:
        if section.is_wide:
            self._turn(is_wide=True)
        if section.heading:
            self._document.add_heading(visible(section.heading), level=min(level, _DEEPEST))
        for block in section.blocks:
            self._block(block)
        for under in section.under:
            self._section(under, level=level + 1)
        if section.is_wide:
            self._turn(is_wide=False)

    def _turn(self, *, is_wide: bool) -> None:
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = _PAGE[::-1] if is_wide else _PAGE
        self._width = Emu(section.page_width - 2 * _MARGIN)

    def _block(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self._run_on(self._document.add_paragraph(), block.sentences)
        elif isinstance(block, Points):
            for item in block.items:
                self._run_on(self._document.add_paragraph(style="List Bullet"), item.sentences)
        else:
            self._grid(block)

    def _run_on(self, paragraph: Any, sentences: Iterable[Sentence]) -> None:
        for number, sentence in enumerate(sentences):
            if number:
                paragraph.add_run(" ")
            run = paragraph.add_run(visible(sentence.printed))
            run.bold = sentence.kind == "blank" or None
            run.italic = sentence.kind == "prompt" or None
            self._marks(paragraph, sentence.notes)

    def _grid(self, grid: Grid) -> None:
        if grid.caption:
            caption = self._document.add_paragraph(visible(grid.caption), style="Caption")
            caption.paragraph_format.keep_with_next = True
        table = self._document.add_table(rows=1, cols=len(grid.heads), style="Normal Table")
        table.autofit = False
        _rule(table)
        for cell, head in zip(table.rows[0].cells, grid.heads, strict=True):
            cell.paragraphs[0].style = "Table Text"
            cell.paragraphs[0].add_run(visible(head)).bold = True
        _repeat(table.rows[0])
        for row in grid.rows:
            for number, (cell, text) in enumerate(zip(table.add_row().cells, row.printed(), strict=True)):
                cell.paragraphs[0].style = "Table Text"
                cell.paragraphs[0].add_run(visible(text))
                if number == row.noted:
                    self._marks(cell.paragraphs[0], row.notes)
        _spread(table, grid.widths, self._width)
        self._document.add_paragraph(style="Small")

    def _marks(self, paragraph: Any, notes: Iterable[Footnote]) -> None:
        for place, note in enumerate(notes):
            number = self._brief.number_of(note)
            if place:
                paragraph.add_run(",").style = "Footnote Reference"
            if number in self._used:
                _refer(paragraph, number)
            else:
                self._used.add(number)
                _note(paragraph, number)


def _lay_page(section: Any) -> None:
    section.page_width, section.page_height = _PAGE
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN


def _lay_styles(document: Any) -> None:
    styles = document.styles
    _font(styles["Normal"], 11)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    _font(styles["Title"], 22, bold=True)
    styles["Title"].element.pPr.remove(styles["Title"].element.pPr.find(qn("w:pBdr")))
    _font(styles["Subtitle"], 12)
    for name in ("Title", "Subtitle"):
        spacing = styles[name].element.rPr.find(qn("w:spacing"))
        if spacing is not None:
            styles[name].element.rPr.remove(spacing)
    for level, size in enumerate((15, 12.5, 11, 11), start=1):
        heading = styles[f"Heading {level}"]
        _font(heading, size, bold=level < _DEEPEST, italic=level == _DEEPEST)
        heading.paragraph_format.space_before = Pt(16 - 3 * level)
        heading.paragraph_format.space_after = Pt(3)
        heading.paragraph_format.keep_with_next = True
    _font(styles["Caption"], 10, bold=True)
    styles["List Bullet"].paragraph_format.space_after = Pt(4)
    for name, size in (("Small", 9.5), ("Table Text", 9), ("Footnote Text", 8.5)):
        style = styles.add_style(name, 1)
        style.base_style = styles["Normal"]
        style.font.size = Pt(size)
        style.paragraph_format.space_after = Pt(2)
    reference = styles.add_style("Footnote Reference", 2)
    reference.font.superscript = True


def _font(style: Any, size: float, *, bold: bool = False, italic: bool = False) -> None:
    style.font.name, style.font.size = _SERIF, Pt(size)
    style.font.bold, style.font.italic = bold, italic
    style.font.color.rgb = _INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), _SERIF)


def _rule(table: Any) -> None:
    """Lines between the rows, as a printed table has them."""
    borders = OxmlElement("w:tblBorders")
    for place, eighths in (("top", "8"), ("bottom", "8"), ("insideH", "4")):
        line = OxmlElement(f"w:{place}")
        for name, value in (("val", "single"), ("sz", eighths), ("space", "0"), ("color", "8C8C86")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)


def _repeat(row: Any) -> None:
    """The head of a table on every page; no row is broken in two."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def _spread(table: Any, widths: tuple[int, ...], whole: int) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(whole * width // sum(widths))
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Emu(whole * width // sum(widths))


def _running_lines(document: Any, brief: Brief) -> None:
    """The marking at head and foot of every page, the page's number beside it."""
    section = document.sections[0]
    for paragraph in (section.header.paragraphs[0], section.footer.paragraphs[0]):
        paragraph.style = document.styles["Small"]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(marking_words(brief)).bold = True
    footer = section.footer.paragraphs[0]
    footer.add_run("  ·  ")
    _field(footer, " PAGE ", "1")


def _field(paragraph: Any, instruction: str, shown: str, *, style: str | None = None) -> None:
    """A field with what it shows until it is worked out anew."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = paragraph.add_run(shown, style=style)
    field.append(run._r)
    paragraph._p.append(field)


def _note(paragraph: Any, number: int) -> None:
    """The first use of a note, bookmarked so that later uses can point to it."""
    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    begin.set(qn("w:id"), str(number))
    begin.set(qn("w:name"), f"_Note{number}")
    end.set(qn("w:id"), str(number))
    paragraph._p.append(begin)
    run = paragraph.add_run(style="Footnote Reference")
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(number))
    run._r.append(reference)
    paragraph._p.append(end)


def _refer(paragraph: Any, number: int) -> None:
    _field(paragraph, f" NOTEREF _Note{number} \\f \\h ", str(number), style="Footnote Reference")


def _attach_footnotes(document: Any, brief: Brief) -> None:
    """The part that holds the notes, and in it the two separators that Word wants."""
    root = docx.oxml.parse_xml(
        f"<w:footnotes {nsdecls('w')}>"
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        "</w:footnote>"
        "</w:footnotes>"
    )
    for number, note in enumerate(brief.footnotes, 1):
        root.append(_footnote(number, note))
    blob = docx.oxml.xmlchemy.serialize_for_reading(root).encode()
    head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, head + blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _footnote(number: int, note: Footnote) -> Any:
    element = OxmlElement("w:footnote")
    element.set(qn("w:id"), str(number))
    paragraph = OxmlElement("w:p")
    properties, style = OxmlElement("w:pPr"), OxmlElement("w:pStyle")
    style.set(qn("w:val"), "FootnoteText")
    properties.append(style)
    paragraph.append(properties)
    mark = OxmlElement("w:r")
    look, name = OxmlElement("w:rPr"), OxmlElement("w:rStyle")
    name.set(qn("w:val"), "FootnoteReference")
    look.append(name)
    mark.extend((look, OxmlElement("w:footnoteRef")))
    paragraph.append(mark)
    paragraph.append(_text(f" {visible(note_words(note))}"))
    element.append(paragraph)
    return element


def _text(words: str) -> Any:
    """A run."""
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.set(qn("xml:space"), "preserve")
    text.text = words
    run.append(text)
    return run


def _properties(document: Any, brief: Brief) -> None:
    properties = document.core_properties
    at = datetime.combine(brief.on, time(), UTC).replace(tzinfo=None)
    properties.title, properties.author, properties.last_modified_by = visible(brief.title), "", ""
    properties.comments, properties.keywords = marking_words(brief), ""
    properties.created = properties.modified = at
    properties.language, properties.revision = "en-GB", 1


def _steady(document: Any) -> bytes:
    """The archive with the same order and moments whenever it is written."""
    written = io.BytesIO()
    document.save(written)
    steady = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            target.writestr(zipfile.ZipInfo(name, _EPOCH), source.read(name), zipfile.ZIP_DEFLATED)
    return steady.getvalue()
