"""Spellings of the kind of a document, as corpora write them → the five kinds of design.md."""

from typing import Final

from memoire.records.document import DocumentKind

# Keys without hyphens, underscores and capitals. An order, a proclamation or a fact sheet is a government speaking in
# its own name; remarks and gaggles are speech written down.
_KINDS: Final[dict[str, DocumentKind]] = {
    "news": "news", "article": "news", "report": "news", "news report": "news",
    "statement": "statement", "press statement": "statement", "press release": "statement", "release": "statement",
    "fact sheet": "statement", "factsheet": "statement", "order": "statement", "executive order": "statement",
    "proclamation": "statement", "memorandum": "statement",
    "joint": "joint-statement", "joint statement": "joint-statement", "joint declaration": "joint-statement",
    "joint communique": "joint-statement", "joint communiqué": "joint-statement", "communique": "joint-statement",
    "communiqué": "joint-statement",
    "read out": "read-out", "readout": "read-out",
    "transcript": "transcript", "remarks": "transcript", "speech": "transcript", "gaggle": "transcript",
    "briefing": "transcript", "press briefing": "transcript", "press conference": "transcript",
    "interview": "transcript",
}  # fmt: skip


def document_kind(spelling: str) -> DocumentKind | None:
    """Return the kind that `spelling` names; None for one that is none of the five ("other")."""
    return _KINDS.get(" ".join(spelling.casefold().replace("-", " ").replace("_", " ").split()))
