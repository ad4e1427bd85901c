"""The voice of an entry: outermost first, each with its cue."""

from memoire.reading.resolving.voices import chain_voice
from memoire.records.entry import Actor
from memoire.records.spans import Span


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def chain(
    text: str, quote: str, sources: list[str], cues: list[str], sectors: dict[str, str]
) -> list[tuple[str, str | None]]:
    def who(span: Span) -> list[Actor]:
        return [Actor(span.of(text), span, span.of(text), sector=sectors.get(span.of(text)))]

    found = chain_voice(
        text, span_of(text, quote), [span_of(text, s) for s in sources], [span_of(text, c) for c in cues], who
    )
    return [(source.text, source.cue.text if source.cue else None) for source in found]


def test_no_source_is_no_voice() -> None:
    assert chain("It rained, he said.", "It rained", [], ["said"], {}) == []


def test_a_cue_belongs_to_the_nearest_source() -> None:
    text = "The port is open, the mayor said, the Daily Post reported."
    assert chain(
        text, "The port is open", ["the mayor", "the Daily Post"], ["said", "reported"], {"the Daily Post": "MED"}
    ) == [
        ("the Daily Post", "reported"),
        ("the mayor", "said"),
    ]


def test_the_farther_source_is_the_outer_one() -> None:
    text = "A statement said that, as the minister told reporters, the port is open."
    assert chain(text, "the port is open", ["the minister", "A statement"], ["told", "said"], {}) == [
        ("A statement", "said"),
        ("the minister", "told"),
    ]


def test_a_source_inside_the_quote_is_the_inner_one() -> None:
    text = "The minister said they hope for peace."
    assert [source for source, _ in chain(text, "they hope for peace", ["they", "The minister"], ["said"], {})] == [
        "The minister",
        "they",
    ]


def test_who_issued_a_statement_is_no_source_beside_it() -> None:
    text = "The port is open, the mayor was quoted as saying in a statement released by the town hall."
    assert chain(
        text, "The port is open", ["the mayor", "a statement", "the town hall"], ["was quoted as saying"], {}
    ) == [
        ("a statement", None),
        ("the mayor", "was quoted as saying"),
    ]


def test_a_body_that_stands_elsewhere_is_a_source_of_its_own() -> None:
    text = "The port is open, a statement said, and the town hall agreed."
    assert len(chain(text, "The port is open", ["a statement", "the town hall"], ["said"], {})) == 2
