"""Confirm, correct, reject and undo, as a browser without JavaScript sends them."""

import re
from typing import Any

import pytest
from django.test import Client

from memoire.ledger.tables import EntryRow, HistoryRow


@pytest.fixture
def entry(ids: dict[str, str]) -> EntryRow:
    return EntryRow.objects.get(document=ids["meeting"], kind="request")


def form_of(client: Client, address: str) -> dict[str, Any]:
    """The fields of the correction form as the page fills them."""
    html = client.get(address).text
    html = html[html.index("data-form") : html.index("</main>")]
    fields: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*>", html):
        told = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        if told.get("type") not in ("radio", "checkbox") or " checked" in tag:
            fields.setdefault(told.get("name", ""), []).append(told.get("value", ""))
    for name, inner in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\n?([^<]*)</textarea>', html):
        fields[name] = inner
    for name, inner in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', html, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', inner)
        fields[name] = chosen[1] if chosen else ""
    return fields


def test_confirming_leads_back_and_says_what_was_done(client: Client, entry: EntryRow) -> None:
    answer = client.post(f"/entries/{entry.id}/confirm/", {"view": "card"})
    done = HistoryRow.objects.latest("id")
    assert answer.status_code == 303
    assert answer["Location"] == f"/documents/{entry.document_id}/?done={done.pk}#e-{entry.id}"
    entry.refresh_from_db()
    assert entry.state == "confirmed"
    assert done.who == "tester"
    page = client.get(answer["Location"]).text
    assert re.search(r'role="status"[^>]*>\s*Confirmed: <bdi class="words">send trainers', page)
    assert f"/history/{done.pk}/undo/" in page


def test_every_change_can_be_undone_and_undoing_says_so(client: Client, entry: EntryRow) -> None:
    before = entry.body
    client.post(f"/entries/{entry.id}/reject/", {"reason": "other", "words": "misread"})
    client.post(f"/history/{HistoryRow.objects.latest('id').pk}/undo/")
    form = form_of(client, f"/entries/{entry.id}/correct/") | {"polarity": "-"}
    client.post(f"/entries/{entry.id}/correct/", form)
    entry.refresh_from_db()
    assert entry.corrected
    assert entry.polarity == "-"
    answer = client.post(f"/history/{HistoryRow.objects.latest('id').pk}/undo/", follow=True)
    assert "Undone: " in answer.text
    assert ">Redo<" in answer.text
    entry.refresh_from_db()
    assert (entry.state, entry.corrected, entry.body) == ("proposed", False, before)


def test_the_undo_of_a_card_takes_back_the_last_deed_that_stands(client: Client, entry: EntryRow) -> None:
    def offered() -> str | None:
        page = client.get(f"/entries/{entry.id}/").text
        found = re.search(r'action="/history/(\d+)/undo/"', page)
        return found and found[1]

    def last() -> str:
        return str(HistoryRow.objects.filter(entry=entry.id).latest("id").pk)

    assert offered() is None
    client.post(f"/entries/{entry.id}/confirm/")
    confirmed = last()
    client.post(f"/entries/{entry.id}/reject/", {"reason": "other", "words": "no"})
    rejected = last()
    assert offered() == rejected
    client.post(f"/history/{rejected}/undo/")
    undone = last()
    assert offered() == confirmed
    client.post(f"/history/{undone}/undo/")  # redo
    assert offered() == last()
    client.post(f"/history/{last()}/undo/")
    assert offered() == confirmed
    client.post(f"/history/{confirmed}/undo/")
    assert offered() is None


def test_rejecting_wants_a_reason(client: Client, entry: EntryRow) -> None:
    nothing = client.post(f"/entries/{entry.id}/reject/", {})
    assert nothing.status_code == 422
    assert "Choose why it is rejected" in nothing.text
    other = client.post(f"/entries/{entry.id}/reject/", {"reason": "other"})
    assert "Write the reason, or choose one above" in other.text
    entry.refresh_from_db()
    assert entry.state == "proposed"
    client.post(f"/entries/{entry.id}/reject/", {"reason": "It is told elsewhere in the document", "words": "twice"})
    assert HistoryRow.objects.latest("id").reason == "It is told elsewhere in the document: twice"


