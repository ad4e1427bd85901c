"""What became of a commitment: lifecycle, outcome and evidence, as codebook §6 has them."""

from datetime import date

import pytest

from memoire.ledger.life import life_of, standing_of_claim
from memoire.records.following import Link, Verdict
from tests.made_up_reports import tell

PROMISE = tell(
    "commitment", "Peru and Chile will reopen the road in May", "reopen", by="PER,CHL", when=("in May", "2030-05")
)
AFTER = date(2031, 1, 1)


def link(place, bears, of=PROMISE, new_due=None):
    return Link(of.entry.id, place.entry.id, bears, 0.9, ("made up",), new_due), place


def deed(when=None, on="2030-07-01", **more):
    return tell("event", "The road was reopened", "reopened", by="PER,CHL", when=when and (when, when), on=on, **more)


@pytest.mark.parametrize(
    ("day", "stands"),
    [("2030-04-30", "open"), ("2030-05-01", "due"), ("2030-05-31", "due"), ("2030-06-01", "overdue")],
)
def test_it_is_due_from_the_first_day_of_its_interval_to_the_last(day, stands):
    life = life_of(PROMISE, [], as_of=date.fromisoformat(day))
    assert (life.lifecycle, life.outcome, life.evidence) == (stands, None, "none-found")


def test_silence_is_overdue_and_never_not_kept():
    assert life_of(PROMISE, [], as_of=date(2050, 1, 1)).outcome is None


@pytest.mark.parametrize(
    ("when", "outcome", "slip"),
    [
        ("2030-05-12", "kept", 0),
        ("2030-06-10", "kept-late", 10),
        ("2030-06", "kept-late", None),  # some day of June: late, but nobody knows by how much
        ("2030", "kept", None),
        (None, "kept", None),
    ],
)
def test_slip_is_counted_from_the_last_day_and_only_where_the_deed_has_one(when, outcome, slip):
    life = life_of(PROMISE, [link(deed(when), "fulfils")], as_of=AFTER)
    assert (life.lifecycle, life.outcome, life.slip_days) == ("closed", outcome, slip)


def test_the_report_that_dates_the_deed_best_decides():
    links = [link(deed("2030-06", on="2030-09-01"), "fulfils"), link(deed("2030-06-02"), "fulfils")]
    assert life_of(PROMISE, links, as_of=AFTER).slip_days == 2


def test_kept_in_the_new_window_is_kept_late_from_the_old():
    later = tell(
        "commitment",
        "The road will reopen in July",
        "reopen",
        by="PER,CHL",
        when=("in July", "2030-07"),
        on="2030-06-01",
    )
    postponed = link(later, "postpones", new_due="2030-07")
    waiting = life_of(PROMISE, [postponed], as_of=date(2030, 7, 5))
    assert (waiting.lifecycle, waiting.due) == ("due", "2030-07")
    step = waiting.happenings[-1]
    assert (step.what, step.old, step.new, step.slip_days) == ("postponed", "2030-05", "2030-07", 61)
    life = life_of(PROMISE, [postponed, link(deed("2030-07-05", on="2030-07-06"), "fulfils")], as_of=AFTER)
    assert (life.outcome, life.slip_days) == ("kept-late", 35)


def test_what_is_told_after_the_day_asked_about_was_not_known():
    links = [link(deed("2030-05-12", on="2030-07-01"), "fulfils")]
    assert life_of(PROMISE, links, as_of=date(2030, 6, 30)).lifecycle == "overdue"


@pytest.mark.parametrize("bears", ["advances", "reaffirms", "rewords", "mentions"])
def test_talk_and_steps_close_nothing_and_are_no_evidence(bears):
    life = life_of(PROMISE, [link(deed(), bears)], as_of=AFTER)
    assert (life.lifecycle, life.outcome, life.evidence) == ("overdue", None, "none-found")


def test_who_cancels_closes_and_who_promises_again_reopens():
    off = link(deed(on="2030-02-01"), "cancels")
    assert life_of(PROMISE, [off], as_of=AFTER).outcome == "cancelled"
    assert life_of(PROMISE, [off, link(deed(on="2030-03-01"), "reaffirms")], as_of=AFTER).outcome is None


def test_before_the_last_day_nothing_is_broken():
    early, late = deed(on="2030-05-20"), deed(on="2030-06-20")
    assert life_of(PROMISE, [link(early, "contradicts")], as_of=AFTER).outcome is None
    assert life_of(PROMISE, [link(late, "contradicts")], as_of=AFTER).outcome == "not-kept"


def test_a_promise_not_to_act_is_broken_on_the_day():
    refusal = tell(
        "commitment", "Peru will not attend in May", "attend", by="PER", when=("in May", "2030-05"), polarity="-"
    )
    assert life_of(refusal, [link(deed(on="2030-05-02"), "contradicts", refusal)], as_of=AFTER).outcome == "not-kept"


