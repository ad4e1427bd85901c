"""How links, bearings and ends are counted."""

import json

import pytest
from click.testing import CliRunner

from evaluation.__main__ import main
from evaluation.chains import Bears, Place, load_chain
from evaluation.following import Nothing, count, follow_given, follow_perfectly, misses
from memoire.records.following import Link

TEXTS = ["Peru will open the road in May.", "Peru opened the road.", "Peru opened a school."]


def entry(kind, text, when=None, **more):
    at = text.index("open")
    word = text[at:].split()[0]
    peru = {"text": "Peru", "span": [0, 4], "name": "Peru", "country": "PER", "sector": "GOV"}
    return {
        "kind": kind, "span": [0, len(text) - 1], "quote": text[:-1], "action": text[at:-1], "polarity": "+",
        "predicate": {"text": word, "span": [at, at + len(word)]}, "by": [peru], "areas": ["transport"],
        "when": when and {"text": "in May", "span": [24, 30], "edtf": when, "basis": "derived"}, "plover": "COOPERATE",
        "checkable": "yes" if kind == "commitment" else None, **more,
    }  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "chain"
    path.mkdir()
    days = ("2030-01-01", "2030-05-09", "2030-05-10")
    documents = [
        {"id": f"d{n}", "text": text, "published": day, "kind": "news"}
        for n, (text, day) in enumerate(zip(TEXTS, days, strict=True), 1)
    ]
    labels = [entry("commitment", TEXTS[0], "2030-05"), entry("event", TEXTS[1]), entry("event", TEXTS[2])]
    (path / "docs.jsonl").write_text("\n".join(map(json.dumps, documents)))
    (path / "labels.jsonl").write_text(
        "\n".join(json.dumps({"id": f"d{n}", "entries": [e]}) for n, e in enumerate(labels, 1))
    )
    final = {"lifecycle": "closed", "outcome": "kept", "evidence": "single", "slip_days": 0}
    promise = {"id": "c1", "opened": {"doc": 1, "entry": 1}, "also_told": [], "due": "2030-05", "final": final}
    promise["evidence"] = [{"doc": 2, "entry": 1, "bears": "fulfils", "new_due": None}]
    truth = {"as_of": "2030-06-30", "commitments": [promise], "claims": [], "same_handout": []}
    truth["not_evidence"] = [{"for": "c1", "doc": 3, "entry": 1, "why": "a school"}]
    (path / "follow.json").write_text(json.dumps(truth))
    return path


class Proposes:
    """Says one thing of every event."""

    def __init__(self, bears):
        self.bears = bears

    def hear(self, document):
        return [Link("1.1", told.entry.id, self.bears, 1.0, ()) for told in document if told.entry.kind == "event"]


def test_perfect_links_end_right(folder):
    figures = count(follow_perfectly(load_chain(folder))).figures()
    assert (figures["links_precision"], figures["links_recall"], figures["final_right"]) == (1.0, 1.0, 1.0)
    assert figures["slip_right"] == figures["evidence_axis_right"] == 1.0


def test_nothing_proposed_is_precise_and_finds_nothing(folder):
    figures = count(follow_given(load_chain(folder), Nothing())).figures()
    assert (figures["links_precision"], figures["links_recall"], figures["final_right"]) == (1.0, 0.0, 0.0)


def test_a_distractor_taken_and_a_wrong_bearing_are_counted(folder):
    followed = follow_given(load_chain(folder), Proposes("cancels"))
    figures = count(followed).figures()
    assert (figures["links_precision"], figures["bearing_right"], figures["distractors_taken"]) == (0.5, 0.0, 1)
    assert Bears("c1", Place(3, 1)) in followed.chain.distractors
    assert any("DISTRACTOR" in line for line in misses(followed))


def test_the_task_ends_in_one_object_of_figures(folder):
    result = CliRunner().invoke(main, ["following", str(folder), "--no-raw"], catch_exceptions=False)
    figures = json.loads(result.stdout.strip().split("\n")[-1])
    assert figures["given"]["proposing_nothing"]["final_right"] == 0.0
    assert figures["given"]["perfect_links"]["final_right"] == 1.0
