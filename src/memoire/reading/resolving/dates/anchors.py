"""The day from which relative words are resolved, and which of several days they can mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from memoire.reading.resolving.dates.periods import Period, Unit, day, enclosing

Tense = Literal["past", "future", "none"]

# A date without its year that lies this little on the far side of the day of publication is taken there all the same:
# "opened on 3 October" in a report dated 2 October is that of the next day, not that of the year before.
SLACK: Final = timedelta(days=7)


class OtherTimeNeeded(Exception):  # control flow inside this package, never shown
    """The words are told from another time in the text, and none was named."""


class PublicationNeeded(Exception):  # control flow inside this package, never shown
    """The words are relative, and no day of publication is known."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is known when time words are read."""

    published: date | None
    tense: Tense = "none"
    spoken_of: Period | None = None  # the time named last, for "that day" and "in March of that year"

    @property
    def day(self) -> date:
        """The day of publication.

        Raises:
            PublicationNeeded: it is not known.
        """
        if self.published is None:
            raise PublicationNeeded
        return self.published

    @property
    def named_last(self) -> Period:
        """The time named last.

        Raises:
            OtherTimeNeeded: none was.
        """
        if self.spoken_of is None:
            raise OtherTimeNeeded
        return self.spoken_of

    def this(self, unit: Unit) -> Period:
        """The week, month, year… of publication."""
        return enclosing(unit, self.day)


def choose(candidates: Sequence[Period], anchor: Anchor, *, slack: timedelta = timedelta()) -> Period:
    """Return the one that the tense means: the last that has begun, the first that is not over, or the nearest.

    Args:
        candidates: at least one, in order of time.
    """
    if anchor.tense == "past":
        return next((p for p in reversed(candidates) if p.first <= anchor.day + slack), candidates[0])
    if anchor.tense == "future":
        return next((p for p in candidates if p.last >= anchor.day - slack), candidates[-1])
    return min(candidates, key=lambda period: _distance(period, anchor.day))


def _distance(period: Period, from_day: date) -> int:
    if period.first <= from_day <= period.last:
        return 0
    return min(abs((period.first - from_day).days), abs((period.last - from_day).days))


def weekday_near(weekday: int, anchor: Anchor) -> Period:
    """Return the day so called (Monday is 0): ahead for a future verb, else the last one, today counted in both."""
    back = (anchor.day.weekday() - weekday) % 7
    if anchor.tense == "future" and back:
        back -= 7
    return day(anchor.day - timedelta(days=back))
