"""What the API tells: the shapes of design §4 with what the ledger adds."""

import json
from datetime import date
from typing import Any

import pytest

from memoire.records.shapes import entry_as_json, entry_from_json
from tests.pages import readings


def test_a_document_comes_with_its_text_and_entries(api: Any, ids: dict[str, str]) -> None:
    told = api.get(f"documents/{ids['meeting']}").json()
    assert told["text"] == readings.MEETING
    assert told["published"] == "2024-07-14"
    assert len(told["entries"]) == 8
    for entry in told["entries"]:
        assert told["text"][slice(*entry["span"])] == entry["quote"]
    places = [entry["span"] for entry in told["entries"]]
    assert places == sorted(places, key=lambda span: span[0])


def test_an_entry_has_the_shape_of_read_as_json(api: Any, ids: dict[str, str]) -> None:
    of_the_ledger = {"document", "state", "corrected", "marking", "mention_of", "review", "test"}
    of_its_life = {"lifecycle", "due", "due_basis", "outcome", "evidence", "slip_days", "standing"}
    for told in api.get(f"documents/{ids['meeting']}").json()["entries"]:
        alone = api.get(f"entries/{told['id']}").json()
        assert alone == told
        plain = {name: value for name, value in told.items() if name not in of_the_ledger | of_its_life}
        assert entry_as_json(entry_from_json(plain)) == plain
        assert {"by", "to", "with", "voice"} <= set(plain)


def test_where_a_commitment_stands_is_told_as_of_today(api: Any) -> None:
    due = {e["action"]: e["lifecycle"] for e in api.get("entries", kind="commitment").json()["items"]}
    assert due["hold a law enforcement dialogue"] == "overdue"
    assert due["train in New York"] == "due"
    assert due["open a training centre"] == "open"
    assert all(e["lifecycle"] is None for e in api.get("entries", kind="event").json()["items"])


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 10),
        ({"kind": "commitment"}, 4),
        ({"kind": "commitment", "between": ["USA", "pak"]}, 2),
        ({"by": "Islamabad"}, 1),
        ({"by": "USA"}, 3),
        ({"area": "capacity-building"}, 3),
        ({"lifecycle": "overdue"}, 2),
        ({"due_from": "2025-01-01", "due_to": "2025-12-31"}, 2),
        ({"state": "rejected"}, 0),
        ({"q": "trainers"}, 1),
        ({"q": '"trainers OR *'}, 0),
        ({"limit": 3, "offset": 9}, 10),
    ],
)
def test_the_list_has_the_filters_of_the_desk(api: Any, query: dict[str, Any], count: int) -> None:
    told = api.get("entries", **query).json()
    assert told["count"] == count
    assert len(told["items"]) == min(count, 1 if "offset" in query else count)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"kind": "promise"}, "kind"),
        ({"area": "astrology"}, "astrology"),
        ({"between": "Pakistan"}, "between"),
        ({"due_from": "soon"}, "due_from"),
        ({"limit": 0}, "limit"),
        ({"lifecylce": "due"}, "lifecylce: no such filter"),
    ],
)
def test_a_wrong_filter_is_a_problem_that_names_it(api: Any, query: dict[str, Any], told: str) -> None:
    answer = api.get("entries", **query)
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert told in answer.json()["detail"]


def test_today_and_relationships(api: Any) -> None:
    today = api.get("today").json()
    assert today["as_of"] == readings.TODAY.isoformat()
    assert today["overdue"]["count"] == 2
    assert [e["action"] for e in today["coming"]["items"]] == ["open a training centre"]
    assert today["to_review"]["count"] == 10
    assert today["documents"]["count"] == 4
    earlier = api.get("today", as_of=date(2024, 10, 5).isoformat()).json()
    assert "hold a law enforcement dialogue" in [e["action"] for e in earlier["due"]["items"]]
    (pair,) = api.get("relationships").json()
    assert pair["countries"] == ["PAK", "USA"]
    assert api.get("relationships/USA/PAK").json()["entries"]["count"] == pair["total"]


@pytest.mark.parametrize(
    "path",
    [
        "documents/none",
        "documents/none/original",
        "entries/none",
        "entries/none/history",
        "relationships/USA/FRA",
        "nowhere",
    ],
)
def test_what_is_not_there_is_a_problem(api: Any, path: str) -> None:
    answer = api.get(path)
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    assert set(answer.json()) == {"type", "title", "status", "detail"}


def test_hostile_text_is_data_and_never_a_page(api: Any, ids: dict[str, str]) -> None:
    answer = api.get(f"documents/{ids['hostile']}")
    assert answer["Content-Type"].startswith("application/json")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert json.loads(answer.content)["text"] == readings.HOSTILE


def test_the_page_of_the_api_lists_every_operation(api: Any) -> None:
    page = api.client.get("/api/docs").text
    paths = api.get("openapi.json").json()["paths"]
    assert len(paths) >= 11
    for path, methods in paths.items():
        for method in methods:
            assert f"<code>{method.upper()} {path}</code>" in page
