"""The briefing builder, and its twin."""

import re
from typing import Any

import pytest
from django.test import Client

from memoire.briefing.rendering.writing import MEDIA_TYPES
from tests.pages import readings


def test_shows_our_side_its_busiest_relationship_and_today(client: Client, ids: dict[str, str]) -> None:
    client.cookies["side"] = "PAK"
    page = client.get("/briefing/").text
    assert "Brief for Pakistan, as of 13 November 2024" in page
    assert '<option value="USA" selected>United States</option>' in page
    assert "[Objective 1: for the desk]" in page


def test_notes_lead_to_the_words_in_their_document(client: Client, ids: dict[str, str]) -> None:
    page = client.get("/briefing/?side=PAK&other=USA").text
    notes = re.findall(r'<li id="note-(\d+)"', page)
    assert notes == [str(number) for number in range(1, len(notes) + 1)]
    assert set(re.findall(r'href="#note-(\d+)"', page)) == set(notes)
    for document, entry in set(re.findall(r'href="/documents/(\w+)/#e-(\w+)"', page)):
        assert document in ids.values()
        assert f'id="e-{entry}"' in client.get(f"/documents/{document}/").text


def test_downloads_are_the_four_files(client: Client, ids: dict[str, str]) -> None:
    page = client.get("/briefing/?side=PAK&other=USA&on=2024-08-01").text
    links = [link.replace("&amp;", "&") for link in re.findall(r'href="(/api/briefing/[^"]+/file[^"]*)"', page)]
    assert len(links) == 4
    for link, (ending, kind) in zip(links, MEDIA_TYPES.items(), strict=True):
        answer = client.get(link)
        assert answer.status_code == 200
        assert answer["Content-Type"].startswith(kind)
        assert answer["Content-Disposition"] == f'attachment; filename="2024-08-01-PAK-USA-brief.{ending}"'


def test_the_twin_is_the_same_brief(client: Client, ids: dict[str, str]) -> None:
    page = client.get("/briefing/?side=USA&other=PAK&form=aide-memoire").text
    twin = re.search(r'<link rel="alternate" type="application/json" href="([^"]+)">', page)
    assert twin
    told: dict[str, Any] = client.get(twin[1].replace("&amp;", "&")).json()
    assert (told["form"], told["side"], told["on"]) == ("aide-memoire", "USA", readings.TODAY.isoformat())
    assert page.count('<li id="note-') == len(told["footnotes"])


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("side=PAK&other=PAK", "Choose another state"),
        ("side=PAK&other=XYZ", "XYZ"),
        ("side=PAK&other=USA&on=yesterday", "Enter a valid date"),
        ("side=PAK&other=USA&form=sonnet", "sonnet"),
    ],
)
def test_what_cannot_be_built_is_said_in_words(client: Client, ids: dict[str, str], query: str, told: str) -> None:
    answer = client.get(f"/briefing/?{query}")
    assert answer.status_code == 200
    assert told in answer.text
    assert "Nothing is built yet" in answer.text


@pytest.mark.django_db
def test_an_empty_ledger_says_how_to_fill_it(client: Client) -> None:
    assert "memoire add" in client.get("/briefing/").text


def test_today_and_the_relationship_lead_here(client: Client, ids: dict[str, str]) -> None:
    assert 'href="/briefing/">Build briefing' in client.get("/").text
    assert 'href="/briefing/?side=USA&amp;other=PAK">Build briefing' in client.get("/between/USA/PAK/").text


def test_hostile_words_are_shown_escaped(client: Client, ids: dict[str, str]) -> None:
    page = client.get("/briefing/?side=PAK&other=USA").text
    assert "<img src=x" not in page
    assert "alert('text')</script>" not in page


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("briefing/PAK/PAK", "two states or more"),
        ("briefing/PAK/QQQ", "'QQQ' is no state"),
        ("briefing/PAK/USA?form=sonnet", "form"),
        ("briefing/PAK/USA/file", "ending"),
    ],
)
def test_the_api_refuses_in_words(client: Client, ids: dict[str, str], path: str, told: str) -> None:
    answer = client.get(f"/api/{path}")
    assert answer.status_code == 422
    assert told in answer.json()["detail"]
