"""Task `events`: the PLOVER type of what one given actor does to another (PLV). Measured on, never learnt from.

Each sentence is read by itself. Of its entries that have a type the one is asked that relates the two given actors: its
`by` or `voice` shares words with the source, its `to`, `with` or second `by` with the target; of several the one with
the highest score; and where none does, the entry with the highest score. A sentence without such an entry is a miss.
PLV says YIELD where the codebook has CONCEDE or RETREAT: either counts as YIELD.
"""

import csv
import gzip
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from evaluation.folders import document_of
from evaluation.pairing import f1
from memoire.errors import UsageError
from memoire.records.document import Document
from memoire.records.entry import Entry
from memoire.records.spans import Span

PUBLISHED_MACRO_F1: Final = 0.743  # ZSP (Hu and others 2024), on this split, zero-shot
COLUMNS: Final = ("sentence_id", "gold_root", "sentence", "source", "target")
_PUBLISHED_ON: Final = "2017-07-14"  # any day: relative times need one
_YIELD: Final = ("CONCEDE", "RETREAT")


@dataclass(frozen=True, slots=True)
class Event:
    """A sentence, the two actors in it, and the type of what the first does to the second."""

    document: Document
    source: str
    target: str
    root: str


def load_events(path: Path) -> list[Event]:
    """Read a table laid out like plv-train.tsv, packed or not.

    Raises:
        UsageError: it cannot be read or lacks a column.
    """
    try:
        data = path.read_bytes()
        text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read ({error}); give a table like plv-train.tsv.gz") from error
    rows = list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))
    if missing := [name for name in COLUMNS if not rows or name not in rows[0]]:
        raise UsageError(f"{path} has no column {missing[0]!r}; give a table like plv-train.tsv.gz")
    return [
        Event(
            document_of({"id": f"{number}-{row['sentence_id']}", "text": row["sentence"], "published": _PUBLISHED_ON}),
            row["source"], row["target"], row["gold_root"],
        )
        for number, row in enumerate(rows)
    ]  # fmt: skip


def type_of(event: Event, entries: Sequence[Entry]) -> str | None:
    """The type, in PLV's words, of the entry that relates the two actors; None where no entry has a type."""
    typed = [entry for entry in entries if entry.plover]
    if not typed:
        return None
    best = max(typed, key=lambda entry: (_relates(event, entry), entry.score))
    return root_of(best.plover or "")


def root_of(plover: str) -> str:
    return "YIELD" if plover in _YIELD else plover


def event_figures(pairs: Sequence[tuple[str, str | None]]) -> dict[str, Any]:
    """Macro-F1 over the types of the gold, F1 of each, and the share that is right, over (gold, read)."""
    right = Counter(gold for gold, read in pairs if gold == read)
    gold, read = Counter(gold for gold, _ in pairs), Counter(read for _, read in pairs)
    by_type = {name: f1(right[name], gold[name], read[name]) for name in sorted(gold)}
    return {
        "sentences": len(pairs),
        "without_an_entry": read[None],
        "root_macro_f1": sum(by_type.values()) / len(by_type) if by_type else None,
        "published_root_macro_f1": PUBLISHED_MACRO_F1,
        "accuracy": sum(right.values()) / max(len(pairs), 1),
        "by_type": by_type,
    }


def _relates(event: Event, entry: Entry) -> int:
    """2 where the entry names both actors in their roles, 1 where one of them."""
    source, target = (_places(event.document.text, words) for words in (event.source, event.target))
    acting = [actor.span for actor in entry.by] + [source.span for source in entry.voice]
    acted_on = [actor.span for actor in (*entry.to, *entry.with_, *entry.by[1:])]
    return _touches(source, acting) + _touches(target, acted_on)


def _places(text: str, words: str) -> list[Span]:
    """Where the words of an actor stand; PLV gives them as they are, or nearly so."""
    start, places = text.find(words), []
    while words and start >= 0:
        places.append(Span(start, start + len(words)))
        start = text.find(words, start + 1)
    return places


def _touches(ones: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in ones for other in others)
