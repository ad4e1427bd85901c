"""The drawing of a relationship: everything with a day is in it once, or counted as one more."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from memoire.desk.timeline import WIDTH, Happening, draw

TODAY = date(2024, 11, 13)
DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
HAPPENINGS = st.builds(
    Happening,
    id=st.uuids().map(str),
    kind=st.sampled_from(["commitment", "event"]),
    letter=st.just("E"),
    action=st.just("met"),
    area=st.sampled_from(["", *"abcdefghijkl"]),
    earliest=DAYS,
    latest=st.none(),
)


@given(st.lists(HAPPENINGS, max_size=60))
def test_all_are_drawn_or_counted_and_none_leaves_the_sheet(happenings: list[Happening]) -> None:
    timeline = draw(happenings, TODAY)
    if not happenings:
        assert timeline is None
        return
    assert timeline
    marks = [mark for lane in timeline.lanes for mark in lane.marks]
    more = [number for lane in timeline.lanes for _, _, number in lane.more]
    assert len(marks) + sum(more) == timeline.drawn == len(happenings)
    assert all(0 <= mark.x <= WIDTH and 0 <= mark.y <= timeline.height - 12 for mark in marks)
    places = [(mark.x, mark.y) for mark in marks]
    assert len(places) == len(set(places))


def test_what_has_no_day_or_lasts_an_age_is_left_out_and_counted() -> None:
    def happening(earliest: date | None, latest: date | None) -> Happening:
        return Happening("1", "event", "E", "met", "sport", earliest, latest)

    timeline = draw(
        [happening(None, None), happening(date(1947, 1, 1), date(1991, 12, 31)), happening(TODAY, TODAY)], TODAY
    )
    assert timeline
    assert (timeline.drawn, timeline.left_out) == (1, 2)


def test_what_is_due_stands_at_its_last_day() -> None:
    due = Happening("1", "commitment", "C", "a", "", TODAY, TODAY + timedelta(days=30))
    told = Happening("2", "event", "E", "b", "", TODAY, TODAY + timedelta(days=30))
    assert due.day == TODAY + timedelta(days=30)
    assert told.day == TODAY
