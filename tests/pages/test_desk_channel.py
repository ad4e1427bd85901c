"""The page of a recurring meeting."""

import re
from datetime import date

import pytest
from django.test import Client

from memoire.ledger import actions
from memoire.ledger.tables import EntryRow
from tests.pages.readings import PAKISTAN, UNITED_STATES, Sheet

ADDRESS = "/between/PAK/USA/channels/law-enforcement-dialogue/"


def round_of(text: str, day: str, edtf: str, *, published: date, promise: str = "", **about: object) -> str:
    """A document that tells a round, and what it promised."""
    sheet = Sheet(f"{text} {promise}", published=published, **about)
    both = (sheet.actor("Pakistan", PAKISTAN), sheet.actor("the United States", UNITED_STATES))
    sheet.mark("event", text, "held", by=both, when=sheet.when(day, edtf), plover="CONSULT")
    if promise:
        sheet.mark(
            "commitment",
            promise,
            promise.split()[1],
            by=both,
            firmness="agreed",
            checkable="yes",
        )
    return sheet.store()


@pytest.fixture
def rounds(ids: dict[str, str]) -> list[str]:
    """The dialogue that readings.py promises for October was held in December, and again in May."""
    return [
        round_of(
            "Pakistan and the United States held the first Law Enforcement Dialogue on 2 December 2024",
            "on 2 December 2024",
            "2024-12-02",
            published=date(2024, 12, 3),
            promise="They share lists of suspects",
            publisher="Ministry of Interior",
            kind="statement",
        ),
        round_of(
            "Pakistan and the United States held the Law Enforcement Dialogue on 5 May 2025",
            "on 5 May 2025",
            "2025-05-05",
            published=date(2025, 5, 6),
            publisher="Dawn",
        ),
    ]


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


def page(client: Client, address: str = ADDRESS) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return plain(answer.text)


def test_a_promised_round_without_a_report_says_so(client: Client, ids: dict[str, str]) -> None:
    told = page(client)
    assert "No round is told to have been held" in told
    assert "A round promised: Oct 2024 · not found to have been held, as of 13 Nov 2024" in told


def test_a_round_to_come_is_not_missed(client: Client, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_a, **_k: date(2024, 10, 31))
    assert "A round promised: Oct 2024 · still to come" in page(client)


def test_rounds_stand_in_time_with_their_numbers_and_the_slip_of_what_was_promised(
    client: Client, rounds: list[str]
) -> None:
    told = page(client)
    assert "2 rounds held" in told
    assert told.index("Round 1 · 2 Dec 2024") < told.index("Round 2 (counted) · 5 May 2025")
    assert "Oct 2024 · held as round 1, 2 Dec 2024, 32 days late" in told


def test_what_a_round_promised_is_shown_with_where_it_stands_and_what_the_next_says(
    client: Client, rounds: list[str]
) -> None:
    told = page(client)
    assert "It promised" in told
    assert "They share lists of suspects agreed" in told
    assert "The documents of the next round say nothing of it" in told
    assert told.count("Its documents tell no promise") == 1


def test_a_rejected_telling_is_no_round(client: Client, rounds: list[str]) -> None:
    entry = EntryRow.objects.get(document=rounds[1])
    actions.reject(entry.id, who="tester", reason="no")
    assert "1 round held" in page(client)


def test_the_relationship_leads_to_its_channels_from_either_side(client: Client, rounds: list[str]) -> None:
    for one, other in (("PAK", "USA"), ("USA", "PAK")):
        html = client.get(f"/between/{one}/{other}/").text
        address = f"/between/{one}/{other}/channels/law-enforcement-dialogue/"
        assert f'href="{address}"' in html
        assert "Law Enforcement Dialogue" in page(client, address)
    assert "2 rounds held, the last 5 May 2025" in plain(html)


def test_what_is_no_channel_is_not_there(client: Client, ids: dict[str, str]) -> None:
    assert client.get("/between/PAK/USA/channels/tea-party/").status_code == 404
    assert client.get("/between/PAK/CAN/channels/law-enforcement-dialogue/").status_code == 404


def test_the_twin_says_the_same(client: Client, rounds: list[str]) -> None:
    (line,) = client.get("/api/channels/PAK/USA").json()
    assert (line["key"], line["rounds"], line["awaited"]) == ("law-enforcement-dialogue", 2, 0)
    found = client.get("/api/channels/PAK/USA/law-enforcement-dialogue").json()
    assert [(one["number"], one["number_is"], one["when"]) for one in found["held"]] == [
        (1, "said", "2024-12-02"),
        (2, "counted", "2025-05-05"),
    ]
    assert [(one["due"], one["held_as"], one["slip_days"]) for one in found["promised"]] == [("2024-10", 0, 32)]
    assert client.get("/api/channels/PAK/USA/tea-party").status_code == 404
