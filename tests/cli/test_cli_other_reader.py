"""--reader: a language model on a server, from the command to what is printed and kept."""

import builtins
import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from click.testing import CliRunner

from memoire.cli.main import main
from tests.cli.conftest import Memoire
from tests.cli.stub_server import entry, fails, says, stub

TEXT = "Pakistan and the United States held a dialogue on crime in Islamabad."
HELD = entry(
    "Pakistan and the United States held a dialogue on crime in Islamabad", "held", by=["Pakistan", "the United States"]
)
LIE = entry("Pakistan bought forty aircraft", "bought")
ELSEWHERE = "openai:http://models.example/v1#tiny"


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_read_prints_what_was_found_and_names_what_was_refused(memoire: Memoire) -> None:
    with stub(says(HELD, LIE)) as server:
        done = memoire("read", "-", "--as", "reading", "--reader", server.reader, stdin=TEXT)
    (shape,) = lines(done.stdout)
    assert done.exit_code == 0
    assert [found["quote"] for found in shape["entries"]] == [HELD["quote"]]
    assert shape["reader"]["encoder"] == server.reader
    assert shape["refused"] == [{"quote": LIE["quote"], "why": "its words do not stand in the text"}]
    assert f"refused entry: -: {LIE['quote']!r}: its words do not stand in the text" in done.stderr
    assert "entries 1 kept, 1 refused, 0 left out; 1 requests, 100 tokens, 1 documents" in done.stderr
    assert "warning" not in done.stderr


def test_add_keeps_it_as_proposals_and_twice_is_once(memoire: Memoire) -> None:
    with stub(says(HELD)) as server:
        assert "added 1" in memoire("add", "-", "--reader", server.reader, stdin=TEXT).stdout
        assert "already there 1" in memoire("add", "-", "--reader", server.reader, stdin=TEXT).stdout
        assert len(server.asked) == 1
    assert "held" in memoire("list", "event").stdout


def test_the_user_is_told_once_that_text_leaves_the_machine(memoire: Memoire) -> None:
    corpus = "".join(json.dumps({"id": name, "text": TEXT, "marking": "red"}) + "\n" for name in "abc")
    done = memoire("read", "-", "--reader", ELSEWHERE, stdin=corpus)
    assert done.exit_code == 3
    assert done.stderr.count("leaves this machine: it is sent to models.example, unencrypted") == 1
    assert done.stderr.count("is marked red and may not be sent to models.example") == 3
    assert "0 requests" in done.stderr


def test_the_marking_given_to_add_counts(memoire: Memoire) -> None:
    done = memoire("add", "-", "--marking", "amber+strict", "--reader", ELSEWHERE, stdin=TEXT)
    assert "is marked amber+strict and may not be sent" in done.stderr


def test_a_marking_that_the_ledger_holds_counts(memoire: Memoire) -> None:
    memoire("add", "-", "--marking", "red", stdin=TEXT)
    assert "is marked red and may not be sent" in memoire("add", "-", "--reader", ELSEWHERE, stdin=TEXT).stderr


def test_what_a_limit_leaves_unread_is_refused_and_the_rest_is_kept(memoire: Memoire) -> None:
    corpus = "".join(json.dumps({"id": name, "text": TEXT}) + "\n" for name in "abc")
    with stub(says(HELD)) as server:
        done = memoire("read", "-", "--as", "json", "--reader", server.reader, "--most-documents", "2", stdin=corpus)
        assert len(server.asked) == 2
    assert done.exit_code == 1
    assert len(lines(done.stdout)) == 2
    assert "the limit of 2 documents is reached" in done.stderr


def test_a_server_that_knows_nobody_is_one_line(memoire: Memoire) -> None:
    with stub(fails(401)) as server:
        done = memoire("read", "-", "--reader", server.reader, stdin=TEXT)
    assert done.exit_code == 3
    assert "answered 401" in done.stderr
    assert "Traceback" not in done.output


@pytest.mark.parametrize("words", [["--reader", "gpt"], ["--reader", ELSEWHERE, "--most-tokens", "0"]])
def test_wrong_usage_is_status_two(memoire: Memoire, words: list[str]) -> None:
    assert memoire("read", "-", *words, stdin=TEXT).exit_code == 2


def test_without_the_library_the_user_is_told_how_to_get_it(memoire: Memoire, monkeypatch: pytest.MonkeyPatch) -> None:
    found = builtins.__import__

    def without(name: str, scope: Mapping[str, object] | None = None, inside: Any = None, names: Sequence[str] = (), level: int = 0) -> Any:  # fmt: skip # noqa: E501
        if name == "openai":
            raise ImportError("No module named 'openai'")
        return found(name, scope, inside, names, level)

    monkeypatch.setattr(builtins, "__import__", without)
    done = memoire("read", "-", "--reader", ELSEWHERE, stdin=TEXT)
    assert done.exit_code == 3
    assert "pip install 'aide-memoire[llm]'" in done.stderr


def test_help_says_where_the_key_comes_from() -> None:
    told = " ".join(CliRunner().invoke(main, ["read", "--help"]).stdout.split())
    assert "openai:<base-url>#<model>" in told
    assert "$MEMOIRE_SERVER_KEY" in told
