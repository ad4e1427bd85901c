"""Verdicts and tests as an entry's standing keeps them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from memoire.records.following import Test, Verdict

MACHINE: Final = "machine"  # who drafted a test that no person has written


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a document that carry a verdict; `entry` where they are those of an entry."""

    document: str
    start: int
    end: int
    quote: str
    entry: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "document": self.document, "entry": self.entry, "span": [self.start, self.end], "quote": self.quote,
        }  # fmt: skip


def verdict_as_json(verdict: Verdict, quotes: list[Quoted], reason: str) -> dict[str, Any]:
    return {
        "outcome": verdict.outcome,
        "decided_on": verdict.decided_on.isoformat(),
        "who": verdict.who,
        "happened_on": verdict.happened_on and verdict.happened_on.isoformat(),
        "reason": reason,
        "quotes": [quote.as_json() for quote in quotes],
    }


def retracted(verdict: Mapping[str, Any], *, on: date, by: str, reason: str) -> dict[str, Any]:
    """The verdict as it is kept once it was taken back."""
    return {**verdict, "retracted_on": on.isoformat(), "retracted_by": by, "retracted_because": reason}


def is_standing(verdict: Mapping[str, Any]) -> bool:
    return not verdict.get("retracted_on")


def test_as_json(test: Test, *, by: str) -> dict[str, str]:
    """`by` is `MACHINE` for a draft, else the person's name."""
    return {"kept_if": test.kept_if, "partly_if": test.partly_if, "not_kept_if": test.not_kept_if, "by": by}
