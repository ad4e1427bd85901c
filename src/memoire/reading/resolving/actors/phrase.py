"""The parts of a phrase: determiners, quantities, head, and what stands behind it."""

import re
from dataclasses import dataclass

from memoire.reading.resolving.actors.scene import Scene
from memoire.registries.grammar import word_list

AFTER_HEAD = word_list("after-head")
_COUNTS = word_list("counts")
_FURTHEST = 4  # words within which a quantity stands: "26 per cent of"
# Numbers and quantities before those who are counted: "more than 70", "a strong majority of", "unnamed".
_QUANTITY = re.compile(
    r"^(?:(?:about|some|more than|over|nearly|almost|at least|up to|only|unnamed|an?|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|many|several|multiple|(?:tens of )?(?:hundreds|thousands|dozens|millions) of|an? \w+ of"
    r"|(?:an? )?(?:\w+ )?(?:majority|number|group) of|\d[\d,.]*(?: percent of| per cent of| million| billion)?)"
    r"\s+(?:of )?)+",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"\s*\([A-Z][\w.-]*\)$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words [first, stop): without determiners and numbers they begin at `bare`, their head ends at `head_stop`."""

    first: int
    bare: int
    head_stop: int
    stop: int

    @classmethod
    def of(cls, scene: Scene, first: int, stop: int) -> "Phrase":
        bare = _after_quantity(scene, scene.bare(first, stop), stop)
        return cls(first, bare, head_end(scene, bare, stop), stop)


def head_end(scene: Scene, first: int, stop: int) -> int:
    """The end of a phrase before "of", "who" or a comma: its last word is its head."""
    lows = scene.words.lows
    return next((at for at in range(first + 1, stop) if lows[at] in AFTER_HEAD), stop)


def _after_quantity(scene: Scene, bare: int, stop: int) -> int:
    """Where the counted begin: "hundreds of | vendors", "26 percent of | Democrats", "some of his | supporters"."""
    lows = scene.words.lows
    for at in range(bare, min(bare + _FURTHEST, stop - 2)):
        if lows[at + 1] == "of" and (lows[at] in _COUNTS or lows[at].isdigit()):
            return scene.bare(at + 2, stop)
    return bare


def without_quantity(name: str) -> str:
    """The phrase without numbers and quantities before it, and without letters in brackets behind it."""
    bare = _LETTERS.sub("", _QUANTITY.sub("", name))
    return bare or name
