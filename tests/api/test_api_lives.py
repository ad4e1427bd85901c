"""What became of commitments, asked and decided through the API."""

from typing import Any

import pytest

from memoire.ledger import actions
from memoire.ledger.links import link_id
from memoire.ledger.tables import EntryRow
from memoire.records.following import Link


@pytest.fixture
def promise(ids: dict[str, str]) -> EntryRow:
    return EntryRow.objects.filter(kind="commitment", latest__isnull=False).order_by("pk")[0]


@pytest.fixture
def report(promise: EntryRow) -> EntryRow:
    return EntryRow.objects.filter(kind="event").exclude(document=promise.document).order_by("pk")[0]


@pytest.fixture
def link(promise: EntryRow, report: EntryRow) -> str:
    actions.propose_links([Link(promise.id, report.id, "fulfils", 0.9, ("same parties",))], who="follower")
    return link_id(promise.id, report.id)


def test_a_life_is_told_with_its_links_and_test(api: Any, promise: EntryRow, link: str) -> None:
    told = api.get(f"entries/{promise.id}/life", as_of="2030-01-01").json()
    assert (told["life"]["lifecycle"], told["life"]["evidence"]) == ("overdue", "none-found")
    shown = [(one["id"], one["state"], one["because"]) for one in told["links"]]
    assert shown == [(link, "proposed", ["same parties"])]
    assert told["test"]["by"] == "machine"
    assert told["is_test_first"] is True


def test_a_link_is_accepted_and_the_list_says_so(api: Any, promise: EntryRow, link: str) -> None:
    assert [one["id"] for one in api.get("links").json()["items"]] == [link]
    done = api.post(f"links/{link}/accept").json()
    assert (done["link"]["state"], done["history"]["what"]) == ("confirmed", "accepted")
    assert [one["id"] for one in api.get("entries", lifecycle="closed").json()["items"]] == [promise.id]
    api.post(f"history/{done['history']['id']}/undo")
    assert api.get(f"links/{link}").json()["state"] == "proposed"


def test_rejecting_a_link_needs_a_reason(api: Any, link: str) -> None:
    assert api.post(f"links/{link}/reject").status_code == 422
    assert api.post(f"links/{link}/reject", {"reason": "another"}).json()["link"]["state"] == "rejected"


def test_a_commitment_is_closed_with_a_quote_and_reopened(api: Any, promise: EntryRow, report: EntryRow) -> None:
    refused = api.post(f"entries/{promise.id}/close", {"outcome": "kept"})
    assert (refused.status_code, "at least one quote" in refused.json()["detail"]) == (409, True)
    closed = api.post(f"entries/{promise.id}/close", {"outcome": "kept", "evidence": [report.id]}).json()
    assert (closed["entry"]["lifecycle"], closed["entry"]["outcome"]) == ("closed", "kept")
    reopened = api.post(f"entries/{promise.id}/reopen", {"reason": "another"}).json()
    assert reopened["entry"]["lifecycle"] != "closed"
    verdict = api.get(f"entries/{promise.id}/life").json()["verdicts"][0]
    assert verdict["retracted_because"] == "another"


def test_words_of_no_entry_carry_a_verdict_too(api: Any, promise: EntryRow, report: EntryRow) -> None:
    quote = {"document": report.document_id, "span": [0, 5]}
    closed = api.post(f"entries/{promise.id}/close", {"outcome": "cancelled", "quotes": [quote]})
    assert closed.json()["entry"]["outcome"] == "cancelled"
    beyond = {"document": report.document_id, "span": [0, 10**6]}
    api.post(f"entries/{promise.id}/reopen", {"reason": "again"})
    assert api.post(f"entries/{promise.id}/close", {"outcome": "kept", "quotes": [beyond]}).status_code == 409


def test_a_due_day_and_a_test_are_set(api: Any, promise: EntryRow) -> None:
    assert api.post(f"entries/{promise.id}/due", {"due": "2031-05"}).json()["entry"]["due"] == "2031-05"
    assert api.post(f"entries/{promise.id}/due", {"due": "soon"}).status_code == 409
    done = api.post(f"entries/{promise.id}/test", {"kept_if": "it is held"}).json()
    assert done["entry"]["test"] == {"kept_if": "it is held", "partly_if": "", "not_kept_if": "", "by": "Zoë Desk"}


def test_a_withdrawn_document_lists_what_leans_on_it_and_comes_back(api: Any, report: EntryRow, link: str) -> None:
    api.post(f"links/{link}/accept")
    done = api.post(f"documents/{report.document_id}/withdraw", {"reason": "corrected"}).json()
    assert [one["id"] for one in done["links"]] == [link]
    assert done["withdrawn"] == "corrected"
    undone = api.post(f"history/{done['history']}/undo").json()
    assert undone["entry"] is None
    assert api.get(f"documents/{report.document_id}/leaning").json()["withdrawn"] is None


def test_a_document_is_followed(api: Any, report: EntryRow) -> None:
    told = api.post(f"documents/{report.document_id}/follow").json()
    assert told["document"] == report.document_id
    assert told["entries"] > 0


def test_what_is_not_there_is_not_found(api: Any, ids: dict[str, str]) -> None:
    stance = EntryRow.objects.filter(kind="stance")[0]
    assert api.get("links/x0").status_code == api.post("links/x0/accept").status_code == 404
    assert api.get("entries/0/life").status_code == api.get("documents/0/leaning").status_code == 404
    assert api.get(f"entries/{stance.id}/life").status_code == 409
