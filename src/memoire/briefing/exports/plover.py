"""PLOVER records, one JSON object a line (Open Event Data Alliance, PLOVER manual, chapter "JSON Data Fields")."""

import json
from datetime import date
from pathlib import Path
from typing import Any, Final

from memoire.briefing.facts import Item
from memoire.records.edtf import bounds
from memoire.records.entry import Actor

_FILE: Final = "events.jsonl"
_QUADS: Final = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "SANCTION", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
# Ours where PLOVER's spelling differs: health and media. International bodies have the country code IGO.
_SECTORS: Final = {"HLH": "MED", "MED": "JRN", "UNK": None}
_INTERNATIONAL: Final = {"XXI": "IGO"}


class PloverEvents:
    """Every entry that has an event type, an actor with a country, and a day: its own, else that of the document."""

    def __init__(self, folder: Path, as_of: date) -> None:  # noqa: ARG002
        self._file = (folder / _FILE).open("w", encoding="utf-8")

    def add(self, item: Item) -> None:
        record = as_plover(item)
        if record:
            self._file.write(json.dumps(record, ensure_ascii=False) + "\n")

    def close(self) -> dict[str, None]:
        self._file.close()
        return {_FILE: None}


def as_plover(item: Item) -> dict[str, Any] | None:
    """The record, without empty fields; None where PLOVER requires what the entry has not."""
    entry, paper = item.entry, item.paper
    first, last = _days(item)
    source = [_actor(actor) for actor in (*entry.by, *(entry.with_ if entry.plover == "CONSULT" else ()))]
    if entry.plover is None or first is None or not any("code" in actor for actor in source):
        return None
    aimed_at = (*entry.to, *(() if entry.plover == "CONSULT" else entry.with_))
    record = {
        "id": entry.id,
        "has_event": True,
        "date": first.isoformat(),
        "enddate": last.isoformat() if last and last != first else None,
        "source": source,
        "recipient": [_actor(actor) for actor in aimed_at],
        "event": [entry.plover],
        "event_loc": {"name": entry.where.text, "cc3": entry.where.country} if entry.where else None,
        "event_text": [entry.quote],
        "quad_code": _QUADS[entry.plover],
        "context": _contexts(item),
        "text_info": {"start": entry.span.start, "end": entry.span.end},
        "cite_info": {
            "title": paper.title, "url": paper.address, "publication": paper.publisher, "language": paper.language,
            "corpus": paper.id, "codebook": "aide-memoire-1.3",
        },
        "comment": f"{entry.kind}; {item.place.state}; TLP:{item.place.marking.upper()}",
    }  # fmt: skip
    return {name: value for name, value in record.items() if value not in (None, [])}


def _days(item: Item) -> tuple[date | None, date | None]:
    when = item.entry.when
    first, last = bounds(when.edtf) if when and when.edtf else (None, None)
    return first or last or item.paper.published, last


def _actor(actor: Actor) -> dict[str, str]:
    told = {
        "code": _INTERNATIONAL.get(actor.country or "", actor.country),
        "sector": _SECTORS.get(actor.sector or "", actor.sector),
        "actor_text": actor.text,
        "identifier_text": actor.name,
        "office": actor.office,
    }
    return {name: value for name, value in told.items() if value}


def _contexts(item: Item) -> list[str]:
    """What PLOVER calls the grammar of the sentence: to come, depending on something, denied."""
    entry = item.entry
    found = ["future"] if entry.kind in ("commitment", "request") else []
    found += ["hypothetical"] if entry.condition else []
    return [*found, "negation"] if entry.polarity == "-" and entry.kind != "stance" else found
