"""Entries with their documents, in one line each, for tests of what is compared across documents."""

from datetime import date
from itertools import count
from typing import Any

from memoire.records.entry import Actor, Entry, Source, When, Where, Words
from memoire.records.following import Told
from memoire.records.spans import Span

_NUMBERS = count(1)
_OF_DOCUMENTS = ("publisher", "publisher_country", "document_kind", "handout")
NAMES = {"USA": "United States", "PAK": "Pakistan", "IND": "India", "EGY": "Egypt", "TUR": "Türkiye", "CAN": "Canada"}


def actor(code: str, name: str | None = None) -> Actor:
    return Actor(name or NAMES[code], Span(0, 1), name or NAMES[code], code, "GOV")


def entry(quote: str, predicate: str, *, kind: Any = "event", by: str = "PAK USA", **fields: Any) -> Entry:
    """`by`, `to` and `with_` are codes; `when` is EDTF; `voice` names with their countries."""
    when, where = fields.pop("when", None), fields.pop("where", None)
    roles = {role: tuple(map(actor, fields.pop(role, "").split())) for role in ("to", "with_")}
    voice = tuple(Source(name, Span(0, 1), name, code) for name, code in fields.pop("voice", ()))
    values = {"firmness": "agreed", "checkable": "yes"} if kind == "commitment" else {}
    at = quote.index(predicate)
    return Entry(
        **{
            "id": fields.pop("id", f"e{next(_NUMBERS)}"),
            "kind": kind,
            "span": Span(0, len(quote)),
            "quote": quote,
            "predicate": Words(predicate, Span(at, at + len(predicate))),
            "action": fields.pop("action", quote),
            "polarity": "+",
            "score": 0.9,
            "by": tuple(map(actor, by.split())),
            "voice": voice,
            "when": When(when, Span(0, 1), when, "explicit") if when else None,
            "where": Where(where, Span(0, 1)) if where else None,
        }
        | roles
        | values
        | fields
    )


def tell(quote: str, predicate: str, *, on: str, document: str | None = None, **fields: Any) -> Told:
    """`on` is the day of publication; the document's id, without one, is that day."""
    about = {
        name: fields.pop(name)
        for name in ("publisher", "publisher_country", "document_kind", "handout")
        if name in fields
    }
    return Told(entry(quote, predicate, **fields), document or on, date.fromisoformat(on), **about)
