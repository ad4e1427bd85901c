"""Claims that later reports support or contradict, as schema.org ClaimReview (JSON-LD)."""

import json
from datetime import date
from pathlib import Path
from typing import Any, Final

from memoire.briefing.facts import Item
from memoire.briefing.phrasing import clause_of, ended
from memoire.briefing.wording import capitalised
from memoire.ledger.place import who_works_here
from memoire.records.entry import Actor, Source

_FILE: Final = "claimreviews.jsonld"
_RATINGS: Final = {
    "supported": "Supported by later reports",
    "contradicted": "Contradicted by later reports",
    "mixed": "Supported in part and contradicted in part by later reports",
}


class ClaimReviews:
    """Only claims on which something bears: what nobody has checked has no review."""

    def __init__(self, folder: Path, as_of: date) -> None:
        self._path, self._as_of = folder / _FILE, as_of
        self._graph: list[dict[str, Any]] = []

    def add(self, item: Item) -> None:
        if item.standing in _RATINGS:
            self._graph.append(as_claim_review(item, self._as_of, who_works_here()))

    def close(self) -> dict[str, None]:
        told = {"@context": "https://schema.org", "@graph": self._graph}
        self._path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return {_FILE: None}


def as_claim_review(item: Item, as_of: date, reviewer: str) -> dict[str, Any]:
    """The claim in its own words, who made it and where; the rating is in words, for no number stands behind it."""
    paper = item.paper
    appearance = {"@type": "CreativeWork", "name": paper.title, "url": paper.address, "publisher": paper.publisher}
    return {
        "@type": "ClaimReview",
        "@id": f"urn:memoire:claim:{item.entry.id}",
        "datePublished": as_of.isoformat(),
        "author": {"@type": "Person", "name": reviewer},
        "claimReviewed": ended(capitalised(clause_of(item.place).text)),
        "reviewRating": {"@type": "Rating", "alternateName": _RATINGS[item.standing or ""]},
        "itemReviewed": _without_empty({
            "@type": "Claim",
            "text": item.entry.quote,
            "author": _author(item),
            "datePublished": paper.published and paper.published.isoformat(),
            "appearance": _without_empty(appearance),
        }),
        "citation": [_evidence(one.place.paper.address, one.place.entry.quote) for one in item.evidence],
    }  # fmt: skip


def _author(item: Item) -> dict[str, str] | None:
    said: tuple[Source | Actor, ...] = item.entry.voice or item.entry.by
    if not said:
        return None
    last = said[-1]
    return {"@type": "Person" if last.office else "Organization", "name": last.name}


def _evidence(address: str | None, quote: str) -> dict[str, Any]:
    return _without_empty({"@type": "CreativeWork", "url": address, "text": quote})


def _without_empty(shape: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in shape.items() if value is not None}
