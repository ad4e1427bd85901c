"""One entry: its words in context, every field, why the machine thinks so, what people made of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from memoire.desk.axes import BEARS, LINK_DEEDS
from memoire.desk.becoming import became_of
from memoire.desk.cards import Card, card_of, number_entries, when_words
from memoire.desk.done import done_of
from memoire.desk.evidence import bearings_of
from memoire.desk.paragraphs import paragraphs
from memoire.desk.party_forms import ROLES
from memoire.desk.printed import paragraph_html
from memoire.desk.underlines import Underline
from memoire.desk.undoing import standing_deeds
from memoire.ledger import queries
from memoire.ledger.tables import EntryRow, HistoryRow
from memoire.records.shapes import entry_from_json
from memoire.records.spans import Span

_ROLE_WORDS: Final = {role: words.partition(":")[0] for role, words in ROLES.items()}


@dataclass(frozen=True, slots=True)
class Deed:
    """One row of history; `changed` holds (field, before, after) in words."""

    number: int
    at: datetime
    who: str
    what: str
    reason: str
    undoes: int | None
    changed: list[tuple[str, str, str]]


def show(request: HttpRequest, entry_id: str) -> HttpResponse:
    return render_entry(request, entry_id)


def render_entry(request: HttpRequest, entry_id: str, *, status: int = 200, **forms: Any) -> HttpResponse:
    """The whole page; `correction`, `rejection`, `decline` or `deciding` open that form in it."""
    row = get_object_or_404(_rows(), pk=entry_id)
    card, became = _card(row), became_of(request, row)
    context = {
        "row": row,
        "card": card,
        "passages": passages(row, card),
        "when": when_words(entry_from_json(row.body)),
        "parties": parties(row.body),
        "told_again": told_again(row),
        "became": became,
        "deeds": [deed_of(deed) for deed in queries.history(row.id)],
        "twin": reverse("api:entry", args=[row.id]),
        "can_decide": became is not None and not became.is_past and row.state in queries.STANDING,
        "bearings": bearings_of(row.kind),
        "done": done_of(request, "entry"),
    }
    return render(request, "desk/entry.html", context | forms, status=status)


def _rows() -> QuerySet[EntryRow]:
    """With their documents, but for the bytes that no page shows."""
    related = EntryRow.objects.select_related("document", "reading", "mention_of").prefetch_related("lives")
    return related.defer("document__original", "document__character_map", "reading__body")


def _card(row: EntryRow) -> Card:
    numbers = number_entries(row.document.entries.exclude(state="withdrawn").only("id", "span_start", "span_end"))
    undo = standing_deeds(row.document_id).get(row.id)
    return card_of(row, numbers.get(row.id), timezone.localdate(), undo)


def passages(row: EntryRow, card: Card) -> list[SafeString]:
    """The paragraphs in which the entry is told, only its own words underlined."""
    own = Span(row.span_start, row.span_end)
    line = Underline(row.id, card.mark, card.kind, row.state, own)
    text = row.document.text
    return [paragraph_html(text, block, [line]) for block in paragraphs(text) if block.overlaps(own)]


def parties(body: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Every party with its role in words, in the order of the codebook."""
    return [
        {"role": _ROLE_WORDS[role], **party, "cue": (party.get("cue") or {}).get("text", "")}
        for role in _ROLE_WORDS
        for party in body[role]
    ]


def told_again(row: EntryRow) -> list[dict[str, Any]]:
    """The further places that say the same, in this document and in others."""
    return [
        {"quote": mention.quote, "document": mention.document, "is_here": mention.document_id == row.document_id}
        for mention in row.mentions.select_related("document")
    ]


def deed_of(row: HistoryRow) -> Deed:
    return Deed(row.pk, row.at, row.who, _what(row), row.reason, row.undoes_id, _changed(row))


def _what(row: HistoryRow) -> str:
    """`confirmed`; of evidence also what it says."""
    if not row.link:
        return row.what
    return f"{LINK_DEEDS.get(row.what, row.what)} ({BEARS[(row.after or {})['bears']]})"


def _changed(row: HistoryRow) -> list[tuple[str, str, str]]:
    before, after = ((standing or {}).get("body") for standing in (row.before, row.after))
    if not before or not after:
        return []
    names = [name for name in after if before.get(name) != after[name] and name not in ("span", "score", "because")]
    return [(name, in_words(before.get(name)), in_words(after[name])) for name in names]


def in_words(value: Any) -> str:
    """A field of an entry in one line."""
    if value is None or value in ("", []):
        return "none"
    if isinstance(value, list):
        return "; ".join(map(in_words, value))
    if isinstance(value, dict):
        known = [value.get(name) for name in ("name", "text", "quote", "edtf", "country", "sector", "office")]
        return ", ".join(dict.fromkeys(str(part) for part in known if part))
    return str(value)
