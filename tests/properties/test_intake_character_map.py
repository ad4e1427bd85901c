"""What a character map says is so: each of its runs is the same in the text and in the decoded original."""

import html
import string

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from memoire.errors import InputRefused
from memoire.intake.aligning import align
from memoire.intake.character_map import MappedText, place_in_original
from memoire.intake.originals import decoded_original
from memoire.intake.visible_letters import visible_letters
from memoire.records.document import Document
from memoire.records.spans import Span
from tests.files.intake.from_bytes import taken, word_file
from tests.files.intake.pdf_press import column, print_pdf

OPENING = "The two sides agreed to the plan of the ministers and to that of the others. "
WORDS = st.text(string.ascii_letters + "é’“”—&<>'\"0123456789.,;", min_size=1, max_size=9)
BLOCKS = st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=8)
NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a.jsonl", "a", "a.xyz"])
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def assert_is_exact(found: Document) -> None:
    original = decoded_original(found.original, found.media_type)
    if not found.character_map:
        assert found.text == original
    last = 0
    for start, origin, length in found.character_map:
        assert start >= last
        assert length > 0
        assert found.text[start : start + length] == original[origin : origin + length]
        last = start + length
    assert last <= len(found.text)


def only(data: bytes, name: str) -> Document:
    (found,) = taken(data, name)
    assume(isinstance(found, Document))  # a text that happens to be no English
    assert isinstance(found, Document)
    assert_is_exact(found)
    return found


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, str]:
    """Blocks of words as a page, its letters here and there written as entities or cut by tags; and the blocks."""
    blocks = draw(BLOCKS)
    written = []
    for block in blocks:
        pieces = []
        for letter in block:
            way = draw(st.integers(0, 20))
            piece = html.escape(letter)
            if letter == " ":
                piece = draw(st.sampled_from([" ", "\n", "\n\t ", "&nbsp;", "&#32;"]))
            elif way == 1:
                piece = f"&#{ord(letter)};"
            elif way == 2:
                piece = f"<b class='>'>{piece}</b>"
            elif way == 3:
                piece = f"{piece}<!-- {letter} -->"
            pieces.append(piece)
        written.append(f"<p>{''.join(pieces)}</p>")
    menu = draw(st.lists(st.sampled_from(blocks), max_size=2))
    head = "<nav>" + "".join(f"<a href='x'>{html.escape(words)}</a>" for words in menu) + "</nav>"
    return head + "<script>if (a < b) {}</script>".join(written), "\n\n".join(blocks)


@given(pages())
@settings(deadline=None)
def test_every_letter_of_a_page_is_found_again_in_its_source(page: tuple[str, str]) -> None:
    source, text = page
    runs = align(text, source)
    mapped = 0
    for start, origin, length in runs:
        assert text[start : start + length] == source[origin : origin + length]
        mapped += sum(not letter.isspace() for letter in text[start : start + length])
    entities = source.count("&#") + sum(source.count(name) for name in ("&amp;", "&lt;", "&gt;", "&quot;"))
    assert mapped >= sum(not letter.isspace() for letter in text) - entities


@given(st.text(max_size=200))
def test_any_text_has_visible_letters_at_rising_places(source: str) -> None:
    letters = visible_letters(source)
    assert sum(map(len, letters.pieces)) == len(letters.positions)
    assert list(letters.positions) == sorted(letters.positions)
    assert all(position < len(source) for position in letters.positions)


@given(BLOCKS)
@FEW
def test_web_pages(blocks: list[str]) -> None:
    body = "".join(f"<p>{html.escape(block)}</p>" for block in [OPENING, *blocks])
    only(f"<html><body><article>{body}</article></body></html>".encode(), "a.html")


@given(BLOCKS)
@FEW
def test_docx(blocks: list[str]) -> None:
    body = "".join(f"<w:p><w:r><w:t>{html.escape(block)}</w:t></w:r></w:p>" for block in [OPENING, *blocks])
    found = only(word_file(body), "a.docx")
    assert found.text.split("\n\n") == [OPENING.strip(), *(block.strip() for block in blocks)]


@given(BLOCKS)
@settings(FEW, max_examples=8)  # each takes a process
def test_pdf(blocks: list[str]) -> None:
    found = only(print_pdf([column(OPENING, *blocks)]), "a.pdf")
    assert found.text.startswith("The two sides agreed")


@given(st.text(max_size=60), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_plain_text_is_its_own_original(words: str, charset: str) -> None:
    text = OPENING + words
    assume("\0" not in text and not text.startswith("\ufeff"))
    (found,) = taken(text.encode(charset))
    if isinstance(found, Document):
        assert found.text == text
        assert found.character_map == ()
        assert decoded_original(found.original, found.media_type) == text


@given(
    st.binary(max_size=400),
    NAMES,
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b'{"text": ', b"\xff\xfe"]),
)
@settings(deadline=None)
def test_whatever_comes_in_is_a_document_or_a_refusal(data: bytes, name: str, beginning: bytes) -> None:
    found = taken(beginning + data, name)
    assert found
    for one in found:
        if isinstance(one, Document):
            assert_is_exact(one)
        else:
            assert isinstance(one, InputRefused)
            assert one.reason


@given(st.lists(st.tuples(st.text(max_size=5), st.booleans(), st.integers(0, 3)), max_size=12))
def test_a_text_put_together_knows_where_its_pieces_came_from(pieces: list[tuple[str, bool, int]]) -> None:
    mapped, original = MappedText(), ""
    for piece, is_taken, skipped in pieces:
        original += "x" * skipped
        if is_taken:
            mapped.take(piece, len(original))
            original += piece
        else:
            mapped.put(piece)
    assert mapped.text() == "".join(piece for piece, *_ in pieces)
    for start, origin, length in mapped.character_map():
        assert mapped.text()[start : start + length] == original[origin : origin + length]
    assert sum(length for *_, length in mapped.character_map()) == sum(
        len(piece) for piece, is_taken, _ in pieces if is_taken
    )


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=8), st.data())
def test_the_place_of_a_span_holds_every_mapped_character_of_it(
    steps: list[tuple[int, int, int]], data: st.DataObject
) -> None:
    runs, text_at, origin_at = [], 0, 0
    for length, gap, origin_gap in steps:
        runs.append((text_at + gap, origin_at + origin_gap, length))
        text_at, origin_at = text_at + gap + length, origin_at + origin_gap + length
    start = data.draw(st.integers(0, text_at - 1))
    end = data.draw(st.integers(start + 1, text_at))
    places = {text + step: origin + step for text, origin, length in runs for step in range(length)}
    inside = [places[at] for at in range(start, end) if at in places]
    place = place_in_original(tuple(runs), Span(start, end))
    assert place == (Span(inside[0], inside[-1] + 1) if inside else None)
