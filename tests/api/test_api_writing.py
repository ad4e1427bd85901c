"""Changes through the API: under a name, with the same rules as at the desk, and never from a page elsewhere."""

from typing import Any

import pytest

from memoire.ledger.tables import EntryRow, HistoryRow


@pytest.fixture
def entry(ids: dict[str, str]) -> str:
    return EntryRow.objects.get(document=ids["meeting"], kind="request").id


def test_a_change_is_kept_under_the_name_given_and_can_be_undone(api: Any, entry: str) -> None:
    confirmed = api.post(f"entries/{entry}/confirm", {"reason": "read it"}).json()
    assert confirmed["entry"]["state"] == "confirmed"
    assert confirmed["history"] == {**confirmed["history"], "who": "Zoë Desk", "what": "confirmed", "reason": "read it"}
    undone = api.post(f"history/{confirmed['history']['id']}/undo").json()
    assert undone["entry"]["state"] == "proposed"
    assert undone["history"]["undoes"] == confirmed["history"]["id"]
    deeds = [row["what"] for row in api.get(f"entries/{entry}/history").json()]
    assert deeds == ["proposed", "confirmed", "undone"]


def test_fields_are_corrected_in_their_own_shape(api: Any, entry: str) -> None:
    before = api.get(f"entries/{entry}").json()
    start, end = before["span"]
    changed = api.post(f"entries/{entry}/correct", {"changes": {"span": [start + 3, end], "polarity": "-"}}).json()[
        "entry"
    ]
    assert changed["quote"] == before["quote"][3:]
    assert (changed["state"], changed["corrected"], changed["polarity"]) == ("confirmed", True, "-")


def test_rejecting_needs_a_reason(api: Any, entry: str) -> None:
    assert api.post(f"entries/{entry}/reject").status_code == 422
    assert api.post(f"entries/{entry}/reject", {"reason": ""}).status_code == 422
    assert api.post(f"entries/{entry}/reject", {"reason": "not said"}).json()["entry"]["state"] == "rejected"


@pytest.mark.parametrize(
    ("changes", "status", "told"),
    [
        ({}, 422, "changes"),
        ({"score": 1}, 422, "score: not to be corrected"),
        ({"quote": "never said"}, 409, "never said"),
        ({"kind": "promise"}, 409, "promise"),
        ({"by": "Pakistan"}, 422, "has not the shape"),
        ({"when": {"span": [0, 4], "edtf": "soon"}}, 409, "soon"),
        ({"areas": ["sport"] * 2}, 409, "sport"),
    ],
)
def test_what_cannot_be_recorded_is_refused_with_the_value(
    api: Any, entry: str, changes: dict[str, Any], status: int, told: str
) -> None:
    answer = api.post(f"entries/{entry}/correct", {"changes": changes})
    assert answer.status_code == status, answer.json()
    assert told in answer.json()["detail"]
    assert EntryRow.objects.get(id=entry).state == "proposed"


def test_twice_is_refused_and_says_why(api: Any, entry: str) -> None:
    api.post(f"entries/{entry}/confirm")
    again = api.post(f"entries/{entry}/confirm")
    assert again.status_code == 409
    assert "confirmed already" in again.json()["detail"]


def test_without_a_name_nothing_is_changed(api: Any, entry: str) -> None:
    for name in ("", "  ", "%20"):
        answer = api.post(f"entries/{entry}/confirm", Memoire_Who=name)
        assert answer.status_code == 401
        assert "Memoire-Who" in answer.json()["detail"]
    for name in ("x" * 151, "a%0Ab", "%00"):
        assert api.post(f"entries/{entry}/confirm", Memoire_Who=name).status_code == 403
    assert EntryRow.objects.get(id=entry).state == "proposed"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://testserver.evil.example"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_a_page_of_another_origin_cannot_write(api: Any, entry: str, headers: dict[str, str]) -> None:
    answer = api.post(f"entries/{entry}/confirm", **headers)
    assert answer.status_code == 403
    assert "may not change this ledger" in answer.json()["detail"]
    assert EntryRow.objects.get(id=entry).state == "proposed"


def test_a_page_of_the_desk_itself_can(api: Any, entry: str) -> None:
    answer = api.post(f"entries/{entry}/confirm", Origin="http://testserver", Sec_Fetch_Site="same-origin")
    assert answer.status_code == 200


def test_what_a_form_elsewhere_can_send_changes_nothing(api: Any, entry: str) -> None:
    """No header of its own making, any of the three encodings that need no leave."""
    for encoding in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        answer = api.client.post(f"/api/entries/{entry}/confirm", "{}", content_type=encoding)
        assert answer.status_code == 401
    assert EntryRow.objects.get(id=entry).state == "proposed"


def test_leave_is_never_given_to_other_origins(api: Any, entry: str) -> None:
    asked = api.client.options(
        f"/api/entries/{entry}/confirm",
        headers={
            "Origin": "https://evil.example",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "memoire-who",
        },
    )
    read = api.client.get("/api/today", headers={"Origin": "https://evil.example"})
    for answer in (asked, read):
        assert not [name for name in answer.headers if name.lower().startswith("access-control")]


def test_another_host_name_is_turned_away_for_reading_too(api: Any, entry: str) -> None:
    assert api.client.get("/api/today", headers={"host": "rebound.example"}).status_code == 400
    assert api.post(f"entries/{entry}/confirm", host="rebound.example").status_code == 400


def test_what_no_person_did_is_not_undone(api: Any, ids: dict[str, str]) -> None:
    added = HistoryRow.objects.filter(entry="").first()
    assert added
    assert api.post(f"history/{added.pk}/undo").status_code == 409
    assert api.post(f"history/{2**63 - 1}/undo").status_code == 404
    assert api.post(f"history/{2**70}/undo").status_code == 422
