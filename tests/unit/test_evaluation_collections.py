"""The tasks on published collections, on samples made up in the form of each."""

import gzip
import io
import json
import tarfile
from dataclasses import dataclass, field

import pytest
from click.testing import CliRunner

from evaluation.__main__ import main
from evaluation.archives import files_of
from evaluation.attribution import Marked, MarkedDocument, attribution_figures, load_marked, pieces, read_marks
from evaluation.events import Event, event_figures, load_events, type_of
from evaluation.folders import document_of
from evaluation.times import Time, held_out, load_held_out, read_timex2, read_timex3, time_figures
from memoire.errors import InputRefused, UsageError
from memoire.records.entry import Actor, Entry, Words
from memoire.records.reading import Attribution, ReaderVersion, Reading, TimeExpression
from memoire.records.spans import Span

ARTICLE = "“We will win,” he said. “They know it.” Aides think that she denied all."


def at(words, text=ARTICLE):
    return Span(text.index(words), text.index(words) + len(words))


def mark(name, kind, *words):
    places = ";".join(f"{at(w).start} {at(w).end}" for w in words)
    return f"{name}\t{kind} {places}\t{' '.join(words)}\n"


MARKS = "".join(
    (
        mark("T1", "Content", "“We will win,”", "“They know it.”"), mark("T2", "Source", "he"),
        mark("T3", "Cue", "said"),
        "E1\tAttribution:T3 Content:T1 Source:T2 Cue:T3\n",
        mark("T5", "Source", "Aides"), mark("T6", "Cue", "think"), mark("T7", "Content", "that she denied all"),
        "E2\tAttribution:T6 Content:T7 Source:T5 Cue:T6\n",
        mark("T9", "Source", "she"), mark("T10", "Cue", "denied"), mark("T11", "Content", "all"),
        "E3\tAttribution:T10 Content:T11 Source:T9 Source2:T5 Cue:T10\n",
        mark("T13", "Discard", "We"),
    )
)  # fmt: skip
SENTENCES = (Span(0, at("“They").start - 1), at("“They know it.”"), Span(at("Aides").start, len(ARTICLE)))


def marked():
    return MarkedDocument(document_of({"id": "a", "text": ARTICLE}), tuple(read_marks(MARKS)))


def reading(document, **fields):
    return Reading(document, ReaderVersion("x", "1", "sha256:0"), (), **{"sentences": SENTENCES, **fields})


def found(*attributions):
    return attribution_figures([(marked(), reading(marked().document, attributions=attributions))])


def tar(path, **files):
    with tarfile.open(path, "w:gz") as archive:
        for name, body in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(body.encode())
            archive.addfile(info, io.BytesIO(body.encode()))
    return path


# Attribution


def test_marks_may_be_in_pieces_inside_each_other_and_several():
    first, second, third = read_marks(MARKS)
    assert first == Marked((at("he"),), (at("said"),), (at("“We will win,”"), at("“They know it.”")))
    assert second.content[0].covers(third.content[0])
    assert third.source == (at("Aides"), at("she"))


def test_a_part_is_cut_at_the_ends_of_sentences():
    across = Marked((), (), (Span(0, SENTENCES[1].end),))
    assert pieces(ARTICLE, [across], "content", SENTENCES) == set(SENTENCES[:2])


def test_exactly_what_was_marked_is_right():
    figures = found(
        Attribution(at("he"), (at("said"),), (at("“We will win,”"), at("“They know it.”"))),
        Attribution(at("Aides"), (at("think"),), (at("that she denied all"),)),
        Attribution(at("she"), (at("denied"),), (at("all"),)),
    )
    assert figures["exact_f1"] == {"source": 1.0, "cue": 1.0, "content": 1.0}
    assert figures["overlap_f1"] == figures["exact_f1"]
    assert figures["link_f1"] == 1.0
    assert (figures["gold"], figures["read"]) == (3, 3)


def test_one_word_too_many_overlaps_and_is_not_exact():
    figures = found(Attribution(at("Aides"), (at("think"),), (at("she denied all"),)))
    assert figures["exact_f1"]["content"] == 0
    assert figures["exact_f1"]["cue"] == pytest.approx(2 / (1 + 3))
    assert figures["overlap_f1"]["content"] == pytest.approx(2 / (1 + 4))
    assert figures["link_f1"] == pytest.approx(2 * 2 / (2 + 6))


def test_a_link_to_the_wrong_source_is_wrong():
    figures = found(Attribution(at("he"), (at("think"),), (at("that she denied all"),)))
    assert figures["exact_f1"]["source"] > 0
    assert figures["link_f1"] == pytest.approx(2 * 1 / (2 + 6))


def test_an_article_that_was_not_read_has_no_attributions():
    figures = attribution_figures([(marked(), None)])
    assert figures["exact_f1"] == {"source": 0.0, "cue": 0.0, "content": 0.0}


# Times

