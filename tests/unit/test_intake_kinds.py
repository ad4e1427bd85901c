"""Spellings of kinds, and formats told apart by their beginnings."""

import pytest

from memoire.intake.charsets import declared_charset
from memoire.intake.extract import Unreadable
from memoire.intake.kinds import document_kind
from memoire.intake.recognising import Format, recognise
from memoire.records.document import DOCUMENT_KINDS


@pytest.mark.parametrize(
    ("spelling", "kind"),
    [
        ("readout", "read-out"), ("Read-Out", "read-out"), ("joint", "joint-statement"),
        ("Joint Statement", "joint-statement"),
        ("joint_statement", "joint-statement"), ("fact sheet", "statement"), ("factsheet", "statement"),
        ("order", "statement"),
        ("gaggle", "transcript"), ("remarks", "transcript"), ("news", "news"), ("other", None), ("", None),
    ],
)  # fmt: skip
def test_a_spelling_of_a_kind(spelling: str, kind: str | None) -> None:
    assert document_kind(spelling) == kind


@pytest.mark.parametrize("kind", DOCUMENT_KINDS)
def test_our_own_names_stand_for_themselves(kind: str) -> None:
    assert document_kind(kind) == kind


@pytest.mark.parametrize(
    ("head", "name", "form"),
    [
        (b"The two sides met.", "a.txt", "text"),
        (b"# The two sides", "a.MD", "markdown"),
        (b"<p>The two sides", "a.htm", "web-page"),
        (b"The two sides met.", "-", "text"),
        (b"  <!DOCTYPE html><html>", "-", "web-page"),
        (b"<!-- saved --><!-- twice -->\n<HTML>", "page", "web-page"),
        (b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "x">', "page", "web-page"),
        (b"<html> is a tag", "a.txt", "text"),  # a name that says what it is is believed
        (b"\xef\xbb\xbf{\"text\": \"x\"}\n", "page", "corpus"),
        (b'{"text": "' + b"x" * 5000, "page", "corpus"),
        (b"{not json}\n", "page", "text"),
        (b"%PDF-1.7", "a.txt", "pdf"),  # bytes decide before the name
        (b"junk\n%PDF-1.7", "-", "pdf"),
        (b"PK\x03\x04", "-", "word"),
        (b"", "c.ndjson", "corpus"),
    ],
)  # fmt: skip
def test_the_format_of_an_input(head: bytes, name: str, form: Format) -> None:
    assert recognise(head, name) == form


def test_a_head_of_nothing_but_comments_is_looked_at_once() -> None:
    assert recognise(b"<!--x-->" * 500 + b"<p>", "page") == "text"


def test_a_known_format_that_is_not_read_is_named() -> None:
    with pytest.raises(Unreadable, match="web archive"):
        recognise(b"WARC/1.0", "a.warc")


@pytest.mark.parametrize(
    ("page", "charset"),
    [
        (b"<meta charset=utf-8>", "utf-8"),
        (b"<META content='text/html; charset=ISO-8859-1' http-equiv=Content-Type>", "ISO-8859-1"),
        (b"<?xml version='1.0' encoding='windows-1251'?>", "windows-1251"),
        (b"<!-- <meta charset=koi8-r> --><meta charset='utf-8'>", "utf-8"),
        (b"<p>charset=koi8-r</p>", None),
    ],
)
def test_the_charset_that_a_page_declares(page: bytes, charset: str | None) -> None:
    assert declared_charset(page) == charset
