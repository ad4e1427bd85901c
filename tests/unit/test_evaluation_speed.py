"""Timing, with a reader whose speed is known."""

import pytest

from evaluation.folders import Folder, LabelledDocument, document_of
from evaluation.speed import WORDS, Timing, articles, speed_figures, time_readers, yardstick_figures
from evaluation.yardstick import PIPELINES, Yardstick, load_yardstick
from memoire.errors import UsageError


class Clock:
    def __init__(self):
        self.now = 0.0

    def perf_counter(self):
        return self.now


class SlowEncoder:
    def __init__(self, clock):
        self.clock, self.passages = clock, []

    def encode(self, passage):
        self.passages.append(passage)
        self.clock.now += 2


class SlowReader:
    """Spends three quarters as long outside the encoder as inside."""

    def __init__(self, clock):
        self.clock, self.encoder = clock, SlowEncoder(clock)

    def passages(self, document):
        return [document.text[:10], document.text[10:]]

    def read(self, document):
        for passage in self.passages(document):
            self.encoder.encode(passage)
        self.clock.now += 3


def folder(*texts):
    documents = [LabelledDocument(document_of({"id": str(n), "text": text}), ()) for n, text in enumerate(texts)]
    return Folder("one", None, tuple(documents))


def test_an_article_has_the_words_that_are_counted_on():
    made = articles([folder("one two\nthree " * WORDS, "four  five " * WORDS)], at_most=3)
    assert [len(article.text.split()) for article in made] == [WORDS] * 3
    assert len({article.id for article in made}) == 3


def test_an_article_keeps_the_text_as_it_stands():
    text = "a  b\n\n" * WORDS
    assert text.startswith(articles([folder(text)], at_most=1)[0].text)


def test_too_little_text_is_said():
    with pytest.raises(UsageError, match="750 words"):
        articles([folder("They met.")], at_most=1)


def test_every_reader_is_timed_on_every_document_in_every_round(monkeypatch):
    clock = Clock()
    monkeypatch.setattr("evaluation.speed.time", clock)
    readers = [SlowReader(clock), SlowReader(clock)]
    timings = time_readers(readers, articles([folder("word " * 2 * WORDS)], at_most=2), rounds=3)
    assert timings == [[Timing(encoder=4, reading=7)] * 6] * 2
    assert len(readers[0].encoder.passages) == 2 * (1 + 6 + 6)  # two passages: warming up, bare and within a reading


def test_figures_are_medians_of_the_paired_timings():
    two = [Timing(encoder=0.1, reading=0.2), Timing(encoder=0.1, reading=0.125), Timing(encoder=0.1, reading=0.1)]
    figures = speed_figures([Timing(encoder=0.2, reading=0.25)], two)
    assert figures["reading_over_encoder"] == pytest.approx(1.25)
    assert figures["share_outside_encoder"] == pytest.approx(0.2)
    assert figures["documents_per_second"] == pytest.approx(8)
    assert figures["documents_per_second_one_thread"] == pytest.approx(4)
    assert figures["reading_over_encoder_lower_quartile"] < 1.25 < figures["reading_over_encoder_upper_quartile"]


def test_the_yardstick_takes_its_turn_on_every_document(monkeypatch):
    clock = Clock()
    monkeypatch.setattr("evaluation.speed.time", clock)
    monkeypatch.setattr("evaluation.yardstick.time", clock)

    def pipeline(text):
        clock.now += len(text.split()) / WORDS / 2

    yardstick = Yardstick("made up", pipeline)
    documents = articles([folder("word " * 2 * WORDS)], at_most=2)
    time_readers([SlowReader(clock)], documents, rounds=3, yardstick=yardstick)
    assert yardstick.seconds == [0.5] * 6
    assert yardstick_figures(yardstick)["spacy_documents_per_second"] == pytest.approx(2)


@pytest.mark.parametrize(("there", "why"), [((), "is not installed"), (("spacy",), PIPELINES[0])])
def test_a_yardstick_that_is_not_installed_is_left_out_with_the_reason(monkeypatch, there, why):
    monkeypatch.setattr("evaluation.yardstick.find_spec", lambda name: object() if name in there else None)
    assert why in load_yardstick()
