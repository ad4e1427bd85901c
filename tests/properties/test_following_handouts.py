"""Grouping is a function of the set of reports: no order, no state, nothing outside a day."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from memoire.following.handouts import Report, group_handouts, handout_of

WORDS = st.sampled_from(
    "Pakistan Washington dialogue October police Naqvi Blome minister training 300 officers visit agreed".split()
)
TEXTS = st.lists(st.lists(WORDS, min_size=8, max_size=20).map(" ".join), min_size=1, max_size=3).map("\n".join)
DAYS = st.none() | st.integers(0, 4).map(lambda n: date(2024, 7, 1) + timedelta(days=n))
KINDS = st.sampled_from([None, "news", "statement"])
FIELDS = st.tuples(DAYS, st.sampled_from(["A", "B", None]), TEXTS, KINDS)
REPORTS = st.lists(FIELDS, max_size=7).map(
    lambda rows: [Report(f"{n}", day, who, text, kind=kind) for n, (day, who, text, kind) in enumerate(rows)]
)


@settings(max_examples=60, deadline=None)
@given(REPORTS, st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(reports: list[Report], random: object) -> None:
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert set(group_handouts(shuffled)) == set(group_handouts(reports))


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_a_group_has_two_or_more_documents_within_a_day_of_its_origin(reports: list[Report]) -> None:
    known = {report.id: report for report in reports}
    groups = group_handouts(reports)
    for group in groups:
        assert len(group.documents) > 1
        assert len(set(group.documents)) == len(group.documents)
        origin = known[group.id].published
        assert origin
        assert all(abs((known[id_].published - origin).days) <= 1 for id_ in group.documents)  # type: ignore[operator]
    assert set(handout_of(groups)) == {document for group in groups for document in group.documents}
