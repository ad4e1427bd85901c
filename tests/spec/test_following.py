"""What a later report says of a promise: each bearing, and what only looks like evidence."""

import pytest

from memoire.following.proposing import follow
from memoire.following.watch import Watch
from tests.made_up_reports import tell

VISIT = tell(
    "commitment", "Prime Minister Ada Berg will visit Oman in March", "visit", by="Ada Berg:NOR:Prime Minister",
    to="OMN", when=("in March", "2030-03"), where="Oman", action="visit Oman",
)  # fmt: skip
TALKS = tell(
    "commitment", "Kenya and Ghana will hold a maritime security dialogue in June", "hold", by="KEN,GHA",
    when=("in June", "2030-06"), area="defence",
)  # fmt: skip
RELEASE = tell(
    "commitment", "Japan will release the detained fishermen by 1 May", "release", by="JPN", to="VNM",
    when=("by 1 May", "../2030-05-01"), area="justice", plover="CONCEDE", action="release the detained fishermen",
)  # fmt: skip
VACCINES = tell(
    "commitment", "Finland will deliver 600,000 doses of vaccine to Ghana in April", "deliver", by="FIN", to="GHA",
    when=("in April", "2030-04"), area="health", plover="AID",
)  # fmt: skip


def bearing(promise, new, **more):
    links = follow(new, [promise], **more)
    return links[0].bears if links else None


def ships(quote, verb, *, when=None, on="2030-05-20", **more):
    return tell("event", quote, verb, by="FIN", to="GHA", when=when, on=on, area="health", plover="AID", **more)


def test_a_deed_of_the_kind_in_its_window_fulfils_and_says_why():
    deed = ships(
        "Finland delivered 600,000 doses of vaccine on 12 April", "delivered", when=("on 12 April", "2030-04-12")
    )
    (link,) = follow(deed, [VACCINES])
    assert (link.of, link.place, link.bears) == (VACCINES.entry.id, deed.entry.id, "fulfils")
    assert "same parties FIN, GHA" in link.because
    assert "due 2030-04, told as of 2030-04-12" in link.because
    assert 0 < link.score <= 1


def test_days_late_are_in_the_reasons():
    deed = ships("Finland delivered 600,000 doses of vaccine on 10 May", "delivered", when=("on 10 May", "2030-05-10"))
    (link,) = follow(deed, [VACCINES])
    assert "due 2030-04, told as of 2030-05-10: 10 days late" in link.because


def test_a_smaller_number_advances():
    deed = ships(
        "Finland delivered 200,000 doses of vaccine on 12 April", "delivered", when=("on 12 April", "2030-04-12")
    )
    assert bearing(VACCINES, deed) == "advances"


def test_other_words_for_the_act_are_the_same_act():
    deed = tell(
        "event", "Tokyo set the detained fishermen free on 20 April", "set", by="JPN", to="VNM", area="justice",
        when=("on 20 April", "2030-04-20"), on="2030-04-21", plover="CONCEDE", action="set the detained fishermen free",
    )  # fmt: skip
    assert bearing(RELEASE, deed) == "fulfils"


def test_the_host_s_words_tell_the_guest_s_visit():
    deed = tell(
        "event", "Oman received Prime Minister Ada Berg on 9 March", "received", by="OMN",
        to="Ada Berg:NOR:Prime Minister", when=("on 9 March", "2030-03-09"), where="Oman", on="2030-03-10",
    )  # fmt: skip
    assert bearing(VISIT, deed) == "fulfils"


@pytest.mark.parametrize(
    "told",
    [
        # the other way round
        tell(
            "event", "The Sultan visited Norway on 9 March", "visited", by="Haitham:OMN:Sultan", to="NOR",
            when=("on 9 March", "2030-03-09"), where="Norway", on="2030-03-10",
        ),
        # somebody else
        tell(
            "event", "Foreign Minister Ole Dahl visited Oman on 9 March", "visited", by="Ole Dahl:NOR:Foreign Minister",
            to="OMN", when=("on 9 March", "2030-03-09"), where="Oman", on="2030-03-10",
        ),
        # before it was promised
        tell(
            "event", "Prime Minister Ada Berg visited Oman in November", "visited", by="Ada Berg:NOR:Prime Minister",
            to="OMN", when=("in November", "2029-11"), where="Oman",
        ),
        # elsewhere
        tell(
            "event", "Prime Minister Ada Berg visited Kenya on 9 March", "visited", by="Ada Berg:NOR:Prime Minister",
            to="KEN", when=("on 9 March", "2030-03-09"), where="Kenya", on="2030-03-10",
        ),
        # talk
        tell("stance", "Oman welcomed the visit of Ada Berg", "welcomed", by="OMN", to="NOR", on="2030-03-10"),
        tell("request", "Oman invited Ada Berg to visit in March", "invited", by="OMN", to="NOR", on="2030-02-10"),
    ],
    ids=["direction", "person", "before", "place", "stance", "request"],
)  # fmt: skip
def test_what_only_looks_like_the_visit_is_none(told):
    assert bearing(VISIT, told) is None


