"""What cannot be read is refused with its reason and what to do, and nothing else stops for it."""

import io
import zipfile
from pathlib import Path

import pytest

from memoire.errors import InputRefused, UsageError
from memoire.intake import pdf, taking
from memoire.intake.days import parse_day
from memoire.intake.inputs import Input, list_inputs
from memoire.intake.limits import MOST_BYTES, MOST_TAGS
from memoire.intake.taking import take_in
from memoire.records.document import Document
from tests.files.intake.from_bytes import pack, paragraph, refusal, taken, word_file
from tests.files.intake.pdf_press import column, print_pdf

GERMAN = "Der Minister sagte am Samstag, dass die Polizei beider Länder im Oktober zusammenkommen werde."
URDU = "دونوں ممالک کے وزرائے داخلہ نے ہفتے کو اسلام آباد میں ملاقات کی اور پولیس کے تعاون پر بات چیت کی۔"
PAGE = "<html><head>{}</head><body><p>The two sides met at the café to speak of the police.</p></body></html>"


# Nothing there


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a.jsonl", "a", "-"])
def test_an_empty_input(name: str) -> None:
    assert refusal(b"", name) == "is empty"


def test_only_white_space() -> None:
    assert refusal(b" \n\t\r\n\xc2\xa0") == "holds only white space"
    assert refusal(word_file(paragraph(" ")), "a.docx") == "holds no text"


def test_a_page_without_an_article() -> None:
    assert "has no article" in refusal(b"<html><body><script>1</script></body></html>", "a.html")
    assert "has no article" in refusal(b"<!-- nothing -->", "a.html")


# Not text


