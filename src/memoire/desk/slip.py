"""The days of a commitment on one line: when it was due, to when it was put off, when it was done, how late.

Pure numbers; the template draws them, and says the same in words beside.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from memoire.briefing.wording import counted
from memoire.desk.wording import day_words, edtf_words
from memoire.records.edtf import bounds
from memoire.records.following import Life

WIDTH: Final = 360
_SIDE: Final = 8  # room for the marks at both ends
_LINE: Final = 12  # height of the line
_FIRST_WORDS: Final = 36
_ROW: Final = 16  # of words under the line
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Point:
    """One day on the line; `mark` is due, moved, done or now."""

    day: date
    mark: str
    words: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A point as it is drawn: its words stand in a row of their own, so that none cover others."""

    x: int
    y: int
    mark: str
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Slip:
    """What the template draws; `late_from` and `late_to` bound the stretch that was late, both 0 where none was."""

    points: list[Placed]
    height: int
    late_from: int
    late_to: int
    is_done: bool
    words: str


def draw_slip(life: Life, as_of: date) -> Slip | None:
    """The drawing; None where there are fewer than two days to lay on a line."""
    told = list(_points(life, as_of))
    points = sorted(told, key=lambda point: point.day)
    if len(points) < _FEWEST or points[0].day == points[-1].day:
        return None
    placed = _placed(points)
    due = next((one.x for one in placed if one.mark == "due"), 0)
    end = next((one.x for one in placed if one.mark in ("done", "now")), 0)
    is_late = bool(due) and end > due
    return Slip(
        points=placed,
        height=_FIRST_WORDS + _ROW * len(placed) - 6,
        late_from=due if is_late else 0,
        late_to=end if is_late else 0,
        is_done=any(one.mark == "done" for one in placed),
        words=slip_words(told, life),
    )


def slip_words(points: Sequence[Point], life: Life) -> str:
    """`due 31 Oct 2024 → done 12 Aug 2025 · 43 days late`."""
    late = f" · {counted(life.slip_days, 'day')} late" if life.slip_days else ""
    return " → ".join(point.words for point in points) + late


def _points(life: Life, as_of: date) -> Iterator[Point]:
    """Days that are told as a month or an interval stand at their last day; that of a deed at its first."""
    first = next((step.new for step in life.happenings if step.what == "opened"), None)
    moved = [step.new for step in life.happenings if step.old and step.new and step.what not in ("reworded", "closed")]
    due = moved[-1] if moved else first
    if first and (last := bounds(first)[1]):
        yield Point(last, "due", f"due {edtf_words(first)}")
    for edtf in moved:
        if (last := bounds(edtf)[1]) and edtf != first:
            yield Point(last, "moved", f"put off to {edtf_words(edtf)}")
    if done := _done(life):
        yield done
    elif life.outcome is None and due and (last := bounds(due)[1]) and last < as_of:
        after = counted((as_of - last).days, "day")
        yield Point(as_of, "now", f"not told as done by {day_words(as_of)}, {after} after")


def _done(life: Life) -> Point | None:
    """The deed as the report dates it; without a day, the day of the report bounds it."""
    step = next((step for step in life.happenings if step.what == "fulfilled"), None)
    if step is None:
        return None
    first, last = bounds(step.happened) if step.happened else (None, None)
    if day := first or last:
        return Point(day, "done", f"done {edtf_words(step.happened or '')}")
    return Point(step.on, "done", f"told as done {day_words(step.on)}") if step.on else None


def _placed(points: Sequence[Point]) -> list[Placed]:
    first, last = points[0].day, points[-1].day
    scale = (WIDTH - 2 * _SIDE) / (last - first).days
    places = [_SIDE + round((point.day - first).days * scale) for point in points]
    return [
        Placed(x, _FIRST_WORDS + _ROW * row, point.mark, point.words, "end" if x > WIDTH / 2 else "start")
        for row, (x, point) in enumerate(zip(places, points, strict=True))
    ]
