"""What time words mean, before it is written down."""

from dataclasses import dataclass
from typing import Literal

from memoire.reading.resolving.dates.periods import Interval, Period
from memoire.reading.resolving.dates.writing import as_edtf, as_timex

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """The interval that the words name, if they name one, and the rule that says so."""

    interval: Interval | None
    rule: str
    type: TimexType = "DATE"
    timex_value: str | None = None  # where it is not the interval's own
    explicit: bool = False  # year and all stand there
    needs_publication: bool = False
    by_tense: bool = False  # one of several days, months… so called: the tense decided
    closes: Period | None = None  # the last day, where the words name the end of something: "the end of 2025"

    @property
    def edtf(self) -> str | None:
        """The interval in EDTF; None where there is none ("soon")."""
        return as_edtf(self.interval) if self.interval else None

    @property
    def timex(self) -> str | None:
        """The TIMEX3 value; None where the words give none."""
        if self.timex_value is not None or self.interval is None:
            return self.timex_value
        return as_timex(self.interval)
