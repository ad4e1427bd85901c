"""Rows → the JSON shape of an entry (records/shapes.py) with what only the ledger knows."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from memoire.ledger.accounts import Account, LinkTold
from memoire.ledger.life_tables import LinkRow
from memoire.ledger.lifecycle import life_on, stage_of
from memoire.ledger.tables import EntryRow, HistoryRow
from memoire.records.document import MARKINGS
from memoire.records.following import Life, Told


def entry_row_as_json(row: EntryRow, as_of: date) -> dict[str, Any]:
    """The entry, its document, its state; for a commitment or claim where it stands on `as_of`."""
    document = row.document
    body: dict[str, Any] = row.body
    return body | {
        "document": {
            "id": document.id,
            "given_id": document.given_id,
            "title": document.title,
            "published": document.published and document.published.isoformat(),
            "publisher": document.publisher,
            "source": document.source,
        },
        "state": row.state,
        "corrected": row.corrected,
        "marking": row.marking,
        "mention_of": row.mention_of_id,
        "review": row.review,
        "test": row.test,
        **become_as_json(row, as_of),
    }


def become_as_json(row: EntryRow, as_of: date) -> dict[str, Any]:
    """What became of an entry, as far as lists show it; null throughout for requests, stances, events and mentions."""
    life = life_on(row.lives.all(), as_of)
    is_commitment = life is not None and row.kind == "commitment"
    told = ("due", "due_basis", "outcome", "evidence", "slip_days", "standing")
    return {
        "lifecycle": stage_of(life, as_of) if life and is_commitment else None,
        **{name: getattr(life, name) if life else None for name in told},
    }


def link_row_as_json(row: LinkRow) -> dict[str, Any]:
    """A link with the words at both ends; it is marked as strictly as the stricter of them."""
    return {
        "id": row.pk,
        "of": _end(row.of),
        "place": _end(row.place),
        "state": row.state,
        "bears": row.bears,
        "new_due": row.new_due,
        "score": row.score,
        "because": row.because,
        "review": row.review,
        "marking": max(row.of.marking, row.place.marking, key=MARKINGS.index),
    }


def _end(row: EntryRow) -> dict[str, Any]:
    published = row.document.published
    return {
        "id": row.pk, "kind": row.kind, "action": row.action, "quote": row.quote, "edtf": row.edtf,
        "document": row.document_id, "published": published and published.isoformat(),
        "publisher": row.document.publisher,
    }  # fmt: skip


def links_by_id(ids: Sequence[str]) -> list[LinkRow]:
    """The links with both ends at hand, in the order of `ids`."""
    texts = [f"{end}__document__{name}" for end in ("of", "place") for name in ("text", "original", "character_map")]
    found = LinkRow.objects.select_related("of__document", "place__document").defer(*texts).in_bulk(ids)
    return [found[id_] for id_ in ids]


def account_as_json(account: Account) -> dict[str, Any]:
    """What became of a commitment or claim; entries by their ids."""
    return {
        "entry": account.first.entry.id,
        "as_of": account.as_of.isoformat(),
        "known_at": account.known_at and account.known_at.isoformat(),
        "life": account.life and _life_as_json(account.life),
        "standing": account.standing,
        "mentions": [_told_as_json(one) for one in account.mentions],
        "links": [_link_told_as_json(one) for one in account.links],
        "verdicts": list(account.verdicts),
        "test": account.test,
        "is_test_first": account.is_test_first,
        "due_set": account.due,
        "review": account.review,
    }


def _life_as_json(life: Life) -> dict[str, Any]:
    shape = asdict(life)
    for step in shape["happenings"]:
        step["on"] = step["on"] and step["on"].isoformat()
    return shape | {"happenings": list(shape["happenings"])}


def _told_as_json(one: Told) -> dict[str, Any]:
    return {
        "id": one.entry.id, "quote": one.entry.quote, "document": one.document, "publisher": one.publisher,
        "published": one.published and one.published.isoformat(),
    }  # fmt: skip


def _link_told_as_json(one: LinkTold) -> dict[str, Any]:
    link = one.link
    return {
        "id": one.id, "state": one.state, "bears": link.bears, "new_due": link.new_due, "score": link.score,
        "because": list(link.because), "review": one.review, "of": link.of, "place": _told_as_json(one.place),
    }  # fmt: skip


def history_row_as_json(row: HistoryRow) -> dict[str, Any]:
    """What happened, without the whole of what stood before and after."""
    return {
        "id": row.pk,
        "at": row.at.isoformat(),
        "who": row.who,
        "what": row.what,
        "reason": row.reason,
        "link": row.link or None,
        "undoes": row.undoes_id,
        "brought_by": row.brought_by_id,
        "hash": row.hash,
    }
