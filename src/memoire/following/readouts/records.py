"""What comes of laying read-outs side by side."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Literal

from memoire.records.entry import Entry

What = Literal["kind", "polarity", "firmness", "condition", "day", "place", "parties", "numbers", "names", "words"]
# In the order in which they weigh for a reader; `words` come last, since two texts never have quite the same.
WHATS: tuple[What, ...] = (
    "kind", "polarity", "firmness", "condition", "day", "place", "parties", "numbers", "names", "words",
)  # fmt: skip
SaidBy = Literal["all", "some", "one"]


@dataclass(frozen=True, slots=True)
class Readout:
    """A document and what was found in it, in the order of its text."""

    id: str
    entries: tuple[Entry, ...]
    title: str | None = None
    publisher: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not said alike: `said` has a value for each read-out, None where it does not tell the entry.

    An empty value is one that is not given ("no day").
    """

    what: What
    said: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is told: its entry in each read-out, None where a read-out is silent."""

    cells: tuple[Entry | None, ...]
    wording: float  # the least likeness of wording of two of them, between 0 and 1; 1 where one tells it
    differences: tuple[Difference, ...] = ()

    @property
    def told(self) -> tuple[Entry, ...]:
        return tuple(cell for cell in self.cells if cell)

    @property
    def said_by(self) -> SaidBy:
        if len(self.told) == len(self.cells):
            return "all"
        return "one" if len(self.told) == 1 else "some"

    @property
    def is_different(self) -> bool:
        """Whether it differs in more than its words."""
        return any(difference.what != "words" for difference in self.differences)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Read-outs and their lines, in the order of the first read-out that tells each."""

    readouts: tuple[Readout, ...]
    lines: tuple[Line, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many lines are said by all, by some, by one; and how many differently."""
        said = Counter[str](line.said_by for line in self.lines)
        different = sum(line.is_different for line in self.lines)
        return {"all": said["all"], "some": said["some"], "one": said["one"], "differently": different}
