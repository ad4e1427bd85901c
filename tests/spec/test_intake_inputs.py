"""What a name stands for: a file, a folder walked in order, standard input."""

import io
import sys
from pathlib import Path

import pytest

from memoire.errors import InputRefused
from memoire.intake.inputs import Input, list_inputs
from memoire.intake.taking import take_in
from memoire.records.document import Document

TEXT = "The two sides met."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c", ".hidden/d.txt", ".e.txt", "sub/deep/f.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    return tmp_path


def names(listed: list[Input], folder: Path) -> list[str]:
    return [Path(one.source).relative_to(folder).as_posix() for one in listed]


def test_a_folder_is_walked_by_name_without_hidden_files(folder: Path) -> None:
    assert names(list_inputs([str(folder)]), folder) == ["a.md", "b.txt", "sub/c", "sub/deep/f.txt"]


def test_inputs_come_in_the_order_given(folder: Path) -> None:
    given = [str(folder / "sub/c"), str(folder / "a.md")]
    assert [one.source for one in list_inputs(given)] == given


def test_a_link_back_to_a_folder_above_is_not_followed(folder: Path) -> None:
    (folder / "sub/loop").symlink_to(folder)
    assert "sub/loop" not in " ".join(names(list_inputs([str(folder)]), folder))


def test_nothing_is_opened_or_refused_before_it_is_taken_in(tmp_path: Path) -> None:
    (listed,) = list_inputs([str(tmp_path / "none.txt")])
    assert listed.size_bytes is None
    assert isinstance(next(take_in(listed)), InputRefused)


def test_sizes_are_known_for_progress(folder: Path) -> None:
    assert {(one.documents, one.size_bytes) for one in list_inputs([str(folder)])} == {(1, len(TEXT))}


def test_standard_input_is_read_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The two sides\r\nmet.")))
    (listed,) = list_inputs(["-"])
    (found,) = take_in(listed)
    assert isinstance(found, Document)
    assert found.text == "The two sides\r\nmet."
    assert found.source == "-"


def test_standard_input_twice_is_empty_the_second_time() -> None:
    first, second = list_inputs(["-", "-"], stdin=io.BytesIO(TEXT.encode()))
    assert isinstance(next(take_in(first)), Document)
    refused = next(take_in(second))
    assert isinstance(refused, InputRefused)
    assert refused.reason == "is empty"


def test_one_bad_file_does_not_stop_the_others(folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"\x89PNG")
    found = [one for listed in list_inputs([str(folder)]) for one in take_in(listed)]
    assert [type(one) for one in found] == [Document, InputRefused, Document, Document]
