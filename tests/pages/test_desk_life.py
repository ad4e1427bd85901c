"""Commitment and claim: where they stand, evidence to accept or reject, test, due day, verdict, days in the past."""

import re

import pytest
from django.test import Client

from memoire.ledger import actions, queries
from memoire.ledger.life_tables import LinkRow
from memoire.ledger.tables import DocumentRow, EntryRow, HistoryRow
from memoire.records.following import Link
from tests.pages import lives, readings


@pytest.fixture
def told(ids: dict[str, str]) -> dict[str, str]:
    """Entries and links of lives.py by name."""
    return lives.fill_lives()


def text_of(html: str) -> str:
    """The page's words, tags and runs of space away."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).replace("&#x27;", "'")


def page(client: Client, entry: str, query: str = "") -> str:
    return client.get(f"/entries/{entry}/{query}").text


def accept(client: Client, link: str, **fields: str) -> None:
    assert client.post(f"/links/{link}/accept/", fields).status_code == 303


def state_of(link: str) -> str:
    return LinkRow.objects.get(pk=link).state


def test_a_commitment_says_where_it_stands_and_how_that_is_known(client: Client, told: dict[str, str]) -> None:
    words = text_of(page(client, told["promise"]))
    assert "overdue 13 days, due Oct 2024" in words
    assert "nothing found that settles it" in words
    assert "3 proposals wait for a person · sorted by day" in words
    assert f"“{lives.HELD_WORDS}”" in words
    assert "Because: same parties; told as held 2024-11-05: 5 days late" in words
    assert "Kept if" in words
    assert "Drafted by the reader, before evidence was looked for" in words


def test_accepted_evidence_closes_it_with_the_slip_drawn_and_told(client: Client, told: dict[str, str]) -> None:
    for name in ("link-again", "link-moved", "link-held"):
        accept(client, told[name])
    html = page(client, told["promise"])
    words = text_of(html)
    assert "kept late, 5 days late" in words
    assert "due Oct 2024 → put off to 1 Nov 2024 – 10 Nov 2024 → done 5 Nov 2024 · 5 days late" in words
    assert '<circle class="slip-done"' in html
    assert "When Oct 2024 “ in October ”, derived" in words  # what its own words say is not moved
    assert "style=" not in html
    assert "The accepted evidence makes it kept late" in words
    # The wordings stand beneath each other, with what each has alone.
    assert "2 tellings" in words or "3 tellings" in words
    assert '<u class="own">policing</u>' in html
    # In lists it is no longer overdue.
    listed = text_of(client.get("/entries/?kind=commitment&q=dialogue").text)
    assert "kept late, 5 days" in listed
    assert "overdue" not in listed[listed.index("sorted by") :]
    assert "hold a law enforcement dialogue" in client.get("/entries/?outcome=kept-late").text


def test_accepting_says_so_and_undo_takes_it_back(client: Client, told: dict[str, str]) -> None:
    answer = client.post(f"/links/{told['link-held']}/accept/", follow=True)
    assert answer.redirect_chain[-1][0].startswith(f"/entries/{told['promise']}/?done=")
    assert "Accepted as evidence, it says it was done: held a law enforcement dialogue" in text_of(answer.text)
    done = HistoryRow.objects.filter(link=told["link-held"], what="accepted").get()
    assert f"/history/{done.pk}/undo/" in answer.text
    assert EntryRow.objects.get(pk=told["held"]).state == "confirmed"  # record builds upon record
    undone = client.post(f"/history/{done.pk}/undo/", follow=True)
    assert state_of(told["link-held"]) == "proposed"
    assert undone.redirect_chain[-1][0].startswith(f"/entries/{told['promise']}/")


def test_rejecting_evidence_wants_a_reason_and_keeps_it_in_sight(client: Client, told: dict[str, str]) -> None:
    address = f"/links/{told['link-held']}/reject/"
    assert "Other people, places or numbers" in client.get(address).text
    nothing = client.post(address, {})
    assert nothing.status_code == 422
    assert "Choose why it is rejected" in nothing.text
    assert state_of(told["link-held"]) == "proposed"
    client.post(address, {"reason": "Another time"})
    assert state_of(told["link-held"]) == "rejected"
    words = text_of(page(client, told["promise"]))
    assert "1 proposal rejected as evidence" in words
    assert "2 proposals wait" in words
    assert f"{address.removesuffix('reject/')}accept/" not in page(client, told["promise"])  # undone, not accepted


def test_evidence_is_accepted_as_something_else(client: Client, told: dict[str, str]) -> None:
    accept(client, told["link-held"], bears="advances")
    assert LinkRow.objects.get(pk=told["link-held"]).bears == "advances"
    assert "overdue" in text_of(page(client, told["promise"]))
    wrong = client.post(f"/links/{told['link-moved']}/accept/", {"bears": "praises"})
    assert wrong.status_code == 409
    assert "is no bearing" in wrong.text


def test_what_tells_it_once_more_leads_to_the_first(client: Client, told: dict[str, str]) -> None:
    accept(client, told["link-again"])
    words = text_of(page(client, told["again"]))
    assert "Tells once more: hold a law enforcement dialogue" in words
    assert "Where it stands" not in words
    assert client.get(f"/entries/{told['again']}/close/").status_code == 404


def test_a_day_in_the_past_shows_what_was_said_then_and_changes_nothing(client: Client, told: dict[str, str]) -> None:
    accept(client, told["link-held"])
    now = text_of(page(client, told["promise"]))
    then = page(client, told["promise"], "?as_of=2024-11-01")
    words = text_of(then)
    assert "kept late" in now
    assert "Where it stands, as of 1 Nov 2024" in words
    assert "overdue 1 day, due Oct 2024" in words
    assert lives.HELD_WORDS not in words[words.index("Evidence") : words.index("What is recorded")]
    assert "/accept/" not in then
    assert "Close with a verdict" not in words
    # The ledger itself was filled today, and knew nothing before.
    unknown = text_of(page(client, told["promise"], "?as_of=2020-01-01&then=on"))
    assert "the ledger did not know" in unknown


def test_a_wrong_day_is_told_and_today_is_shown(client: Client, told: dict[str, str]) -> None:
    answer = client.get(f"/entries/{told['promise']}/?as_of=yesterday")
    assert answer.status_code == 200
    assert "Enter a valid date" in answer.text


def test_a_claim_has_support_and_contradiction_side_by_side(client: Client, told: dict[str, str]) -> None:
    before = text_of(page(client, told["claim"]))
    assert "unchecked: no later report bears on it" in before
    accept(client, told["link-half"])
    assert "contradicted by a later report" in text_of(page(client, told["claim"]))
    accept(client, told["link-every"])
    html = page(client, told["claim"])
    assert "mixed: some reports support it, some contradict it" in text_of(html)
    assert 'class="side-by-side"' in html
    assert "The test" not in text_of(html)
    assert client.get(f"/entries/{told['claim']}/close/").status_code == 404
    assert "Jaranwala" in client.get("/entries/?standing=mixed").text


def test_the_test_is_edited_and_the_page_says_whether_it_came_first(client: Client, told: dict[str, str]) -> None:
    address = f"/entries/{told['promise']}/test/"
    assert "a report tells as done" in client.get(address).text
    assert client.post(address, {"kept_if": " "}).status_code == 422
    answer = client.post(address, {"kept_if": "both governments sit down together"}, follow=True)
    words = text_of(answer.text)
    assert "Test written: hold a law enforcement dialogue" in words
    assert "both governments sit down together" in words
    assert "Written by tester , after evidence was looked for" in words


def test_a_due_day_is_set_and_what_is_none_is_told(client: Client, told: dict[str, str]) -> None:
    address = f"/entries/{told['promise']}/due/"
    wrong = client.post(address, {"due": "next spring"})
    assert wrong.status_code == 422
    assert "is not a date the ledger can keep" in text_of(wrong.text)
    client.post(address, {"due": "2024-12-31", "reason": "agreed by letter"})
    words = text_of(page(client, told["promise"]))
    assert "open, due 31 Dec 2024" in words
    assert "agreed by letter" in words
    assert "31 Dec 2024" in text_of(client.get("/entries/?kind=commitment&q=dialogue").text)


def test_a_verdict_closes_with_quotes_and_is_taken_back(client: Client, told: dict[str, str]) -> None:
    address, entry = f"/entries/{told['promise']}/close/", told["promise"]
    fields = {"outcome": "kept-late", "decided_on": "2024-11-13", "happened_on": "2024-11-05", "reason": "held"}
    bare = client.post(address, fields)
    assert bare.status_code == 422
    assert "Choose at least one quote" in bare.text
    late = client.post(address, fields | {"happened_on": "2024-12-01", "evidence": [told["held"]]})
    assert "is after the day of the decision" in late.text
    answer = client.post(address, fields | {"evidence": [told["held"]]}, follow=True)
    words = text_of(answer.text)
    assert "Closed as kept late: hold a law enforcement dialogue" in words
    assert "kept late , done 5 Nov 2024, decided 13 Nov 2024 by tester" in words
    assert lives.HELD_WORDS in words[words.index("Verdict") :]
    assert queries.account_of(entry, as_of=readings.TODAY).life.lifecycle == "closed"  # type: ignore[union-attr]
    assert client.post(f"/entries/{entry}/reopen/", {}).status_code == 422
    again = text_of(client.post(f"/entries/{entry}/reopen/", {"reason": "it was another meeting"}, follow=True).text)
    assert "Verdict taken back" in again
    assert "taken back 13 Nov 2024 by tester : it was another meeting" in again
    assert "overdue" in again


def test_what_leant_on_a_withdrawn_document_asks_for_a_look(client: Client, told: dict[str, str]) -> None:
    accept(client, told["link-held"])
    held = EntryRow.objects.get(pk=told["held"])
    actions.withdraw_document(held.document_id, who="tester", reason="the agency corrected it")
    assert "Withdrawn: the agency corrected it" in text_of(client.get(f"/documents/{held.document_id}/").text)
    words = text_of(page(client, told["promise"]))
    assert "Look again:" in words
    assert "It holds" in words
    today = text_of(client.get("/").text)
    assert "to look at again" in today
    assert "the agency corrected it" in today
    accept(client, told["link-held"])
    client.post(f"/entries/{held.pk}/confirm/")
    assert "to look at again" not in text_of(client.get("/").text)


def test_today_lists_evidence_that_waits_and_takes_outcomes_into_account(client: Client, told: dict[str, str]) -> None:
    before = text_of(client.get("/").text)
    assert "5 pieces of evidence wait for a person" in before
    assert "13 days overdue" in before
    for name in ("link-again", "link-held"):
        accept(client, told[name])
    after = text_of(client.get("/").text)
    assert "3 pieces of evidence wait for a person" in after
    assert "13 days overdue" not in after
    assert "evidence accepted by tester" in after


def test_the_balance_has_outcomes_and_a_kept_rate_with_its_number(client: Client, told: dict[str, str]) -> None:
    for name in ("link-again", "link-moved", "link-held"):
        accept(client, told[name])
    html = client.get("/between/PAK/USA/").text
    words = text_of(html)
    assert "Both owe together 0 0 0 0 0 1 0 0 0 1 1 of 1, 100%" in words
    assert "none rated" in words
    assert "kept late, 5 days" in html  # read aloud at the mark, and in the table
    assert '<text class="sign"' in html


def test_every_form_and_link_of_the_page_answers(client: Client, told: dict[str, str]) -> None:
    for entry in (told["promise"], told["claim"]):
        for address in set(re.findall(r'href="(/(?:entries|links|documents)/[^"#?]+)', page(client, entry))):
            assert client.get(address).status_code == 200, address


def test_hostile_words_in_evidence_are_shown_escaped(client: Client, told: dict[str, str]) -> None:
    hostile = EntryRow.objects.get(document__title__startswith="<script>")
    document = DocumentRow.objects.get(pk=hostile.document_id)

    because = ("<script>alert(9)</script>",)
    actions.propose_links([Link(told["promise"], hostile.pk, "reaffirms", 0.5, because)], who="follower")
    html = page(client, told["promise"])
    assert "<script>alert" not in html
    assert document.pk in html
