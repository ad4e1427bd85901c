"""Task `report`: the report that started it all, against the table of the codebook's section 7."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from evaluation.folders import Labelled, document_of, shared_data
from evaluation.pairing import pair_alike
from evaluation.words import plain
from memoire.errors import UsageError
from memoire.records.document import Document

EXPECTED: Final[Mapping[str, Any]] = json.loads(
    Path(__file__).with_name("founding_report.json").read_text(encoding="utf-8")
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, with the entry that stands for it."""

    expected: Mapping[str, Any]
    entry: Labelled | None

    @property
    def is_right_kind(self) -> bool:
        return self.entry is not None and self.entry["kind"] == self.expected["kind"]

    @property
    def wrong_fields(self) -> list[str]:
        """Names of the listed fields that are wrong: all of them, where no entry was found."""
        fields = self.expected["fields"]
        return [name for name, value in fields.items() if self.entry is None or not is_right(name, value, self.entry)]


@dataclass(frozen=True, slots=True)
class Result:
    """The table as it was read, and the entries that are not in it."""

    rows: tuple[Row, ...]
    further: tuple[Labelled, ...]


def place_of_report() -> Path:
    """Where the report would be."""
    return shared_data() / "reports" / "us-pakistan-dialogue.txt"


def load_report(path: Path | None = None) -> Document:
    """The founding report, published on the day that the codebook counts from.

    Raises:
        UsageError: the file is not there.
    """
    place = path or place_of_report()
    if not place.is_file():
        raise UsageError(f"{place} is not there; give the founding report by path")
    text = place.read_text(encoding="utf-8")
    return document_of({"id": place.stem, "text": text, "published": EXPECTED["published"], "kind": "news"})


def compare_with_table(text: str, entries: Sequence[Labelled]) -> Result:
    """Find the entry of every row: one whose predicate stands at the row's words, right kind and most fields first."""
    rows = EXPECTED["entries"]

    def likeness(expected: Mapping[str, Any], entry: Labelled) -> float:
        if not any(start <= entry["predicate"]["span"][0] < end for start, end in _places(text, expected["at"])):
            return 0.0
        row = Row(expected, entry)
        return 1 + 100 * row.is_right_kind + len(expected["fields"]) - len(row.wrong_fields)

    found = dict(pair_alike(rows, entries, likeness))
    return Result(
        rows=tuple(Row(row, entries[found[i]] if i in found else None) for i, row in enumerate(rows)),
        further=tuple(entry for j, entry in enumerate(entries) if j not in found.values()),
    )


def table_figures(result: Result) -> dict[str, float]:
    """Entries of the table found, found with the right kind, share of listed fields right, further entries."""
    fields = sum(len(row.expected["fields"]) for row in result.rows)
    right = fields - sum(len(row.wrong_fields) for row in result.rows)
    return {
        "expected": len(result.rows),
        "found": sum(row.entry is not None for row in result.rows),
        "right_kind": sum(row.is_right_kind for row in result.rows),
        "fields": fields,
        "fields_right": right,
        "share_of_fields_right": right / fields,
        "further": len(result.further),
    }


def is_right(name: str, expected: Any, entry: Labelled) -> bool:
    """Whether an entry holds what the table lists in one field."""
    if name in ("by", "to", "with"):
        return _is_same_party(expected, entry[name])
    if name == "voice":
        return _is_same_chain(expected, entry[name])
    if name == "action":
        return all(f" {plain(words)} " in f" {plain(entry['action'])} " for words in expected)
    if name == "when":
        return (entry["when"] or {}).get("edtf") in expected
    if name == "areas":
        return sorted(entry["areas"]) == sorted(expected)
    return bool(entry[name] == expected)


def _places(text: str, phrases: Sequence[str]) -> Iterator[tuple[int, int]]:
    return ((start, start + len(phrase)) for phrase in phrases if (start := text.find(phrase)) >= 0)


def _is_same_party(expected: Sequence[Mapping[str, str]], actors: Sequence[Mapping[str, Any]]) -> bool:
    """Everybody expected is there, and nobody else."""
    everybody = all(any(_is_actor(wanted, actor) for actor in actors) for wanted in expected)
    return everybody and all(any(_is_actor(wanted, actor) for wanted in expected) for actor in actors)


def _is_same_chain(expected: Sequence[Mapping[str, str]], voice: Sequence[Mapping[str, Any]]) -> bool:
    return len(expected) == len(voice) and all(map(_is_actor, expected, voice))


def _is_actor(wanted: Mapping[str, str], actor: Mapping[str, Any]) -> bool:
    has_words = plain(wanted.get("words", "")) in plain(f"{actor['text']} {actor['name']}")
    return has_words and wanted.get("country") in (None, actor["country"])
