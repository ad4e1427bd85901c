"""JSON Lines: one document a line, in order, each with its own day; a bad line is named and the others go on."""

import hashlib
import io
import json
import tracemalloc
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from memoire.errors import InputRefused
from memoire.intake import corpus
from memoire.intake.inputs import list_inputs
from memoire.intake.originals import decoded_original
from memoire.intake.taking import take_in
from memoire.records.document import Document
from tests.files.intake.from_bytes import document, taken

TEXT = "The two sides met on Saturday.\r\nThey agreed “to meet again”."


def line(**fields: Any) -> bytes:
    return json.dumps({"text": TEXT} | fields).encode()


def reason(data: bytes) -> str:
    (found,) = taken(data, "c.jsonl")
    assert isinstance(found, InputRefused)
    assert found.source == "c.jsonl, line 1"
    return found.reason


def test_every_field_of_a_line_comes_back() -> None:
    data = line(
        id="2024/07-14 a", title="Talks", published="2024-07-14", url="https://example.org/a", kind="readout",
        publisher="Ministry", marking="TLP:AMBER+STRICT", licence="CC0",
    )  # fmt: skip
    found = document(data + b"\n", "c.jsonl")
    assert (found.id, found.title, found.published, found.source) == (
        "2024/07-14 a", "Talks", date(2024, 7, 14), "https://example.org/a",
    )  # fmt: skip
    assert (found.kind, found.publisher, found.marking, found.published_basis) == (
        "read-out", "Ministry", "amber+strict", "given",
    )  # fmt: skip
    assert found.text == TEXT
    assert found.media_type == "application/json"


def test_only_the_text_is_needed() -> None:
    found = document(line(title=None, published=None, url="", kind="other"), "c.jsonl")
    assert found.id == found.sha256[:16]
    assert found.source == "c.jsonl, line 1"
    assert (found.title, found.published, found.kind, found.publisher, found.marking) == (None,) * 5


def test_the_original_of_a_line_is_its_bytes_and_the_map_counts_in_its_text() -> None:
    data = line(id="a")
    found = document(b"\n" + data + b"\r\n", "c.jsonl")
    assert found.original == data
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert found.character_map == ()
    assert decoded_original(found.original, found.media_type) == found.text


def test_a_number_as_id_comes_back_in_its_digits() -> None:
    assert document(line(id=7), "c.jsonl").id == "7"


def test_a_day_may_be_given_with_its_hour() -> None:
    assert document(line(published="2024-07-14T23:30:00+05:00"), "c.jsonl").published == date(2024, 7, 14)


def test_the_day_given_by_the_user_goes_before_that_of_each_line() -> None:
    found = document(line(published="2024-07-14"), "c.jsonl", published=date(2024, 8, 1))
    assert found.published == date(2024, 8, 1)


def test_a_line_without_a_day_takes_that_of_its_dateline() -> None:
    text = "WASHINGTON, July 14, 2024 (AP) - The two sides met to speak of the police."
    found = document(json.dumps({"text": text}).encode(), "c.jsonl")
    assert (found.published, found.published_basis) == (date(2024, 7, 14), "found")


def test_a_bad_line_in_the_middle_does_not_stop_the_others() -> None:
    data = b"\n".join([line(id="1"), b"{not json", b"", line(id="4")])
    first, second, third = taken(data, "c.jsonl")
    assert isinstance(first, Document)
    assert isinstance(third, Document)
    assert (first.id, third.id) == ("1", "4")
    assert isinstance(second, InputRefused)
    assert str(second).startswith("c.jsonl, line 2: is not JSON (")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"[1, 2]", "is not a JSON object but [1, 2]; each line must be one object"),
        (b'"The two sides met."', "is not a JSON object but"),
        (b'{"id": "a"}', 'has no "text"; each line needs one'),
        (b'{"text": ""}', "holds no text"),
        (b'{"text": " \\n"}', "holds only white space"),
        (b'{"text": 5}', '"text" is 5, not text'),
        (b'{"text": "a\\u0000b"}', '"text" holds U+0000 at 1'),
        (b'{"text": "a\\ud83d"}', '"text" holds U+D83D at 1, which is no character'),
        (b'{"text": "caf\xe9"}', "is not UTF-8 (byte 0xE9 at 13)"),
        (b'{"text": ' + b"[" * 100_000, "is JSON of a size that no document needs"),
        (line(published="31 Feb 2024"), '"published" is "31 Feb 2024", which is not a day; give it as YYYY-MM-DD'),
        (line(published="2024-07"), '"published" is "2024-07", which is not a day'),
        (line(published=20240714), '"published" is 20240714, not text'),
        (line(title=["a"]), '"title" is ["a"], not text'),
        (line(id="x" * 301), '"id" has 301 characters; 300 at most'),
        (line(marking="secret"), '"marking" is "secret"; give one of clear, green, amber, amber+strict, red'),
        (
            json.dumps({"text": "Der Minister sagte, dass die Polizei im Oktober kommen werde."}).encode(),
            "is in German",
        ),
    ],
)
def test_what_is_wrong_with_a_line_is_said(data: bytes, why: str) -> None:
    assert why in reason(data + b"\n")


def test_a_line_above_the_limit_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "MOST_BYTES", 2**20)
    data = b'{"text": "' + b"The two of the sides. " * 100_000 + b'"}\n' + line(id="2")
    long, short = taken(data, "c.jsonl")
    assert str(long) == "c.jsonl, line 1: is longer than 1 MB; split the text"
    assert isinstance(short, Document)
    assert short.id == "2"


def test_standard_input_may_be_a_corpus() -> None:
    (listed,) = list_inputs(["-"], stdin=io.BytesIO(line(id="1") + b"\n" + line(id="2")))
    assert listed.documents is None
    assert [found.id for found in take_in(listed) if isinstance(found, Document)] == ["1", "2"]


def test_a_corpus_says_how_many_lines_it_has(tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_bytes(line() + b"\n" + line() + b"\n" + line())
    (listed,) = list_inputs([str(tmp_path / "c.jsonl")])
    assert listed.documents == 3


def test_a_corpus_of_any_length_takes_the_memory_of_a_line(tmp_path: Path) -> None:
    with (tmp_path / "c.jsonl").open("wb") as stream:
        for number in range(20_000):
            stream.write(line(id=str(number), published="2024-07-14") + b"\n")
    (listed,) = list_inputs([str(tmp_path / "c.jsonl")])
    assert listed.documents == 20_000
    tracemalloc.start()
    try:
        count = sum(1 for _ in take_in(listed))
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 20_000
    assert peak_bytes < 2 * 2**20