WAR = """\
<DOC><DOCID>01</DOCID><DATETIME> <TIMEX2 val="2009-12-19T17:00:00">2009-12-19T17:00:00</TIMEX2> </DATETIME>
<TEXT>
On <TIMEX2 val="1946-11-23">November 23, 1946</TIMEX2> the R&amp;D fleet came
<TIMEX2 val="1948">two years after <TIMEX2 val="1946">1946</TIMEX2></TIMEX2>, <TIMEX2>soon</TIMEX2>.
</TEXT></DOC>
"""
NEWS = """\
<?xml version="1.0" ?><Document doc_name="1">
<token number="0" sentence="0" t_id="1">March</token><token number="1" sentence="0" t_id="2">1</token>
<token number="2" sentence="0" t_id="3">,</token><token number="3" sentence="0" t_id="4">2008</token>
<token number="4" sentence="1" t_id="5">They</token><token number="5" sentence="1" t_id="6">left</token>
<token number="6" sentence="1" t_id="7">yesterday</token><token number="7" sentence="1" t_id="8">.</token>
<token number="8" sentence="6" t_id="9">Tomorrow</token><token number="9" sentence="6" t_id="10">too</token>
<Markables>
<TIMEX3 functionInDocument="CREATION_TIME" m_id="1" type="DATE" value="2008-03-01"><token_anchor t_id="1"/><token_anchor t_id="2"/><token_anchor t_id="3"/><token_anchor t_id="4"/></TIMEX3>
<TIMEX3 functionInDocument="NONE" m_id="2" type="DATE" value="2008-02-29"><token_anchor t_id="7"/></TIMEX3>
<TIMEX3 functionInDocument="NONE" m_id="3" type="DATE" value="2058"/>
</Markables></Document>
"""  # noqa: E501


def told(text, words, timex):
    return TimeExpression(at(words, text), words, "DATE", timex, None)


def test_timex2_gives_the_outermost_spans_with_their_values_and_the_day():
    war = read_timex2("01.xml", WAR)
    text = war.document.text
    assert [(time.span.of(text), time.value) for time in war.times] == [
        ("November 23, 1946", "1946-11-23"),
        ("two years after 1946", "1948"),
        ("soon", None),
    ]
    assert "R&D" in text
    assert str(war.document.published) == "2009-12-19"


def test_timex3_gives_the_text_that_was_marked_and_leaves_out_times_without_words():
    news = read_timex3("1.xml", NEWS.encode())
    assert news.document.text == "March 1, 2008\nThey left yesterday."
    assert [(time.span.of(news.document.text), time.value) for time in news.times] == [
        ("March 1, 2008", "2008-03-01"),
        ("yesterday", "2008-02-29"),
    ]
    assert str(news.document.published) == "2008-03-01"


def test_every_fifth_by_file_name_is_held_out():
    files = {f"folder-{9 - n % 2}/{n:02}.xml": b"" for n in range(12)}
    assert [name[-6:] for name, _ in held_out(files)] == ["04.xml", "09.xml"]


def test_strict_relaxed_and_value_ask_for_more_and_more():
    text = "On Sunday, in late May and by 1990."
    gold = [
        Time(at("Sunday", text), "2024-07-14"),
        Time(at("late May", text), "2024-05"),
        Time(at("1990", text), "1990"),
    ]
    read = [told(text, "Sunday", "2024-07-14"), told(text, "May", "2024-05"), told(text, "1990", "1991")]
    figures = time_figures([(gold, read)])
    assert (figures["strict_f1"], figures["relaxed_f1"], figures["value_f1"]) == (
        pytest.approx(2 / 3), 1.0, pytest.approx(2 / 3),
    )  # fmt: skip
    assert time_figures([(gold, [])])["relaxed_f1"] == 0


def test_two_readings_of_one_time_count_once():
    text = "late May"
    figures = time_figures([([Time(at("late May", text), "x")], [told(text, "late", "x"), told(text, "May", "x")])])
    assert figures["value_f1"] == pytest.approx(2 / 3)


# Events

TABLE = (
    "sentence_id\tgold_penta\tgold_root\tsentence\tsource\ttarget\n"
    '4\t3\tACCUSE\tUkraine said "no" and accused Russia.\tUkraine\tRussia\n'
    "8\t3\tYIELD\tRussia left Kherson to Ukraine.\tRussia\tUkraine\n"
)


def entry(text, plover, by=(), to=(), score=0.5):
    actors = {name: tuple(Actor(w, at(w, text), w) for w in words) for name, words in (("by", by), ("to", to))}
    span = Span(0, len(text))
    return Entry("e", "event", span, text, Words(text[:3], Span(0, 3)), text, "+", score, plover=plover, **actors)


def event(text="Ukraine accused Russia and met China", source="Ukraine", target="Russia"):
    return Event(document_of({"id": "1", "text": text}), source, target, "ACCUSE")