def test_a_form_sent_as_it_stands_changes_nothing(client: Client, ids: dict[str, str]) -> None:
    for entry in EntryRow.objects.filter(document=ids["meeting"]):
        form = form_of(client, f"/entries/{entry.id}/correct/")
        answer = client.post(f"/entries/{entry.id}/correct/", form)
        assert answer.status_code == 422, entry
        assert "Nothing was changed" in answer.text, re.findall(r'class="wrong"[^>]*>([^<]*)', answer.text)
    assert not EntryRow.objects.exclude(state="proposed").exists()


def test_words_day_areas_and_parties_are_corrected_together(client: Client, entry: EntryRow) -> None:
    form = form_of(client, f"/entries/{entry.id}/correct/")
    form |= {
        "quote": "urged Washington to send trainers soon",
        "edtf": "../2024-12-31",
        "areas": ["police-cooperation", "capacity-building"],
        "to-0-name": "US Department of State",
        "to-0-office": "Secretary",
        "to-1-words": "New York",
        "to-1-country": "usa",
        "voice-0-words": "the ministry",
        "voice-0-country": "PAK",
        "voice-0-cue": "quoted",
        "reason": "closer to the words",
    }
    answer = client.post(f"/entries/{entry.id}/correct/", form)
    assert answer.status_code == 303, re.findall(r'class="wrong"[^>]*>([^<]*)', answer.text)
    entry.refresh_from_db()
    body, text = entry.body, entry.document.text
    assert text[slice(*body["span"])] == body["quote"] == "urged Washington to send trainers soon"
    assert body["when"] == {**body["when"], "text": "soon", "edtf": "../2024-12-31", "basis": "derived"}
    assert body["areas"] == ["capacity-building", "police-cooperation"]
    assert [(to["name"], to["country"]) for to in body["to"]] == [
        ("US Department of State", "USA"),
        ("New York", "USA"),
    ]
    assert all(text[slice(*to["span"])] == to["text"] for to in body["to"])
    assert body["voice"][0]["cue"]["text"] == "quoted"
    page = client.get(f"/entries/{entry.id}/").text
    assert "closer to the words" in page
    assert "<del><bdi>He urged Washington to send trainers soon</bdi></del>" in page


def test_an_emptied_row_takes_the_party_away(client: Client, entry: EntryRow) -> None:
    form = form_of(client, f"/entries/{entry.id}/correct/") | {"to-0-words": ""}
    client.post(f"/entries/{entry.id}/correct/", form)
    entry.refresh_from_db()
    assert entry.body["to"] == []


