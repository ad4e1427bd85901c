"""What every renderer prints alike: the words of a footnote, the lines of the head."""

import unicodedata
from typing import Final

from memoire.briefing.structure import Brief, Footnote
from memoire.briefing.wording import capitalised, day_words

# Joiners that scripts need, and the soft hyphen.
_HARMLESS: Final = "\u200c\u200d\u00ad"


def visible(text: str) -> str:
    """One line in which no character turns, hides or ends its neighbours: such are shown by their code instead."""
    return "".join(_visible(letter) for letter in " ".join(text.split()))


def _visible(letter: str) -> str:
    is_hidden = unicodedata.category(letter) in ("Cc", "Cf", "Cs") and letter not in _HARMLESS
    return f"⟨U+{ord(letter):04X}⟩" if is_hidden else letter


def source_words(note: Footnote) -> str:
    """`Arab News, “Police talks set for October”, 14 July 2024`."""
    title = f"“{note.title}”" if note.title else "without a title"
    day = day_words(note.published) if note.published else "day not known"
    return f"{capitalised(note.publisher or 'publisher not known')}, {title}, {day}"


def remarks(note: Footnote) -> str:
    """What the words stand for, the grade, the marking, and whether a person has confirmed the entry."""
    marking = [f"TLP:{note.marking.upper()}"] if note.marking != "clear" else []
    reviewed = [] if note.is_reviewed else ["not yet reviewed"]
    withdrawn = ["document withdrawn"] if note.is_withdrawn else []
    return f"[{'; '.join([*note.glosses, note.grade, *marking, *reviewed, *withdrawn])}]"


def note_words(note: Footnote) -> str:
    """The whole footnote as one line."""
    return f"{source_words(note)}: “{note.quote}” {remarks(note)}"


def marking_words(brief: Brief) -> str:
    return f"TLP:{brief.marking.upper()}"
