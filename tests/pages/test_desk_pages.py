"""Every page: there, safe to look at, with a JSON twin, never empty without an offer."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client

from memoire.ledger import actions
from memoire.ledger.tables import EntryRow, HistoryRow
from tests.pages import readings

PAGES = (
    "/",
    "/entries/",
    "/documents/",
    "/between/",
    "/between/PAK/USA/",
    "/between/USA/PAK/",
    "/between/PAK/USA/channels/law-enforcement-dialogue/",
    "/compare/",
    "/compare/?between=PAK&between=USA",
    "/briefing/",
    "/api/docs",
)


def all_addresses(ids: dict[str, str]) -> list[str]:
    documents = [f"/documents/{id_}/" for id_ in ids.values()]
    entries = [
        f"/entries/{id_}/{what}"
        for id_ in EntryRow.objects.values_list("id", flat=True)
        for what in ("", "correct/", "reject/")
    ]
    compared = [
        f"/compare/?document={ids['meeting']}&document={ids[name]}" for name in ("coming", "hostile", "meeting")
    ]
    return [*PAGES, *documents, *entries, *compared]


def test_every_page_answers_and_has_a_json_twin(client: Client, ids: dict[str, str]) -> None:
    for address in all_addresses(ids):
        answer = client.get(address)
        assert answer.status_code == 200, address
        twin = re.search(r'<link rel="alternate" type="application/json" href="([^"]+)">', answer.text)
        assert twin, address
        found = client.get(twin[1].replace("&amp;", "&"))
        assert found.status_code == 200, twin[1]
        assert found.json()


def test_every_page_is_kept_from_scripts_frames_and_other_machines(client: Client, ids: dict[str, str]) -> None:
    for address in [*all_addresses(ids), "/no/such/page"]:
        answer = client.get(address)
        policy = answer["Content-Security-Policy"]
        assert "default-src 'self'" in policy, address
        assert "frame-ancestors 'none'" in policy, address
        assert "unsafe" not in policy, address
        assert answer["X-Content-Type-Options"] == "nosniff", address
        assert answer["X-Frame-Options"] == "DENY", address
        assert answer["Referrer-Policy"] == "same-origin", address


class Outline(HTMLParser):
    """What a screen reader walks by: landmarks, headings, ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.loaded: list[str] = []
        self.inline: list[str] = []
        self.language = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if told.get("id"):
            self.ids.append(told["id"] or "")
        if tag == "html":
            self.language = told.get("lang") or ""
        if tag in ("script", "img", "iframe", "link"):
            self.loaded.append(told.get("src") or told.get("href") or "inline")
        self.inline += [name for name in told if name == "style" or name.startswith("on")]


def test_every_page_has_landmarks_headings_in_order_and_single_ids(client: Client, ids: dict[str, str]) -> None:
    for address in [*all_addresses(ids), "/no/such/page"]:
        outline = Outline(client.get(address).text)
        assert outline.language == "en-GB", address
        for landmark in ("header", "nav", "main", "footer"):
            assert landmark in outline.tags, (address, landmark)
        assert outline.headings.count(1) == 1, address
        steps = zip(outline.headings, outline.headings[1:], strict=False)
        assert all(after <= before + 1 for before, after in steps), (address, outline.headings)
        assert len(outline.ids) == len(set(outline.ids)), (
            address,
            sorted(i for i in outline.ids if outline.ids.count(i) > 1),
        )


def test_no_page_has_inline_code_or_loads_from_elsewhere(client: Client, ids: dict[str, str]) -> None:
    for address in all_addresses(ids):
        outline = Outline(client.get(address).text)
        assert not outline.inline, (address, outline.inline)
        assert all(place.startswith("/") for place in outline.loaded), (address, outline.loaded)


def test_hostile_text_is_shown_escaped_everywhere(client: Client, ids: dict[str, str]) -> None:
    entry = EntryRow.objects.get(document=ids["hostile"])
    actions.reject(entry.id, who="<script>alert(7)</script>", reason="<script>alert(8)</script>")
    undone = actions.undo(HistoryRow.objects.latest("id").id, who="tester")
    actions.correct(entry.id, {"polarity": "-"}, who="tester", reason="<b>bold</b>")
    pages = ["/", "/entries/", "/entries/?q=%3Cscript%3E", "/documents/", "/between/", f"/documents/{ids['hostile']}/"]
    pages += [f"/entries/{entry.id}/", f"/entries/{entry.id}/correct/", f"/entries/{entry.id}/?done={undone.pk}"]
    for address in pages:
        html = client.get(address).text
        assert "<script>alert" not in html, address
        assert "<img src=x" not in html, address
        assert "<b>bold" not in html, address
        assert "\u202e" not in re.sub(r"<(textarea|input|option)\b[^>]*>[^<]*", "", html), address
        assert 'href="javascript:' not in html, address


def test_the_text_of_a_document_is_whole(client: Client, ids: dict[str, str]) -> None:
    class Text(HTMLParser):
        words = ""
        depth = 0

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.depth += tag == "p" and "data-start" in dict(attrs)

        def handle_endtag(self, tag: str) -> None:
            self.depth -= tag == "p" and self.depth > 0

        def handle_data(self, data: str) -> None:
            self.words += data if self.depth else ""

    text = Text()
    text.feed(client.get(f"/documents/{ids['meeting']}/").text)
    assert re.sub(r"\s+", "", text.words) == re.sub(r"\s+", "", readings.MEETING)


