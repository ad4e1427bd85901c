"""Recurring meetings: how they are recognised, how their rounds are numbered, what each promised the next."""

from pathlib import Path

import pytest

from evaluation.folders import shared_data
from memoire.following.channels import Channel, channels_of, told_by_sides
from memoire.following.channels.names import names_in, ordinal_in
from memoire.records.following import Link, Told
from tests.spec.tellings import tell

GROUP = "Joint Working Group on Counter-Terrorism and Law Enforcement"
CHAINS = Path(shared_data() / "chains")


def only(*tellings: Told, **known: object) -> Channel:
    (channel,) = channels_of(tellings, **known)  # type: ignore[arg-type]
    return channel


@pytest.mark.parametrize(
    ("words", "name", "subject", "ordinal"),
    [
        (
            "the Pakistan–US Counterterrorism Dialogue was held",
            "Pakistan–US Counterterrorism Dialogue",
            {"countert"},
            None,
        ),
        (f"The {GROUP} met for its second annual session", GROUP, {"countert", "law", "enforcem"}, 2),
        ("a Pakistan-US working group on drugs is to meet", "Pakistan-US working group on drugs", {"drugs"}, None),
        ("the Strategic Dialogue took place in Washington on January 27", "Strategic Dialogue", {"strategi"}, None),
        ("to open the fourth U.S.-India 2+2 Ministerial Dialogue", "U.S.-India 2+2 Ministerial Dialogue", {"2+2"}, 4),
        (
            "the Trade and Investment Framework Agreement Council met",
            "Trade and Investment Framework Agreement Council",
            {"trade", "investme", "framewor", "agreemen"},
            None,
        ),
        (
            "On July 25th, the third round of talks on border security ended",
            "talks on border security",
            {"border", "security"},
            3,
        ),
        ("the 14th session of the Joint Commission", "Joint Commission", set(), 14),
        (
            "the first interagency counter terrorism talks held in Turkey",
            "interagency counter terrorism talks",
            {"countert"},
            1,
        ),
    ],
)
def test_a_name_has_its_sort_its_subject_and_the_round(
    words: str, name: str, subject: set[str], ordinal: int | None
) -> None:
    (found,) = names_in(words)
    assert (found.words, found.subject, found.ordinal) == (name, subject, ordinal)


@pytest.mark.parametrize(
    "words",
    [
        "The UN Security Council met on Syria",
        "the second Summit for Democracy",
        "the police arrested three men",
        "their fourth visit",
    ],
)
def test_what_is_no_recurring_meeting_has_no_name(words: str) -> None:
    assert names_in(words) == ()


def test_a_day_is_no_number_of_a_round() -> None:
    assert ordinal_in("On July 25th, officials met; the session was short") is None


def test_rounds_take_the_number_said_and_else_count_on() -> None:
    channel = only(
        tell(f"The {GROUP} met on 11 April for its second session", "met", on="2003-04-15", when="2003-04-11"),
        tell(
            f"The {GROUP} held its third meeting",
            "held",
            on="2004-09-03",
            when="2004-09-02/2004-09-03",
            where="Islamabad",
        ),
        tell("Their working group had last met in Washington in October", "met", on="2011-07-05", when="2010-10"),
    )
    assert [(one.number, one.basis, one.edtf) for one in channel.rounds] == [
        (2, "said", "2003-04-11"),
        (3, "said", "2004-09-02/2004-09-03"),
        (4, "counted", "2010-10"),
    ]
    assert channel.rounds[1].place == "Islamabad"
    assert (channel.parties, channel.name) == (("PAK", "USA"), GROUP)


def test_several_reports_of_one_meeting_are_one_round() -> None:
    channel = only(
        tell("the Counterterrorism Dialogue was held in Islamabad", "held", on="2025-08-13", when="2025-08-12"),
        tell("held the Pakistan-US Counterterrorism Dialogue in August", "held", on="2025-09-01", when="2025-08"),
        tell("The Counterterrorism Dialogue concluded", "concluded", on="2025-08-14", when="2025-08-12"),
    )
    (one,) = channel.rounds
    assert len(one.told) == 3
    assert one.edtf == "2025-08-12"


def test_a_promised_round_is_tracked_with_its_slip() -> None:
    channel = only(
        tell(
            "the Counterterrorism Dialogue was held in Washington",
            "held",
            on="2024-05-13",
            when="2024-05-10",
            document="may",
        ),
        tell(
            "the next dialogue will be held in June 2025",
            "held",
            kind="commitment",
            on="2024-05-13",
            when="2025-06",
            document="may",
        ),
        tell("the Counterterrorism Dialogue was held in Islamabad", "held", on="2025-08-13", when="2025-08-12"),
    )
    (promised,) = channel.promised
    assert (promised.due, promised.held_as, promised.slip_days) == ("2025-06", 1, 43)
    assert channel.rounds[0].promises_next == (promised,)
    assert channel.awaited == ()


@pytest.mark.parametrize(
    ("held", "found"),
    [("2024-05-12", None), ("2025-05-20", 0), ("2025-06-30", 0), ("2026-06-30", 0), ("2026-08-01", None)],
)
def test_a_round_keeps_the_promise_if_it_comes_after_it_and_within_a_year_of_its_window(
    held: str, found: int | None
) -> None:
    channel = only(
        tell(
            "the next Counterterrorism Dialogue will be held in June",
            "held",
            kind="commitment",
            on="2024-06-01",
            when="2025-06",
        ),
        tell("the Counterterrorism Dialogue was held", "held", on="2026-09-01", when=held),
    )
    assert channel.promised[0].held_as == found


