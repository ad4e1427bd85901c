"""The ways in which the list of entries can be sorted."""

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import F
from django.http import QueryDict

from memoire.desk.addresses import with_changes


@dataclass(frozen=True, slots=True)
class Sorting:
    """What the table says of it, the same the other way round, the heading that bears it, and the columns."""

    words: str
    opposite: str
    heading: str
    direction: str
    columns: tuple[Any, ...]


def _last(column: str, *, down: bool = False) -> Any:
    """The column with the unknown at the end, whichever way it is sorted."""
    return F(column).desc(nulls_last=True) if down else F(column).asc(nulls_last=True)


_TEXT: Final = ("document_id", "span_start", "id")
_DUE_UP: Final = (_last("latest"), _last("earliest"), *_TEXT)
_DUE_DOWN: Final = (_last("latest", down=True), _last("earliest", down=True), *_TEXT)
_PUBLISHED: Final = "document__published"

FIRST: Final = "-published"
SORTINGS: Final = {
    "-published": Sorting(
        "day of the document, newest first",
        "published",
        "document",
        "descending",
        (_last(_PUBLISHED, down=True), *_TEXT),
    ),
    "published": Sorting(
        "day of the document, oldest first", "-published", "document", "ascending", (_last(_PUBLISHED), *_TEXT)
    ),
    "due": Sorting("day of the act, earliest first", "-due", "when", "ascending", _DUE_UP),
    "-due": Sorting("day of the act, latest first", "due", "when", "descending", _DUE_DOWN),
    "kind": Sorting("kind", "-kind", "kind", "ascending", ("kind", *_TEXT)),
    "-kind": Sorting("kind, backwards", "kind", "kind", "descending", ("-kind", *_TEXT)),
    "score": Sorting("score, the least sure first", "-score", "state", "ascending", ("score", "id")),
    "-score": Sorting("score, the surest first", "score", "state", "descending", ("-score", "id")),
}
# What a heading sorts by when it is not yet sorted by it.
HEADINGS: Final = {"kind": "kind", "when": "due", "document": "-published", "state": "score"}


def heading_links(query: QueryDict, now: Sorting) -> dict[str, dict[str, str]]:
    """For each heading: where it leads, and how its column is sorted now."""
    return {name: _link(query, name, now) for name in HEADINGS}


def _link(query: QueryDict, name: str, now: Sorting) -> dict[str, str]:
    is_sorted = now.heading == name
    wanted = now.opposite if is_sorted else HEADINGS[name]
    return {"href": with_changes(query, sort=wanted, page=""), "direction": now.direction if is_sorted else ""}
