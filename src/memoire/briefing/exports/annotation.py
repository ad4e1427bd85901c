"""Entries as annotations of their documents (W3C Web Annotation Data Model, 2017)."""

import json
from datetime import date
from pathlib import Path
from typing import Any, Final

from memoire.briefing.facts import Item

_FILE: Final = "annotations.jsonld"
_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"


class Annotations:
    """One page with all annotations, written as they come."""

    def __init__(self, folder: Path, as_of: date) -> None:  # noqa: ARG002
        self._file = (folder / _FILE).open("w", encoding="utf-8")
        head = {"@context": _CONTEXT, "id": "urn:memoire:annotations", "type": "AnnotationPage"}
        self._file.write(json.dumps(head)[:-1] + ', "startIndex": 0, "items": [')
        self._before = "\n"

    def add(self, item: Item) -> None:
        self._file.write(self._before + json.dumps(as_annotation(item), ensure_ascii=False))
        self._before = ",\n"

    def close(self) -> dict[str, None]:
        if not self._file.closed:
            self._file.write("\n]}\n")
            self._file.close()
        return {_FILE: None}


def as_annotation(item: Item) -> dict[str, Any]:
    """Bodies: the kind, the areas, the action, and where the document came from; target: the words of the quote."""
    entry, paper = item.entry, item.paper
    bodies: list[dict[str, Any]] = [
        {"type": "TextualBody", "purpose": "classifying", "value": entry.kind},
        {"type": "TextualBody", "purpose": "describing", "value": entry.action, "language": paper.language},
        *({"type": "TextualBody", "purpose": "tagging", "value": area} for area in entry.areas),
    ]
    if paper.address and paper.address.startswith(("http://", "https://")):
        bodies.append({"type": "SpecificResource", "purpose": "linking", "source": paper.address})
    return {
        "id": f"urn:memoire:entry:{entry.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": bodies,
        "target": {
            "type": "SpecificResource",
            "source": {"id": f"urn:memoire:document:{paper.id}", "type": "Text", "language": paper.language},
            "selector": [
                {"type": "TextPositionSelector", "start": entry.span.start, "end": entry.span.end},
                {"type": "TextQuoteSelector", "exact": entry.quote},
            ],
        },
    }