def test_an_announcement_holds_no_round() -> None:
    channel = only(
        tell("the Counterterrorism Dialogue will be held", "held", kind="commitment", on="2025-01-01", when="2025-06"),
        tell("the Counterterrorism Dialogue is to open", "open", kind="commitment", on="2025-06-01", when="2025-06-03"),
    )
    assert channel.rounds == ()
    assert [len(promise.told) for promise in channel.promised] == [2]


def test_what_a_round_promised_is_reviewed_against_the_next() -> None:
    promise = tell("will train 300 officers", "train", kind="commitment", by="USA", on="2024-05-13", document="may")
    done = tell("trained 300 officers", "trained", by="USA", on="2025-08-13", document="august")
    elsewhere = tell("trained officers", "trained", by="USA", on="2025-01-01", document="other")
    silent = tell("will share lists", "share", kind="commitment", on="2024-05-13", document="may")
    links = [
        (Link(promise.entry.id, done.entry.id, "fulfils", 0.9, ("same act",)), done),
        (Link(promise.entry.id, elsewhere.entry.id, "advances", 0.9, ("same act",)), elsewhere),
    ]
    channel = only(
        tell("the Counterterrorism Dialogue was held", "held", on="2024-05-13", when="2024-05-10", document="may"),
        promise,
        silent,
        tell("the Counterterrorism Dialogue was held", "held", on="2025-08-13", when="2025-08-12", document="august"),
        done,
        elsewhere,
        links=links,
    )
    first, second = channel.rounds
    assert [(review.promise, [place for _, place in review.next_says]) for review in first.reviews] == [
        (promise, [done]),
        (silent, []),
    ]
    assert second.reviews == ()


def test_talks_with_other_subjects_or_parties_are_other_channels() -> None:
    found = channels_of(
        [
            tell("the Counterterrorism Dialogue was held", "held", on="2024-05-13", when="2024-05-10"),
            tell("the Law Enforcement Dialogue was held", "held", on="2024-06-13", when="2024-06-10"),
            tell("the Counterterrorism Dialogue was held", "held", by="IND USA", on="2024-07-13", when="2024-07-10"),
        ]
    )
    assert [(channel.parties, channel.key) for channel in found] == [
        (("IND", "USA"), "counterterrorism-dialogue"),
        (("PAK", "USA"), "law-enforcement-dialogue"),
        (("PAK", "USA"), "counterterrorism-dialogue"),
    ]


def test_talks_that_are_told_of_once_and_have_no_name_are_no_channel() -> None:
    assert channels_of([tell("held talks on trade in Rome", "held", on="2024-05-13", when="2024-05-10")]) == ()
    assert (
        channels_of([tell("the Counterterrorism Dialogue did not take place", "take", polarity="-", on="2024-05-13")])
        == ()
    )
    assert channels_of([]) == ()


def test_a_joint_commitment_told_by_one_side_is_marked() -> None:
    ours = tell("agreed to hold talks", "hold", kind="commitment", on="2024-01-01", publisher_country="PAK")
    quoted = tell("would hold talks", "hold", kind="commitment", on="2024-01-02", voice=[("Blome", "USA")])
    news = tell("will hold talks", "hold", kind="commitment", on="2024-01-02")
    both = tell("will hold talks", "hold", kind="commitment", on="2024-01-02", document_kind="joint-statement")
    assert told_by_sides([ours, news]).one_side == "PAK"
    assert told_by_sides([ours, news]).others == (news.entry.id,)
    assert told_by_sides([ours, quoted]).one_side is None
    assert told_by_sides([both]).telling == ("PAK", "USA")
    assert told_by_sides([news]).one_side is None
    assert (
        told_by_sides(
            [tell("will train", "train", kind="commitment", by="USA", on="2024-01-01", publisher_country="USA")]
        ).one_side
        is None
    )


def test_a_report_of_a_hand_out_counts_to_the_side_that_gave_it_out() -> None:
    ours = tell("agreed to meet", "meet", kind="commitment", on="2024-01-01", document="m", publisher_country="PAK")
    copied = tell("will meet", "meet", kind="commitment", on="2024-01-02", handout="m")
    assert dict(told_by_sides([ours, copied]).by_party)["PAK"] == (ours.entry.id, copied.entry.id)


def test_the_rounds_of_a_real_history_are_found() -> None:
    if not CHAINS.is_dir():
        pytest.skip("the chains of reports are not beside the project (../shared/chains)")
    from evaluation.chains import labelled_tellings, load_chain  # noqa: PLC0415

    chain = load_chain(CHAINS / "pak-usa-jwg-history-2002-2015")
    found = channels_of([told for document in labelled_tellings(chain) for told in document])
    group = next(channel for channel in found if "working-group" in channel.key)
    assert [(one.number, one.edtf) for one in group.rounds] == [
        (2, "2003-04-11"),
        (3, "2004-09-02/2004-09-03"),
        (4, "2010-10"),
        (5, "2015-01-12"),
    ]
    assert [(one.due, one.held_as, one.slip_days) for one in group.promised] == [
        ("2002-05", None, None),
        ("2005", None, None),
        ("2014-03", 3, 287),
    ]
