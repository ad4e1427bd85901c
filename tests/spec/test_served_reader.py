"""Reading by a language model on a server: nothing that it says counts before it is found in the text."""

import json
import socket
from typing import Any

import pytest

from memoire.errors import InputRefused, UsageError
from memoire.ledger.checking import check_entry
from memoire.reading.splitting import split_sentences
from memoire.records.reading import Reading
from memoire.records.shapes import reading_as_json
from memoire.records.spans import Span
from memoire.served.address import ServerAddress, parse_address
from memoire.served.parts import cut_parts, halves
from memoire.served.quoting import places_of
from memoire.served.reader import ServedReader
from memoire.served.server import Server, ServerUnusable
from memoire.served.shapes import NoAnswer, SaidEntry, answer_schema, said_entries
from memoire.served.spending import Spending
from tests.cli.fake_reader import make_document
from tests.cli.stub_server import Stub, breaks_off, entry, fails, falls_silent, says, sends, stub, writes

TEXT = (
    "Pakistan and the United States will hold a law\n  enforcement dialogue in October, the interior ministry said. "
    "Foreign Minister Sergey Lavrov met Wang Yi in Beijing on Saturday."
)
DIALOGUE = entry(
    "Pakistan and the United States will hold a law enforcement dialogue in October", "hold", "commitment",
    by=["Pakistan", "the United States"], when="in October", voice=["the interior ministry"], firmness="agreed",
    checkable="yes", areas=["police-cooperation"],
)  # fmt: skip
MEETING = entry("Sergey Lavrov met Wang Yi in Beijing", "met", by=["Sergey Lavrov"], **{"with": ["Wang Yi"]})
LIE = entry("Pakistan will buy forty aircraft", "buy", "commitment", firmness="pledged", checkable="yes")


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds that the library would have waited between two tries."""
    seconds: list[float] = []
    monkeypatch.setattr("openai._base_client.time.sleep", seconds.append)
    return seconds


class Read:
    """A reader of a stub, and the lines that it told."""

    def __init__(self, server: Stub | str, *, spending: Spending | None = None, **settings: Any) -> None:
        self.told: list[str] = []
        address = ServerAddress(server if isinstance(server, str) else server.base_url, "tiny")
        self.spending = spending or Spending()
        self.reader = ServedReader(Server(address, self.spending, **settings), self.told.append)

    def __call__(self, text: str = TEXT, **fields: Any) -> Reading:
        return self.reader.read(make_document(text, **fields))

    def why_refused(self, text: str = TEXT, **fields: Any) -> str:
        with pytest.raises(InputRefused) as refused:
            self(text, **fields)
        return refused.value.reason


# What is said truly


def test_an_entry_has_the_shape_that_our_own_reader_gives_it() -> None:
    with stub(says(DIALOGUE, MEETING)) as server:
        dialogue, meeting = Read(server)().entries
    assert (dialogue.kind, dialogue.firmness, dialogue.checkable, dialogue.plover) == (
        "commitment", "agreed", "yes", "CONSULT",
    )  # fmt: skip
    assert [actor.country for actor in dialogue.by] == ["PAK", "USA"]
    assert dialogue.when
    assert (dialogue.when.text, dialogue.when.edtf, dialogue.when.basis) == ("in October", "2024-10", "derived")
    assert [source.text for source in dialogue.voice] == ["the interior ministry"]
    assert [actor.name for actor in (*meeting.by, *meeting.with_)] == ["Sergey Lavrov", "Wang Yi"]
    for found in (dialogue, meeting):
        check_entry(found, TEXT)


def test_white_space_may_differ_and_the_quote_is_that_of_the_text() -> None:
    with stub(says(DIALOGUE)) as server:
        found = Read(server)().entries[0]
    assert "a law\n  enforcement dialogue" in found.quote
    assert found.span.of(TEXT) == found.quote


def test_the_reading_names_the_program_and_the_language_model() -> None:
    with stub(says(DIALOGUE)) as server:
        reading = Read(server)()
        assert reading.reader.name == "served"
        assert reading.reader.encoder == f"openai:{server.base_url}#tiny"
    assert reading.entries[0].because[0] == "served:tiny"


def test_sentences_names_and_times_are_those_of_our_own_rules() -> None:
    with stub(says()) as server:
        reading = Read(server)()
    assert reading.entries == ()
    assert len(reading.sentences) == 3  # a line break ends one
    assert [time.text for time in reading.times] == ["October", "Saturday"]


# What is not


def test_a_quote_that_is_not_in_the_text_is_refused_and_named() -> None:
    with stub(says(LIE, MEETING)) as server:
        read = Read(server)
        reading = read()
    assert [found.predicate.text for found in reading.entries] == ["met"]
    assert [(r.quote, r.why) for r in reading.refused] == [(LIE["quote"], "its words do not stand in the text")]
    assert any(LIE["quote"] in line and "do not stand in the text" in line for line in read.told)
    assert "1 kept, 1 refused" in read.reader.report
    assert reading_as_json(reading, whole=True)["refused"][0]["quote"] == LIE["quote"]


@pytest.mark.parametrize(
    "quote",
    [
        "Pakistan and the United States would hold a law enforcement dialogue",  # another word
        "pakistan and the united states will hold a law enforcement dialogue",  # another case
        "Pakistan and the United States will hold a law enforcement dialog",  # half a word
        "Pakistan and the United States will hold a dialogue",  # words left out
        "   ",
    ],
)
def test_quotes_are_never_taken_for_what_they_are_not(quote: str) -> None:
    with stub(says(DIALOGUE | {"quote": quote})) as server:
        reading = Read(server)()
    assert reading.entries == ()
    assert len(reading.refused) == 1


def test_an_actor_that_is_not_in_the_text_is_left_out_and_named() -> None:
    with stub(says(MEETING | {"by": ["Sergey Lavrov", "Russia"]})) as server:
        read = Read(server)
        found = read().entries[0]
    assert [actor.name for actor in found.by] == ["Sergey Lavrov"]
    assert "left-out:by 'Russia'" in found.because
    assert any(line.startswith("left-out:by 'Russia'") for line in read.told)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"predicate": "signed"}, "'signed' is no word of its quote"),
        ({"kind": "threat"}, "kind: "),
        ({"polarity": None}, "polarity: "),
        ({"areas": ["cricket"]}, "'cricket' is not in the codebook"),
        ({"plover": "DANCE"}, "'DANCE' is not in the codebook"),
        ({"kind": "commitment"}, "a commitment needs firmness and checkable"),
        ({"areas": ["sport", "crime", "health", "energy"]}, "areas: "),
        ({"by": "Sergey Lavrov"}, "by: "),
    ],
)
def test_a_value_that_the_codebook_does_not_have_is_refused(wrong: dict[str, Any], why: str) -> None:
    with stub(says(MEETING | wrong, "no entry at all")) as server:
        reading = Read(server)()
    assert reading.entries == ()
    assert why in reading.refused[0].why
    assert len(reading.refused) == 2


def test_the_same_words_given_twice_are_one_entry() -> None:
    with stub(says(MEETING, MEETING | {"plover": "AGREE"})) as server:
        reading = Read(server)()
    assert len(reading.entries) == len(reading.refused) == 1
    assert "given twice" in reading.refused[0].why


def test_signs_that_could_repaint_a_terminal_do_not_come_back() -> None:
    with stub(says(LIE | {"quote": "gone \x1b[2J\u202e" + "x" * 500})) as server:
        read = Read(server)
        reading = read()
    shown = reading.refused[0].quote + "".join(read.told)
    assert shown.isprintable()
    assert len(reading.refused[0].quote) < 130


# A server that fails


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_or_broken_server_is_asked_again(status: int, slept: list[float]) -> None:
    with stub(fails(status), says(MEETING)) as server:
        assert len(Read(server)().entries) == 1
        assert len(server.asked) == 2


def test_it_is_asked_again_when_it_said_it_would_be_ready(slept: list[float]) -> None:
    with stub(fails(429, Retry_After="7"), says(MEETING)) as server:
        Read(server)()
    assert slept == [pytest.approx(7, abs=2)]  # the library adds a little, so that not all come at once


@pytest.mark.parametrize("status", [429, 500])
def test_in_the_end_the_document_is_refused(status: int, slept: list[float]) -> None:
    with stub(fails(status)) as server:
        assert f"answered {status}" in Read(server, tries=2).why_refused()
        assert len(server.asked) == 2


def test_silence_is_not_waited_out(slept: list[float]) -> None:
    with stub(falls_silent) as server:
        assert "did not answer within 0.2 s" in Read(server, timeout_s=0.2, tries=1).why_refused()


def test_an_answer_that_breaks_off_is_asked_for_again_or_refused(slept: list[float]) -> None:
    with stub(breaks_off, says(MEETING)) as server:
        assert len(Read(server)().entries) == 1
    with stub(breaks_off) as server:
        assert "broke off before its answer was whole" in Read(server, tries=2).why_refused()


@pytest.mark.parametrize(
    "behaviour",
    [
        writes("Certainly! Here are the entries:"),
        writes('{"entries": [{"quote": "Pakistan and'),
        writes('{"entries": "none"}'),
        writes("[" * 100_000),
        writes(""),
        sends(b"<html>welcome</html>"),
        sends(b'{"choices": []}'),
        sends(b"\xff\xfe\x00"),
    ],
)
def test_an_answer_that_is_no_answer_refuses_the_document(behaviour: Any) -> None:
    with stub(behaviour) as server:
        assert "server answered" in Read(server, tries=1).why_refused()


def test_a_fence_around_the_answer_is_no_harm() -> None:
    with stub(writes(f"```json\n{json.dumps({'entries': [MEETING]})}\n```")) as server:
        assert len(Read(server)().entries) == 1


def test_where_an_answer_is_cut_by_its_limit_the_halves_are_asked_about() -> None:
    with stub(says(finish="length"), says(DIALOGUE), says(MEETING)) as server:
        assert len(Read(server)().entries) == 2
        first, second, third = (asked["messages"][1]["content"].partition("Text:\n")[2] for asked in server.asked)
    assert first == second + third


def test_a_single_word_that_is_too_much_refuses_the_document() -> None:
    with stub(says(finish="length")) as server:
        assert "broke off at its greatest length" in Read(server).why_refused("Welcome")


def test_a_server_that_knows_no_schema_is_asked_in_plain_words_from_then_on() -> None:
    with stub(fails(400), says(MEETING)) as server:
        read = Read(server)
        assert len(read().entries) == len(read().entries) == 1
        assert ["response_format" in asked for asked in server.asked] == [True, False, False]


def test_it_stays_so_where_the_first_plain_answer_is_cut() -> None:
    with stub(fails(400), says(finish="length"), says(DIALOGUE), says(MEETING)) as server:
        assert len(Read(server)().entries) == 2
        assert ["response_format" in asked for asked in server.asked] == [True, False, False, False]


def test_a_question_that_is_too_long_in_either_form_is_halved() -> None:
    with stub(fails(400), fails(400), says(DIALOGUE), says(MEETING)) as server:
        assert len(Read(server)().entries) == 2
        assert ["response_format" in asked for asked in server.asked] == [True, False, True, True]


@pytest.mark.parametrize(("status", "remedy"), [(401, "MEMOIRE_SERVER_KEY"), (404, "check the address"), (307, "307")])
def test_a_server_that_answers_nobody_ends_the_work(status: int, remedy: str) -> None:
    with stub(fails(status, Location="http://127.0.0.1:9/v1")) as server, pytest.raises(ServerUnusable, match=remedy):
        Read(server)()
    assert len(server.asked) == 1


def test_a_server_that_is_not_there_ends_the_work(slept: list[float]) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(ServerUnusable, match="is the server running"):
        Read(place)()


# What it may cost


@pytest.mark.parametrize(
    ("limit", "done"),
    [
        ({"most_requests": 2}, 2),
        ({"most_documents": 1}, 1),
        ({"most_tokens": 2_000}, 1),
    ],
)
def test_a_limit_that_is_reached_refuses_the_rest_without_asking(limit: dict[str, int], done: int) -> None:
    with stub(says(MEETING, tokens=1_500)) as server:
        read = Read(server, spending=Spending(**limit))
        for _ in range(done):
            read()
        asked = len(server.asked)
        why = read.why_refused()
        assert len(server.asked) == asked
    assert "limit of" in why
    assert f"--{next(iter(limit)).replace('_', '-')}" in why


def test_tries_count_as_requests_and_end_at_the_limit(slept: list[float]) -> None:
    with stub(fails(500)) as server:
        read = Read(server, spending=Spending(most_requests=2))
        read.why_refused()
        assert read.spending.requests == len(server.asked) == 2


def test_an_answer_may_be_no_longer_than_what_is_left() -> None:
    with stub(says(MEETING)) as server:
        Read(server, spending=Spending(most_tokens=1_500))()
        assert 1 <= server.asked[0]["max_tokens"] < 1_000


def test_tokens_are_estimated_where_the_server_does_not_say() -> None:
    with stub(says(MEETING, tokens=None)) as server:
        read = Read(server)
        read()
    assert read.spending.tokens > len(TEXT) / 4


# What is sent, and where to


def test_long_documents_are_asked_about_in_parts_of_whole_sentences() -> None:
    text = "The ministers met in Geneva and spoke of trade. " * 200
    with stub(says()) as server:
        Read(server)(text)
        parts = [asked["messages"][1]["content"].partition("Text:\n")[2] for asked in server.asked]
    assert len(parts) > 2
    assert all(part.endswith("trade.") and len(part) <= 3_000 for part in parts)
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")


def test_only_the_question_is_sent_and_the_key_of_this_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "of another")
    monkeypatch.setenv("OPENAI_ORG_ID", "mine")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Secret: 1")
    monkeypatch.setenv("MEMOIRE_SERVER_KEY", "sesame")
    with stub(says()) as server:
        Read(server)()
        headers, asked = server.headers[0], server.asked[0]
    assert headers["authorization"] == "Bearer sesame"
    assert "of another" not in str(headers)
    assert not [name for name in headers if name.startswith(("x-", "openai-")) and "raw-response" not in name]
    assert asked.keys() == {"model", "messages", "max_tokens", "temperature", "response_format"}


@pytest.mark.parametrize("marking", ["amber+strict", "red"])
def test_what_is_marked_strictly_is_sent_to_no_other_machine(marking: str) -> None:
    read = Read("https://models.example/v1")
    assert f"marked {marking} and may not be sent to models.example" in read.why_refused(marking=marking)
    assert read.spending.requests == 0


def test_a_server_on_this_machine_may_read_it() -> None:
    with stub(says(MEETING)) as server:
        assert len(Read(server)(marking="red").entries) == 1


@pytest.mark.parametrize(
    ("host", "is_here"),
    [
        ("127.0.0.1", True), ("127.8.8.8", True), ("localhost", True), ("[::1]", True), ("[::ffff:127.0.0.1]", True),
        ("10.0.0.1", False), ("192.168.1.5", False), ("localhost.example", False), ("127.0.0.1.example", False),
        ("0.0.0.0", False),  # noqa: S104 - nothing is bound
    ],
)  # fmt: skip
def test_only_the_loopback_is_this_machine(host: str, is_here: bool) -> None:  # noqa: FBT001
    assert parse_address(f"openai:http://{host}:8080/v1#tiny").is_here == is_here


@pytest.mark.parametrize(
    "text",
    ["openai:", "http://127.0.0.1/v1#tiny", "openai:127.0.0.1:8080#tiny", "openai:http://127.0.0.1/v1", "gpt",
     "openai:http://#tiny", "openai:file://x/y#tiny", "openai:http://h:99999/v1#tiny", "openai:http://h/v1#a\nb"],
)  # fmt: skip
def test_an_address_of_another_form_is_told_the_right_one(text: str) -> None:
    with pytest.raises(UsageError, match="give openai:<base-url>#<model>"):
        parse_address(text)


@pytest.mark.parametrize("text", ["openai:https://me:secret@h/v1#tiny", "openai:https://h/v1?key=secret#tiny"])
def test_a_key_in_the_address_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(UsageError, match="MEMOIRE_SERVER_KEY") as error:
        parse_address(text)
    assert "secret" not in str(error.value)


# The pieces


def test_the_schema_demands_every_field_and_no_other() -> None:
    item = answer_schema()["properties"]["entries"]["items"]
    assert set(item["required"]) == set(item["properties"]) == {
        "quote", "kind", "predicate", "by", "to", "with", "when", "voice", "firmness", "checkable", "polarity", "areas",
        "plover",
    }  # fmt: skip
    assert item["additionalProperties"] is False


def test_what_fits_the_schema_is_taken() -> None:
    assert all(isinstance(said, SaidEntry) for said in said_entries(json.dumps({"entries": [DIALOGUE, MEETING]})))
    with pytest.raises(NoAnswer):
        said_entries("nothing")


def test_words_are_found_whole_and_everywhere() -> None:
    text = "The US used US\nsteel."
    assert places_of("US", text, within=Span(0, len(text))) == [Span(4, 6), Span(12, 14)]
    assert places_of("US steel.", text, within=Span(0, len(text))) == [Span(12, 21)]
    assert places_of("US", text, within=Span(5, 13)) == []
    assert places_of("(.*)", text, within=Span(0, len(text))) == []


def test_a_sentence_that_is_too_long_is_cut_between_words() -> None:
    text = "word " * 100
    parts = cut_parts(text, [Span(0, len(text.strip()))], longest=33)
    assert all(len(part.of(text)) <= 33 for part in parts)
    assert [word for part in parts for word in part.of(text).split()] == text.split()


def test_halves_meet_at_the_end_of_a_sentence() -> None:
    text = "They met. They spoke at length of trade. They left."
    first, second = halves(Span(0, len(text)), text, split_sentences(text)) or (None, None)
    assert first
    assert second
    assert text[: first.end].endswith(".")
    assert (first.start, first.end, second.end) == (0, second.start, len(text))
    assert halves(Span(0, 4), "They", [Span(0, 4)]) is None
