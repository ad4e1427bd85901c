"""The document: its text in a column, its entries in the margin."""

from collections import Counter
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from memoire.briefing.wording import counted
from memoire.desk.cards import Card, card_of, number_entries
from memoire.desk.done import done_of
from memoire.desk.kinds import LETTERS, PLURALS
from memoire.desk.printed import printed
from memoire.desk.undoing import standing_deeds
from memoire.ledger.tables import DocumentRow, EntryRow
from memoire.records.codebook import KINDS


def show(request: HttpRequest, document_id: str) -> HttpResponse:
    row = get_object_or_404(DocumentRow, pk=document_id)
    entries = shown_entries(row)
    cards = cards_of(entries)
    context = {
        "document": row,
        "heading": heading_of(row),
        "address": address_of(row.source),
        "original_size": len(row.original),
        "tally": tally(entries),
        "to_review": sum(entry.state == "proposed" for entry in entries),
        "cards": cards,
        "blocks": printed(row.text, entries, cards),
        "twin": reverse("api:document", args=[row.id]),
        "done": done_of(request, "card"),
    }
    return render(request, "desk/document.html", context)


def shown_entries(document: DocumentRow) -> list[EntryRow]:
    """All but the withdrawn, in the order of the text."""
    return list(document.entries.select_related("document").prefetch_related("lives").exclude(state="withdrawn"))


def cards_of(entries: Sequence[EntryRow]) -> dict[str, Card]:
    numbers = number_entries(entries)
    undos = standing_deeds(entries[0].document_id) if entries else {}
    today = timezone.localdate()
    return {row.id: card_of(row, numbers[row.id], today, undos.get(row.id)) for row in entries}


def heading_of(row: DocumentRow) -> str:
    """The title; where there is none, the first words."""
    return row.title or " ".join(row.text[:300].split()[:12]) + " …"


def address_of(source: str | None) -> str | None:
    """The source if it can be followed from a page; a path or another scheme (javascript:) cannot."""
    return source if source and urlsplit(source).scheme in ("http", "https") else None


def tally(entries: Sequence[EntryRow]) -> list[dict[str, Any]]:
    counts = Counter(entry.kind for entry in entries if entry.state != "rejected")
    return [
        {"kind": kind, "letter": LETTERS[kind], "words": counted(counts[kind], kind, PLURALS[kind])}
        for kind in KINDS
        if counts[kind]
    ]
