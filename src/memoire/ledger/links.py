"""A link as history keeps it, and its row: one entry (`place`) bears on a commitment or claim (`of`)."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final

from memoire.ledger.life_tables import LinkRow
from memoire.records.following import Link

BEGINNING: Final = "x"  # of every id of a link; those of entries are hexadecimal
_DIGITS: Final = 11


@dataclass(frozen=True, slots=True)
class LinkStanding:
    """A link at one moment; `review` is left out of JSON where empty."""

    of: str
    place: str
    state: str
    bears: str
    score: float
    because: list[str] = field(default_factory=list)
    new_due: str | None = None
    review: str | None = None

    def with_(self, **changes: Any) -> "LinkStanding":
        return replace(self, **changes)

    def values(self) -> dict[str, Any]:
        return {f.name: getattr(self, f.name) for f in fields(self)}

    def as_json(self) -> dict[str, Any]:
        return {name: value for name, value in self.values().items() if value is not None}

    @classmethod
    def from_json(cls, shape: Mapping[str, Any]) -> "LinkStanding":
        return cls(**shape)

    @classmethod
    def of_row(cls, row: LinkRow) -> "LinkStanding":
        return cls(row.of_id, row.place_id, row.state, row.bears, row.score, row.because, row.new_due, row.review)

    @classmethod
    def proposed(cls, link: Link) -> "LinkStanding":
        return cls(link.of, link.place, "proposed", link.bears, round(link.score, 4), list(link.because), link.new_due)

    def link(self) -> Link:
        return Link(self.of, self.place, self.bears, self.score, tuple(self.because), self.new_due)  # type: ignore[arg-type]

    def columns(self) -> dict[str, Any]:
        """The columns of `LinkRow` but for its id."""
        values = self.values()
        return values | {"of_id": values.pop("of"), "place_id": values.pop("place")}


def link_id(of: str, place: str) -> str:
    """The same for the same two entries, whatever is said of them."""
    return BEGINNING + hashlib.sha256(f"{of}:{place}".encode()).hexdigest()[:_DIGITS]