def test_a_table_is_read_as_it_stands(tmp_path):
    packed = tmp_path / "plv.tsv.gz"
    packed.write_bytes(gzip.compress(TABLE.encode()))
    first, second = load_events(packed)
    assert first.document.text == 'Ukraine said "no" and accused Russia.'
    assert (second.source, second.target, second.root) == ("Russia", "Ukraine", "YIELD")
    (tmp_path / "other.tsv").write_text("sentence\nThey met.\n")
    with pytest.raises(UsageError, match="no column"):
        load_events(tmp_path / "other.tsv")


def test_the_entry_between_the_two_is_asked_before_a_surer_one():
    given = event()
    text = given.document.text
    between = entry(text, "ACCUSE", ["Ukraine"], ["Russia"], 0.3)
    other = entry(text, "CONSULT", ["Ukraine"], ["China"], 0.9)
    assert type_of(given, [other, between]) == "ACCUSE"
    assert type_of(given, [entry(text, "AID", score=0.2), entry(text, "AGREE", score=0.4)]) == "AGREE"
    assert type_of(given, [entry(text, None, ["Ukraine"], ["Russia"])]) is None


@pytest.mark.parametrize("plover", ["CONCEDE", "RETREAT"])
def test_giving_way_is_yielding(plover):
    assert type_of(event(), [entry("Ukraine accused Russia and met China", plover)]) == "YIELD"


def test_macro_f1_is_over_the_types_of_the_gold():
    figures = event_figures([("AID", "AID"), ("AID", "AGREE"), ("YIELD", "YIELD"), ("PROTEST", None)])
    assert figures["by_type"] == {"AID": pytest.approx(2 / 3), "PROTEST": 0.0, "YIELD": 1.0}
    assert figures["root_macro_f1"] == pytest.approx((2 / 3 + 0 + 1) / 3)
    assert (figures["accuracy"], figures["without_an_entry"]) == (0.5, 1)


# From the command to the last line


@dataclass
class Knowing:
    """Finds what it is told to, and refuses what says so."""

    fields: dict = field(default_factory=dict)

    def read(self, document):
        if "Refuse" in document.text:
            raise InputRefused(document.id, "it asks for it")
        return reading(document, **self.fields)


def run(monkeypatch, reader, task, *words):
    monkeypatch.setattr(f"evaluation.tasks.{task}.load_reader", lambda: reader)
    result = CliRunner().invoke(main, [task, *map(str, words)], catch_exceptions=False)
    return result, json.loads(result.stdout.strip().split("\n")[-1])


def test_attribution_from_an_archive_and_from_a_folder(tmp_path, monkeypatch):
    names = {"dev/text/one_2016-09-12_x.txt": ARTICLE, "dev/attributions/one_2016-09-12_x_ab12.ann": MARKS}
    archive = tar(tmp_path / "dev.tar.gz", **names)
    with tarfile.open(archive) as opened:
        opened.extractall(tmp_path, filter="data")
    (document,) = load_marked(archive)
    assert (document.document.id, str(document.document.published)) == ("one_2016-09-12_x", "2016-09-12")
    reader = Knowing({"attributions": (Attribution(at("Aides"), (at("think"),), (at("that she denied all"),)),)})
    result, figures = run(monkeypatch, reader, "attribution", archive)
    assert figures["exact_f1"]["cue"] == 0.5
    assert "cue 0.500 (0.753)" in result.stdout
    assert run(monkeypatch, reader, "attribution", tmp_path / "dev")[1] == figures


def test_times_of_both_collections_beside_the_published(tmp_path, monkeypatch):
    wars = tar(tmp_path / "wars.tar.gz", **{f"keyinline/{n}.xml": WAR for n in range(5)})
    news = tar(tmp_path / "news.tar.gz", **{f"intra-doc_annotation/{n}.xml": NEWS for n in range(10)})
    assert {name: len(documents) for name, documents in load_held_out(wars).items()} == {"wikiwars": 1}
    result, figures = run(monkeypatch, Knowing(), "times", wars, news)
    assert (figures["wikiwars"]["gold"], figures["meantime"]["documents"]) == (3, 2)
    assert "strict_f1 0.000 (0.908)" in result.stdout


def test_events_count_a_sentence_that_is_refused_as_missed(tmp_path, monkeypatch):
    (tmp_path / "plv.tsv").write_text(TABLE + "9\t1\tAID\tRefuse to help.\tA\tB\n")
    result, figures = run(monkeypatch, Knowing(), "events", tmp_path / "plv.tsv")
    assert (figures["sentences"], figures["without_an_entry"], figures["root_macro_f1"]) == (3, 3, 0.0)
    assert "it asks for it" in result.stderr
    assert "root_macro_f1 0.000 (0.743)" in result.stdout


@pytest.mark.parametrize("task", ["attribution", "times", "events"])
def test_a_file_of_another_kind_is_said(tmp_path, monkeypatch, task):
    (tmp_path / "x.tar.gz").write_bytes(b"nothing")
    with pytest.raises(UsageError, match="give"):
        run(monkeypatch, Knowing(), task, tmp_path / "x.tar.gz")


def test_an_empty_folder_is_said(tmp_path):
    with pytest.raises(UsageError, match="holds no file"):
        files_of(tmp_path, ".ann")
