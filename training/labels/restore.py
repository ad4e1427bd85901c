"""Put the words back into the labels, from the collections that hold the documents.

    python -m training.labels.restore --shared ../shared --to runs/labels

The labels here hold places in a text, never its words. This writes `docs.jsonl` and `labels.jsonl` in the form of the
other labelled folders, words and spans together. A document that no collection holds, or holds otherwise, is an error.
"""

import argparse
import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Span = list[int]
Record = dict[str, Any]


def lines(file: Path) -> list[Record]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def texts(collection: Path) -> dict[str, str]:
    """Fingerprint (SHA-256 of the text) to text, for every document of a collection."""
    with gzip.open(collection, "rt", encoding="utf-8") as stored:
        held = [json.loads(line)["text"] for line in stored]
    return {hashlib.sha256(text.encode()).hexdigest(): text for text in held}


def with_words(entry: Record, text: str) -> Record:
    """The entry with its words: spans count characters of `text` and are half-open."""

    def cut(span: Span) -> str:
        return text[slice(*span)]

    def worded(span: Span | None) -> Record | None:
        return {"text": cut(span), "span": span} if span else None

    def actor(found: Record) -> Record:
        cue = {"cue": worded(found["cue"])} if "cue" in found else {}
        return found | {"text": cut(found["span"])} | cue

    roles = {role: [actor(found) for found in entry[role]] for role in ("voice", "by", "to", "with")}
    places = {field: worded(entry[field]) for field in ("predicate", "where", "condition")}
    when = entry["when"] and entry["when"] | {"text": cut(entry["when"]["span"])}
    mentions = [{"quote": cut(span), "span": span} for span in entry["mentions"]]
    action = " ".join(cut(span) for span in entry["action"])
    return entry | roles | places | {"quote": cut(entry["span"]), "action": action, "when": when, "mentions": mentions}


def restore(shared: Path, to: Path) -> None:
    """Write both files to `to`; raises LookupError for a document whose text is not in its collection."""
    documents = lines(HERE / "documents.jsonl")
    held = {name: texts(shared / "data" / name) for name in {document["collection"] for document in documents}}
    for document in documents:
        text = held[document["collection"]].get(document["sha256"])
        if text is None:
            raise LookupError(f"{document['id']}: no such text in {document['collection']}; fetch it anew")
        document["text"] = text
    by_id = {document["id"]: document["text"] for document in documents}
    labelled = lines(HERE / "labels.jsonl")
    for labels in labelled:
        labels["entries"] = [with_words(entry, by_id[labels["id"]]) for entry in labels["entries"]]
    to.mkdir(parents=True, exist_ok=True)
    for name, records in (("docs.jsonl", documents), ("labels.jsonl", labelled)):
        written = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        (to / name).write_text(written, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--to", type=Path, required=True)
    arguments = parser.parse_args()
    restore(arguments.shared, arguments.to)


if __name__ == "__main__":
    main()