def test_an_open_ended_promise_stays_open_until_it_is_broken():
    lasting = tell("commitment", "Peru will continue to share data", "share", by="PER")
    assert life_of(lasting, [], as_of=date(2090, 1, 1)).lifecycle == "open"
    broken = link(deed(on="2031-01-01"), "contradicts", lasting)
    assert life_of(lasting, [broken], as_of=AFTER).outcome == "not-kept"
    resumed = link(deed(on="2030-12-01"), "fulfils", lasting)
    assert life_of(lasting, [broken, resumed], as_of=AFTER).outcome == "partly-kept"


def test_a_beginning_promised_from_a_day_is_due_on_it():
    begins = tell("commitment", "Flights will run from 3 May", "run", by="PER", when=("from 3 May", "2030-05-03/.."))
    since = tell("commitment", "Flights run since 3 May", "run", by="PER", when=("since 3 May", "2030-05-03/.."))
    assert life_of(begins, [], as_of=date(2030, 5, 4)).lifecycle == "overdue"
    assert life_of(since, [], as_of=date(2030, 5, 4)).lifecycle == "due"


@pytest.mark.parametrize(
    ("given", "default", "basis", "due"),
    [
        (None, None, "explicit", "2030-05"),
        ("2030-09", None, "explicit", "2030-09"),
        (None, "2031", "explicit", "2030-05"),
    ],
)
def test_a_person_s_day_goes_before_the_entry_s_and_that_before_the_house_s(given, default, basis, due):
    life = life_of(PROMISE, [], as_of=AFTER, due=given, default_due=default)
    assert (life.due, life.due_basis) == (due, basis)


def test_without_any_day_the_house_s_holds():
    soon = tell("commitment", "Peru will soon reopen the road", "reopen", by="PER")
    life = life_of(soon, [], as_of=AFTER, default_due="2030-12")
    assert (life.lifecycle, life.due_basis) == ("overdue", "house-default")


def test_a_verdict_goes_before_links():
    links = [link(deed("2030-05-12"), "fulfils")]
    verdicts = [
        Verdict("not-kept", date(2030, 8, 1), "AB"),
        Verdict("kept-late", date(2030, 9, 1), "AB", happened_on=date(2030, 6, 3)),
    ]
    life = life_of(PROMISE, links, verdicts, as_of=AFTER)
    assert (life.outcome, life.slip_days, life.happenings[-1].what) == ("kept-late", 3, "closed")
    assert life_of(PROMISE, links, verdicts, as_of=date(2030, 8, 2)).outcome == "not-kept"


def test_partly_kept_may_stand_while_the_rest_is_still_open():
    verdict = [Verdict("partly-kept", date(2030, 5, 10), "AB")]
    assert life_of(PROMISE, [], verdict, as_of=date(2030, 5, 20)).lifecycle == "due"
    assert life_of(PROMISE, [], verdict, as_of=AFTER).lifecycle == "closed"


@pytest.mark.parametrize(
    ("places", "support"),
    [
        ([deed(publisher="a")], "single"),
        ([deed(publisher="presidency", of="PER", document_kind="statement")], "one-sided"),
        ([deed(publisher="a", voice="PER")], "one-sided"),
        ([deed(publisher="a"), deed(publisher="b")], "corroborated"),
        ([deed(publisher="a", handout="h"), deed(publisher="b", handout="h")], "same-source"),
        ([deed(publisher=p, of=p, document_kind="statement") for p in ("PER", "CHL")], "both-sides"),
        ([deed(document_kind="joint-statement")], "both-sides"),
    ],
)  # fmt: skip
def test_evidence_is_weighed_by_who_tells_it(places, support):
    assert life_of(PROMISE, [link(place, "fulfils") for place in places], as_of=AFTER).evidence == support


def test_a_deed_denied_later_is_contradicted():
    links = [link(deed(on="2030-06-05"), "fulfils"), link(deed(on="2030-06-09"), "contradicts")]
    assert life_of(PROMISE, links, as_of=AFTER).evidence == "contradicted"


def test_words_stand_side_by_side_where_they_change():
    place = tell("commitment", "Peru and Chile will open the road in part", "open", by="PER,CHL", on="2030-03-01")
    step = life_of(PROMISE, [link(place, "rewords")], as_of=AFTER).happenings[-1]
    assert (step.old, step.new) == (PROMISE.entry.quote, place.entry.quote)


def test_a_claim_is_unchecked_supported_contradicted_or_mixed():
    yes, no = link(deed(on="2030-02-01"), "supports"), link(deed(on="2030-03-01"), "contradicts")
    stands = [standing_of_claim(links, as_of=AFTER) for links in ([], [yes], [no], [yes, no])]
    assert stands == ["unchecked", "supported", "contradicted", "mixed"]
    assert standing_of_claim([yes, no], as_of=date(2030, 2, 15)) == "supported"
