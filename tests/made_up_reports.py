"""Entries in made-up reports, written short."""

import re
from datetime import date

from memoire.records.entry import Actor, Entry, Source, When, Where, Words
from memoire.records.following import Told
from memoire.records.spans import Span

STATES = {
    "USA": "United States", "PAK": "Pakistan", "NOR": "Norway", "KEN": "Kenya", "PER": "Peru", "CHL": "Chile",
    "VNM": "Vietnam", "FIN": "Finland", "GHA": "Ghana", "JPN": "Japan", "MNG": "Mongolia", "OMN": "Oman",
}  # fmt: skip


def tell(
    kind, quote, verb, *, by="", to="", with_="", when=None, where=None, on="2030-01-10", area="diplomacy",
    plover="CONSULT", polarity="+", checkable="yes", action=None, voice=None, publisher=None, of=None, document=None,
    document_kind="news", handout=None, basis="explicit",
):  # fmt: skip
    """An entry told by a document of the day `on`; actors are "PAK" or "Aslam Khan:PAK:Foreign Minister"."""
    place = quote.index(verb)
    entry = Entry(
        id=f"{on}:{quote}",
        kind=kind,
        span=Span(0, len(quote)),
        quote=quote,
        predicate=Words(verb, Span(place, place + len(verb))),
        action=action if action is not None else quote[place:],
        polarity=polarity,
        score=1.0,
        voice=(Source(voice, Span(0, 0), voice, voice if voice in STATES else None),) if voice else (),
        by=_actors(by, quote),
        to=_actors(to, quote),
        with_=_actors(with_, quote),
        when=When(when[0], _span(when[0], quote), when[1], basis) if when else None,
        where=Where(where, _span(where, quote)) if where else None,
        areas=(area,),
        plover=plover,
        firmness="agreed" if kind == "commitment" else None,
        checkable=checkable if kind == "commitment" else None,
    )
    return Told(
        entry, document or f"{on} {publisher}", date.fromisoformat(on), publisher, document_kind, handout, quote, of
    )


def _actors(text, quote):
    return tuple(_actor(part, quote) for part in text.split(",") if part)


def _actor(part, quote):
    name, _, rest = part.partition(":")
    country, _, office = rest.partition(":")
    if not rest:
        return Actor(STATES[name], _span(STATES[name], quote), STATES[name], name, "GOV")
    return Actor(name, _span(name, quote), name, country or None, "GOV" if office else "BUS", office or None)


def _span(words, quote):
    found = re.search(re.escape(words), quote)
    return Span(*found.span()) if found else Span(0, 0)