def test_a_commitment_turned_into_an_event_loses_its_firmness(client: Client, ids: dict[str, str]) -> None:
    row = EntryRow.objects.get(firmness="agreed")
    form = form_of(client, f"/entries/{row.id}/correct/") | {"kind": "event"}
    assert client.post(f"/entries/{row.id}/correct/", form).status_code == 303
    row.refresh_from_db()
    assert (row.kind, row.firmness, row.checkable) == ("event", None, None)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"quote": "words that stand nowhere"}, "do not stand in the document"),
        ({"predicate": "begged"}, "“begged” does not stand in the document"),
        ({"edtf": "31 Feb"}, "is not a date the ledger can keep"),
        ({"when": "", "edtf": "2024"}, "Give the words of the document that name this day"),
        ({"areas": ["sport", "crime", "justice", "water-food"]}, "4 areas are chosen; keep the 3"),
        ({"areas": ["astrology"]}, "Select a valid choice"),
        ({"to-0-country": "XXX"}, "“XXX” is no country code"),
        ({"to-0-words": "Moscow"}, "“Moscow” does not stand in the document"),
        ({"where_country": "zz"}, "“ZZ” is no country code"),
        ({"quote": "in October", "nth": "5"}, "stand in 2 places; say which"),
        ({"quote": "in October", "nth": ""}, "stand in 2 places; say which"),
        ({"kind": "promise"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_told_with_its_value_and_changes_nothing(
    client: Client, entry: EntryRow, wrong: dict[str, Any], told: str
) -> None:
    form = form_of(client, f"/entries/{entry.id}/correct/") | wrong
    answer = client.post(f"/entries/{entry.id}/correct/", form)
    assert answer.status_code == 422
    assert told in answer.text.replace("&#x27;", "'")
    assert "There is a problem" in answer.text
    for link in re.findall(r'<li><a href="#([^"]+)">', answer.text[answer.text.index("There is a problem") :]):
        assert f'id="{link}"' in answer.text
    entry.refresh_from_db()
    assert entry.state == "proposed"


def test_the_second_of_equal_places_can_be_chosen(client: Client, entry: EntryRow) -> None:
    form = form_of(client, f"/entries/{entry.id}/correct/") | {"quote": "in October", "nth": "2"}
    assert client.post(f"/entries/{entry.id}/correct/", form).status_code == 303
    entry.refresh_from_db()
    assert entry.span_start == entry.document.text.rindex("in October")


def test_what_the_ledger_refuses_is_told_and_no_more(client: Client, entry: EntryRow) -> None:
    client.post(f"/entries/{entry.id}/confirm/")
    again = client.post(f"/entries/{entry.id}/confirm/")
    assert again.status_code == 409
    assert "it is confirmed already" in again.text
    by_htmx = client.post(f"/entries/{entry.id}/confirm/", headers={"HX-Request": "true", "HX-Target": f"e-{entry.id}"})
    assert by_htmx.status_code == 409
    assert by_htmx["HX-Reswap"] == "none"
    assert "<strong>Not done.</strong>" in by_htmx.text


@pytest.mark.parametrize("deed", ["confirm", "reject", "correct"])
def test_nothing_is_changed_without_the_token(strict_client: Client, entry: EntryRow, deed: str) -> None:
    answer = strict_client.post(f"/entries/{entry.id}/{deed}/", {"reason": "other", "words": "x"})
    assert answer.status_code == 403
    assert "Nothing was changed" in answer.text
    entry.refresh_from_db()
    assert entry.state == "proposed"


def test_no_address_changes_anything_on_get(client: Client, entry: EntryRow) -> None:
    count = HistoryRow.objects.count()
    for address in (
        f"/entries/{entry.id}/confirm/",
        f"/history/{HistoryRow.objects.latest('id').pk}/undo/",
        "/preferences/",
    ):
        assert client.get(address).status_code == 405
    client.get(f"/entries/{entry.id}/reject/?reason=other&words=x")
    client.get(f"/entries/{entry.id}/correct/?polarity=-")
    assert HistoryRow.objects.count() == count


def test_what_the_reader_proposed_is_not_undone(client: Client, entry: EntryRow) -> None:
    proposed = HistoryRow.objects.get(entry=entry.id, what="proposed")
    answer = client.post(f"/history/{proposed.pk}/undo/")
    assert answer.status_code == 409
    assert "not undone" in answer.text


def test_the_sample_is_removed_after_asking(
    client: Client, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Remove the sample" not in client.get("/").text
    assert client.post("/sample/").status_code == 404
    removed = []
    for module in ("frame", "sample"):
        monkeypatch.setattr(f"memoire.desk.{module}.is_sample_open", lambda: True)
    monkeypatch.setattr("memoire.desk.sample.remove_demo", lambda: removed.append(True))
    assert "Remove the sample" in client.get("/").text
    asked = client.get("/sample/").text
    assert "4 documents, 10 entries and 0 changes of yours" in asked
    assert not removed
    assert client.post("/sample/")["Location"] == "/"
    assert removed
