"""Facts → brief. Open this file first: it has every section in order."""

from collections.abc import Iterable
from typing import Final

from memoire.briefing.aide_memoire import aide_memoire
from memoire.briefing.facts import Facts
from memoire.briefing.sections.claims import claims
from memoire.briefing.sections.matrix import matrix
from memoire.briefing.sections.meeting import meeting
from memoire.briefing.sections.people import people
from memoire.briefing.sections.reckoning import reckoning
from memoire.briefing.sections.scene import scene
from memoire.briefing.sections.sources import sources
from memoire.briefing.structure import Brief, Footnote, Form, Section, Sentence, footnotes_of
from memoire.briefing.wording import capitalised, counted, day_words, state_words
from memoire.errors import UsageError
from memoire.records.document import MARKINGS

FORMS: Final[tuple[Form, ...]] = ("brief", "aide-memoire")


def compose(facts: Facts, *, side: str, form: Form = "brief") -> Brief:
    """The brief for one side.

    Raises:
        UsageError: the side is none of the parties.
    """
    if side not in facts.parties:
        raise UsageError(f"{side!r} is not among {' '.join(facts.parties)}; --for takes one of them")
    return _aide_memoire(facts, side) if form == "aide-memoire" else _meeting_brief(facts, side)


def _meeting_brief(facts: Facts, side: str) -> Brief:
    sections = (
        scene(facts, side),
        reckoning(facts, side),
        meeting(facts, side),
        people(facts),
        claims(facts),
        matrix(facts, side),
    )
    notes = footnotes_of(sections)
    return Brief(
        form="brief",
        title=title_of(facts.parties, side),
        subtitle=f"Brief for {state_words(side)}, as of {day_words(facts.as_of)}",
        parties=facts.parties,
        side=side,
        on=facts.as_of,
        marking=strictest(notes),
        sections=(*sections, sources(notes)),
        opening=tuple(_opening(facts, notes)),
        footnotes=notes,
    )


def _aide_memoire(facts: Facts, side: str) -> Brief:
    """No sources: it is handed over, and its footnotes stay with the desk."""
    sections: tuple[Section, ...] = aide_memoire(facts, side)
    notes = footnotes_of(sections)
    return Brief(
        form="aide-memoire",
        title="Aide-mémoire",
        subtitle="",
        parties=facts.parties,
        side=side,
        on=facts.as_of,
        marking=strictest(notes),
        sections=sections,
        closing=(day_words(facts.as_of),),
        footnotes=notes,
    )


def _reviewed(reviewed: int, all_: int) -> str:
    """How much of what is cited a person has looked at."""
    if not reviewed:
        return f"No person has reviewed the {counted(all_, 'passage')} cited yet."
    rest = "the notes say so of the others"
    return f"A person has reviewed {reviewed:,} of the {counted(all_, 'passage')} cited; {rest}."


def title_of(parties: Iterable[str], side: str) -> str:
    """The side for which it is written first."""
    ordered = [side, *(code for code in parties if code != side)]
    return " – ".join(capitalised(state_words(code)).removeprefix("The ") for code in ordered)


def strictest(notes: Iterable[Footnote]) -> str:
    return max((note.marking for note in notes), key=MARKINGS.index, default=MARKINGS[0])


def _opening(facts: Facts, notes: tuple[Footnote, ...]) -> list[Sentence]:
    """What the reader should know of this paper itself."""
    papers = counted(len({note.document for note in notes}), "document")
    told = [Sentence(f"Written from {papers} of a record of {facts.papers_searched:,}.", "ledger")]
    proposed = sum(not note.is_reviewed for note in notes)
    if proposed:
        told.append(Sentence(_reviewed(len(notes) - proposed, len(notes)), "ledger"))
    withdrawn = len({note.document for note in notes if note.is_withdrawn})
    if withdrawn:
        shown = counted(withdrawn, "document cited has", "documents cited have")
        told.append(Sentence(f"{shown} been withdrawn since; the notes say so.", "ledger"))
    if facts.leaves_out_stricter_than:
        limit = facts.leaves_out_stricter_than.upper()
        told.append(Sentence(f"Whatever is marked more strictly than TLP:{limit} was left out.", "ledger"))
    told.append(Sentence("What stands in square brackets is for the desk.", "ledger"))
    return told
