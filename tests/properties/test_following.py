"""Following is a function of what was told, and a life only grows with evidence."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from memoire.following.blocking import Index
from memoire.following.proposing import follow
from memoire.ledger.life import life_of
from memoire.records.following import BEARINGS, Link
from tests.made_up_reports import tell

DAYS = st.dates(date(2030, 1, 1), date(2031, 12, 31))
VERBS = st.sampled_from(["visit", "sign", "deliver", "reopen", "ratify", "withdraw"])
THINGS = st.sampled_from(["the road", "a fishery treaty", "600 tents", "its troops", "the embassy"])
PAIRS = st.sampled_from([("PER", "CHL"), ("NOR", "OMN"), ("KEN", "GHA")])


@st.composite
def entries(draw, kind="commitment"):
    verb, thing, (by, to) = draw(VERBS), draw(THINGS), draw(PAIRS)
    month = f"{draw(DAYS):%Y-%m}"
    return tell(kind, f"It will {verb} {thing}", verb, by=by, to=to, when=("then", month), on=str(draw(DAYS)))


OPEN = st.lists(entries(), min_size=1, max_size=6, unique_by=lambda told: told.entry.id)


@st.composite
def evidence(draw, promise):
    place = draw(entries("event"))
    bears = draw(st.sampled_from(BEARINGS))
    new_due = "2031-06" if bears == "postpones" else None
    return Link(promise.entry.id, place.entry.id, bears, 0.9, ("made up",), new_due), place


@given(OPEN, entries("event"), st.randoms())
@settings(deadline=None, max_examples=60)
def test_the_order_of_candidates_does_not_change_what_is_proposed(open_, new, chance):
    shuffled = list(open_)
    chance.shuffle(shuffled)
    assert follow(new, open_) == follow(new, shuffled)


@given(OPEN, entries("event"), st.randoms())
@settings(deadline=None, max_examples=60)
def test_the_index_finds_the_same_in_whatever_order_it_was_filled(open_, new, chance):
    shuffled, one, other = list(open_), Index(), Index()
    chance.shuffle(shuffled)
    for told in open_:
        one.add(told)
    for told in shuffled:
        other.add(told)
    assert one.candidates(new) == other.candidates(new)


@given(entries(), entries("event"))
@settings(deadline=None, max_examples=60)
def test_what_is_proposed_is_found_by_its_keys(promise, new):
    index = Index()
    index.add(promise)
    if follow(new, [promise]):
        assert index.candidates(new) == [promise]


@given(st.data(), DAYS)
@settings(deadline=None, max_examples=60)
def test_more_evidence_never_removes_a_happening_and_order_does_not_matter(data, day):
    promise = data.draw(entries())
    links = data.draw(st.lists(evidence(promise), max_size=5, unique_by=lambda pair: pair[1].entry.id))
    life = life_of(promise, links, as_of=day)
    assert life_of(promise, links[::-1], as_of=day) == life
    more = life_of(promise, [*links, data.draw(evidence(promise))], as_of=day)
    steps = {(step.what, step.place) for step in life.happenings}
    assert steps <= {(step.what, step.place) for step in more.happenings}


@given(entries(), DAYS)
@settings(deadline=None, max_examples=60)
def test_time_alone_only_moves_a_commitment_on(promise, day):
    order = ("open", "due", "overdue")
    now, later = (life_of(promise, [], as_of=when) for when in (day, day + timedelta(days=40)))
    assert order.index(now.lifecycle) <= order.index(later.lifecycle)
    assert now.outcome is later.outcome is None