@pytest.mark.parametrize(
    ("beginning", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n", "is an image"),
        (b"\x1f\x8b\x08", "is compressed with gzip; unpack it first"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Word file, or one with a password; save it as DOCX"),
        (b"{\\rtf1", "is RTF; save it as DOCX or plain text"),
        (b"\x7fELF", "is a program"),
        (b"The two\0sides", "is binary, not text (byte 0x00 at 7)"),
        (b"\x01\x02\x03\x04abc", "is binary, not text (control characters)"),
    ],
)
def test_binary(beginning: bytes, reason: str) -> None:
    assert reason in refusal(beginning + b"....")


def test_formats_that_are_not_read_yet_are_named() -> None:
    assert "is JSON, but not one object a line" in refusal(b'{\n  "text": "The two sides met."\n}', "a.json")
    assert "is mail" in refusal(b"From: a@example.org\n\nThe two sides met.", "a.eml")
    assert "is XML other than a web page" in refusal(b'<?xml version="1.0"?><rss></rss>', "feed")
    assert "is a spreadsheet (XLSX)" in refusal(pack("<x/>", name="xl/workbook.xml"), "a.xlsx")
    assert "is a ZIP archive and no DOCX" in refusal(pack("<x/>", name="a.txt"), "a.zip")


# Charsets


def test_text_that_is_not_utf_8_names_the_byte() -> None:
    reason = refusal("The café of the two sides.".encode("cp1252"))
    assert reason == "is not UTF-8 (byte 0xE9 at 7); if it is windows-1252, convert it with `iconv -f cp1252 -t utf-8`"


def test_utf_16_without_a_byte_order_mark() -> None:
    assert "UTF-16 without a byte-order mark" in refusal("The two sides met.".encode("utf-16-le"))


@pytest.mark.parametrize(
    "declared", ['<meta charset="utf-8">', '<meta http-equiv=x content="text/html; charset=utf-8">']
)
def test_a_page_that_is_not_in_the_charset_it_declares(declared: str) -> None:
    assert "is not utf-8, as it declares (byte 0xE9 at " in refusal(PAGE.format(declared).encode("cp1252"), "a.html")


def test_a_page_in_utf_8_that_declares_another_charset() -> None:
    reason = refusal(PAGE.format("<meta charset=iso-8859-1>").encode(), "a.html")
    assert reason == "declares the charset iso-8859-1, but its bytes are UTF-8; correct the declaration"


def test_a_page_that_declares_an_unknown_charset() -> None:
    assert "declares the charset 'utf-7'" in refusal(PAGE.format("<meta charset=utf-7>").encode(), "a.html")


def test_a_page_in_the_old_charset_it_declares_is_read() -> None:
    (found,) = taken(PAGE.format("<meta charset=iso-8859-1>").encode("cp1252"), "a.html")
    assert isinstance(found, Document)
    assert "café" in found.text


# PDF and DOCX


def test_an_encrypted_pdf() -> None:
    locked = print_pdf([column("The two sides met.")], password="x")  # noqa: S106
    assert refusal(locked, "a.pdf") == "is an encrypted PDF; save it without its password"


def test_a_pdf_without_text() -> None:
    assert (
        refusal(print_pdf([[], []]), "a.pdf") == "is a PDF without text, such as a scan; recognise its text first (OCR)"
    )


def test_a_damaged_pdf() -> None:
    assert "is a damaged PDF" in refusal(b"%PDF-1.4\nnothing here", "a.pdf")
    assert "is a damaged PDF" in refusal(print_pdf([column("The two sides met.")])[:200], "a.pdf")
    assert "is not a PDF, though its name says so" in refusal(b"The two sides met.", "a.pdf")


def test_a_pdf_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PDF_SECONDS", 0.001)
    assert "takes longer than 0.001 s" in refusal(print_pdf([column("The two sides met.")]), "a.pdf")


def test_a_pdf_that_takes_too_much_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PDF_MEMORY_BYTES", 2**20)  # less than any Python needs to load PDFium
    assert "is a damaged PDF" in refusal(print_pdf([column("The two sides met.")]), "a.pdf")


def test_a_damaged_docx() -> None:
    whole = word_file(paragraph("The two sides met."))
    assert "is a damaged DOCX" in refusal(whole[: len(whole) // 2], "a.docx")
    assert "is a damaged DOCX" in refusal(pack("<w:document"), "a.docx")


def test_a_docx_that_unpacks_to_far_more_than_a_text() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(60):
            part.write(b" " * 2**20)
    assert len(bomb.getvalue()) < 2**20
    assert refusal(bomb.getvalue(), "a.docx") == "unpacks to more than 50 MB; split it"


def test_entities_of_a_docx_are_not_expanded() -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    assert "is a damaged DOCX" in refusal(pack(f"<!DOCTYPE a [{lol}]><a>&l9;</a>"), "a.docx")
    assert "is a damaged DOCX" in refusal(pack(f'<!DOCTYPE a [{lol}]><a b="&l9;"/>'), "a.docx")
    file = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:/etc/passwd">]><a>&x;</a>'
    assert "document type of its own" in refusal(pack(file), "a.docx")


# Too large


def test_a_file_above_the_limit() -> None:
    assert refusal(b"The two of the sides\n" * (MOST_BYTES // 21 + 1)) == "is larger than 50 MB; split it"


def test_a_page_of_too_many_tags() -> None:
    page = b"<html><body><p>The two sides met." + b"<b>" * MOST_TAGS
    assert refusal(page, "a.html") == "has more than 200,000 tags; save the part with the text"


# Language


@pytest.mark.parametrize(("text", "language"), [(GERMAN, "German"), (URDU, "Urdu")])
def test_a_text_that_is_not_english(text: str, language: str) -> None:
    assert refusal(text.encode()) == f"is in {language}; only English is read so far"


def test_an_english_text_with_few_common_words_is_read() -> None:
    assert isinstance(taken(b"Arrests: 12. Seizures: 30 kg heroin, 4 vehicles.")[0], Document)
    assert isinstance(taken(b"Naqvi: Met Blome.")[0], Document)


# Days


def test_a_day_given_that_is_none() -> None:
    with pytest.raises(UsageError, match=r"^'31 Feb 2024' is not a day; give --published as YYYY-MM-DD$"):
        parse_day("31 Feb 2024")
    with pytest.raises(UsageError, match="'2024-02-31' is not a day"):
        parse_day("2024-02-31")


# Names


def only(source: str) -> str:
    (listed,) = list_inputs([source])
    (found,) = take_in(listed)
    assert isinstance(found, InputRefused)
    assert found.source == source
    return found.reason


def test_no_such_file(tmp_path: Path) -> None:
    assert only(str(tmp_path / "none.txt")) == "no such file; check the name"
    assert only("") == "is no name of a file; check it"
    assert only("a\0b") == "is no name of a file; check it"


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("The two sides met.")

    def deny(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)
    assert only(str(tmp_path / "a.txt")) == "may not be opened (permission denied); ask for the right to read it"


def test_an_address_is_not_fetched() -> None:
    for address in ("https://www.example.org/statement", "ftp://example.org/a.txt"):
        assert only(address) == "is an address; nothing is fetched yet: save the page and give the file"


def test_a_folder_without_files(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("The two sides met.")
    assert only(str(tmp_path)) == "holds no file to read; hidden files are left out"


def test_a_fault_of_ours_is_not_taken_for_a_fault_of_the_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: bytes) -> None:
        raise ZeroDivisionError

    monkeypatch.setitem(taking._READERS, "text", broken)
    with pytest.raises(ZeroDivisionError):
        list(take_in(Input("a.txt", stream=io.BytesIO(b"The two sides met."))))
