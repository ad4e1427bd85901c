"""Read-outs side by side at the desk: the choice of them, the lines, and what differs in words."""

import re
from datetime import date

import pytest
from django.test import Client

from memoire.ledger import actions
from memoire.ledger.tables import EntryRow
from tests.pages.readings import BLOME, NAQVI, PAKISTAN, UNITED_STATES, Sheet


def embassy() -> str:
    """What the other side says of the meeting of readings.py: another month, another firmness, an unknown promise."""
    sheet = Sheet(
        "The United States and Pakistan are to hold a law enforcement dialogue in November. "
        "Ambassador Donald Blome met Minister Mohsin Naqvi. "
        "Pakistan will pay for 12 <b>cars</b>.",
        title="Read-out of the meeting",
        published=date(2024, 7, 15),
        publisher="Embassy of the United States",
        kind="read-out",
    )
    both = (sheet.actor("The United States", UNITED_STATES), sheet.actor("Pakistan", PAKISTAN))
    sheet.mark(
        "commitment",
        "The United States and Pakistan are to hold a law enforcement dialogue in November",
        "hold",
        action="hold a law enforcement dialogue",
        by=both,
        when=sheet.when("in November", "2024-11"),
        areas=("police-cooperation",),
        plover="CONSULT",
        firmness="planned",
        checkable="yes",
    )
    sheet.mark(
        "event",
        "Ambassador Donald Blome met Minister Mohsin Naqvi",
        "met",
        by=(sheet.actor("Donald Blome", BLOME),),
        with_=(sheet.actor("Mohsin Naqvi", NAQVI),),
        areas=("diplomacy",),
        plover="CONSULT",
    )
    sheet.mark(
        "commitment",
        "Pakistan will pay for 12 <b>cars</b>",
        "pay",
        by=(sheet.actor("Pakistan", PAKISTAN),),
        to=(sheet.actor("The United States", UNITED_STATES),),
        firmness="pledged",
        checkable="yes",
    )
    return sheet.store()


@pytest.fixture
def theirs(ids: dict[str, str]) -> str:
    return embassy()


def compared(client: Client, *documents: str) -> str:
    answer = client.get("/compare/", {"document": documents})
    assert answer.status_code == 200
    return answer.text


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


def test_lines_are_told_by_all_or_by_one_and_differences_in_words(
    client: Client, ids: dict[str, str], theirs: str
) -> None:
    told = plain(compared(client, ids["meeting"], theirs))
    assert "2 lines said by all, 7 by one" in told
    assert "1 said differently" in told
    assert "day Oct 2024 in 1; Nov 2024 in 2" in told or "dayOct 2024 in 1; Nov 2024 in 2" in told
    assert "agreed in 1; planned in 2" in told
    assert "Only in 2" in told


def test_words_that_not_all_share_are_underlined_and_escaped(client: Client, ids: dict[str, str], theirs: str) -> None:
    html = compared(client, ids["meeting"], theirs)
    assert "<b>cars</b>" not in html
    assert "&lt;b&gt;cars&lt;/b&gt;" in html
    assert "<script>alert" not in compared(client, ids["hostile"], theirs)


def test_rejected_entries_are_not_compared(client: Client, ids: dict[str, str], theirs: str) -> None:
    entry = EntryRow.objects.get(document=theirs, action="hold a law enforcement dialogue")
    actions.reject(entry.id, who="tester", reason="no")
    assert "1 line said by all, 8 by one" in plain(compared(client, ids["meeting"], theirs))


def test_a_document_leads_to_the_choice_of_those_of_the_same_states(
    client: Client, ids: dict[str, str], theirs: str
) -> None:
    page = client.get(f"/documents/{ids['meeting']}/").text
    assert f"/compare/?document={ids['meeting']}" in page
    choice = compared(client, ids["meeting"])
    assert re.search(rf'value="{ids["meeting"]}"[^>]* checked', choice)
    offered = re.findall(r'name="document" value="(\w+)"', choice)
    assert offered[:2] == [ids["meeting"], theirs]  # the nearest in time first
    assert ids["quiet"] not in offered
    assert "in which Pakistan and United States have a part" in plain(choice)


def test_a_relationship_leads_to_the_choice_of_its_documents(client: Client, ids: dict[str, str], theirs: str) -> None:
    assert "/compare/?between=PAK&amp;between=USA" in client.get("/between/PAK/USA/").text
    choice = client.get("/compare/?between=PAK&between=USA").text
    assert re.findall(r'name="document" value="(\w+)"', choice) == [ids["coming"], theirs, ids["meeting"]]


def test_the_same_document_twice_is_one_and_asks_for_another(client: Client, ids: dict[str, str]) -> None:
    assert "Choose what to lay beside it" in compared(client, ids["meeting"], ids["meeting"])


def test_an_unknown_document_is_not_there(client: Client, ids: dict[str, str]) -> None:
    assert client.get("/compare/?document=abc&document=xyz").status_code == 404


@pytest.mark.django_db
def test_an_empty_ledger_says_what_would_fill_the_page(client: Client) -> None:
    told = plain(client.get("/compare/").text)
    assert "The ledger has no documents yet" in told
    assert "memoire add" in told


def test_the_twin_says_the_same(client: Client, ids: dict[str, str], theirs: str) -> None:
    html = compared(client, ids["meeting"], theirs)
    twin = re.search(r'<link rel="alternate" type="application/json" href="([^"]+)">', html)
    assert twin
    found = client.get(twin[1].replace("&amp;", "&")).json()
    assert [one["id"] for one in found["readouts"]] == [ids["meeting"], theirs]
    assert found["counts"] == {"all": 2, "some": 0, "one": 7, "differently": 1}
