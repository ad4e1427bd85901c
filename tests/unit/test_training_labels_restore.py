"""Labels held as places get their words back, or say whose text is gone."""

import gzip
import hashlib
import json

import pytest

from training.labels import restore
from training.labels.restore import lines

# An astral letter, an accent and a line separator: places count code points, and U+2028 ends no text.
TEXT = "\U0001d49c says Zoë agreed in Kyiv,\u2028if asked, to meet and then to meet again."
EMPTY = {"voice": [], "by": [], "to": [], "with": [], "when": None, "where": None, "condition": None, "mentions": []}
ENTRY = EMPTY | {
    "kind": "commitment",
    "span": [7, 44],
    "predicate": [40, 44],
    "voice": [{"span": [0, 1], "name": "A", "cue": [2, 6]}],
    "by": [{"span": [7, 10], "name": "Zoë"}],
    "action": [[11, 17], [37, 44]],
    "when": {"span": [49, 53], "edtf": None},
    "where": [18, 25],
    "condition": [27, 35],
    "mentions": [[54, 61]],
}


@pytest.fixture
def labels(tmp_path, monkeypatch):
    """A labelled document, and a collection that holds it after another; returns the folder of the labels."""
    document = {"id": "d", "collection": "documents/few.jsonl.gz", "sha256": hashlib.sha256(TEXT.encode()).hexdigest()}
    (tmp_path / "documents.jsonl").write_text(json.dumps(document) + "\n")
    (tmp_path / "labels.jsonl").write_text(json.dumps({"id": "d", "entries": [ENTRY]}) + "\n")
    monkeypatch.setattr(restore, "HERE", tmp_path)
    hold(tmp_path, "Another text.", TEXT)
    return tmp_path


def hold(folder, *texts):
    collection = folder / "shared" / "data" / "documents" / "few.jsonl.gz"
    collection.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(collection, "wt", encoding="utf-8") as stored:
        stored.writelines(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)


def restored(folder):
    restore.restore(folder / "shared", folder / "to")
    return [[json.loads(line) for line in (folder / "to" / name).open()] for name in ("docs.jsonl", "labels.jsonl")]


def test_every_place_gets_its_words(labels):
    _, [line] = restored(labels)
    [entry] = line["entries"]
    assert entry["quote"] == "Zoë agreed in Kyiv,\u2028if asked, to meet"
    assert entry["predicate"] == {"text": "meet", "span": [40, 44]}
    assert entry["voice"] == [
        {"name": "A", "text": "\U0001d49c", "span": [0, 1], "cue": {"text": "says", "span": [2, 6]}}
    ]
    assert entry["by"] == [{"name": "Zoë", "text": "Zoë", "span": [7, 10]}]
    assert entry["when"] == {"text": "then", "span": [49, 53], "edtf": None}
    assert (entry["where"]["text"], entry["condition"]["text"]) == ("in Kyiv", "if asked")
    assert entry["mentions"] == [{"quote": "to meet", "span": [54, 61]}]


def test_an_action_of_two_places_is_joined(labels):
    _, [line] = restored(labels)
    assert line["entries"][0]["action"] == "agreed to meet"


def test_what_an_entry_lacks_stays_absent(labels):
    bare = EMPTY | {"kind": "event", "span": [7, 17], "predicate": [11, 17], "action": [[11, 17]]}
    (labels / "labels.jsonl").write_text(json.dumps({"id": "d", "entries": [bare]}) + "\n")
    _, [line] = restored(labels)
    entry = line["entries"][0]
    assert entry["quote"] == "Zoë agreed"
    assert {name: entry[name] for name in EMPTY} == EMPTY


def test_a_document_comes_back_with_its_text(labels):
    [document], _ = restored(labels)
    assert (document["id"], document["text"]) == ("d", TEXT)


def test_a_text_that_has_changed_is_an_error_that_names_the_document(labels):
    hold(labels, TEXT + " ")
    with pytest.raises(LookupError, match=r"d: no such text in documents/few\.jsonl\.gz"):
        restored(labels)
    assert not (labels / "to").exists()


def test_the_second_reader_read_documents_that_the_first_read_too():
    first, second = (
        {line["id"] for line in lines(restore.HERE / name)} for name in ("labels.jsonl", "second-reader.jsonl")
    )
    assert second
    assert second <= first
