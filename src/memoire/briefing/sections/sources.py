"""Sources: every document that a footnote names, with its grade, its marking and the notes that lean on it."""

from typing import Final

from memoire.briefing.structure import Footnote, Grid, Paragraph, Row, Section, Sentence
from memoire.briefing.wording import capitalised, day_words

_HEADS: Final = ("Document", "Published", "Grade", "Marking", "Notes")
_WIDTHS: Final = (45, 17, 8, 15, 15)
_SCALE: Final = (
    "Grades are those of the Admiralty scale: reliability of the source A to E, F where it cannot be judged; "
    "credibility of the information 1 to 5, 6 where it cannot be judged. Markings are those of the Traffic Light "
    "Protocol 2.0."
)


def sources(footnotes: tuple[Footnote, ...]) -> Section:
    """In the order of first use; nothing that is not leant on."""
    numbers: dict[str, list[int]] = {}
    first: dict[str, Footnote] = {}
    for number, note in enumerate(footnotes, 1):
        numbers.setdefault(note.document, []).append(number)
        first.setdefault(note.document, note)
    rows = tuple(_row(first[document], numbers[document]) for document in first)
    blocks = (Paragraph((Sentence(_SCALE, "ledger"),)), Grid(_HEADS, _WIDTHS, rows)) if rows else ()
    return Section("sources", "Sources", blocks)


def _row(note: Footnote, numbers: list[int]) -> Row:
    title = f"{capitalised(note.publisher or 'publisher not known')}: {note.title or 'without a title'}"
    address = f" <{note.address}>" if note.address else ""
    published = day_words(note.published) if note.published else "not known"
    marking = f"TLP:{note.marking.upper()}"
    return Row((f"{title}{address}", published, note.grade, marking, runs(numbers)), kind="ledger")


def runs(numbers: list[int]) -> str:
    """`1–3, 7`."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in found)
