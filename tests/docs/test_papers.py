"""The papers: the codebook says what the records hold, and no figure is left open."""

import re
from pathlib import Path

import pytest

from memoire import __version__
from memoire.records.codebook import AREAS, CHECKABLE, FIRMNESS, KINDS, PLOVER, SECTORS

ROOT = Path(__file__).resolve().parents[2]
CODEBOOK = (ROOT / "docs/reference/codebook.md").read_text(encoding="utf-8")


def section(number: int) -> str:
    return CODEBOOK.split(f"\n## {number}. ")[1].split("\n## ")[0]


def first_cells(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"^\| `([\w-]+)` \|", text, flags=re.MULTILINE))


def test_kinds_and_grades_of_the_codebook_are_those_of_the_records() -> None:
    assert first_cells(section(1)) == KINDS
    assert first_cells(section(3)) == FIRMNESS
    checkable = re.search(r"\*\*checkable\*\* = `(\w+)`.*?`(\w+)`.*?`(\w+)`", section(3), flags=re.DOTALL)
    assert checkable
    assert checkable.groups() == CHECKABLE


def test_areas_of_the_codebook_are_those_of_the_records_in_the_same_order() -> None:
    assert tuple(re.findall(r"`([\w-]+)`", section(5).split("The area is that")[0])) == AREAS


@pytest.mark.parametrize("values", [PLOVER, SECTORS])
def test_plover_types_and_sectors_stand_in_the_codebook_in_the_same_order(values: tuple[str, ...]) -> None:
    assert " ".join(values) in " ".join(section(2).split())


@pytest.mark.parametrize("paper", ["README.md", "docs/cards/encoder.md", "docs/cards/heads.md"])
def test_no_figure_is_left_open(paper: str) -> None:
    assert re.findall(r"«.*?»", (ROOT / paper).read_text(encoding="utf-8")) == []


def test_citation_names_the_version_of_the_package() -> None:
    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
