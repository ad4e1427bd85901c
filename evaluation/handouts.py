"""How well reports of one hand-out are found: pairs of documents against `same_handout` of chains."""

import json
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from evaluation.folders import Folder, load_folder
from memoire.following.handouts import Report, group_handouts

Pairs = set[tuple[str, str]]


def measure(folders: Sequence[Path]) -> dict[str, Any]:
    """Pairwise precision, recall and F1 over all chains together; each folder holds docs, labels and follow.json."""
    found: Pairs = set()
    wanted: Pairs = set()
    for path in folders:
        folder = load_folder(path, path.name)
        found |= {(path.name, *pair) for pair in found_pairs(folder)}  # type: ignore[misc]
        wanted |= {(path.name, *pair) for pair in wanted_pairs(path, folder)}  # type: ignore[misc]
    return scores(found, wanted)


def scores(found: Pairs, wanted: Pairs) -> dict[str, Any]:
    """Of nothing wanted and nothing found all is right."""
    right = len(found & wanted)
    precision = right / len(found) if found else 1.0
    recall = right / len(wanted) if wanted else 1.0
    f1 = 2 * right / (len(found) + len(wanted)) if found or wanted else 1.0
    return {
        "precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3),
        "right": right, "found": len(found), "wanted": len(wanted),
    }  # fmt: skip


def found_pairs(folder: Folder) -> Pairs:
    return _pairs(group.documents for group in group_handouts(reports_of(folder)))


def wanted_pairs(path: Path, folder: Folder) -> Pairs:
    """`same_handout` counts documents from 1 in the order of the file."""
    groups = json.loads((path / "follow.json").read_text(encoding="utf-8"))["same_handout"]
    ids = [document.document.id for document in folder.documents]
    return _pairs([ids[number - 1] for number in group] for group in groups)


def reports_of(folder: Folder) -> list[Report]:
    """Documents with the voices of their labelled entries."""
    return [
        Report(
            id=told.document.id,
            published=told.document.published,
            publisher=told.document.publisher,
            text="\n".join(filter(None, (told.document.title, told.document.text))),
            voices=tuple({voice["name"] for entry in told.entries for voice in entry["voice"]}),
            kind=told.document.kind,
        )
        for told in folder.documents
    ]


def _pairs(groups: Iterable[Sequence[str]]) -> Pairs:
    return {(min(pair), max(pair)) for group in groups for pair in combinations(group, 2)}