def test_another_meeting_of_the_same_people_is_not_the_promised_one():
    trade = tell(
        "event", "Kenya and Ghana held talks on coffee prices in Accra on 12 August", "held", by="KEN,GHA",
        when=("on 12 August", "2030-08-12"), area="trade-investment", on="2030-08-13",
    )  # fmt: skip
    assert bearing(TALKS, trade) is None


def test_the_promised_meeting_held_later_is_kept_late():
    held = tell(
        "event", "Kenya and Ghana held the maritime security dialogue on 12 August", "held", by="KEN,GHA",
        when=("on 12 August", "2030-08-12"), area="defence", on="2030-08-13",
    )  # fmt: skip
    assert bearing(TALKS, held) == "fulfils"


def test_an_announcement_closes_nothing():
    again = tell(
        "commitment", "Kenya and Ghana will hold the maritime security dialogue in June", "hold", by="KEN,GHA",
        when=("in June", "2030-06"), area="defence", on="2030-04-02",
    )  # fmt: skip
    assert bearing(TALKS, again) == "reaffirms"


@pytest.mark.parametrize(
    ("quote", "on", "says"),
    [
        ("Ghana and Kenya will hold a maritime security dialogue in June", "2030-01-11", "mentions"),
        ("Kenya and Ghana had agreed to hold a maritime security dialogue in June", "2030-05-11", "mentions"),
    ],
    ids=["same news", "looking back"],
)
def test_the_same_promise_told_again_is_a_mention(quote, on, says):
    again = tell("commitment", quote, "hold", by="KEN,GHA", when=("in June", "2030-06"), area="defence", on=on)
    assert bearing(TALKS, again) == says


def test_a_later_day_postpones():
    later = tell(
        "commitment", "Kenya and Ghana will hold the maritime security dialogue in September", "hold", by="KEN,GHA",
        when=("in September", "2030-09"), area="defence", on="2030-06-20",
    )  # fmt: skip
    (link,) = follow(later, [TALKS])
    assert (link.bears, link.new_due) == ("postpones", "2030-09")


def test_one_of_two_who_stays_away_cancels():
    refusal = tell(
        "commitment", "Ghana will not hold the maritime security dialogue in June", "hold", by="GHA", with_="KEN",
        when=("in June", "2030-06"), area="defence", polarity="-", on="2030-05-02",
    )  # fmt: skip
    assert bearing(TALKS, refusal) == "cancels"


def test_not_done_when_the_day_is_over_contradicts_and_before_says_nothing():
    def not_yet(on):
        return ships(
            "Finland has not delivered 600,000 doses of vaccine", "delivered", on=on, polarity="-"
        )  # fmt: skip

    assert bearing(VACCINES, not_yet("2030-05-20")) == "contradicts"
    assert bearing(VACCINES, not_yet("2030-04-10")) is None


def test_what_nobody_could_check_gets_no_evidence():
    vague = tell(
        "commitment", "Kenya and Ghana will hold a dialogue on all matters", "hold", by="KEN,GHA", checkable="no"
    )
    held = tell("event", "Kenya and Ghana held a dialogue on all matters", "held", by="KEN,GHA", on="2030-08-13")
    assert bearing(vague, held) is None


def test_a_claim_is_supported_by_another_voice_and_repeated_by_its_own():
    claim = tell(
        "claim",
        "Japan had released the detained fishermen",
        "released",
        by="JPN",
        to="VNM",
        area="justice",
        plover="CONCEDE",
        voice="Mori",
    )
    event = tell(
        "event",
        "Japan released the detained fishermen",
        "released",
        by="JPN",
        to="VNM",
        area="justice",
        plover="CONCEDE",
        on="2030-02-01",
    )
    again = tell(
        "claim",
        "Japan had released the detained fishermen",
        "released",
        by="JPN",
        to="VNM",
        area="justice",
        plover="CONCEDE",
        voice="Mori",
        on="2030-02-01",
    )
    assert (bearing(claim, event), bearing(claim, again)) == ("supports", "mentions")


def test_a_deed_of_another_day_is_another_once_the_promise_is_kept():
    deed = ships(
        "Finland delivered 600,000 doses of vaccine on 28 April", "delivered", when=("on 28 April", "2030-04-28")
    )
    assert bearing(VACCINES, deed, kept={VACCINES.entry.id: "2030-04-12"}) is None
    assert bearing(VACCINES, deed, kept={VACCINES.entry.id: "2030-04-28"}) == "fulfils"


def test_a_watch_hears_documents_in_turn_and_merges_what_is_told_again():
    watch = Watch()
    assert watch.hear([TALKS]) == []
    again = tell(
        "commitment", "Ghana and Kenya will hold a maritime security dialogue in June", "hold", by="KEN,GHA",
        when=("in June", "2030-06"), area="defence", on="2030-01-11",
    )  # fmt: skip
    assert [link.bears for link in watch.hear([again])] == ["mentions"]
    held = tell(
        "event", "Kenya and Ghana held the maritime security dialogue on 5 June", "held", by="KEN,GHA",
        when=("on 5 June", "2030-06-05"), area="defence", on="2030-06-06",
    )  # fmt: skip
    assert [(link.of, link.bears) for link in watch.hear([held])] == [(TALKS.entry.id, "fulfils")]
