"""The files of the desk: small, our own or listed, without code in pages and without other machines."""

import hashlib
import re
from pathlib import Path

from django.contrib.staticfiles import finders

import memoire.desk

DESK = Path(memoire.desk.__file__).parent
STATIC = DESK / "static" / "desk"
TEMPLATES = sorted((DESK / "templates").rglob("*.html"))


def test_the_style_sheets_are_small() -> None:
    assert sum(sheet.stat().st_size for sheet in STATIC.glob("*.css")) < 60_000


def test_files_of_others_are_listed_with_their_checksum() -> None:
    rows = re.findall(r"^\| (\S+\.\w+) \| .* \| ([0-9a-f]{64}) \|$", (STATIC / "VENDORED.md").read_text("utf-8"), re.M)
    assert rows
    for name, checksum in rows:
        found = finders.find(name)
        assert found, name
        assert hashlib.sha256(Path(found).read_bytes()).hexdigest() == checksum, name


def test_every_script_that_is_loaded_is_our_own_or_listed() -> None:
    listed = (STATIC / "VENDORED.md").read_text("utf-8")
    loaded = re.findall(r"{% static '([^']+\.js)' %}", "".join(path.read_text("utf-8") for path in TEMPLATES))
    assert loaded
    assert all(name in listed for name in loaded)
    assert {path.suffix for path in STATIC.iterdir()} <= {".css", ".js", ".svg", ".md"}


def test_no_file_names_another_machine() -> None:
    for path in [*TEMPLATES, *STATIC.glob("*.css"), *STATIC.glob("*.js")]:
        text = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "").replace("http://{{ host }}", "")
        assert not re.search(
            r"(https?:)?//[a-z]", re.sub(r"^\s*//.*$", "", text, flags=re.M).replace("http://127.0.0.1", "")
        ), path


def test_no_template_carries_code_or_style() -> None:
    for path in TEMPLATES:
        text = path.read_text("utf-8")
        assert not re.search(
            r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:|\|safe\b|autoescape", text
        ), path


def test_only_logical_sides_are_used() -> None:
    """So that a right-to-left page needs no second sheet."""
    sides = (
        r"(?<![\w-])(?:margin|padding|border)-(?:left|right)|(?<![\w-])(?:left|right)\s*:|text-align:\s*(?:left|right)"
    )
    for sheet in STATIC.glob("*.css"):
        assert not re.search(sides, sheet.read_text("utf-8")), sheet.name
