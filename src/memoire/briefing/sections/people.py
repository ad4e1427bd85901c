"""Who is who: persons with the offices that documents gave them, and when."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from memoire.briefing.facts import Facts, Place
from memoire.briefing.phrasing import footnote
from memoire.briefing.standing import is_at_hand
from memoire.briefing.structure import Footnote, Grid, Paragraph, Row, Section, Sentence
from memoire.briefing.wording import capitalised, day_words, state_words
from memoire.records.entry import Actor, Source

_MOST: Final = 25
_HEADS: Final = ("Name", "Office, as told", "State", "Told so")
_WIDTHS: Final = (30, 34, 16, 20)


@dataclass
class _Tellings:
    days: list[date] = field(default_factory=list)
    note: Footnote | None = None


def people(facts: Facts) -> Section:
    """The newest first; of each person and office one note, to the newest document that tells it."""
    found: dict[tuple[str, str, str], _Tellings] = {}
    for item in facts.items:
        if is_at_hand(item, facts.as_of):
            for place in item.places:
                _take(place, facts, found)
    newest = sorted(found.items(), key=lambda pair: (-max(pair[1].days, default=date.min).toordinal(), pair[0]))
    rows = tuple(_row(key, tellings) for key, tellings in newest[:_MOST])
    none = Paragraph((Sentence("No holder of an office is named in the documents of the last five years.", "ledger"),))
    return Section("people", "Who is who", (Grid(_HEADS, _WIDTHS, rows),) if rows else (none,))


def _take(place: Place, facts: Facts, found: dict[tuple[str, str, str], _Tellings]) -> None:
    for actor in _named(place):
        if actor.country in facts.parties and actor.office and _is_person(actor):
            tellings = found.setdefault((actor.name, actor.office, actor.country or ""), _Tellings())
            if place.paper.published:
                tellings.days.append(place.paper.published)
            tellings.note = footnote(place)


def _named(place: Place) -> tuple[Actor | Source, ...]:
    """The actors whose name stands in the quote, so that the note shows it."""
    entry = place.entry
    actors: tuple[Actor | Source, ...] = (*entry.by, *entry.to, *entry.with_, *entry.voice)
    return tuple(actor for actor in actors if actor.name.rpartition(" ")[2] in entry.quote)


def _is_person(actor: Actor | Source) -> bool:
    words = actor.name.split()
    return len(words) > 1 and all(word[:1].isupper() for word in (words[0], words[-1])) and actor.office != actor.name


def _row(key: tuple[str, str, str], tellings: _Tellings) -> Row:
    name, office, country = key
    first, last = (min(tellings.days), max(tellings.days)) if tellings.days else (None, None)
    when = "day not known" if first is None or last is None else day_words(first)
    if first and last and first != last:
        when = f"{day_words(first)} to {day_words(last)}"
    state = capitalised(state_words(country)).removeprefix("The ")
    return Row((name, capitalised(office), state, when), (tellings.note,) if tellings.note else ())
