"""An entry as a card of the margin, a row of a table or the head of its page shows it: in few words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from memoire.briefing.wording import joined
from memoire.desk.axes import became_words, life_today, moved_due
from memoire.desk.kinds import LETTERS
from memoire.desk.wording import distance_words, edtf_words
from memoire.ledger.tables import EntryRow
from memoire.records.entry import Actor, Entry
from memoire.records.shapes import entry_from_json


@dataclass(frozen=True, slots=True)
class Card:
    """One entry in few words. `chain` is the voice, outermost first, led by the publisher."""

    id: str
    mark: str  # C3: its kind's letter and its place among the entries of its document
    mark_words: str  # commitment 3
    kind: str
    state: str
    corrected: bool
    chain: list[str]
    parties: str
    action: str
    when: str  # empty where nothing is said
    distance: str  # 43 days overdue, or what became of it
    firmness: str
    areas: tuple[str, ...]
    language: str
    document: str
    quote: str
    undo: int | None  # the row of history that undo would take back
    review: str = ""  # why a person should look again
    told_first: str = ""  # the entry that this one tells once more


def number_entries(rows: Iterable[EntryRow]) -> dict[str, int]:
    """The ordinal of each entry of one document, in the order of its text, from 1."""
    return {row.id: number for number, row in enumerate(sorted(rows, key=_place), start=1)}


def _place(row: EntryRow) -> tuple[int, int, str]:
    return row.span_start, -row.span_end, row.id


def card_of(row: EntryRow, number: int | None, today: date, undo: int | None = None) -> Card:
    """`number` is None for an entry that is not shown in its document (withdrawn)."""
    entry = entry_from_json(row.body)
    return Card(
        id=row.id,
        mark=f"{LETTERS[entry.kind]}{number or ''}",
        mark_words=f"{entry.kind} {number or ''}".strip(),
        kind=entry.kind,
        state=row.state,
        corrected=row.corrected,
        chain=voice_chain(row.document.publisher, entry),
        parties=parties_words(entry) or entry.kind.capitalize(),
        action=entry.action,
        when=due_words(row, entry, today),
        distance=distance_of(row, today),
        review=row.review or "",
        told_first=row.mention_of_id or "",
        firmness=entry.firmness or "",
        areas=entry.areas,
        language=row.document.language,
        document=row.document_id,
        quote=entry.quote,
        undo=undo,
    )


def voice_chain(publisher: str | None, entry: Entry) -> list[str]:
    """Who tells it, outermost first: the publisher, then each source; never empty."""
    return [publisher or "the document", *(source.name for source in entry.voice)]


def parties_words(entry: Entry) -> str:
    """Who, with whom, towards whom: `Islamabad Police → United States`; empty where nobody is named."""
    doers = names_words(entry.by)
    if entry.with_:
        doers = f"{doers} with {names_words(entry.with_)}".strip()
    return f"{doers} → {names_words(entry.to)}".strip() if entry.to else doers


def names_words(actors: Sequence[Actor]) -> str:
    """Each name once: `Pakistan and United States`."""
    return joined(list(Counter(actor.name for actor in actors)))


def when_words(entry: Entry) -> str:
    """The day in our words; where the document gives none, its own (`soon`)."""
    if entry.when is None:
        return ""
    return edtf_words(entry.when.edtf) if entry.when.edtf else f"“{entry.when.text}”"


def due_words(row: EntryRow, entry: Entry, today: date) -> str:
    """The day in our words; of a commitment the one on which it is due now."""
    return moved_due(row, life_today(row, today)) or when_words(entry)


def distance_of(row: EntryRow, today: date) -> str:
    """What became of a commitment or claim, else how far it is from its day; only what is asked can be late besides."""
    if life := life_today(row, today):
        return became_words(life, today)
    if row.kind != "request" or row.latest is None:
        return ""
    return distance_words(row.earliest, row.latest, today)