def test_an_empty_ledger_says_on_every_page_what_would_fill_it(client: Client, db: None) -> None:
    for address in ("/", "/entries/", "/documents/", "/between/"):
        assert "memoire add" in client.get(address).text, address
    assert "No entry names both states" in client.get("/between/PAK/USA/").text


def test_a_document_without_entries_says_so(client: Client, ids: dict[str, str]) -> None:
    assert "The reader found no commitment" in client.get(f"/documents/{ids['quiet']}/").text


def test_filters_without_a_result_offer_a_way_out(client: Client, ids: dict[str, str]) -> None:
    assert "Show all entries" in client.get("/entries/?q=nowhere").text
    wrong = client.get("/entries/?due_from=yesterday").text
    assert "One of the filters cannot be read" in wrong
    assert "Enter a valid date" in wrong


def test_today_parts_what_is_ours_theirs_and_joint(client: Client, ids: dict[str, str]) -> None:
    client.post("/preferences/", {"side": "PAK", "next": "/"})
    page = client.get("/").text
    assert "Joint: owed by Pakistan together with others" in page
    assert "13 days overdue" in page
    assert "open a training centre" in page  # next, in March
    client.post("/preferences/", {"side": "USA", "next": "/"})
    assert "Ours: owed by United States" in client.get("/").text


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("kind=request", "send trainers", "hold a law enforcement dialogue"),
        ("between=USA&between=PAK&kind=commitment", "hold a law enforcement dialogue", "train in New York"),
        ("by=Islamabad", "train in New York", "send trainers"),
        ("area=justice", "Jaranwala", "send trainers"),
        ("due_to=2024-12-31&kind=commitment", "hold a law enforcement dialogue", "open a training centre"),
        ("lifecycle=overdue", "hold a law enforcement dialogue", "open a training centre"),
        ("q=trainers", "send trainers", "Jaranwala"),
    ],
)
def test_the_list_filters(client: Client, ids: dict[str, str], query: str, shown: str, hidden: str) -> None:
    page = client.get(f"/entries/?{query}").text
    assert shown in page
    assert hidden not in page


def test_the_list_says_its_number_and_order_and_sorts_both_ways(client: Client, ids: dict[str, str]) -> None:
    up = client.get("/entries/?kind=commitment&sort=due").text
    down = client.get("/entries/?kind=commitment&sort=-due").text
    assert "4 entries, sorted by day of the act, earliest first" in up
    assert 'aria-sort="ascending"' in up
    assert 'aria-sort="descending"' in down
    early, late = "hold a law enforcement dialogue", "train in New York"
    assert up.index(early) < up.index(late)
    assert down.index(late) < down.index(early)


def test_rejected_entries_are_found_when_asked_for(client: Client, ids: dict[str, str]) -> None:
    entry = EntryRow.objects.get(kind="request")
    actions.reject(entry.id, who="tester", reason="no")
    assert "send trainers" not in client.get("/entries/").text
    assert "send trainers" in client.get("/entries/?state=rejected").text


def test_the_balance_counts_who_owes(client: Client, ids: dict[str, str]) -> None:
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", client.get("/between/PAK/USA/").text))
    assert "United States owes 0 0 1 0 0 0 0 0 0 1 none rated" in page
    assert "Both owe together 1 0 0 0 0 0 0 0 0 1 none rated" in page


def test_the_drawing_has_a_table_with_the_same_entries(client: Client, ids: dict[str, str]) -> None:
    page = client.get("/between/PAK/USA/").text
    drawn = int(re.search(r"(\d+) entr\w+ by area", page)[1])  # type: ignore[index]
    assert page.count('<rect class="mark"') == drawn
    table = page[page.index("The same as a table") :]
    assert f"{drawn} entries, sorted by day" in table


@pytest.mark.parametrize(
    "address", ["/between/PAK/PAK/", "/between/PAK/XYZ/", "/documents/none/", "/entries/none/", "/nowhere"]
)
def test_what_is_not_there_is_a_page_that_leads_on(client: Client, db: None, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Go to Today" in answer.text


def test_another_host_name_is_turned_away(client: Client, db: None) -> None:
    answer = client.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "Aide-Mémoire" in answer.text


def test_the_original_is_a_download_that_no_browser_runs(client: Client, ids: dict[str, str]) -> None:
    answer = client.get(f"/api/documents/{ids['hostile']}/original")
    assert answer.content == readings.HOSTILE.encode()
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    plain = client.get(f"/api/documents/{ids['meeting']}/original")
    assert plain["Content-Type"] == "text/plain"
    assert "2024-07-14-Two-governments-to-talk-policing.txt" in plain["Content-Disposition"]


def test_preferences_are_kept_and_never_lead_elsewhere(client: Client, db: None) -> None:
    answer = client.post("/preferences/", {"theme": "dark", "next": "//evil.example/"})
    assert answer["Location"] == "/"
    assert answer.cookies["theme"].value == "dark"
    assert 'data-theme="dark"' in client.get("/").text
    client.post("/preferences/", {"theme": "", "next": "/entries/"})
    assert "data-theme" not in client.get("/").text.replace("data-theme-choice", "")
    client.post("/preferences/", {"theme": "<script>", "side": "nowhere"})
    assert client.get("/").status_code == 200
