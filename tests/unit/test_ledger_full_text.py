"""What a person types is never syntax of the full-text index."""

import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from memoire.ledger.full_text import match_expression


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='porter unicode61 remove_diacritics 2')")
    connection.executemany("INSERT INTO words VALUES (?)", [("training of police officers",), ("a café in Lahore",)])
    return connection


def found(index: sqlite3.Connection, words: str) -> list[str]:
    expression = match_expression(words)
    return [row[0] for row in index.execute("SELECT text FROM words WHERE words MATCH ?", (expression,))]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("police", 1),
        ("trained officer", 1),
        ("cafe", 1),
        ("lah", 1),
        ("police Lahore", 0),
        ("OR", 0),
        ("words:police", 0),
        ("police !", 1),
        ("! police", 1),
    ],
)
def test_every_word_is_wanted_and_the_last_may_be_a_beginning(
    index: sqlite3.Connection, words: str, number: int
) -> None:
    assert len(found(index, words)) == number


@given(st.text(st.characters(exclude_categories=())))
@example("\0")
@example("\ud800")
def test_nothing_that_is_typed_breaks_the_search(words: str) -> None:
    expression = match_expression(words)
    if expression:
        connection = sqlite3.connect(":memory:")
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
        connection.execute("SELECT * FROM words WHERE words MATCH ?", (expression,)).fetchall()
