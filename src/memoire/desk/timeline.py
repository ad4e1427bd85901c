"""A relationship over time as a drawing: a lane an area, a column a month, quarter or year, a mark an entry
with a sign of what became of it.

Pure numbers: the template turns them into SVG, and prints the same facts as a table.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from memoire.desk.wording import day_words

WIDTH: Final = 960
_LABELS: Final = 168  # room for the names of the lanes
_MARK: Final = 14  # a mark and its gap
_ROW: Final = 24  # a mark with the sign of its outcome under it
_HEAD: Final = 22  # room for the years
_LANES: Final = 8
_MOST_ROWS: Final = 4  # of marks in one lane
_LONGEST_DAYS: Final = 3 * 366  # what lasts longer is background, and would stretch the axis
# Columns so wide that the years of one office or of a generation fit a page.
_MONTHS_UP_TO: Final = 36
_QUARTERS_UP_TO: Final = 120


@dataclass(frozen=True, slots=True)
class Happening:
    """An entry as the timeline needs it."""

    id: str
    kind: str
    letter: str
    action: str
    area: str
    earliest: date | None
    latest: date | None
    became: str = ""  # what became of a commitment or claim, in words
    sign: str = ""  # the same as one character, under the mark

    @property
    def day(self) -> date | None:
        """What is undertaken or asked stands at its last day, all else at its first."""
        due = self.kind in ("commitment", "request")
        return (self.latest or self.earliest) if due else (self.earliest or self.latest)

    @property
    def is_placed(self) -> bool:
        lasts = (self.latest - self.earliest).days if self.earliest and self.latest else 0
        return self.day is not None and lasts <= _LONGEST_DAYS


@dataclass(frozen=True, slots=True)
class Mark:
    """A square with its letter; x and y are its left upper corner. `name` is read aloud, and shown at a pointer."""

    id: str
    x: int
    y: int
    kind: str
    letter: str
    sign: str
    name: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One area. `more` holds (x, y, number) where a cell has more entries than room."""

    name: str
    y: int
    height: int
    marks: list[Mark] = field(default_factory=list)
    more: list[tuple[int, int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything the template draws."""

    lanes: list[Lane]
    ticks: list[tuple[int, str]]
    today_x: int | None
    height: int
    unit: str
    drawn: int
    left_out: int
    first: int
    last: int


def draw(happenings: Sequence[Happening], today: date) -> Timeline | None:
    """The drawing, or None where no entry has a day."""
    placed = [h for h in happenings if h.is_placed]
    if not placed:
        return None
    months = [_month(h.day) for h in placed if h.day]
    unit, size = _unit(max(months) - min(months) + 1)
    axis = _Axis(min(months) // size, max(months) // size, size)
    lanes = _lanes(placed, axis)
    height = lanes[-1].y + lanes[-1].height
    return Timeline(
        lanes=lanes,
        ticks=axis.ticks(),
        today_x=axis.x_of_day(today),
        height=height,
        unit=unit,
        drawn=len(placed),
        left_out=len(happenings) - len(placed),
        first=min(months) // 12,
        last=max(months) // 12,
    )


def _month(day: date) -> int:
    """Months since the year 0."""
    return day.year * 12 + day.month - 1


def _unit(months: int) -> tuple[str, int]:
    if months <= _MONTHS_UP_TO:
        return "month", 1
    return ("quarter", 3) if months <= _QUARTERS_UP_TO else ("year", 12)


@dataclass(frozen=True, slots=True)
class _Axis:
    """Columns from `first` to `last`, each of `size` months."""

    first: int
    last: int
    size: int

    @property
    def step(self) -> float:
        return (WIDTH - _LABELS) / (self.last - self.first + 1)

    def column(self, day: date) -> int:
        return _month(day) // self.size - self.first

    def x(self, column: float) -> int:
        return round(_LABELS + column * self.step)

    def x_of_day(self, day: date) -> int | None:
        where = (_month(day) + day.day / 31) / self.size - self.first
        return self.x(where) if 0 <= where <= self.last - self.first + 1 else None

    def ticks(self) -> list[tuple[int, str]]:
        """The first column of every year, thinned to what can be read."""
        years = range(-(-self.first * self.size // 12), self.last * self.size // 12 + 1)
        room = max(1, round(44 / (self.step * 12 / self.size)))
        return [(self.x(year * 12 / self.size - self.first), str(year)) for year in years if year % room == 0]


def _lanes(placed: Iterable[Happening], axis: _Axis) -> list[Lane]:
    by_area: dict[str, list[Happening]] = defaultdict(list)
    name_of = _lane_names(placed := list(placed))
    for happening in placed:
        by_area[name_of(happening.area)].append(happening)
    lanes, y = [], _HEAD
    for name in sorted(by_area, key=lambda n: (n in (_OTHERS, _NONE), -len(by_area[n]), n)):
        lane = _lane(name, y, by_area[name], axis)
        lanes.append(lane)
        y += lane.height
    return lanes


_OTHERS: Final = "other areas"
_NONE: Final = "no area"


def _lane_names(placed: Sequence[Happening]) -> Callable[[str], str]:
    """Which lane an area has: its own if it is among the busiest, else the last."""
    busiest = {area for area, _ in Counter(h.area for h in placed if h.area).most_common(_LANES)}

    def lane(area: str) -> str:
        return area if area in busiest else _OTHERS if area else _NONE

    return lane


def _lane(name: str, y: int, happenings: Iterable[Happening], axis: _Axis) -> Lane:
    cells: dict[int, list[Happening]] = defaultdict(list)
    for happening in sorted(happenings, key=lambda h: (h.day, h.kind, h.id)):
        if happening.day:
            cells[axis.column(happening.day)].append(happening)
    across = max(1, int(axis.step // _MARK))
    rows = min(_MOST_ROWS, max(-(-len(cell) // across) for cell in cells.values()))
    lane = Lane(name, y, rows * _ROW + 6)
    for column, cell in sorted(cells.items()):
        _fill(lane, axis.x(column), cell, across, rows)
    return lane


def _fill(lane: Lane, x: int, cell: Sequence[Happening], across: int, rows: int) -> None:
    room = across * rows
    shown = cell if len(cell) <= room else cell[: room - 1]
    for place, happening in enumerate(shown):
        row, column = divmod(place, across)
        at = x + 1 + column * _MARK, lane.y + 4 + row * _ROW
        lane.marks.append(_mark(happening, *at))
    if len(cell) > len(shown):
        row, column = divmod(len(shown), across)
        lane.more.append((x + 7 + column * _MARK, lane.y + 14 + row * _ROW, len(cell) - len(shown)))


def _mark(happening: Happening, x: int, y: int) -> Mark:
    day = f", {day_words(happening.day)}" if happening.day else ""
    became = f": {happening.became}" if happening.became else ""
    name = f"{happening.kind.capitalize()}{day}: {happening.action}{became}"
    return Mark(happening.id, x, y, happening.kind, happening.letter, happening.sign, name)
