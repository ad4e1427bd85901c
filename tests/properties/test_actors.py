"""Actors: whatever the text and the span, somebody is found, and always the same."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from memoire.reading.resolving.actors import build_cast
from memoire.reading.splitting import split_sentences
from memoire.records.codebook import SECTORS
from memoire.records.entry import Actor
from memoire.records.spans import Span

_WORDS = (
    "President Biden",
    "Mr.",
    "Erdoğan",
    "the",
    "U.S.",
    "-",
    "ROK",
    "he",
    "They",
    "we",
    "both sides",
    "of",
    "and",
    ",",
    ".",
    "“",
    "”",
    "’s",
    "Georgia",
    "Congo",
    "(AOT)",
    "Foreign Minister",
    "Jr.",
    "al-Sisi",
    "ministry",
    "NATO",
    "Q",
    "@x",
    "\n",
    "two",
    "leaders",
    "Islamabad Police",
    "said",
    "’",
    "É",
    "中",
    "\u2060",
    "it added",
    "ambassador to",
    "von der Leyen",
)
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join))
days = st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1))


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, Span, str, str, date | None]:
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text)))), draw(texts), draw(texts), draw(days)


@given(documents())
def test_somebody_is_found_for_any_words(document: tuple[str, Span, str, str, date | None]) -> None:
    text, span, title, publisher, day = document
    cast = build_cast(text, split_sentences(text), title=title, publisher=publisher, published=day)
    speaker = Actor("x", Span(0, 0), "Ana Robles", "MEX", "GOV")
    for given_speaker in (None, speaker):
        found = cast.resolve(span, speaker=given_speaker)
        assert found
        for resolved in found:
            assert resolved.rule.startswith("rule:")
            assert (resolved.actor.text, resolved.actor.span) == (span.of(text), span)
            assert resolved.actor.country is None or len(resolved.actor.country) == 3
            assert resolved.actor.sector in (None, *SECTORS)


@given(documents())
def test_the_same_document_gives_the_same_cast(document: tuple[str, Span, str, str, date | None]) -> None:
    text, span, title, publisher, day = document
    one, other = (
        build_cast(text, split_sentences(text), title=title, publisher=publisher, published=day) for _ in range(2)
    )
    assert one.resolve(span) == other.resolve(span)
    assert one.resolve(span) == one.resolve(span)
    assert one.names() == other.names()
    assert one.country_of_place(span) == other.country_of_place(span)


@given(documents())
def test_names_stand_inside_the_text_in_order(document: tuple[str, Span, str, str, date | None]) -> None:
    text, _, title, _, day = document
    spans = [name.span for name in build_cast(text, split_sentences(text), title=title, published=day).names()]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert spans == sorted(spans)


@given(st.integers(0, 30))
def test_words_before_the_text_do_not_change_who_is_meant(blank: int) -> None:
    text = "Mexican Foreign Minister Ana Robles met Luis Prado of Cuba. She left."
    moved = " " * blank + text
    at = text.index("She")
    plain = build_cast(text, split_sentences(text)).resolve(Span(at, at + 3))[0].actor
    other = build_cast(moved, split_sentences(moved)).resolve(Span(at + blank, at + blank + 3))[0].actor
    assert (plain.name, plain.country, plain.office) == (other.name, other.country, other.office)
